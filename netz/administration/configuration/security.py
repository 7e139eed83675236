"""The settings of who comes in, how, for how long, and of what is kept about it."""

from netz.administration.configuration.setting import Said, Setting
from netz.administration.configuration.sources import KEYS, POLICY, SSO, TRAIL
from netz.audit.retention import LEGAL_MINIMUM_DAYS
from netz.core.actor import Actor
from netz.workspaces import queries
from netz.workspaces.services.founding import FACTOR_FIRST

_ROLES = {
    "admin": Said("administrateurs", "admins"),
    "agent": Said("techniciens", "technicians"),
    "manager": Said("responsables clients", "client managers"),
    "guest": Said("invités", "guests"),
}
_METHODS = {
    "password": Said("mot de passe", "password"),
    "code": Said("code par e-mail", "mailed code"),
    "passkey": Said("clé d’accès", "passkey"),
    "google": Said("Google", "Google"),
    "microsoft": Said("Microsoft", "Microsoft"),
}
_DAYS, _HOURS = Said("jours", "days"), Said("heures", "hours")


def _company(actor: Actor, company_id: object) -> str | None:
    """The company's name: an id says nothing to anybody."""
    names = {str(one.id): one.name for one in queries.companies(actor)}
    return names.get(str(company_id))


SECURITY_SETTINGS = (
    Setting(
        "policy.registration",
        "registration",
        POLICY,
        Said("Inscription", "Registration"),
        Said("Qui peut devenir membre de l’espace.", "Who can become a member of the workspace."),
        field="registration",
        choices={
            "invitation": Said("Sur invitation", "By invitation"),
            "domain": Said("Par domaine d’adresse", "By address domain"),
            "open": Said("Ouverte", "Open"),
        },
    ),
    Setting(
        "policy.registration_domains",
        "registration",
        POLICY,
        Said("Domaines acceptés", "Accepted domains"),
        Said(
            "Les adresses qui peuvent s’inscrire elles-mêmes.",
            "The addresses that may register by themselves.",
        ),
        field="registration_domains",
    ),
    Setting(
        "policy.registration_company",
        "registration",
        POLICY,
        Said("Entreprise des autres inscrits", "Company of the others who register"),
        Said(
            "Où vont les inscrits dont le domaine n’est celui d’aucune entreprise cliente.",
            "Where those go whose domain belongs to no client company.",
        ),
        field="registration_company_id",
        default=lambda: None,
        shown=_company,
        empty=Said("Aucune", "None"),
    ),
    Setting(
        "policy.methods",
        "sign_in",
        POLICY,
        Said("Moyens de connexion", "Ways to sign in"),
        Said("Comment les membres peuvent se connecter.", "How members may sign in."),
        field="methods",
        choices=_METHODS,
        empty=Said("Tous", "All"),
    ),
    Setting(
        "policy.sso_enforced",
        "sign_in",
        SSO,
        Said("Connexion unique imposée", "Single sign-on enforced"),
        Said(
            "Seul le fournisseur d’identité de l’espace l’ouvre, sauf aux comptes de secours.",
            "Only the workspace’s identity provider opens it, but for break-glass accounts.",
        ),
        field="sso_enforced",
    ),
    Setting(
        "policy.mfa_roles",
        "sign_in",
        POLICY,
        Said("Double authentification obligatoire", "Second factor required"),
        Said("Les rôles qui doivent en avoir une.", "The roles that must have one."),
        field="mfa_roles",
        default=lambda: list(FACTOR_FIRST),
        choices=_ROLES,
        empty=Said("Pour aucun rôle", "For no role"),
    ),
    Setting(
        "policy.mfa_grace_days",
        "sign_in",
        POLICY,
        Said("Délai pour la double authentification", "Time to set up a second factor"),
        Said(
            "Combien de temps un membre concerné peut encore entrer sans elle.",
            "How long a member of these roles still gets in without it.",
        ),
        field="mfa_grace_days",
        unit=_DAYS,
    ),
    Setting(
        "policy.session_hours",
        "sessions",
        POLICY,
        Said("Durée des sessions", "Length of sessions"),
        Said(
            "Après combien de temps il faut se connecter de nouveau.",
            "After how long one must sign in again.",
        ),
        field="session_hours",
        unit=_HOURS,
        empty=Said("Celle de l’installation", "The installation’s"),
    ),
    Setting(
        "policy.key_max_days",
        "keys",
        KEYS,
        Said("Durée de vie des clés d’API", "Life of API keys"),
        Said(
            "Le plus longtemps qu’une nouvelle clé peut servir.",
            "The longest that a new key may serve.",
        ),
        field="key_max_days",
        unit=_DAYS,
        empty=Said("Sans limite", "No limit"),
    ),
    Setting(
        "policy.keys_by_admins_only",
        "keys",
        KEYS,
        Said("Clés d’API créées par les seuls administrateurs", "API keys made by admins alone"),
        Said(
            "Si un technicien peut encore créer une clé d’API.",
            "Whether a technician may still make an API key.",
        ),
        field="keys_by_admins_only",
    ),
    Setting(
        "trail.retention_days",
        "trail",
        TRAIL,
        Said("Conservation du journal", "How long the trail is kept"),
        Said(
            "Ce qui est plus ancien est effacé ; la loi demande au moins un an.",
            "What is older is erased; the law asks for a year at least.",
        ),
        field="retention_days",
        default=lambda: LEGAL_MINIMUM_DAYS,
        unit=_DAYS,
    ),
    Setting(
        "trail.mail_to",
        "trail",
        TRAIL,
        Said("Empreinte du journal par e-mail", "Head of the trail by mail"),
        Said(
            "À qui l’empreinte signée du journal est envoyée chaque jour.",
            "To whom the signed head of the trail is sent each day.",
        ),
        field="mail_to",
        empty=Said("Personne", "Nobody"),
    ),
    Setting(
        "trail.webhook_url",
        "trail",
        TRAIL,
        Said("Empreinte du journal par webhook", "Head of the trail by webhook"),
        Said(
            "L’adresse qui reçoit chaque jour l’empreinte signée du journal.",
            "The address that receives the signed head of the trail each day.",
        ),
        field="webhook_url",
        empty=Said("Aucune adresse", "No address"),
    ),
)
