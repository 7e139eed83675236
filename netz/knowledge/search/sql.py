"""All SQL of the search index. Every table is keyed by workspace and under row-level security.

`search_segment` lists runs of passage numbers with their audience; `search_posting` holds, for a
term in a segment, packed records (see `blocks`); `search_change` overrides the audience of a run
or marks it dead until the next fold; `search_passage` has the words of a passage in order, and
`search_word` the vocabulary that mistyped words are compared with. `search_vector` holds a
passage's vector by a model, `search_signature` packed signatures of many (see `signatures`). Rows
are only ever added or removed, never updated, so that ingestion, deletion and folding do not wait
for each other.
"""

TENANT = "workspace_id = nullif(current_setting('netz.workspace', true), '')::uuid"

# In the order in which they can be dropped.
VECTOR_TABLES = ("search_vector", "search_signature")
TABLES = (
    *VECTOR_TABLES,
    "search_segment",
    "search_posting",
    "search_change",
    "search_passage",
    "search_word",
)

CREATE_WORDS = (
    """
    CREATE TABLE search_segment (
        workspace_id uuid NOT NULL,
        segment bigint GENERATED ALWAYS AS IDENTITY,
        runs bytea NOT NULL,
        PRIMARY KEY (workspace_id, segment)
    )
    """,
    """
    CREATE TABLE search_posting (
        workspace_id uuid NOT NULL,
        term bigint NOT NULL,
        segment bigint NOT NULL,
        data bytea NOT NULL,
        PRIMARY KEY (workspace_id, term, segment)
    )
    """,
    # Packed records don't compress; out-of-line uncompressed they are read straight.
    "ALTER TABLE search_posting ALTER COLUMN data SET STORAGE EXTERNAL",
    "ALTER TABLE search_segment ALTER COLUMN runs SET STORAGE EXTERNAL",
    "CREATE INDEX search_posting_segment ON search_posting (workspace_id, segment)",
    """
    CREATE TABLE search_change (
        workspace_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        runs bytea NOT NULL,
        PRIMARY KEY (workspace_id, id)
    )
    """,
    """
    CREATE TABLE search_passage (
        workspace_id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY,
        passage_id uuid NOT NULL,
        version_id uuid NOT NULL,
        document_id uuid NOT NULL,
        length integer NOT NULL,
        words bytea NOT NULL,
        PRIMARY KEY (workspace_id, number)
    )
    """,
    "ALTER TABLE search_passage ALTER COLUMN words SET STORAGE EXTERNAL",
    "CREATE INDEX search_passage_version ON search_passage (workspace_id, version_id)",
    "CREATE INDEX search_passage_document ON search_passage (workspace_id, document_id)",
    # Not unique on purpose: two ingestions that meet the same new word must not wait for each
    # other. A doubled word does no harm.
    """
    CREATE TABLE search_word (
        workspace_id uuid NOT NULL,
        initial char(1) NOT NULL,
        length smallint NOT NULL,
        letters bigint NOT NULL,
        word text NOT NULL
    )
    """,
    """
    CREATE INDEX search_word_shape ON search_word (workspace_id, initial, length)
        INCLUDE (letters, word)
    """,
    "CREATE INDEX search_word_word ON search_word (workspace_id, word)",
)

# `vector` is packed as `signatures` says; EXTERNAL, because such bytes don't compress.
CREATE_VECTORS = (
    """
    CREATE TABLE search_vector (
        workspace_id uuid NOT NULL,
        model text NOT NULL,
        number bigint NOT NULL,
        vector bytea NOT NULL,
        PRIMARY KEY (workspace_id, model, number),
        FOREIGN KEY (workspace_id, number)
            REFERENCES search_passage (workspace_id, number) ON DELETE CASCADE
    )
    """,
    "ALTER TABLE search_vector ALTER COLUMN vector SET STORAGE EXTERNAL",
    "CREATE INDEX search_vector_passage ON search_vector (workspace_id, number)",
    """
    CREATE TABLE search_signature (
        workspace_id uuid NOT NULL,
        model text NOT NULL,
        block bigint GENERATED ALWAYS AS IDENTITY,
        data bytea NOT NULL,
        PRIMARY KEY (workspace_id, model, block)
    )
    """,
    "ALTER TABLE search_signature ALTER COLUMN data SET STORAGE EXTERNAL",
)
DROP_VECTORS = tuple(f"DROP TABLE IF EXISTS {table}" for table in VECTOR_TABLES)

