"""For each endpoint, a request that succeeds for whoever holds its permission."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import UUID

from allauth.socialaccount.models import SocialAccount

from netz.accounts.models import User
from netz.ai.models import AIModel
from netz.assistant.exports.running import run_export
from netz.assistant.models import Attachment, Conversation, Participant
from netz.assistant.services.attaching import attach
from netz.assistant.services.linking import make_link
from netz.assistant.services.organising import create_folder
from netz.audit.choices import choose
from netz.core.db import tenant
from netz.core.permissions import Role
from netz.knowledge.models import Document
from netz.sso.models import Connection, ScimGroup
from netz.sso.services.testing import begin_test
from netz.workspaces.models import Member, Workspace
from netz.workspaces.services import add_company, add_member, create_api_key, create_role, invite
from netz.workspaces.services.closing import close_workspace
from netz.workspaces.services.filters import save_filter
from tests.administration.exporting import (
    cancel_all_exports,
    cancel_exports,
    keep,
    link_token,
    name_of,
    ready_export,
)
from tests.assistant.exports import cancel_conversation_exports, start_conversation_export
from tests.assistant.importing.material import as_json, chatgpt
from tests.factories import Person, actor_of
from tests.fakes.push_service import FakeBrowser
from tests.habits.material import some_habit
from tests.notices.material import choices_body, device_body, rows, told
from tests.security.scene import (
    QUESTION,
    Scene,
    model_body,
    saved_filter,
    start_workspace_export,
)
from tests.sso.material import make_connection, make_domain, metadata, publish
from tests.workspaces.oauth.material import (
    application_body,
    make_application,
    make_grant,
    request_of,
)
from tests.workspaces.ways import slug_of


@dataclass(frozen=True)
class Call:
    """What fills an endpoint: ids in its address, query or body."""

    ids: dict[str, Any] = field(default_factory=dict)
    body: dict[str, Any] | None = None
    query: dict[str, str] = field(default_factory=dict)
    file: bytes | None = None

    def send(self, scene: Scene, method: str, path: str, headers: dict[str, str]) -> Any:
        """Makes the request."""
        options: dict[str, Any] = {"headers": headers, "params": self.query}
        if self.file is not None:
            options |= {"files": {"file": ("note.md", self.file)}, "data": self.body}
        elif self.body is not None:
            options["json"] = self.body
        return scene.client.request(method, path.format(**self.ids), **options)


Maker = Callable[[Scene, Person], Call]


def _unique(text: str) -> str:
    return f"{text} {secrets.token_hex(5)}"


def _fresh_member(scene: Scene) -> Member:
    with tenant(scene.world.id):
        user = User.objects.create(email=f"m.{secrets.token_hex(6)}@example.com")
        return add_member(user, role=Role.AGENT, company=None, actor=scene.world.actor)


def _invitation(scene: Scene) -> tuple[Any, str]:
    with tenant(scene.world.id):
        address = f"i.{secrets.token_hex(6)}@example.com"
        return invite(
            address, role=Role.AGENT, company_id=None, language="fr", actor=scene.world.actor
        )


def _asked(scene: Scene, _: Person) -> Call:
    """A request for access, which names its application in the query."""
    made = make_application(scene.world)
    return Call({"application": made.id}, query={"query": request_of(made)})


def _role(scene: Scene) -> Any:
    with tenant(scene.world.id):
        return create_role(
            _unique("Rôle"),
            base=Role.AGENT,
            permissions=(),
            description="",
            actor=scene.world.actor,
        )


def _key(scene: Scene, person: Person) -> Any:
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        granted = sorted(actor.permissions)[:1]
        return create_api_key("t", scopes=granted, expires_at=None, actor=actor)[0].id


def _no_models(scene: Scene) -> None:
    """A workspace may keep only a few: each call starts without any."""
    with tenant(scene.world.id):
        AIModel.objects.all().delete()


def _new_model(scene: Scene, _: Person) -> Call:
    _no_models(scene)
    return Call(body=model_body())


def _model(scene: Scene) -> str:
    _no_models(scene)
    response = scene.client.post(
        "/api/v2/ai/models", json=model_body(), headers=scene.admin.headers
    )
    assert response.status_code == 201, response.text
    return str(response.json()["id"])


def _new_export(scene: Scene, _: Person) -> Call:
    """One at a time in a workspace, whichever calls: those before are called off."""
    cancel_all_exports()
    return Call(body={})


def _in_export(scene: Scene, _: Person) -> Call:
    cancel_exports(scene)
    return Call({"export_id": start_workspace_export(scene)})


def _new_conversation_export(scene: Scene, person: Person) -> Call:
    """One at a time a member: those before are called off."""
    cancel_conversation_exports()
    return Call(body={"wanted": {"ids": [_conversation(scene, person)]}})


def _in_conversation_export(scene: Scene, person: Person) -> Call:
    cancel_conversation_exports()
    export_id = start_conversation_export(scene, person, _conversation(scene, person))
    return Call({"export_id": export_id})


def _in_written_export(scene: Scene, person: Person) -> Call:
    call = _in_conversation_export(scene, person)
    run_export(scene.world.id, UUID(call.ids["export_id"]))
    return call


def _in_ready_export(scene: Scene, _: Person) -> Call:
    return Call({"export_id": ready_export(scene)})


def _exported(scene: Scene, person: Person) -> Call:
    """The file of an export, by a link of the person's own."""
    export_id = ready_export(scene)
    return Call({"export_id": export_id}, query={"token": link_token(scene, export_id, person)})


