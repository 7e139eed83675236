from email.message import EmailMessage

from tests.knowledge.extraction.compound import Storage, compound_file, outlook_message
from tests.knowledge.extraction.fixtures import Read, Refusal, Shape


def message(text: str = "", html: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = "Réinitialisation du mot de passe"
    mail["From"] = "Léa Martin <lea@netz.example>"
    mail["Date"] = "Mon, 02 Feb 2026 09:30:00 +0100"
    if text:
        mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    return mail


HEAD = [
    ("heading", 1, "", "Réinitialisation du mot de passe"),
    ("paragraph", 0, "", "De : Léa Martin <lea@netz.example>\nDate : 2026-02-02 09:30"),
]


def test_the_plain_text_of_a_message_is_preferred(read: Read, shape: Shape) -> None:
    mail = message("Bonjour,\n\nle compte est débloqué.\n", "<p>En HTML</p>")
    result = read("a.eml", mail.as_bytes())
    assert result.title == "Réinitialisation du mot de passe"
    assert shape(result) == [
        *HEAD,
        ("paragraph", 0, "", "Bonjour,"),
        ("paragraph", 0, "", "le compte est débloqué."),
    ]


def test_html_stands_in_where_there_is_no_text(read: Read, shape: Shape) -> None:
    mail = message(html="<ul><li>le compte est <b>débloqué</b></li></ul><script>x</script>")
    assert shape(read("a.eml", mail.as_bytes())) == [
        *HEAD,
        ("list_item", 1, "-", "le compte est débloqué"),
    ]


def test_attachments_follow_under_their_names(read: Read, shape: Shape) -> None:
    mail = message("Voir les pièces jointes.")
    mail.add_attachment("# Étapes\n\n1. Ouvrez\n", subtype="markdown", filename="étapes.md")
    mail.add_attachment(b"\x89PNG....", maintype="image", subtype="png", filename="logo.png")
    mail.add_attachment(b"%PDF-1.4 cass\xe9", maintype="application", subtype="pdf",
                        filename="casse.pdf")  # fmt: skip
    inner = message("Le premier message.")
    inner.add_attachment("trop profond", filename="profond.txt")
    mail.add_attachment(inner)
    blocks = shape(read("a.eml", mail.as_bytes()))
    assert blocks[2:] == [
        ("paragraph", 0, "", "Voir les pièces jointes."),
        ("heading", 2, "", "étapes.md"),
        ("heading", 3, "", "Étapes"),
        ("list_item", 1, "1.", "Ouvrez"),
        ("heading", 2, "", "Réinitialisation du mot de passe.eml"),
        ("heading", 3, "", "Réinitialisation du mot de passe"),
        HEAD[1],
        ("paragraph", 0, "", "Le premier message."),
        ("heading", 4, "", "profond.txt"),
        ("paragraph", 0, "", "trop profond"),
    ]


def test_attachments_deeper_than_the_limit_are_left_out(read: Read, shape: Shape) -> None:
    mail = message("Texte.")
    mail.add_attachment("joint", filename="a.txt")
    assert [block[3] for block in shape(read("a.eml", mail.as_bytes(), max_depth=0))][2:] == [
        "Texte."
    ]


def test_english_and_broken_headers_are_read(read: Read) -> None:
    raw = b"From: a@b.example\r\nSubject: The printer is on fire\r\nDate: never\r\n\r\nIt is.\r\n"
    assert read("a.eml", raw).blocks[1].text == "From: a@b.example\nDate: never"
    bare = b"Subject: caf\xe9\r\nContent-Type: text/plain; charset=nope\r\n\r\nd\xe9j\xe0"
    assert read("a.eml", bare).blocks[-1].text == "déjà"


def test_text_that_is_no_message_is_corrupt(refusal: Refusal) -> None:
    assert refusal("a.eml", "Juste un texte sans en-tête.") == "corrupt"


def test_an_outlook_message_is_read_with_its_attachment(read: Read, shape: Shape) -> None:
    data = outlook_message(
        {
            0x0037: "Panne de la messagerie",
            0x1000: "Bonjour,\r\nla messagerie est rétablie.",
            0x007D: "From: =?utf-8?q?L=C3=A9a?= <lea@netz.example>\r\n"
            "Date: Mon, 02 Feb 2026 09:30:00 +0100\r\n",
        },
        [("notes.txt", "Cause : un certificat expiré.".encode())],
    )
    result = read("panne.msg", data)
    assert result.media_type == "application/vnd.ms-outlook"
    texts = [block[3] for block in shape(result)]
    assert texts[0] == result.title == "Panne de la messagerie"
    assert "De : " in texts[1]
    assert "Léa" in texts[1]
    assert texts[2:] == [
        "Bonjour,\nla messagerie est rétablie.",
        "notes.txt",
        "Cause : un certificat expiré.",
    ]


def test_protected_and_old_office_files_are_recognised(refusal: Refusal) -> None:
    protected = compound_file(Storage("Root Entry", {"EncryptedPackage": b"secret"}))
    old = compound_file(Storage("Root Entry", {"WordDocument": b"secret"}))
    assert refusal("a.docx", protected) == "encrypted"
    assert refusal("a.doc", old) == "unsupported"
    assert refusal("a.docx", old) == "mistyped"
    assert refusal("a.msg", old[:600]) == "corrupt"
