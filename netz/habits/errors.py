"""Business errors of habits."""

from netz.core.errors import InvalidInput, NotFound, Words


class HabitNotFound(NotFound):
    """No such habit of this member."""

    code = "habit.not_found"
    fr = Words(
        "Élément introuvable",
        "Il a été effacé, ou n’est pas le vôtre. Rechargez la liste pour voir ce qui reste.",
    )
    en = Words(
        "Item not found",
        "It was erased, or is not yours. Reload the list to see what is left.",
    )


class OnlyTopicsAreNamed(InvalidInput):
    """Documents and colleagues have their names elsewhere."""

    code = "habit.not_a_topic"
    fr = Words(
        "Seul un sujet se renomme",
        "Un document ou une personne garde son nom. Rien n’a été changé.",
    )
    en = Words(
        "Only a topic can be renamed",
        "A document or a person keeps their name. Nothing was changed.",
    )