def _closing(scene: Scene, _: Person) -> Call:
    return Call(body={"name": name_of(scene.world)})


def _kept(scene: Scene, _: Person) -> Call:
    name = name_of(scene.world)
    with tenant(scene.world.id):
        close_workspace(name, days=14, actor=scene.world.actor)
    return Call()


def _draft(scene: Scene) -> Any:
    """A document of its own for a call that changes it."""
    return scene.upload(_unique("Texte"), f"Essais/{secrets.token_hex(6)}.md")["id"]


def _conversation(scene: Scene, person: Person) -> str:
    return str(scene.answer(person).conversation_id)


def _deleted_conversation(scene: Scene, person: Person) -> str:
    found = _conversation(scene, person)
    with tenant(scene.world.id):
        Conversation.objects.filter(pk=found).update(deleted_at=datetime.now(UTC))
    return found


def _within(make: Any = None) -> Callable[[Scene, Person], Call]:
    """A call about one of the person's own conversations, with the body that `make` makes."""

    def call(scene: Scene, person: Person) -> Call:
        path = {"conversation_id": _conversation(scene, person)}
        return Call(path, make(scene, person) if make else None)

    return call


def _beside(scene: Scene, person: Person) -> Person:
    """Somebody of the same side: of the staff, or of the same company."""
    world = scene.world
    pair = (world.manager, world.guest) if person.member.company_id else (world.admin, world.agent)
    return pair[0] if person.member.id != pair[0].member.id else pair[1]


def _participant(scene: Scene, person: Person) -> Call:
    """A colleague who takes part in the person's conversation."""
    found = _conversation(scene, person)
    colleague = _beside(scene, person)
    with tenant(scene.world.id):
        Participant.objects.create(
            workspace_id=scene.world.id,
            conversation_id=found,
            member=colleague.member,
            joined_at=datetime.now(UTC),
        )
    return Call({"conversation_id": found, "member_id": str(colleague.member.id)})


def _link(scene: Scene, person: Person) -> tuple[str, str]:
    """A link to a conversation of the person's: its id and its token."""
    found = _conversation(scene, person)
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        row = Conversation.objects.select_related("member").get(pk=found)
        link, url = make_link(row, 1, actor=actor)
    return str(link.id), url.rpartition("/")[2]


def _attached(scene: Scene, person: Person) -> Call:
    text = BytesIO(b"Le code du portail est dans le coffre.")
    with tenant(scene.world.id):
        # As many as a member may hold would soon be reached.
        Attachment.objects.filter(message=None, member=person.member).delete()
        row = attach(text, "notes.txt", actor=actor_of(scene.world, person.member))
    return Call({"attachment_id": str(row.id)})


def _colleague(scene: Scene, person: Person) -> dict[str, Any]:
    return {"member_ids": [str(_beside(scene, person).member.id)]}


def _folder(scene: Scene, person: Person) -> str:
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        return str(create_folder(_unique("Dossier"), actor=actor).id)


def _filter(scene: Scene, person: Person) -> str:
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        return str(save_filter("members", _unique("Filtre"), {}, actor=actor).id)


def _notice(scene: Scene) -> str:
    told(scene.world, scene.world.agent)
    return str(rows(scene.world, scene.world.agent)[-1].pk)


def _device(scene: Scene, person: Person) -> str:
    made = scene.client.post(
        "/api/v2/push/devices", json=device_body(FakeBrowser()), headers=person.headers
    )
    assert made.status_code == 201, made.text
    return str(made.json()["id"])


def _deleted(scene: Scene) -> Any:
    found = _draft(scene)
    address = f"/api/v2/documents/{found}"
    assert scene.client.delete(address, headers=scene.admin.headers).status_code == 204
    return found


def _failed(scene: Scene) -> Any:
    found = _draft(scene)
    with tenant(scene.world.id):
        Document.objects.filter(pk=found).update(status="failed", error_code="corrupt")
    return found


def _shared(scene: Scene, _: Person) -> Call:
    return Call({"document_id": scene.document["id"], "passage_id": scene.passage_id})


def _order(scene: Scene, _: Person) -> Call:
    return Call(body={"ids": [_model(scene)]})


def _acceptance(scene: Scene, _: Person) -> Call:
    token = _invitation(scene)[1]
    return Call(body={"token": token, "name": "Noa", "password": "plein-de-mots-7-longs"})


