"""What an export holds: for every table of a tenant, a file of JSON lines or why there is none.

A table that is named here neither way stops the export, and a test fails before: nothing that
belongs to a workspace can be forgotten.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kept:
    """A table that becomes the file `<name>.jsonl`.

    `without` are columns that stay here: secrets and what is worth nothing elsewhere. `more` are
    further values of a line, as arguments of `jsonb_build_object`, for which `joins` may be needed.
    """

    name: str
    without: tuple[str, ...] = ()
    more: str = ""
    joins: str = ""
    only_if_asked: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A table that is not exported, and why."""

    why: str


_PASSING = LeftOut("passing state of the program; worth nothing elsewhere")
_MADE_AGAIN = LeftOut("made again from the documents by whatever reads them")
_SIGN_INS = LeftOut("traces of sign-ins; who signed in, when and from where is in the trail")

TRAIL = "audit_entry"
FILES = "knowledge_version"

TABLES: dict[str, Kept | LeftOut] = {
    "workspaces_workspace": Kept("workspace"),
    "workspaces_company": Kept("companies"),
    "workspaces_member": Kept(
        "members",
        more="'email', u.email, 'name', u.name, 'language', u.language,"
        " 'preferences', u.preferences",
        joins="JOIN accounts_user u ON u.id = t.user_id",
    ),
    "workspaces_customrole": Kept("roles"),
    "workspaces_companygrant": Kept("company_grants"),
    "workspaces_invitation": Kept("invitations", without=("token_hash",)),
    "workspaces_securitypolicy": Kept("security_policy"),
    "workspaces_branding": Kept(
        "branding", without=("logo",), more="'logo_base64', encode(t.logo, 'base64')"
    ),
    "workspaces_apikey": Kept("api_keys", without=("key_hash", "old_hash")),
    "workspaces_oauthclient": Kept(
        "applications",
        more="'name', c.name, 'type', c.type, 'scopes', c.scopes, 'redirect_uris', c.redirect_uris",
        joins="JOIN allauth_idp_oidc_client c ON c.id = t.client_id",
    ),
    "workspaces_oauthgrant": Kept("application_grants"),
    "workspaces_savedfilter": Kept("saved_filters"),
    "notices_notice": Kept("notices"),
    "notices_noticechoices": Kept("notice_choices"),
    "notices_pushdevice": LeftOut(
        "addresses and keys of browsers, which let this installation alone wake them"
    ),
    "sso_connection": Kept("sso_connections", without=("secret_sealed", "sp_key_sealed")),
    "sso_domain": Kept("sso_domains", without=("token",)),
    "sso_scimuser": Kept("directory_users"),
    "sso_scimgroup": Kept("directory_groups"),
    "sso_scimmembership": Kept("directory_memberships"),
    "ai_aimodel": Kept("models", without=("key_sealed",)),
    "ai_embeddingchoice": Kept("embedding_choices", without=("key_sealed",)),
    "knowledge_audienceset": Kept("audiences"),
    "knowledge_folderrule": Kept("folders"),
    "knowledge_document": Kept("documents"),
    FILES: Kept("document_versions", without=("storage_key",)),
    "knowledge_passage": Kept("passages", only_if_asked=True),
    "knowledge_synonymgroup": Kept("synonyms"),
    "assistant_folder": Kept("conversation_folders"),
    "assistant_conversation": Kept("conversations"),
    "assistant_message": Kept("messages"),
    "assistant_answer": Kept("answers"),
    "assistant_rating": Kept("ratings"),
    "assistant_handover": Kept("handovers"),
    "assistant_participant": Kept("participants"),
    "assistant_note": Kept("notes"),
    "assistant_assignment": Kept("assignments"),
    "assistant_conversationlink": Kept("conversation_links", without=("token_hash",)),
    "assistant_attachment": Kept("attachments", without=("storage_key", "passages")),
    "assistant_suggestion": Kept("suggestions"),
    "habits_habit": Kept("habits"),
    "habits_habitchoice": Kept("habit_choices"),
    "habits_habitmark": _PASSING,
    "audit_trailsettings": Kept("trail_settings", without=("webhook_secret",)),
    TRAIL: Kept(
        "trail",
        more="'seq', l.seq, 'hash', encode(l.hash, 'hex')",
        joins="LEFT JOIN audit_link l ON l.workspace_id = t.workspace_id AND l.id = t.id",
    ),
    "audit_chain": Kept(
        "trail_chain",
        without=("hash", "pruned_hash"),
        more="'hash', encode(t.hash, 'hex'), 'pruned_hash', encode(t.pruned_hash, 'hex')",
    ),
    "audit_link": LeftOut("part of each line of trail.jsonl: seq and hash"),
    "administration_workspaceexport": LeftOut("the list of exports; each is told of in the trail"),
    "core_event": LeftOut("signals inside the program; they hold ids of what is exported"),
    "core_idempotencykey": _PASSING,
    "assistant_conversationexport": LeftOut(
        "files made of conversations, kept for some days; the trail tells of each"
    ),
    "assistant_cachedanswer": _PASSING,
    "knowledge_knowledgestate": _PASSING,
    "workspaces_memberchangeset": LeftOut("what undoing a change of members needs, for a while"),
    "sso_scimfailure": LeftOut("what a directory was refused lately, for whoever sets it up"),
    "workspaces_preview": LeftOut("previews that are over; the trail tells of each"),
    "workspaces_oauthspent": LeftOut("hashes of tokens that were used up"),
    "sso_usedassertion": _SIGN_INS,
    "sso_signin": _SIGN_INS,
    "sso_testsignin": _SIGN_INS,
    "knowledge_vectorindex": _MADE_AGAIN,
    "assistant_messagesegment": _MADE_AGAIN,
    "assistant_messageposting": _MADE_AGAIN,
    "assistant_messageword": _MADE_AGAIN,
    "search_vector": _MADE_AGAIN,
    "search_signature": _MADE_AGAIN,
    "search_segment": _MADE_AGAIN,
    "search_posting": _MADE_AGAIN,
    "search_change": _MADE_AGAIN,
    "search_passage": _MADE_AGAIN,
    "search_word": _MADE_AGAIN,
}
