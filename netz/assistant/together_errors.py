"""Business errors of conversations that several people are in."""

from netz.core.errors import Conflict, Forbidden, InvalidInput, NotFound, Words


class ConversationNotShareable(Conflict):
    """It was imported, or is held for a company that isn't its member's any more."""

    code = "conversation.not_shareable"
    fr = Words(
        "Cette conversation ne se partage pas",
        "Elle a été importée, ou concerne une entreprise qui n’est plus la vôtre.",
    )
    en = Words(
        "This conversation can’t be shared",
        "It was imported, or belongs to a company that isn’t yours any more.",
    )


class ConversationReadOnly(Conflict):
    """Nobody can write in it: it was imported, or is closed."""

    code = "conversation.read_only"
    fr = Words(
        "On ne peut plus écrire dans cette conversation",
        "Votre texte n’a pas été envoyé. Posez votre question dans une nouvelle conversation.",
    )
    en = Words(
        "Nobody can write in this conversation any more",
        "Your text was not sent. Ask in a new conversation.",
    )


class AskElsewhere(Conflict):
    """The assistant answers a conversation's own circle; this reader belongs to another."""

    code = "conversation.ask_elsewhere"
    fr = Words(
        "L’assistant ne répond ici qu’aux personnes de l’entreprise",
        "Vos documents ne sont pas les leurs : posez votre question dans une conversation à vous,"
        " et écrivez ici ce qui leur est utile.",
    )
    en = Words(
        "Here the assistant answers the company’s own people alone",
        "Your documents aren’t theirs: ask in a conversation of your own, and write here what"
        " helps them.",
    )


class CannotTakePart(InvalidInput):
    """Somebody who can't be let into the conversation: of another company, or gone."""

    code = "conversation.cannot_take_part"
    fr = Words(
        "Ces personnes ne peuvent pas prendre part à la conversation",
        "Personne n’a été ajouté. Choisissez des personnes de la même entreprise, ou des"
        " techniciens qui s’en occupent.",
    )
    en = Words(
        "These people can’t take part in the conversation",
        "Nobody was added. Choose people of the same company, or staff who act for it.",
    )


class TooManyParticipants(Conflict):
    """A conversation has as many participants as it can."""

    code = "conversation.too_many_people"
    fr = Words("Une conversation a au plus {most} participants", "Personne n’a été ajouté.")
    en = Words("A conversation has at most {most} participants", "Nobody was added.")


class NotAmongParticipants(NotFound):
    """Nobody of this id takes part, or it is the conversation's own member."""

    code = "participant.not_found"
    fr = Words("Participant introuvable", "Cette personne ne prend pas part à la conversation.")
    en = Words("Participant not found", "This person does not take part in the conversation.")


class NotYoursToShare(Forbidden):
    """Only the conversation's own member decides who reads it."""

    code = "conversation.not_yours"
    fr = Words(
        "Seule la personne à qui appartient la conversation peut faire cela",
        "Rien n’a été modifié.",
    )
    en = Words("Only the person whose conversation it is can do that", "Nothing was changed.")


class AlreadyTaken(Conflict):
    """Another person looks after the conversation."""

    code = "assignment.taken"
    fr = Words(
        "{name} s’occupe déjà de cette conversation",
        "Rien n’a été modifié. Vous pouvez la reprendre en le confirmant.",
    )
    en = Words(
        "{name} looks after this conversation already",
        "Nothing was changed. You can take it over by confirming.",
    )


class NothingAssigned(NotFound):
    """The conversation was not passed to people."""

    code = "assignment.not_found"
    fr = Words("Personne ne s’occupe de cette conversation", "Prenez-la d’abord en charge.")
    en = Words("Nobody looks after this conversation", "Take it first.")


class LinkNotFound(NotFound):
    """No such link, or it has run out, was withdrawn, or isn't for this reader."""

    code = "conversation_link.not_found"
    fr = Words(
        "Ce lien n’ouvre rien pour vous",
        "Il a expiré, a été retiré, ou s’adresse à d’autres personnes. Demandez-en un nouveau.",
    )
    en = Words(
        "This link opens nothing for you",
        "It has expired, was withdrawn, or is meant for other people. Ask for a new one.",
    )


class TooManyLinks(Conflict):
    """A conversation has as many open links as it can."""

    code = "conversation_link.too_many"
    fr = Words("Une conversation a au plus {most} liens ouverts", "Retirez-en un d’abord.")
    en = Words("A conversation has at most {most} open links", "Withdraw one first.")
