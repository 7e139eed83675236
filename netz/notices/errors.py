"""Business errors of notices."""

from netz.core.errors import InvalidInput, NotFound, Words


class NoticeNotFound(NotFound):
    """No such notice of this member."""

    code = "notice.not_found"
    fr = Words("Notification introuvable", "Elle n’existe pas ou n’est pas la vôtre.")
    en = Words("Notice not found", "It does not exist or is not yours.")


class DeviceNotFound(NotFound):
    """No such device of this member."""

    code = "push_device.not_found"
    fr = Words("Appareil introuvable", "Il n’existe pas ou n’est pas le vôtre.")
    en = Words("Device not found", "It does not exist or is not yours.")


class BadEndpoint(InvalidInput):
    """The address is not a push service on the internet."""

    code = "push_device.bad_endpoint"
    fr = Words(
        "Cet appareil ne peut pas être joint",
        "L’adresse que son navigateur a donnée n’est pas celle d’un service de notifications."
        " Rien n’a été enregistré.",
    )
    en = Words(
        "This device cannot be reached",
        "The address that its browser gave is not a push service’s. Nothing was saved.",
    )
