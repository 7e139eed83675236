"""All SQL of the index of messages; its tables are `MessageSegment`, `MessagePosting` and
`MessageWord`, and `Message.number` is a message's place in it (none: not yet indexed).

Whoever writes holds the workspace's lock, so numbers of messages and segments simply count on.
"""

LOCK = "SELECT pg_try_advisory_xact_lock(hashtextextended('netz.messages ' || %s, 0))"

# Asked by every search, so it is prepared once a connection.
WAITING = """
    SELECT count(*) FROM (
        SELECT FROM assistant_message WHERE workspace_id = %s AND number IS NULL LIMIT %s
    ) AS found
"""
NEXT = """
    SELECT coalesce((SELECT max(number) FROM assistant_message
                     WHERE workspace_id = %(workspace)s), 0) + 1,
           coalesce((SELECT max(number) FROM assistant_messagesegment
                     WHERE workspace_id = %(workspace)s), 0) + 1
"""
NUMBER = """
    UPDATE assistant_message AS message SET number = new.number
    FROM unnest(%s::uuid[], %s::integer[]) AS new(id, number)
    WHERE message.workspace_id = %s AND message.id = new.id
"""
ADD_SEGMENT = """
    INSERT INTO assistant_messagesegment
        (id, created_at, workspace_id, number, messages, model, signatures)
    VALUES (gen_random_uuid(), now(), %s, %s, %s, %s, %s)
"""
ADD_POSTINGS = """
    INSERT INTO assistant_messageposting (id, created_at, workspace_id, segment, term, data)
    SELECT gen_random_uuid(), now(), %s, %s, * FROM unnest(%s::bigint[], %s::bytea[])
"""
ADD_WORDS = """
    INSERT INTO assistant_messageword (id, created_at, workspace_id, word, written)
    SELECT gen_random_uuid(), now(), %s, * FROM unnest(%s::text[], %s::text[])
    ON CONFLICT DO NOTHING
"""

# One statement, one snapshot: a fold in between would show records twice or not at all.
FETCH = """
    SELECT 'p', term, string_agg(data, ''::bytea ORDER BY segment) FROM assistant_messageposting
    WHERE workspace_id = %(workspace)s AND term = ANY(%(terms)s) GROUP BY term
    UNION ALL
    SELECT 's', number, CASE WHEN number = ANY(%(held)s) THEN NULL ELSE signatures END
    FROM assistant_messagesegment WHERE workspace_id = %(workspace)s AND model = %(model)s
"""
# The words typed, as they are written; and of a beginning, the shortest words that have it.
WORDS = """
    SELECT word, written FROM assistant_messageword
    WHERE workspace_id = %(workspace)s AND word = ANY(%(words)s)
    UNION ALL
    (SELECT %(beginning)s, written FROM assistant_messageword
     WHERE workspace_id = %(workspace)s AND word >= %(beginning)s AND word < %(end)s
     ORDER BY length(word), word LIMIT %(most)s)
"""

SEGMENTS = """
    SELECT number, messages, model FROM assistant_messagesegment
    WHERE workspace_id = %s ORDER BY messages, number
"""
FOLD_POSTINGS = """
    INSERT INTO assistant_messageposting (id, created_at, workspace_id, segment, term, data)
    SELECT gen_random_uuid(), now(), workspace_id, %(target)s, term,
        string_agg(data, ''::bytea ORDER BY segment)
    FROM assistant_messageposting
    WHERE workspace_id = %(workspace)s AND segment = ANY(%(segments)s) GROUP BY workspace_id, term
"""
FOLD_SEGMENTS = """
    INSERT INTO assistant_messagesegment
        (id, created_at, workspace_id, number, messages, model, signatures)
    SELECT gen_random_uuid(), now(), workspace_id, %(target)s, sum(messages), model,
        string_agg(signatures, ''::bytea ORDER BY number)
    FROM assistant_messagesegment
    WHERE workspace_id = %(workspace)s AND number = ANY(%(segments)s) GROUP BY workspace_id, model
"""
REMOVE_POSTINGS = """
    DELETE FROM assistant_messageposting WHERE workspace_id = %s AND segment = ANY(%s)
"""
REMOVE_SEGMENTS = """
    DELETE FROM assistant_messagesegment WHERE workspace_id = %s AND number = ANY(%s)
"""

INDEXED = """
    SELECT coalesce((SELECT sum(messages) FROM assistant_messagesegment
                     WHERE workspace_id = %(workspace)s), 0),
           (SELECT count(*) FROM assistant_message
            WHERE workspace_id = %(workspace)s AND number IS NOT NULL)
"""
START_AGAIN = (
    "DELETE FROM assistant_messageposting WHERE workspace_id = %s",
    "DELETE FROM assistant_messagesegment WHERE workspace_id = %s",
    "DELETE FROM assistant_messageword WHERE workspace_id = %s",
    "UPDATE assistant_message SET number = NULL WHERE workspace_id = %s AND number IS NOT NULL",
)