CREATE = (*CREATE_WORDS, *CREATE_VECTORS)
DROP = tuple(f"DROP TABLE IF EXISTS {table}" for table in TABLES)

ADD_PASSAGES = """
    INSERT INTO search_passage (workspace_id, passage_id, version_id, document_id, length, words)
    SELECT %s, * FROM unnest(%s::uuid[], %s::uuid[], %s::uuid[], %s::integer[], %s::bytea[])
    RETURNING number, passage_id
"""
ADD_SEGMENT = """
    INSERT INTO search_segment (workspace_id, runs) VALUES (%s, %s) RETURNING segment
"""
ADD_POSTINGS = """
    INSERT INTO search_posting (workspace_id, segment, term, data)
    SELECT %s, %s, * FROM unnest(%s::bigint[], %s::bytea[])
"""
ADD_CHANGE = "INSERT INTO search_change (workspace_id, runs) VALUES (%s, %s)"
ADD_WORDS = """
    INSERT INTO search_word (workspace_id, initial, length, letters, word)
    SELECT %s, new.* FROM unnest(%s::text[], %s::smallint[], %s::bigint[], %s::text[])
        AS new(initial, length, letters, word)
    WHERE NOT EXISTS (
        SELECT FROM search_word AS known WHERE known.workspace_id = %s AND known.word = new.word
    )
"""

REMOVE_VERSION = """
    DELETE FROM search_passage WHERE workspace_id = %s AND version_id = %s RETURNING number, length
"""
# The lock makes a move and a removal of the same document follow each other.
DOCUMENT_PASSAGES = """
    SELECT number, length FROM search_passage
    WHERE workspace_id = %s AND document_id = %s ORDER BY number FOR UPDATE
"""

# One statement, one snapshot: postings, runs and changes fit together while others write.
FETCH = """
    SELECT 'p', term, string_agg(data, ''::bytea) FROM search_posting
    WHERE workspace_id = %(workspace)s AND term = ANY(%(terms)s) GROUP BY term
    UNION ALL
    SELECT 's', 0, string_agg(runs, ''::bytea) FROM search_segment
    WHERE workspace_id = %(workspace)s
    UNION ALL
    SELECT 'c', 0, string_agg(runs, ''::bytea ORDER BY id) FROM search_change
    WHERE workspace_id = %(workspace)s
"""
# The contents of the blocks that the process holds are left out.
_SIGNATURES = """
    UNION ALL
    SELECT 'b', block, CASE WHEN block = ANY(%(held)s) THEN NULL ELSE data END
    FROM search_signature WHERE workspace_id = %(workspace)s AND model = %(model)s
"""
FETCH_SIGNATURES = FETCH + _SIGNATURES

# Folding. One folder a workspace at a time; whoever comes second leaves at once.
FOLD_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('netz.search.fold ' || %s, 0))"
FOLD_WAIT = "SELECT pg_advisory_xact_lock(hashtextextended('netz.search.fold ' || %s, 0))"
FOLD_STATE = """
    SELECT 's', segment, runs FROM search_segment WHERE workspace_id = %(workspace)s
    UNION ALL
    SELECT 'c', id, runs FROM search_change WHERE workspace_id = %(workspace)s
    ORDER BY 1, 2
"""
FOLD_TERMS = """
    SELECT DISTINCT term FROM search_posting WHERE workspace_id = %s AND segment = ANY(%s)
    ORDER BY term
"""
FOLD_POSTINGS = """
    SELECT term, string_agg(data, ''::bytea ORDER BY segment) FROM search_posting
    WHERE workspace_id = %s AND term = ANY(%s) AND segment = ANY(%s) GROUP BY term
"""
SIGNATURE_MODELS = """
    SELECT model,
           (SELECT count(*) FROM search_vector AS v
            WHERE v.workspace_id = %(workspace)s AND v.model = s.model),
           (SELECT octet_length(vector) FROM search_vector AS v
            WHERE v.workspace_id = %(workspace)s AND v.model = s.model LIMIT 1)
    FROM (SELECT DISTINCT model FROM search_signature WHERE workspace_id = %(workspace)s) AS s
"""
SIGNATURE_BLOCKS = """
    SELECT block, octet_length(data) FROM search_signature
    WHERE workspace_id = %s AND model = %s ORDER BY block
"""
REMOVE_SIGNATURES = """
    DELETE FROM search_signature WHERE workspace_id = %s AND model = %s AND block = ANY(%s)
    RETURNING data
"""
LIVING_VECTORS = """
    SELECT number FROM search_vector
    WHERE workspace_id = %s AND model = %s AND number = ANY(%s::bigint[])
"""
REMOVE_POSTINGS = "DELETE FROM search_posting WHERE workspace_id = %s AND segment = ANY(%s)"
REMOVE_SEGMENTS = "DELETE FROM search_segment WHERE workspace_id = %s AND segment = ANY(%s)"
REMOVE_CHANGES = "DELETE FROM search_change WHERE workspace_id = %s AND id = ANY(%s)"

