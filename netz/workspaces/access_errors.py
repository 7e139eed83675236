"""Business errors of custom roles, limits, previews and the choice of a workspace."""

from netz.core.errors import Conflict, NotFound, Problem, Words


class RoleNotFound(NotFound):
    """No such custom role in this workspace."""

    code = "role.not_found"
    fr = Words("Rôle introuvable", "Il n’existe pas dans cet espace.")
    en = Words("Role not found", "There is none in this workspace.")


class RoleExists(Conflict):
    """Names of custom roles are unique in a workspace."""

    code = "role.exists"
    fr = Words("Ce rôle existe déjà", "Choisissez un autre nom ; rien n’a été enregistré.")
    en = Words("This role exists already", "Choose another name; nothing was saved.")


class RoleInUse(Conflict):
    """Somebody holds the role, or is invited with it."""

    code = "role.in_use"
    fr = Words(
        "Ce rôle est utilisé",
        "Donnez d’abord un autre rôle à : {holders}. Rien n’a été supprimé.",
    )
    en = Words("This role is in use", "First give another role to: {holders}. Nothing was deleted.")


class RoleTooWide(Problem):
    """The built-in role below can't hold the permission."""

    status = 422
    code = "role.too_wide"
    fr = Words(
        "Droit impossible pour ce rôle",
        "Un rôle fondé sur « {base_fr} » ne peut pas contenir : {permission}."
        " Rien n’a été modifié.",
    )
    en = Words(
        "Permission not possible for this role",
        "A role based on “{base_en}” cannot hold: {permission}. Nothing was changed.",
    )


class GrantTooWide(Problem):
    """Nobody gives a permission that they don't hold."""

    status = 403
    code = "access.grant_too_wide"
    fr = Words(
        "Vous ne pouvez pas donner ce droit",
        "Vous ne l’avez pas vous-même : {permission}. Rien n’a été modifié.",
    )
    en = Words(
        "You cannot give this permission",
        "You do not hold it yourself: {permission}. Nothing was changed.",
    )


class MemberAbove(Problem):
    """The member may do more than whoever wants to change them."""

    status = 403
    code = "member.above"
    fr = Words(
        "Ce membre a plus de droits que vous",
        "Demandez à un administrateur ; rien n’a été modifié.",
    )
    en = Words("This member may do more than you", "Ask an administrator; nothing was changed.")


class LimitNeedsAgent(Problem):
    """Only agents work for several companies and can be limited to some."""

    status = 422
    code = "member.limit_needs_agent"
    fr = Words(
        "Limite réservée aux techniciens",
        "Seul un technicien peut être limité à certaines entreprises ; rien n’a été modifié.",
    )
    en = Words(
        "Only technicians can be limited",
        "Only a technician can be limited to some companies; nothing was changed.",
    )


class CompanyLimits(Problem):
    """The change reaches companies for which a limited member may not act."""

    status = 403
    code = "access.company_limits"
    fr = Words(
        "Hors de vos entreprises clientes",
        "Cette action touche des entreprises clientes pour lesquelles vous n’intervenez pas."
        " Rien n’a été modifié.",
    )
    en = Words(
        "Beyond your client companies",
        "This reaches client companies that you do not act for. Nothing was changed.",
    )


class SessionNeeded(Problem):
    """An API key opens one workspace for good; there is no session to keep a choice in."""

    status = 403
    code = "access.session_needed"
    fr = Words(
        "Session requise",
        "Une clé d’API ouvre toujours le même espace. Connectez-vous pour en changer.",
    )
    en = Words(
        "A session is needed",
        "An API key always opens the same workspace. Sign in to change it.",
    )


class WorkspaceNotFound(NotFound):
    """The person is not an active member of it, or it does not exist: both look the same."""

    code = "workspace.not_found"
    fr = Words("Espace introuvable", "Vous n’en êtes pas membre.")
    en = Words("Workspace not found", "You are not a member of it.")


class PreviewNotFound(NotFound):
    """No preview runs in this session."""

    code = "preview.not_found"
    fr = Words("Aucun aperçu en cours", "Il est déjà terminé.")
    en = Words("No preview is running", "It has ended already.")


class NobodyToPreview(Problem):
    """Only a client's active person can be looked through."""

    status = 422
    code = "preview.guests_only"
    fr = Words(
        "Aperçu impossible",
        "L’aperçu montre la vue d’un membre actif d’une entreprise cliente.",
    )
    en = Words("No preview of this member", "A preview shows what an active client member sees.")


class FactorsOwn(Conflict):
    """Nobody resets their own factors: who holds a session alone could weaken the account."""

    code = "factors.own"
    fr = Words(
        "Vos propres seconds facteurs se gèrent dans votre compte",
        "Un autre administrateur peut les réinitialiser ; rien n’a été modifié.",
    )
    en = Words(
        "Your own second factors are managed in your account",
        "Another administrator can reset them; nothing was changed.",
    )


class FactorsElsewhere(Conflict):
    """The account opens other workspaces too, whose safety is not this admin's to lower."""

    code = "factors.elsewhere"
    fr = Words(
        "Ce compte ouvre aussi un autre espace",
        "Seul l’exploitant de l’installation peut réinitialiser ses seconds facteurs"
        " (« netz account reset-factors »). Rien n’a été modifié.",
    )
    en = Words(
        "This account opens another workspace too",
        "Only who operates the installation can reset its second factors (“netz account"
        " reset-factors”). Nothing was changed.",
    )


class AccountUnknown(NotFound):
    """No active account has this address."""

    code = "account.unknown"
    fr = Words("Aucun compte n’a cette adresse", "Vérifiez-la ; rien n’a été modifié.")
    en = Words("No account has this address", "Check it; nothing was changed.")
