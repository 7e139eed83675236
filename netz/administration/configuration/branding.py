"""The settings of a workspace's looks."""

from netz.administration.configuration.setting import Said, Setting
from netz.administration.configuration.sources import BRANDING, WORKSPACE

_OWN = Said("Celle de NETZ AI", "NETZ AI’s own")
_OWN_NAME = Said("Celui de l’installation", "The installation’s")

BRANDING_SETTINGS = (
    Setting(
        "workspace.name",
        "branding",
        WORKSPACE,
        Said("Nom de l’espace", "Workspace name"),
        Said(
            "Ce que lisent vos clients : barre latérale, connexion, e-mails.",
            "What your clients read: side bar, sign-in, mails.",
        ),
        field="name",
        value=lambda workspace: str(workspace.name),
        default=lambda: None,
        has_default=False,
    ),
    Setting(
        "branding.logo",
        "branding",
        BRANDING,
        Said("Logo", "Logo"),
        Said(
            "Sur la page de connexion, dans la barre latérale, l’onglet et les e-mails.",
            "On the sign-in page, in the side bar, the tab and mails.",
        ),
        field="logo_hash",
        told="logo",
        actions=("branding.logo",),
        value=lambda row: bool(row.logo_hash),
        default=lambda: False,
    ),
    Setting(
        "branding.primary",
        "branding",
        BRANDING,
        Said("Couleur principale", "Main colour"),
        Said("Celle des boutons.", "That of the buttons."),
        field="primary",
        empty=_OWN,
    ),
    Setting(
        "branding.accent",
        "branding",
        BRANDING,
        Said("Couleur d’accent", "Accent colour"),
        Said("Celle des liens et des marques.", "That of links and marks."),
        field="accent",
        empty=Said("La couleur principale", "The main colour"),
    ),
    Setting(
        "branding.title",
        "branding",
        BRANDING,
        Said("Titre de la page de connexion", "Sign-in page title"),
        Said(
            "Ce que dit la page de connexion de l’espace, en grand.",
            "What the workspace’s sign-in page says, in large.",
        ),
        field="title",
    ),
    Setting(
        "branding.text",
        "branding",
        BRANDING,
        Said("Texte de la page de connexion", "Sign-in page text"),
        Said(
            "Ce que dit la page de connexion sous le titre.",
            "What the sign-in page says below the title.",
        ),
        field="text",
    ),
    Setting(
        "branding.sender",
        "branding",
        BRANDING,
        Said("Expéditeur des e-mails", "Sender of mails"),
        Said("Le nom que portent les e-mails de l’espace.", "The name on the workspace’s mails."),
        field="sender",
        empty=_OWN_NAME,
    ),
    Setting(
        "branding.domain",
        "branding",
        BRANDING,
        Said("Adresse web souhaitée", "Desired web address"),
        Said(
            "Là où vos clients ouvriraient l’espace, une fois le DNS réglé.",
            "Where your clients would open the workspace, once the DNS is set.",
        ),
        field="domain",
        empty=Said("Celle de l’installation", "The installation’s"),
    ),
)
