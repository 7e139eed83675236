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
