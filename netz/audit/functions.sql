-- A line about a person (a sign-in, a refusal) in each workspace where they are an active member:
-- no workspace is entered at that moment, and none of the others may be read.
CREATE OR REPLACE FUNCTION netz_record_of_user(
  person uuid, what text, how_it_ended text, from_ip text, by_agent text, by_request text,
  details jsonb)
RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  WITH written AS (
    INSERT INTO audit_entry (id, created_at, workspace_id, member_id, credential, credential_id,
        request_id, action, target_kind, target_id, before, after, actor_name, ip, agent, outcome)
    SELECT gen_random_uuid(), clock_timestamp(), m.workspace_id, m.id, 'user', '', by_request, what,
           'accounts.user', person, NULL, details, left(coalesce(nullif(u.name, ''), u.email), 200),
           from_ip, by_agent, how_it_ended
      FROM workspaces_member m JOIN accounts_user u ON u.id = m.user_id
     WHERE m.user_id = person AND m.active
     ORDER BY m.workspace_id  -- always in one order: two chains are never waited for crosswise
    RETURNING 1)
  SELECT count(*) FROM written
$$;
