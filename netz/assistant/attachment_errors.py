"""Business errors of attachments."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Words


class AttachmentNotFound(NotFound):
    """No such attachment that this member may read, or send."""

    code = "attachment.not_found"
    fr = Words(
        "Pièce jointe introuvable",
        "Elle n’existe pas, a été retirée, ou ne vous est pas accessible.",
    )
    en = Words("Attachment not found", "It does not exist, was removed, or is not open to you.")


class AttachmentNotReady(Conflict):
    """It is still being read."""

    code = "attachment.not_ready"
    fr = Words(
        "Une pièce jointe est encore en cours de lecture",
        "Rien n’a été envoyé. Attendez quelques secondes, ou retirez-la.",
    )
    en = Words(
        "An attachment is still being read",
        "Nothing was sent. Wait some seconds, or remove it.",
    )


class TooManyAttachments(InvalidInput):
    """More than a message takes."""

    code = "attachment.too_many"
    fr = Words("Trop de pièces jointes", "Un message en porte {most} au plus.")
    en = Words("Too many attachments", "A message carries {most} at most.")


class TooManyUnsent(Conflict):
    """The member holds as many unsent ones as are kept."""

    code = "attachment.too_many_unsent"
    fr = Words(
        "Trop de pièces jointes en attente",
        "Envoyez ou retirez d’abord celles que vous avez ajoutées.",
    )
    en = Words("Too many attachments waiting", "First send or remove those that you added.")


class AttachmentNotTaken(InvalidInput):
    """A file of a kind that can't be attached."""

    code = "attachment.not_taken"
    fr = Words(
        "Ce fichier ne peut pas être joint",
        "Joignez une image (PNG, JPEG, WebP, GIF) ou un document (PDF, DOCX, XLSX, PPTX, ODT, ODS,"
        " HTML, texte, Markdown, CSV, EML, MSG, RTF) de {limit} au plus.",
    )
    en = Words(
        "This file can’t be attached",
        "Attach a picture (PNG, JPEG, WebP, GIF) or a document (PDF, DOCX, XLSX, PPTX, ODT, ODS,"
        " HTML, text, Markdown, CSV, EML, MSG, RTF) of {limit} at most.",
    )


class AttachmentNotYours(Conflict):
    """Somebody else attached it."""

    code = "attachment.not_yours"
    fr = Words(
        "Cette pièce jointe n’est pas la vôtre", "Seule la personne qui l’a jointe peut la retirer."
    )
    en = Words("This attachment is not yours", "Only who attached it can remove it.")


class AttachmentFileMissing(NotFound):
    """The row is there, its file isn't."""

    code = "attachment.file_missing"
    fr = Words(
        "Fichier introuvable",
        "La pièce jointe est connue mais son fichier n’est plus sur le serveur.",
    )
    en = Words("File not found", "The attachment is known but its file is no longer on the server.")
