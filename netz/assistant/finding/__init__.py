"""Finding what was said: an index of the messages, by words and by meaning.

Made like the index of the documents (ADR 0004), for other needs: an answer must not wait for it,
the newest matter most, and what a reader may see depends on more than an index knows (deleted,
filed, shared). So the index proposes, in an order, and `queries.finding` asks about each proposal.
"""
