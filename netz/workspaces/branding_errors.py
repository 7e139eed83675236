"""Business errors of a workspace's looks."""

from netz.core.errors import InvalidInput, NotFound, Words


class ColorUnreadable(InvalidInput):
    """White words on the colour, or the colour's words on white, could not be read."""

    code = "branding.contrast"
    fr = Words(
        "Couleur trop claire : {color}",
        "Le texte n’y serait pas lisible ({ratio} pour 1, il faut 4,5). La nuance la plus proche "
        "qui convient : {shade}. Rien n’a été modifié.",
    )
    en = Words(
        "Colour too light: {color}",
        "Text could not be read on it ({ratio} to 1, 4.5 is needed). The nearest shade that "
        "passes: {shade}. Nothing was changed.",
    )


class LogoRefused(InvalidInput):
    """Not a small picture of a kind that every browser shows and that holds no program."""

    code = "branding.logo"
    fr = Words(
        "Ce logo ne peut pas être utilisé",
        "Choisissez une image PNG, JPEG ou WebP d’au plus 256 Ko et 2000 pixels de côté (pas de "
        "SVG, qui peut contenir un programme). L’ancien logo est gardé.",
    )
    en = Words(
        "This logo cannot be used",
        "Choose a PNG, JPEG or WebP picture of at most 256 KB and 2000 pixels a side (no SVG, "
        "which can hold a program). The old logo is kept.",
    )


class NoLogo(NotFound):
    """The workspace has no logo, or there is no such workspace."""

    code = "branding.no_logo"
    fr = Words("Aucun logo", "Cet espace n’a pas de logo.")
    en = Words("No logo", "This workspace has no logo.")