def _document_call(make: Callable[[Scene], Any], body: dict[str, Any] | None = None) -> Maker:
    return lambda scene, _: Call({"document_id": make(scene)}, body)


def _plain(body: Callable[[], dict[str, Any]] | None = None, **query: str) -> Maker:
    return lambda scene, person: Call(body=body() if body else None, query=query)


def _other_theme(_: Scene, person: Person) -> Call:
    """A choice that isn't the person's yet: another one would change nothing."""
    chosen = User.objects.get(pk=person.user.pk).preferences
    return Call(body={"theme": "light" if chosen.get("theme") == "dark" else "dark"})


def _other_density(scene: Scene) -> str:
    with tenant(scene.world.id):
        chosen = Workspace.objects.get(pk=scene.world.id).preference_defaults.get("guest", {})
    return "comfortable" if chosen.get("density") == "compact" else "compact"


def _answer(body: dict[str, Any]) -> Maker:
    return lambda scene, person: Call({"answer_id": scene.answer(person).id}, body)


def _connection(scene: Scene, **fields: Any) -> Any:
    """A workspace may keep only some: each call starts with one that is switched off."""
    with tenant(scene.world.id):
        Connection.objects.all().delete()
    return make_connection(scene.world, enabled=False, **fields)


def _domain(scene: Scene) -> Any:
    found = make_domain(scene.world)
    publish(found)
    return found.id


def _group(scene: Scene) -> Any:
    with tenant(scene.world.id):
        return ScimGroup.objects.create(workspace_id=scene.world.id, display_name="Support").id


def _sso_test(scene: Scene, person: Person) -> Call:
    sso = _connection(scene)
    with tenant(scene.world.id):
        actor = actor_of(scene.world, person.member)
        return Call({"test_id": begin_test(sso, actor=actor).id})


def _linked(scene: Scene, person: Person) -> Call:
    sso, member = _connection(scene), _fresh_member(scene)
    SocialAccount.objects.create(user=member.user, provider=str(sso.id), uid=secrets.token_hex(8))
    return Call({"connection_id": sso.id, "member_id": member.id})


def _sso(body: dict[str, Any] | None = None) -> Maker:
    return lambda scene, _: Call({"connection_id": _connection(scene).id}, body)


def _in_domain(body: dict[str, Any] | None = None) -> Maker:
    return lambda scene, _: Call({"domain_id": _domain(scene)}, body)


def _head_sending(scene: Scene, _: Person) -> Call:
    """There is somewhere to send it, although nobody listens there."""
    with tenant(scene.world.id):
        choose(
            retention_days=365,
            mail_to=[],
            webhook_url="http://127.0.0.1:9/heads",
            actor=scene.world.actor,
        )
    return Call()


# The first bytes of a PNG of one pixel: what is read of it.
LOGO = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\6\0\0\0"


def _company(scene: Scene) -> Any:
    with tenant(scene.world.id):
        return add_company(_unique("Client"), actor=scene.world.actor).id


# It does the same in every workspace, so that its preview's digest holds in every one.
TABLE = "e-mail;rôle\npas une adresse;agent\n".encode()


def _import(scene: Scene, _: Person) -> Call:
    call = Call(file=TABLE, body={})
    shown = call.send(scene, "POST", "/api/v2/members/import/preview", scene.admin.headers)
    return Call(file=TABLE, body={"digest": shown.json()["digest"]})


def _leaving(scene: Scene) -> dict[str, Any]:
    """A change of many members that reaches one of them."""
    return {
        "selection": {"member_ids": [str(_fresh_member(scene).id)]},
        "change": {"kind": "deactivate"},
    }


def _changes(scene: Scene, _: Person) -> Call:
    body = _leaving(scene)
    shown = Call(body=body).send(
        scene, "POST", "/api/v2/members/changes/preview", scene.admin.headers
    )
    return Call(body=body | {"digest": shown.json()["digest"]})


def _changed(scene: Scene, person: Person) -> Call:
    done = _changes(scene, person).send(
        scene, "POST", "/api/v2/members/changes", scene.admin.headers
    )
    return Call({"change_id": done.json()["undo_id"]})


PUBLIC_AUDIENCE = {"kind": "public"}

