"""What can go wrong with the trail."""

from netz.core.errors import Problem, Words


class HeadsNotSetUp(Problem):
    """There is nowhere to send the chain's head to."""

    status = 409
    code = "trail.heads_not_set_up"
    fr = Words(
        "Aucune destination", "Indiquez une adresse e-mail ou un webhook, enregistrez et réessayez."
    )
    en = Words("Nowhere to send it", "Give an e-mail address or a webhook, save, and try again.")


class MailNotSetUp(Problem):
    """The installation sends no mail."""

    status = 409
    code = "trail.mail_not_set_up"
    fr = Words(
        "Aucun serveur d’e-mail", "Cette installation n’envoie pas d’e-mail : prenez un webhook."
    )
    en = Words("No mail server", "This installation sends no mail: use a webhook.")