WITHOUT_VECTOR = """
    SELECT s.number, s.passage_id FROM search_passage AS s
    LEFT JOIN search_vector AS v
        ON v.workspace_id = s.workspace_id AND v.number = s.number AND v.model = %s
    WHERE s.workspace_id = %s AND s.number > %s AND v.number IS NULL
    ORDER BY s.number LIMIT %s
"""
NUMBERS = """
    SELECT number, passage_id FROM search_passage
    WHERE workspace_id = %s AND passage_id = ANY(%s::uuid[])
"""
# What is locked is being removed or moved: it is left for later, so that nobody waits.
ADD_VECTORS = """
    WITH live AS (
        SELECT number FROM search_passage
        WHERE workspace_id = %(workspace)s AND number = ANY(%(numbers)s::bigint[])
        ORDER BY number FOR KEY SHARE SKIP LOCKED
    )
    INSERT INTO search_vector (workspace_id, model, number, vector)
    SELECT %(workspace)s, %(model)s, number, new.vector
    FROM live JOIN unnest(%(numbers)s::bigint[], %(vectors)s::bytea[]) AS new(number, vector)
        USING (number)
    ON CONFLICT DO NOTHING RETURNING number
"""
ADD_SIGNATURES = "INSERT INTO search_signature (workspace_id, model, data) VALUES (%s, %s, %s)"
COUNT_VECTORS = """
    SELECT (SELECT count(*) FROM search_vector
            WHERE workspace_id = %(workspace)s AND model = %(model)s),
           (SELECT count(*) FROM search_passage WHERE workspace_id = %(workspace)s)
"""
REMOVE_VECTORS = "DELETE FROM search_vector WHERE workspace_id = %s AND model = %s"
REMOVE_MODEL_SIGNATURES = "DELETE FROM search_signature WHERE workspace_id = %s AND model = %s"
VECTORS = """
    SELECT number, vector FROM search_vector
    WHERE workspace_id = %(workspace)s AND model = %(model)s
      AND number = ANY(%(numbers)s::bigint[]) AND octet_length(vector) = %(size)s
"""

# No LIMIT: words of hidden documents would push visible ones out, which would tell of them.
SIMILAR_WORDS = """
    SELECT DISTINCT word FROM search_word
    WHERE workspace_id = %(workspace)s AND initial = ANY(%(initials)s)
      AND length BETWEEN %(shortest)s AND %(longest)s
      AND bit_count((letters # %(letters)s)::bit(64)) <= %(differing)s
"""

WORDS = """
    SELECT number, words FROM search_passage
    WHERE workspace_id = %s AND number = ANY(%s::bigint[])
"""

# OFFSET 0 keeps each look-up by key: without statistics (a fresh table) the planner would start
# from all documents of the workspace.
HITS = """
    SELECT s.number, s.passage_id, s.version_id, s.document_id, d.path, d.title, p.page,
           p.headings, p.text, v.language, p.ordinal, p.blocks
    FROM (
        SELECT * FROM search_passage WHERE workspace_id = %(workspace)s
            AND number = ANY(%(numbers)s::bigint[]) OFFSET 0
    ) AS s
    CROSS JOIN LATERAL (
        SELECT page, headings, text, ordinal, blocks FROM knowledge_passage
        WHERE workspace_id = %(workspace)s AND id = s.passage_id OFFSET 0
    ) AS p
    CROSS JOIN LATERAL (
        SELECT language FROM knowledge_version
        WHERE workspace_id = %(workspace)s AND id = s.version_id OFFSET 0
    ) AS v
    CROSS JOIN LATERAL (
        SELECT path, title FROM knowledge_document
        WHERE workspace_id = %(workspace)s AND id = s.document_id OFFSET 0
    ) AS d
"""


def protection(owner: str) -> list[str]:
    """Statements that force row-level security on the tables; `owner` keeps its access."""
    statements: list[str] = []
    for table in TABLES:
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"CREATE POLICY tenant ON {table} USING ({TENANT}) WITH CHECK ({TENANT})",
            f'CREATE POLICY owner ON {table} TO "{owner}" USING (true) WITH CHECK (true)',
        ]
    return statements