# Endpoint -> the status of success, and how to make a request that has it.
EXAMPLES: dict[str, tuple[int, Maker]] = {
    "GET /api/v2/me": (200, _plain()),
    "PATCH /api/v2/me/preferences": (200, _other_theme),
    "GET /api/v2/preference-defaults": (200, _plain()),
    "PATCH /api/v2/preference-defaults/{role}": (
        200,
        lambda s, _: Call(ids={"role": "guest"}, body={"density": _other_density(s)}),
    ),
    "PATCH /api/v2/me": (200, _other_theme),
    "GET /api/v2/me/workspaces": (200, _plain()),
    "PUT /api/v2/me/workspace": (
        204,
        lambda s, _: Call(body={"workspace_id": str(s.world.id)}),
    ),
    "PUT /api/v2/me/preview": (
        200,
        lambda s, _: Call(body={"member_id": str(s.world.guest.member.id)}),
    ),
    "DELETE /api/v2/me/preview": (204, _plain()),
    "GET /api/v2/roles": (200, _plain()),
    "POST /api/v2/roles": (
        201,
        _plain(lambda: {"name": _unique("Rôle"), "base": "agent", "permissions": ["search.use"]}),
    ),
    "PATCH /api/v2/roles/{role_id}": (
        200,
        lambda s, _: Call({"role_id": _role(s).id}, {"permissions": ["documents.read"]}),
    ),
    "DELETE /api/v2/roles/{role_id}": (204, lambda s, _: Call({"role_id": _role(s).id})),
    "GET /api/v2/members": (200, _plain()),
    "GET /api/v2/members/counts": (200, _plain()),
    "PATCH /api/v2/members/{member_id}": (
        200,
        lambda s, _: Call({"member_id": _fresh_member(s).id}, {"active": False}),
    ),
    "POST /api/v2/members/{member_id}/sessions/end": (
        204,
        lambda s, _: Call({"member_id": _fresh_member(s).id}),
    ),
    "POST /api/v2/members/{member_id}/second-factors/reset": (
        204,
        lambda s, _: Call({"member_id": _fresh_member(s).id}),
    ),
    "GET /api/v2/members/{member_id}/access": (
        200,
        lambda s, _: Call(
            {"member_id": s.world.guest.member.id}, query={"document": s.document["id"]}
        ),
    ),
    "GET /api/v2/documents/{document_id}/readers": (200, _shared),
    "GET /api/v2/companies": (200, _plain()),
    "POST /api/v2/companies": (201, _plain(lambda: {"name": _unique("Client")})),
    "GET /api/v2/invitations": (200, _plain()),
    "POST /api/v2/invitations": (
        201,
        _plain(lambda: {"email": f"{secrets.token_hex(6)}@example.com", "role": "agent"}),
    ),
    "POST /api/v2/invitations/changes": (
        200,
        lambda s, _: Call(
            body={"invitation_ids": [str(_invitation(s)[0].id)], "action": "withdraw"}
        ),
    ),
    "GET /api/v2/invitations/lookup": (
        200,
        lambda s, _: Call(query={"token": _invitation(s)[1]}),
    ),
    "POST /api/v2/invitations/acceptance": (201, _acceptance),
    "DELETE /api/v2/invitations/{invitation_id}": (
        204,
        lambda s, _: Call({"invitation_id": _invitation(s)[0].id}),
    ),
    "GET /api/v2/api-keys": (200, _plain()),
    "POST /api/v2/api-keys": (201, _plain(lambda: {"name": "k", "scopes": ["profile.read"]})),
    "POST /api/v2/api-keys/{key_id}/rotation": (
        200,
        lambda s, p: Call({"key_id": _key(s, p)}, {"overlap_hours": 1}),
    ),
    "GET /api/v2/api-key-policy": (200, _plain()),
    "PUT /api/v2/api-key-policy": (200, _plain(lambda: {"max_days": None})),
    "DELETE /api/v2/api-keys/{key_id}": (204, lambda s, p: Call({"key_id": _key(s, p)})),
    "GET /api/v2/oauth/applications": (200, _plain()),
    "POST /api/v2/oauth/applications": (201, _plain(application_body)),
    "PUT /api/v2/oauth/applications/{application_id}": (
        200,
        lambda s, _: Call({"application_id": make_application(s.world).id}, application_body()),
    ),
    "POST /api/v2/oauth/applications/{application_id}/secret": (
        200,
        lambda s, _: Call({"application_id": make_application(s.world).id}),
    ),
    "DELETE /api/v2/oauth/applications/{application_id}": (
        204,
        lambda s, _: Call({"application_id": make_application(s.world).id}),
    ),
    "GET /api/v2/oauth/authorization": (200, _asked),
    "POST /api/v2/oauth/authorization": (
        200,
        lambda s, _: Call(body={"query": request_of(make_application(s.world)), "allow": False}),
    ),
    "GET /api/v2/oauth/connections": (200, _plain()),
    "PATCH /api/v2/oauth/connections/{connection_id}": (
        200,
        lambda s, p: Call(
            {"connection_id": make_grant(s.world, p.member).id}, {"scopes": ["openid"]}
        ),
    ),
    "DELETE /api/v2/oauth/connections/{connection_id}": (
        204,
        lambda s, p: Call({"connection_id": make_grant(s.world, p.member).id}),
    ),
    "GET /api/v2/ai/models": (200, _plain()),
    "POST /api/v2/ai/models": (201, _new_model),
    "PUT /api/v2/ai/models/order": (200, _order),
    "POST /api/v2/ai/models/test": (200, lambda s, _: Call(body={"id": _model(s)})),
    "PATCH /api/v2/ai/models/{model_id}": (
        200,
        lambda s, _: Call({"model_id": _model(s)}, {"name": "Autre"}),
    ),
    "DELETE /api/v2/ai/models/{model_id}": (204, lambda s, _: Call({"model_id": _model(s)})),
    "GET /api/v2/ai/embeddings": (200, _plain()),
    "PUT /api/v2/ai/embeddings": (200, _plain(lambda: {"kind": "off"})),
    "POST /api/v2/ai/embeddings/test": (200, _plain(lambda: {"kind": "off"})),
    "POST /api/v2/ai/embeddings/cancel": (200, _plain()),
    "POST /api/v2/ai/embeddings/rebuild": (200, _plain()),
    "GET /api/v2/documents": (200, _plain()),
    "POST /api/v2/documents": (
        202,
        lambda s, _: Call(body={"path": f"{secrets.token_hex(6)}.md"}, file=b"# Titre\n\nTexte."),
    ),
    "GET /api/v2/documents/{document_id}": (200, _shared),
    "PATCH /api/v2/documents/{document_id}": (200, _document_call(_draft, {"title": "Nouveau"})),
    "DELETE /api/v2/documents/{document_id}": (204, _document_call(_draft)),
    "POST /api/v2/documents/{document_id}/restoration": (200, _document_call(_deleted)),
    "POST /api/v2/documents/{document_id}/retry": (202, _document_call(_failed)),
    "GET /api/v2/documents/{document_id}/content": (200, _shared),
    "GET /api/v2/documents/{document_id}/passages/{passage_id}": (200, _shared),
    "GET /api/v2/documents/{document_id}/view": (200, _shared),
    "GET /api/v2/documents/{document_id}/original": (200, _shared),
    "GET /api/v2/folders": (200, _plain()),
    "PUT /api/v2/folders/audience": (
        204,
        _plain(lambda: {"path": "Essais", "audience": PUBLIC_AUDIENCE}),
    ),
    "POST /api/v2/search": (200, _plain(lambda: {"query": "vpn"})),
    "GET /api/v2/search/synonyms": (200, _plain()),
    "PUT /api/v2/search/synonyms": (200, _plain(lambda: {"groups": [["mdp", "mot de passe"]]})),
    "POST /api/v2/answers": (200, _plain(lambda: {"question": QUESTION})),
    "POST /api/v2/attachments": (
        201,
        lambda s, _: Call(file=b"Le code du portail est dans le coffre."),
    ),
    "GET /api/v2/attachments/{attachment_id}": (200, _attached),
    "GET /api/v2/attachments/{attachment_id}/file": (200, _attached),
    "DELETE /api/v2/attachments/{attachment_id}": (204, _attached),
    "GET /api/v2/speech": (200, _plain()),
    "POST /api/v2/speech/transcriptions": (
        409,
        lambda s, _: Call(file=b"RIFF\x00\x00\x00\x00WAVEfmt "),
    ),
    "GET /api/v2/answers/{answer_id}/speech": (
        409,
        lambda scene, person: Call({"answer_id": scene.answer(person).id}),
    ),
    "POST /api/v2/answers/{answer_id}/rating": (200, _answer({"value": "up"})),
    "POST /api/v2/answers/{answer_id}/handover": (201, _answer({})),
    "GET /api/v2/conversations": (200, _plain()),
    "GET /api/v2/conversations/search": (200, _plain(q="vpn")),
    "POST /api/v2/conversations/changes": (
        200,
        lambda s, p: Call(body={"ids": [_conversation(s, p)], "pinned": True}),
    ),
    "POST /api/v2/conversations/exports": (
        200,
        lambda s, p: Call(body={"ids": [_conversation(s, p)], "format": "json"}),
    ),
    "GET /api/v2/conversation-exports": (200, _plain()),
    "POST /api/v2/conversation-exports": (202, _new_conversation_export),
    "GET /api/v2/conversation-exports/{export_id}": (200, _in_conversation_export),
    "POST /api/v2/conversation-exports/{export_id}/cancel": (200, _in_conversation_export),
    "DELETE /api/v2/conversation-exports/{export_id}": (204, _in_conversation_export),
    "GET /api/v2/conversation-exports/{export_id}/file": (200, _in_written_export),
    "POST /api/v2/conversations/imports": (
        200,
        lambda s, _: Call(file=as_json(chatgpt(("user", QUESTION), ("assistant", "Ainsi.")))),
    ),
    "PATCH /api/v2/conversations/{conversation_id}": (
        200,
        lambda s, p: Call({"conversation_id": _conversation(s, p)}, {"title": "VPN du bureau"}),
    ),
    "DELETE /api/v2/conversations/{conversation_id}": (
        204,
        lambda s, p: Call({"conversation_id": _conversation(s, p)}),
    ),
    "POST /api/v2/conversations/{conversation_id}/restoration": (
        200,
        lambda s, p: Call({"conversation_id": _deleted_conversation(s, p)}),
    ),
    "GET /api/v2/conversation-counts": (200, _plain()),
    "POST /api/v2/conversations/{conversation_id}/messages": (
        201,
        _within(lambda s, p: {"text": "Merci, cela marche."}),
    ),
    "POST /api/v2/conversations/{conversation_id}/notes": (
        201,
        _within(lambda s, p: {"text": "Voir aussi le pare-feu."}),
    ),
    "POST /api/v2/conversations/{conversation_id}/presence": (
        200,
        _within(lambda s, p: {"read": True}),
    ),
    "GET /api/v2/conversations/{conversation_id}/candidates": (200, _within()),
    "POST /api/v2/conversations/{conversation_id}/people": (200, _within(_colleague)),
    "DELETE /api/v2/conversations/{conversation_id}/people/{member_id}": (204, _participant),
    "PUT /api/v2/conversations/{conversation_id}/sharing": (
        200,
        _within(lambda s, p: {"shared": True}),
    ),
    "PUT /api/v2/conversations/{conversation_id}/assignment": (
        204,
        _within(lambda s, p: {"status": "person"}),
    ),
    "GET /api/v2/conversations/{conversation_id}/summary": (200, _within()),
    "GET /api/v2/conversations/{conversation_id}/links": (200, _within()),
    "POST /api/v2/conversations/{conversation_id}/links": (201, _within(lambda s, p: {"days": 1})),
    "DELETE /api/v2/conversation-links/{link_id}": (
        204,
        lambda s, p: Call({"link_id": _link(s, p)[0]}),
    ),
    "GET /api/v2/shared-conversations/{token}": (200, lambda s, p: Call({"token": _link(s, p)[1]})),
    "GET /api/v2/saved-filters": (200, _plain()),
    "POST /api/v2/saved-filters": (201, _plain(lambda: saved_filter(_unique("Filtre")))),
    "DELETE /api/v2/saved-filters/{filter_id}": (
        204,
        lambda s, p: Call({"filter_id": _filter(s, p)}),
    ),
    "GET /api/v2/notices": (200, _plain()),
    "GET /api/v2/notices/count": (200, _plain()),
    "POST /api/v2/notices/read": (200, _plain(dict)),
    "GET /api/v2/habits": (200, _plain()),
    "PATCH /api/v2/habits/{habit_id}": (
        200,
        lambda s, p: Call({"habit_id": some_habit(s.world, p, s.document["id"])}, {"on": False}),
    ),
    "DELETE /api/v2/habits/{habit_id}": (
        204,
        lambda s, p: Call({"habit_id": some_habit(s.world, p, s.document["id"])}),
    ),
    "DELETE /api/v2/habits": (204, _plain()),
    "PUT /api/v2/habits/learning": (200, _plain(lambda: {"learning": True})),
    "GET /api/v2/notice-choices": (200, _plain()),
    "PUT /api/v2/notice-choices": (200, _plain(choices_body)),
    "GET /api/v2/push/key": (200, _plain()),
    "GET /api/v2/push/devices": (200, _plain()),
    "POST /api/v2/push/devices": (201, _plain(lambda: device_body(FakeBrowser()))),
    "DELETE /api/v2/push/devices/{device_id}": (
        204,
        lambda s, p: Call({"device_id": _device(s, p)}),
    ),
    "POST /api/v2/push/devices/{device_id}/trial": (
        202,
        lambda s, p: Call({"device_id": _device(s, p)}),
    ),
    "GET /api/v2/conversation-folders": (200, _plain()),
    "POST /api/v2/conversation-folders": (201, _plain(lambda: {"name": _unique("Dossier")})),
    "PUT /api/v2/conversation-folders/{folder_id}": (
        200,
        lambda s, p: Call({"folder_id": _folder(s, p)}, {"name": _unique("Dossier")}),
    ),
    "DELETE /api/v2/conversation-folders/{folder_id}": (
        204,
        lambda s, p: Call({"folder_id": _folder(s, p)}),
    ),
    "GET /api/v2/conversations/{conversation_id}": (
        200,
        lambda s, p: Call({"conversation_id": s.answer(p).conversation_id}),
    ),
    "GET /api/v2/suggestions": (200, _plain()),
    "GET /api/v2/answer-models": (200, _plain()),
    "GET /api/v2/demo": (404, _plain()),  # this installation shows no demo
    "GET /api/v2/events": (200, _plain()),
    "GET /api/v2/sso/connections": (200, _plain()),
    "POST /api/v2/sso/connections": (
        201,
        lambda s, _: Call(body={"kind": "oidc", "name": str(_connection(s).id)}),
    ),
    "GET /api/v2/sso/connections/{connection_id}": (200, _sso()),
    "PATCH /api/v2/sso/connections/{connection_id}": (200, _sso({"name": "Annuaire"})),
    "DELETE /api/v2/sso/connections/{connection_id}": (204, _sso()),
    "POST /api/v2/sso/connections/{connection_id}/metadata": (200, _sso({"xml": metadata()})),
    "POST /api/v2/sso/connections/{connection_id}/tests": (201, _sso()),
    "GET /api/v2/sso/connections/{connection_id}/links": (200, _sso()),
    "DELETE /api/v2/sso/connections/{connection_id}/links/{member_id}": (204, _linked),
    # Nobody listens there: whoever may ask is told so.
    "POST /api/v2/sso/discovery": (422, _plain(lambda: {"issuer": "http://127.0.0.1:9"})),
    "GET /api/v2/sso/tests/{test_id}": (200, _sso_test),
    "GET /api/v2/sso/domains": (200, _plain()),
    "POST /api/v2/sso/domains": (
        201,
        _plain(lambda: {"name": f"d-{secrets.token_hex(6)}.example"}),
    ),
    "PATCH /api/v2/sso/domains/{domain_id}": (200, _in_domain({"connection_id": None})),
    "POST /api/v2/sso/domains/{domain_id}/check": (200, _in_domain()),
    "DELETE /api/v2/sso/domains/{domain_id}": (204, _in_domain()),
    "GET /api/v2/sso/enforcement": (200, _plain()),
    "PUT /api/v2/sso/enforcement": (
        200,
        _plain(lambda: {"enforced": False, "break_glass": []}),
    ),
    "GET /api/v2/sso/sign-out": (200, _plain()),
    "GET /api/v2/sso/directory": (200, _plain()),
    "GET /api/v2/sso/directory/groups": (200, _plain()),
    "PUT /api/v2/sso/directory/groups/{group_id}/role": (
        200,
        lambda s, _: Call({"group_id": _group(s)}, {"role": "agent"}),
    ),
    "GET /api/v2/sign-in/options": (200, _plain(email="x@example.com", workspace="rien")),
    "GET /api/v2/sign-in/refusal": (200, _plain(code="expired")),
    "GET /api/v2/trail/entries": (200, _plain()),
    "POST /api/v2/trail/exports": (200, _plain(lambda: {"format": "csv"})),
    "POST /api/v2/trail/verification": (200, _plain()),
    "GET /api/v2/trail/settings": (200, _plain()),
    "PUT /api/v2/trail/settings": (200, _plain(lambda: {"retention_days": 400})),
    "GET /api/v2/trail/head": (200, _plain()),
    "POST /api/v2/trail/head/sending": (202, _head_sending),
    "GET /api/v2/security-policy": (200, _plain()),
    "PUT /api/v2/security-policy": (200, _plain(lambda: {"registration": "invitation"})),
    "GET /api/v2/memberships/offers": (200, _plain()),
    # A member already: joining again changes nothing.
    "POST /api/v2/memberships": (201, lambda s, _: Call(body={"workspace": slug_of(s.world)})),
    "POST /api/v2/members/import/preview": (200, lambda s, _: Call(file=TABLE, body={})),
    "POST /api/v2/members/import": (200, _import),
    "GET /api/v2/members/export": (200, _plain()),
    "POST /api/v2/members/changes/preview": (200, lambda s, _: Call(body=_leaving(s))),
    "POST /api/v2/members/changes": (200, _changes),
    "POST /api/v2/members/changes/{change_id}/restoration": (200, _changed),
    "POST /api/v2/invitations/{invitation_id}/resend": (
        200,
        lambda s, _: Call({"invitation_id": _invitation(s)[0].id}),
    ),
    "GET /api/v2/companies/details": (200, _plain()),
    "PATCH /api/v2/companies/{company_id}": (
        200,
        lambda s, _: Call({"company_id": _company(s)}, {"domains": []}),
    ),
    "DELETE /api/v2/companies/{company_id}": (
        204,
        lambda s, _: Call({"company_id": _company(s)}),
    ),
    "GET /api/v2/configuration": (200, _plain()),
    "DELETE /api/v2/configuration/{key}": (
        200,
        lambda s, _: Call({"key": "branding.title"}),
    ),
    "GET /api/v2/branding": (200, _plain()),
    "PUT /api/v2/branding": (200, _plain(lambda: {"name": "Espace", "primary": "#0b6a6f"})),
    "PUT /api/v2/branding/logo": (200, lambda s, _: Call(file=LOGO)),
    "DELETE /api/v2/branding/logo": (204, _plain()),
    "GET /api/v2/branding/{slug}/logo": (404, lambda s, _: Call({"slug": "nobody"})),
    "GET /api/v2/overview": (200, _plain()),
    "GET /api/v2/workspace/exports": (200, _plain()),
    "POST /api/v2/workspace/exports": (202, _new_export),
    "GET /api/v2/workspace/exports/{export_id}": (200, _in_export),
    "POST /api/v2/workspace/exports/{export_id}/cancellation": (200, _in_export),
    "POST /api/v2/workspace/exports/{export_id}/link": (201, _in_ready_export),
    "GET /api/v2/workspace/exports/{export_id}/file": (200, _exported),
    "GET /api/v2/workspace/deletion": (200, _plain()),
    "POST /api/v2/workspace/deletion": (201, _closing),
    "DELETE /api/v2/workspace/deletion": (204, _kept),
    "GET /healthz": (200, _plain()),
    "GET /readyz": (200, _plain()),
}


