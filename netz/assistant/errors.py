"""Business errors of conversations and answers."""

from netz.core.errors import Conflict, InvalidInput, NotFound, Words


class BadQuestion(InvalidInput):
    """The question is empty or too long."""

    code = "question.invalid"
    fr = Words("Question non acceptée", "{reason}")
    en = Words("Question not accepted", "{reason}")


class ConversationNotFound(NotFound):
    """No such conversation of this member."""

    code = "conversation.not_found"
    fr = Words("Conversation introuvable", "Elle n’existe pas ou n’est pas la vôtre.")
    en = Words("Conversation not found", "It does not exist or is not yours.")


class AnswerNotFound(NotFound):
    """No such answer in a conversation of this member."""

    code = "answer.not_found"
    fr = Words("Réponse introuvable", "Elle n’existe pas ou n’est pas la vôtre.")
    en = Words("Answer not found", "It does not exist or is not yours.")


class ModelNotOffered(InvalidInput):
    """No such model that this member may choose."""

    code = "model.not_offered"
    fr = Words(
        "Ce modèle n’est pas proposé",
        "Il n’est plus en service, ou le choix du modèle ne vous est pas ouvert. Posez la question"
        " sans choisir de modèle.",
    )
    en = Words(
        "This model is not on offer",
        "It is no longer in use, or choosing a model is not open to you. Ask without choosing one.",
    )


class ConversationClosed(Conflict):
    """It was held for a client company that isn't the member's any more."""

    code = "conversation.closed"
    fr = Words(
        "Cette conversation est terminée",
        "Vous avez changé d’entreprise depuis. Elle reste lisible ; posez votre question dans"
        " une nouvelle conversation.",
    )
    en = Words(
        "This conversation is closed",
        "You belong to another company since. You can still read it; ask in a new conversation.",
    )


class ConversationPrivate(Conflict):
    """It was imported by somebody of a client company, and belongs to none."""

    code = "conversation.imported"
    fr = Words(
        "Cette conversation importée se lit seulement",
        "Elle reste à vous seul. Posez votre question dans une nouvelle conversation.",
    )
    en = Words(
        "This imported conversation is for reading only",
        "It stays yours alone. Ask in a new conversation.",
    )


class AnswerImported(Conflict):
    """What another assistant said is neither rated nor handed over."""

    code = "answer.imported"
    fr = Words(
        "Cette réponse vient d’un autre assistant",
        "Elle ne se note pas et ne se transmet pas. Posez la question ici, puis transmettez-la.",
    )
    en = Words(
        "This answer comes from another assistant",
        "It is neither rated nor passed on. Ask the question here, then pass it on.",
    )


class FolderNotFound(NotFound):
    """No such folder of this member."""

    code = "folder.not_found"
    fr = Words("Dossier introuvable", "Il n’existe plus ou n’est pas le vôtre.")
    en = Words("Folder not found", "It does not exist any more or is not yours.")


class FolderExists(Conflict):
    """The member has a folder of that name."""

    code = "folder.exists"
    fr = Words("Vous avez déjà un dossier de ce nom", "Choisissez un autre nom.")
    en = Words("You have a folder of that name", "Choose another name.")


class TooManyFolders(Conflict):
    """The member has as many folders as there can be."""

    code = "folder.too_many"
    fr = Words("Vous avez déjà {most} dossiers", "Supprimez-en un : ses conversations restent.")
    en = Words("You have {most} folders already", "Delete one: its conversations stay.")


class TooManyTags(Conflict):
    """A conversation would have more tags than it can."""

    code = "conversation.too_many_tags"
    fr = Words(
        "Une conversation a au plus {most} étiquettes", "Rien n’a été modifié. Retirez-en une."
    )
    en = Words("A conversation has at most {most} tags", "Nothing was changed. Remove one first.")
