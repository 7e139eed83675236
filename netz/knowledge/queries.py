"""Reads of documents and passages; every function takes the actor and shows what it may see."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any, Literal
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Lower

from netz.core.actor import Actor
from netz.core.api.schema import read_cursor, write_cursor
from netz.core.db import rows_of, tenant
from netz.core.permissions import Permission
from netz.knowledge.audiences import check_changeable, visible_numbers
from netz.knowledge.errors import DocumentNotFound, PassageNotFound
from netz.knowledge.locking import locked_document
from netz.knowledge.models import (
    AudienceSet,
    Document,
    FolderRule,
    Passage,
    SynonymGroup,
    VectorIndex,
    Version,
)
from netz.knowledge.paths import folder_of
from netz.knowledge.search.query import search as search_index
from netz.knowledge.search.query import synonyms_with
from netz.knowledge.text.synonyms import Synonyms, compile_groups
from netz.knowledge.types import Hit
from netz.knowledge.vectors import Alike, alike, encoder, question_vector, warm_up_model
from netz.workspaces import queries as workspaces

Sort = Literal["path", "title", "-updated_at"]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder with how many documents lie below it and its own audience rule."""

    path: str
    documents: int
    audience: AudienceSet | None


def _visible(
    actor: Actor, permission: Permission = Permission.DOCUMENTS_READ
) -> QuerySet[Document]:
    rows = Document.objects.filter(workspace_id=actor.workspace_id, deleted_at=None)
    numbers = visible_numbers(actor, permission)
    if numbers is not None:
        rows = rows.filter(audience__number__in=numbers)
    if not actor.is_staff:
        # What a reader may not manage exists for them only once it can answer.
        rows = rows.filter(current__isnull=False).exclude(current__passage_count=0)
    # The converted view can be large, and no list shows it.
    return rows.select_related("audience", "current", "latest").defer(
        "current__view_html", "latest__view_html"
    )


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """All documents that the actor may see."""
    return _visible(actor)


def documents(
    actor: Actor,
    *,
    query: str | None = None,
    status: str | None = None,
    folder: str | None = None,
    audience: str | None = None,
    sort: Sort = "path",
    cursor: str | None = None,
    limit: int = 50,
) -> tuple[list[Document], str | None]:
    """One page of the documents that the actor may see, and the cursor of the next."""
    rows = _visible(actor)
    if query:
        rows = rows.filter(Q(title__icontains=query) | Q(path__icontains=query))
    if status:
        rows = rows.filter(status=status)
    if folder:
        rows = rows.filter(path__startswith=f"{folder.strip('/')}/")
    if audience:
        rows = rows.filter(audience__kind=audience)
    if sort == "-updated_at":
        rows = rows.order_by("-updated_at", "-id")
        if cursor:
            when, last = read_cursor(cursor, datetime, UUID)
            rows = rows.filter(Q(updated_at__lt=when) | Q(updated_at=when, id__lt=last))
    else:
        field = "path" if sort == "path" else "title"
        rows = rows.annotate(key=Lower(field)).order_by("key", "id")
        if cursor:
            key, last = read_cursor(cursor, str, UUID)
            rows = rows.filter(Q(key__gt=key) | Q(key=key, id__gt=last))
    found = list(rows[: limit + 1])
    if len(found) <= limit:
        return found, None
    tail: Any = found[limit - 1]
    value = tail.updated_at.isoformat() if sort == "-updated_at" else tail.key
    return found[:limit], write_cursor(value, tail.id)


def document(actor: Actor, document_id: UUID) -> Document:
    """One document. Raises `DocumentNotFound`, also for one outside the actor's audience."""
    found = _visible(actor).filter(pk=document_id).first()
    if found is None:
        raise DocumentNotFound
    return found


MOST_PASSAGES = 5000


