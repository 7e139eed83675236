"""All SQL of the search index. Every table is keyed by workspace and under row-level security.

`search_segment` lists runs of passage numbers with their audience; `search_posting` holds, for a
term in a segment, packed records (see `blocks`); `search_change` overrides the audience of a run
or marks it dead until the next fold; `search_passage` has the words of a passage in order, and
`search_word` the vocabulary that mistyped words are compared with. Rows are only ever added or
removed, never updated, so that ingestion, deletion and folding do not wait for each other.
"""

TENANT = "workspace_id = nullif(current_setting('netz.workspace', true), '')::uuid"

# In the order in which they can be dropped.
TABLES = (
    "search_vector",
    "search_segment",
    "search_posting",
    "search_change",
    "search_passage",
    "search_word",
)

CREATE = (
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
    # Without pgvector the table is there all the same, so that the schema is one, and empty.
    """
    DO $$ BEGIN
        EXECUTE format(
            'CREATE TABLE search_vector (
                workspace_id uuid NOT NULL,
                model text NOT NULL,
                number bigint NOT NULL,
                vector %s NOT NULL,
                PRIMARY KEY (workspace_id, model, number),
                FOREIGN KEY (workspace_id, number)
                    REFERENCES search_passage (workspace_id, number) ON DELETE CASCADE
            )',
            CASE WHEN to_regtype('halfvec') IS NULL THEN 'real[]' ELSE 'halfvec' END
        );
    END $$
    """,
)

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

# Folding. One folder a workspace at a time; whoever comes second leaves at once.
FOLD_LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('netz.search.fold ' || %s, 0))"
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
REMOVE_POSTINGS = "DELETE FROM search_posting WHERE workspace_id = %s AND segment = ANY(%s)"
REMOVE_SEGMENTS = "DELETE FROM search_segment WHERE workspace_id = %s AND segment = ANY(%s)"
REMOVE_CHANGES = "DELETE FROM search_change WHERE workspace_id = %s AND id = ANY(%s)"

VECTORS_AVAILABLE = "SELECT to_regtype('halfvec') IS NOT NULL"
WITHOUT_VECTOR = """
    SELECT s.passage_id FROM search_passage AS s
    LEFT JOIN search_vector AS v
        ON v.workspace_id = s.workspace_id AND v.number = s.number AND v.model = %s
    WHERE s.workspace_id = %s AND v.number IS NULL
    ORDER BY s.number LIMIT %s
"""
ADD_VECTORS = """
    INSERT INTO search_vector (workspace_id, model, number, vector)
    SELECT %s, %s, s.number, new.vector::halfvec
    FROM unnest(%s::uuid[], %s::text[]) AS new(passage_id, vector)
    JOIN search_passage AS s ON s.passage_id = new.passage_id AND s.workspace_id = %s
    ON CONFLICT DO NOTHING
"""
REMOVE_VECTORS = "DELETE FROM search_vector WHERE workspace_id = %s AND model = %s"
NEAREST_VECTORS = """
    SELECT number, 1 - (vector <=> %(vector)s::halfvec) FROM search_vector
    WHERE workspace_id = %(workspace)s AND model = %(model)s
      AND vector_dims(vector) = %(dimensions)s AND number <@ %(seen)s::int8multirange
    ORDER BY vector <=> %(vector)s::halfvec, number LIMIT %(limit)s
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
