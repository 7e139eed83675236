"""The reasons of `access`, in words: what holds, and what to change to have it otherwise."""

from collections.abc import Mapping

# By code: (reason, what to change) in French and in English.
REASONS: dict[str, dict[str, tuple[str, str]]] = {
    "member.inactive": {
        "fr": ("Ce membre est désactivé.", "Réactivez-le dans la liste des membres."),
        "en": ("This member is deactivated.", "Reactivate them in the list of members."),
    },
    "role.holds": {
        "fr": (
            "Le rôle « {role} » permet de lire des documents.",
            "Donnez un autre rôle à ce membre pour l’exclure.",
        ),
        "en": (
            "The role “{role}” allows reading documents.",
            "Give this member another role to exclude them.",
        ),
    },
    "role.lacks": {
        "fr": (
            "Le rôle « {role} » ne permet pas de lire des documents.",
            "Ajoutez ce droit au rôle, ou donnez un autre rôle à ce membre.",
        ),
        "en": (
            "The role “{role}” does not allow reading documents.",
            "Add that permission to the role, or give this member another role.",
        ),
    },
    "document.not_ready": {
        "fr": (
            "Le document ne répond pas encore.",
            "Attendez la fin de sa lecture, ou relancez-la si elle a échoué.",
        ),
        "en": (
            "The document does not answer yet.",
            "Wait until it has been read, or try again if that failed.",
        ),
    },
    "audience.own": {
        "fr": (
            "Le document a sa propre audience.",
            "Changez-la dans ses propriétés, ou laissez-le suivre son dossier.",
        ),
        "en": (
            "The document has an audience of its own.",
            "Change it in its properties, or let it follow its folder.",
        ),
    },
    "audience.folder": {
        "fr": (
            "Le document suit l’audience du dossier « {folder} ».",
            "Changez celle du dossier, ou donnez la sienne au document.",
        ),
        "en": (
            "The document follows the audience of the folder “{folder}”.",
            "Change the folder’s, or give the document its own.",
        ),
    },
    "audience.default": {
        "fr": (
            "Sans règle de dossier, le document est réservé à l’équipe.",
            "Donnez une audience au document ou à son dossier.",
        ),
        "en": (
            "Without a folder’s rule, the document is for the staff.",
            "Give the document or its folder an audience.",
        ),
    },
    "audience.public": {
        "fr": (
            "L’audience est publique : tous les membres peuvent en tirer une réponse.",
            "Choisissez une audience plus étroite pour en exclure.",
        ),
        "en": (
            "The audience is public: every member can be answered from it.",
            "Choose a narrower audience to exclude somebody.",
        ),
    },
    "audience.workspace": {
        "fr": (
            "L’audience est l’équipe, dont ce membre fait partie.",
            "Choisissez des entreprises précises pour en limiter la portée.",
        ),
        "en": (
            "The audience is the staff, to whom this member belongs.",
            "Choose certain companies to narrow it.",
        ),
    },
    "audience.staff_only": {
        "fr": (
            "L’audience est l’équipe ; ce membre appartient à {company}.",
            "Ajoutez {company} à l’audience, ou rendez le document public.",
        ),
        "en": (
            "The audience is the staff; this member belongs to {company}.",
            "Add {company} to the audience, or make the document public.",
        ),
    },
    "staff.all_companies": {
        "fr": (
            "L’audience est : {companies}. Ce membre de l’équipe voit toutes les entreprises.",
            "Limitez-le à certaines entreprises pour l’exclure.",
        ),
        "en": (
            "The audience is: {companies}. This member of staff sees all companies.",
            "Limit them to some companies to exclude them.",
        ),
    },
    "company.own": {
        "fr": (
            "L’audience comprend {company}, l’entreprise de ce membre.",
            "Retirez {company} de l’audience pour l’exclure.",
        ),
        "en": (
            "The audience includes {company}, this member’s company.",
            "Take {company} out of the audience to exclude them.",
        ),
    },
    "company.other": {
        "fr": (
            "L’audience est : {companies}. Ce membre appartient à {company}.",
            "Ajoutez {company} à l’audience, ou corrigez l’entreprise du membre.",
        ),
        "en": (
            "The audience is: {companies}. This member belongs to {company}.",
            "Add {company} to the audience, or correct the member’s company.",
        ),
    },
    "grant.company": {
        "fr": (
            "Ce membre intervient pour {company}, qui est dans l’audience.",
            "Retirez-lui cette entreprise pour l’exclure.",
        ),
        "en": (
            "This member acts for {company}, which is in the audience.",
            "Take that company away from them to exclude them.",
        ),
    },
    "grant.narrow": {
        "fr": (
            "L’audience est : {companies}. Les droits de ce membre pour elle ne comprennent pas"
            " la lecture.",
            "Ajoutez la lecture à ses droits pour cette entreprise.",
        ),
        "en": (
            "The audience is: {companies}. What this member may do for it does not include"
            " reading.",
            "Add reading to what they may do for that company.",
        ),
    },
    "grant.missing": {
        "fr": (
            "L’audience est : {companies}. Ce membre est limité à d’autres entreprises.",
            "Ajoutez l’entreprise à celles pour lesquelles il intervient.",
        ),
        "en": (
            "The audience is: {companies}. This member is limited to other companies.",
            "Add the company to those that they act for.",
        ),
    },
}
ROLES = {
    "admin": {"fr": "administrateur", "en": "administrator"},
    "agent": {"fr": "technicien", "en": "technician"},
    "manager": {"fr": "responsable client", "en": "client manager"},
    "guest": {"fr": "invité", "en": "guest"},
}


def reason_words(code: str, values: Mapping[str, str], language: str) -> tuple[str, str]:
    """What holds, and what to change, in the reader's language."""
    chosen = "en" if language == "en" else "fr"
    reason, change = REASONS[code][chosen]
    filled = dict(values)
    if filled.get("role") in ROLES:
        filled["role"] = ROLES[filled["role"]][chosen]
    return reason.format(**filled), change.format(**filled)