def document_to_ask(actor: Actor, document_id: UUID) -> tuple[Document, list[Hit]]:
    """A document that the actor may be answered from, and all its passages in order; not ranked,
    of a very long one the first `MOST_PASSAGES`. Raises `DocumentNotFound`."""
    found = _visible(actor, Permission.ANSWERS_ASK).filter(pk=document_id).first()
    if found is None or found.current is None:
        raise DocumentNotFound
    rows = Passage.objects.filter(workspace_id=actor.workspace_id, version=found.current)
    return found, [
        Hit(
            document_id=found.id,
            version_id=found.current.id,
            passage_id=row.id,
            path=found.path,
            title=found.title,
            page=row.page,
            headings=tuple(row.headings),
            text=row.text,
            language=found.current.language,
            score=0.0,
            lexical=0.0,
            coverage=0.0,
            ordinal=row.ordinal,
            blocks=tuple(row.blocks),
        )
        for row in rows.order_by("ordinal")[:MOST_PASSAGES]
    ]


def readable_ids(actor: Actor, document_ids: set[UUID]) -> set[UUID]:
    """Those of the documents that the actor may be answered from now."""
    rows = _visible(actor, Permission.ANSWERS_ASK)
    return set(rows.filter(pk__in=document_ids).values_list("pk", flat=True))


def document_to_change(actor: Actor, document_id: UUID) -> Document:
    """One document, locked until the transaction ends.

    Raises `DocumentNotFound`, and `CompanyLimits` where a limited member may only read.
    """
    found = locked_document(_visible(actor).filter(pk=document_id))
    if found is None:
        raise DocumentNotFound
    _check_reach(found, actor)
    return found


def _check_reach(document: Document, actor: Actor) -> None:
    if actor.grants is not None:
        # What was unpacked from an archive follows it.
        children = document.children.select_related("audience")
        check_changeable((one.audience for one in (document, *children)), actor=actor)


def deleted_document(actor: Actor, document_id: UUID) -> Document:
    """One deleted document, for undoing. Raises `DocumentNotFound`."""
    rows = Document.objects.filter(
        workspace_id=actor.workspace_id, pk=document_id, deleted_at__isnull=False
    )
    numbers = visible_numbers(actor)
    found = locked_document(rows if numbers is None else rows.filter(audience__number__in=numbers))
    if found is None:
        raise DocumentNotFound
    _check_reach(found, actor)
    return found


def readable_version(actor: Actor, document: Document) -> Version:
    """The version to show: what answers now, else for staff what was uploaded last."""
    version = document.current or (document.latest if actor.is_staff else None)
    if version is None:
        raise DocumentNotFound
    return version


def passages(actor: Actor, document: Document) -> list[Passage]:
    """The passages of the document's current content, in order."""
    if document.current_id is None:
        return []
    rows = Passage.objects.filter(workspace_id=actor.workspace_id, version_id=document.current_id)
    return list(rows.order_by("ordinal"))


def passage(actor: Actor, document: Document, passage_id: UUID) -> Passage:
    """One passage of the document, also of an older version. Raises `PassageNotFound`."""
    found = Passage.objects.filter(
        workspace_id=actor.workspace_id, document=document, pk=passage_id
    ).first()
    if found is None:
        raise PassageNotFound
    return found


def folders(actor: Actor) -> list[Folder]:
    """Every folder that holds documents the actor may see, or has a rule (for staff)."""
    counts: dict[str, int] = {}
    for path in _visible(actor).values_list("path", flat=True):
        folder = folder_of(path)
        while folder:
            counts[folder] = counts.get(folder, 0) + 1
            folder = folder_of(folder)
    rules: dict[str, AudienceSet] = {}
    if actor.is_staff:
        rows = FolderRule.objects.filter(workspace_id=actor.workspace_id)
        numbers = visible_numbers(actor)
        if numbers is not None:
            rows = rows.filter(audience__number__in=numbers)
        rules = {rule.path: rule.audience for rule in rows.select_related("audience")}
    paths = sorted(set(counts) | set(rules))
    return [Folder(path, counts.get(path, 0), rules.get(path)) for path in paths]


def status_counts(actor: Actor) -> dict[str, int]:
    """How many documents are in each state."""
    rows = _visible(actor).order_by().values_list("status").annotate(Count("id"))
    return {str(status): int(number) for status, number in rows}


