"""Changing who may be answered from a document or a folder; works at once."""

from django.db import connection

from netz.audit.services import record
from netz.core.actor import Actor
from netz.knowledge.audiences import AudienceSpec, documents_below, ensure_set, inherited_set
from netz.knowledge.models import AudienceSet, Document, FolderRule
from netz.knowledge.paths import clean_path
from netz.knowledge.search.index import set_audience
from netz.knowledge.services.state import announce, bump
from netz.workspaces.access_errors import CompanyLimits


def set_document_audience(document: Document, spec: AudienceSpec | None, *, actor: Actor) -> None:
    """Gives the document its own audience, or None to inherit its folder's again."""
    before = {"kind": document.audience.kind, "companies": document.audience.company_ids}
    chosen = ensure_set(spec, actor=actor) if spec else inherited_set(document.path, actor=actor)
    apply_audience(document, chosen, given=spec is not None)
    for child in document.children.filter(deleted_at=None):
        # What was unpacked from an archive follows it.
        theirs = chosen if spec else inherited_set(child.path, actor=actor)
        apply_audience(child, theirs, given=spec is not None)
    record(
        actor,
        "document.audience",
        document,
        before=before,
        after={"kind": chosen.kind, "companies": chosen.company_ids},
    )
    bump(actor.workspace_id)
    announce(document)


def set_folder_audience(path: str, spec: AudienceSpec | None, *, actor: Actor) -> None:
    """Sets or removes a folder's rule and applies it to the documents that inherit.

    Raises `CompanyLimits` for a member who acts for some companies alone.
    """
    if not actor.sees_all_companies:
        raise CompanyLimits  # a rule reaches whatever lies below the folder, now and later
    folder = clean_path(path)
    rules = FolderRule.objects.filter(workspace_id=actor.workspace_id, path=folder)
    if spec is None:
        rules.delete()
    else:
        FolderRule.objects.update_or_create(
            workspace_id=actor.workspace_id,
            path=folder,
            defaults={"audience": ensure_set(spec, actor=actor)},
        )
    for document in documents_below(folder, actor=actor):
        apply_audience(document, inherited_set(document.path, actor=actor), given=False)
    record(
        actor,
        "folder.audience",
        after={"path": folder, "kind": spec.kind if spec else None},
    )
    bump(actor.workspace_id)


def apply_audience(document: Document, audience: AudienceSet, *, given: bool) -> None:
    """Stores the audience and moves the document's passages in the index."""
    changed = document.audience_id != audience.id
    document.audience, document.audience_given = audience, given
    document.save(update_fields=["audience", "audience_given", "updated_at"])
    if changed:
        with connection.cursor() as cursor:
            set_audience(cursor, document.workspace_id, document.id, audience.number)
