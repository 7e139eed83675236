"""Taking a document for oneself before changing it."""

from django.db.models import QuerySet

from netz.knowledge.models import Document


def locked_document(rows: QuerySet[Document]) -> Document | None:
    """The one document of `rows`, locked until the transaction ends; None without one.

    It is read after the lock is held, in a statement of its own: a join in the locking statement
    would bring versions and audience as they were before the wait.
    """
    key = rows.select_for_update(of=("self",)).values_list("pk", flat=True).first()
    if key is None:
        return None
    return Document.objects.select_related("audience", "current", "latest").get(pk=key)