def count_for_company(actor: Actor, company_id: UUID) -> int:
    """How many documents, and rules of folders, name the company in their audience."""
    sets = AudienceSet.objects.filter(
        workspace_id=actor.workspace_id, company_ids__contains=[str(company_id)]
    )
    return (
        Document.objects.filter(audience__in=sets, deleted_at=None).count()
        + FolderRule.objects.filter(audience__in=sets).count()
    )


def company_names(actor: Actor, found: list[Document]) -> dict[str, str]:
    """Names of the companies in the documents' audiences that the actor may know."""
    wanted = {company for row in found for company in row.audience.company_ids}
    names = {str(row.id): row.name for row in workspaces.companies(actor)} if wanted else {}
    return {company: names[company] for company in wanted if company in names}


def state_number(actor: Actor) -> int:
    """The number of the workspace's knowledge; grows with each change."""
    # Plain SQL: this is asked before every answer, and the ORM would take longer than the query.
    rows = rows_of(
        "SELECT number FROM knowledge_knowledgestate WHERE workspace_id = %s", [actor.workspace_id]
    )
    return int(rows[0][0]) if rows else 1


def synonym_groups(actor: Actor) -> list[list[str]]:
    """The workspace's own synonym groups."""
    rows = SynonymGroup.objects.filter(workspace_id=actor.workspace_id).order_by("id")
    return [list(words) for words in rows.values_list("words", flat=True)]


@lru_cache(maxsize=64)
def _compiled(groups: tuple[tuple[str, ...], ...]) -> Synonyms:
    """A workspace's own groups; search merges the built-in ones, which is cheap."""
    return compile_groups(groups)


def synonyms(actor: Actor) -> Synonyms:
    """The synonyms in force: the workspace's own and the built-in ones."""
    return synonyms_with(_compiled(tuple(tuple(group) for group in synonym_groups(actor))))


@dataclass(frozen=True, slots=True)
class Found:
    """What a search brought, with what the grounder needs to weigh it.

    `weights` is the inverse document frequency of the question's terms among what the reader may
    see (a term that is not in it occurs nowhere there); `synonyms` the groups that were in force;
    `alike` tells how alike texts and the question are, where a model can.
    """

    hits: list[Hit]
    weights: Mapping[str, float]
    synonyms: Synonyms
    alike: Alike | None = None


def search(actor: Actor, query: str, *, limit: int = 10, language: str | None = None) -> list[Hit]:
    """The passages that the actor may be answered from and that fit the query best."""
    return search_with_weights(actor, query, limit=limit, language=language).hits


def search_with_weights(
    actor: Actor,
    query: str,
    *,
    limit: int = 10,
    language: str | None = None,
    permission: Permission = Permission.SEARCH,
) -> Found:
    """`search`, with the weights of the question's terms, in what the permission opens."""
    groups = tuple(tuple(group) for group in synonym_groups(actor))
    synonyms = _compiled(groups)
    vector = question_vector(actor.workspace_id, query)
    with connection.cursor() as cursor:
        searched = search_index(
            cursor,
            actor.workspace_id,
            query,
            audiences=visible_numbers(actor, permission),
            limit=limit,
            synonyms=synonyms,
            language=language,
            vector=vector,
            encode=encoder(actor.workspace_id, vector),
        )
    return Found(
        searched.hits,
        searched.weights,
        synonyms_with(synonyms),
        alike(actor.workspace_id, searched.vector),
    )


def warm_up() -> None:
    """Loads what the first search would otherwise wait for."""
    warm_up_model()


def vector_counts() -> dict[str, int]:
    """How many workspaces' vectors are in each state, over the whole installation."""
    counts: Counter[str] = Counter()
    for workspace_id in every_workspace():
        with tenant(workspace_id):
            rows = VectorIndex.objects.filter(workspace_id=workspace_id)
            counts.update(rows.values_list("state", flat=True))
    return dict(counts)


def every_workspace() -> list[UUID]:
    """The ids of all workspaces, for work that each of them needs."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT netz_workspace_ids()")
        return [row[0] for row in cursor.fetchall()]


def visible_audiences(actor: Actor) -> list[int] | None:
    """Numbers of the audiences that the actor may be answered from; None means all."""
    return visible_numbers(actor, Permission.ANSWERS_ASK)
