"""The search index inside PostgreSQL: writing it, asking it, and folding it in the background."""

from netz.knowledge.search.index import index_passages, set_audience, unindex_version
from netz.knowledge.search.query import search

__all__ = ["index_passages", "search", "set_audience", "unindex_version"]
