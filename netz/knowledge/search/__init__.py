"""The search index inside PostgreSQL: writing it and asking it."""

from netz.knowledge.search.fold import fold
from netz.knowledge.search.index import index_passages, set_audience, unindex_version
from netz.knowledge.search.query import search, search_async

__all__ = ["fold", "index_passages", "search", "search_async", "set_audience", "unindex_version"]
