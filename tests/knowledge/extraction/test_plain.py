from tests.knowledge.extraction.fixtures import Read, Shape


def test_wrapped_lines_are_joined_to_paragraphs(read: Read, shape: Shape) -> None:
    text = (
        "Guide du VPN\n============\n\n"
        "Le VPN de l’entreprise permet de travailler depuis la maison comme si\n"
        "vous étiez au bureau. Il demande le code de votre téléphone à chaque\n"
        "connexion.\n\n"
        "Pour vous connecter, suivez ces étapes sur votre ordinateur portable :\n"
        "1. Ouvrez le client VPN installé sur votre poste par le service informatique\n"
        "2. Saisissez votre identifiant\n"
    )
    blocks = shape(read("vpn.txt", text))
    assert blocks[0] == ("heading", 1, "", "Guide du VPN")
    assert blocks[1][3].endswith("à chaque connexion.")
    assert "\n" not in blocks[1][3]
    assert [block[2] for block in blocks[3:]] == ["1.", "2."]


def test_unwrapped_lines_are_paragraphs_of_their_own(read: Read, shape: Shape) -> None:
    long = "Cette ligne est un paragraphe entier qui va bien au-delà de la largeur habituelle. " * 2
    blocks = shape(read("a.txt", "\n".join([long.strip()] * 5)))
    assert [block[3] for block in blocks] == [long.strip()] * 5


def test_numbered_and_chapter_headings_get_their_level(read: Read, shape: Shape) -> None:
    text = "Chapitre 2. Réseau\n\n2.1. Prises\nTexte.\n\n2.1.3 Câbles\n\nB.4.1. Annexe\n\nNOTES\n"
    blocks = [block for block in shape(read("a.txt", text)) if block[0] == "heading"]
    assert [(block[1], block[3]) for block in blocks] == [
        (1, "Chapitre 2. Réseau"),
        (2, "2.1. Prises"),
        (3, "2.1.3 Câbles"),
        (3, "B.4.1. Annexe"),
        (2, "NOTES"),
    ]


def test_commands_are_code_with_their_lines(read: Read, shape: Shape) -> None:
    blocks = shape(read("a.txt", "Lancez :\n\n$ ipconfig /flushdns\n$ ping 10.0.0.1\n\nFin."))
    assert blocks[1] == ("code", 0, "", "$ ipconfig /flushdns\n$ ping 10.0.0.1")


def test_an_address_keeps_its_lines(read: Read, shape: Shape) -> None:
    blocks = shape(read("a.txt", "Netz SARL\n3 rue des Lilas\n69003 Lyon"))
    assert blocks == [("paragraph", 0, "", "Netz SARL\n3 rue des Lilas\n69003 Lyon")]


def test_nested_bullets_keep_their_depth_and_rules_are_dropped(read: Read, shape: Shape) -> None:
    blocks = shape(read("a.txt", "- un\n  - deux\n-----\n- trois"))
    assert blocks == [
        ("list_item", 1, "-", "un"),
        ("list_item", 2, "-", "deux"),
        ("list_item", 1, "-", "trois"),
    ]


def test_the_title_is_the_first_heading_or_the_file_name(read: Read) -> None:
    assert read("note_interne.txt", "Bonjour à tous.").title == "Note interne"
    assert read("note.txt", "1.2. Accès distant\n\nBonjour.").title == "1.2. Accès distant"