def _in_an_open_workspace(make: Maker) -> Maker:
    """Nobody new comes into a workspace that an earlier example is about to end: it is kept."""

    def made(scene: Scene, person: Person) -> Call:
        keep(scene)
        return make(scene, person)

    return made


EXAMPLES = {
    name: (status, _in_an_open_workspace(make)) for name, (status, make) in EXAMPLES.items()
}

# Requests that name another workspace's object in the body instead of the address: they find
# nothing there either.
FOREIGN_BODIES: dict[str, Callable[[Scene], dict[str, Any]]] = {
    "POST /api/v2/workspace/deletion": lambda s: {"name": f"Espace {slug_of(s.world)}"},
    "PUT /api/v2/ai/models/order": lambda s: {"ids": [_model(s)]},
    "POST /api/v2/invitations": lambda s: {
        "email": f"{secrets.token_hex(6)}@example.com",
        "role": "guest",
        "company_id": str(s.world.company.id),
    },
    "POST /api/v2/invitations/changes": lambda s: {
        "invitation_ids": [str(_invitation(s)[0].id)],
        "action": "withdraw",
    },
    # Ids of others do nothing.
    "POST /api/v2/notices/read": lambda s: {"ids": [_notice(s)]},
    # Where this workspace sends its head is not known there.
    "POST /api/v2/trail/head/sending": lambda s: {},
    "PUT /api/v2/security-policy": lambda s: {
        "registration": "open",
        "registration_company_id": str(s.world.company.id),
    },
    "POST /api/v2/members/changes/preview": lambda s: _leaving(s),
    "POST /api/v2/members/changes": lambda s: _leaving(s) | {"digest": "0" * 64},
    "POST /api/v2/oauth/authorization": lambda s: {
        "query": request_of(make_application(s.world)),
        "allow": True,
    },
    "POST /api/v2/memberships": lambda s: {"workspace": slug_of(s.world)},
    "PUT /api/v2/me/workspace": lambda s: {"workspace_id": str(s.world.id)},
    "PUT /api/v2/me/preview": lambda s: {"member_id": str(s.world.guest.member.id)},
    "POST /api/v2/conversations/exports": lambda s: {
        "ids": [_conversation(s, s.admin)],
        "format": "markdown",
    },
    "POST /api/v2/conversation-exports": lambda s: {
        "wanted": {"ids": [_conversation(s, s.admin)]},
    },
    "POST /api/v2/conversations/changes": lambda s: {
        "ids": [_conversation(s, s.admin)],
        "archived": True,
    },
    "POST /api/v2/answers": lambda s: {
        "question": QUESTION,
        "conversation_id": str((answer := s.answer(s.admin)).conversation_id),
        "instead_of": str(answer.id),
    },
    "PUT /api/v2/folders/audience": lambda s: {
        "path": "Essais",
        "audience": {"kind": "companies", "company_ids": [str(s.world.company.id)]},
    },
    "POST /api/v2/ai/models/test": lambda s: {"id": _model(s)},
    "POST /api/v2/sso/domains": lambda s: {
        "name": f"d-{secrets.token_hex(6)}.example",
        "connection_id": str(_connection(s).id),
    },
}

# What is kept with a sign-in: an API key has none to keep it in.
SESSION_ONLY = {
    "GET /api/v2/oauth/authorization",
    "POST /api/v2/oauth/authorization",
    "GET /api/v2/memberships/offers",
    "POST /api/v2/memberships",
    "GET /api/v2/me/workspaces",
    "PUT /api/v2/me/workspace",
    "PUT /api/v2/me/preview",
    "DELETE /api/v2/me/preview",
}

# Where a foreign id in the body is refused for another reason than being unknown.
FOREIGN_STATUS = {
    # A setting or role has the same name everywhere: the caller's own is meant.
    "DELETE /api/v2/configuration/{key}": 200,
    "PATCH /api/v2/preference-defaults/{role}": 200,
    "POST /api/v2/notices/read": 200,
    # Another workspace's name ends nothing.
    "POST /api/v2/workspace/deletion": 422,
    # The words are those for an application that nobody has registered.
    "GET /api/v2/oauth/authorization": 400,
    "POST /api/v2/oauth/authorization": 400,
    "PUT /api/v2/ai/models/order": 409,
    "POST /api/v2/trail/head/sending": 409,
}
