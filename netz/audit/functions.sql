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

-- Takes out what is older than the workspace's retention, never what is younger than a year
-- (netz.audit.retention says why), from the chain's beginning up to the first entry that stays.
-- The last hash taken out is kept, and the new entry says it too: the rest stays verifiable.
CREATE OR REPLACE FUNCTION netz_prune_trail(wanted_workspace uuid, OUT pruned bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  chain audit_chain;
  cutoff timestamptz;
  last_seq bigint;
  last_hash bytea;
BEGIN
  pruned := 0;
  PERFORM pg_advisory_xact_lock(hashtextextended('netz.trail:' || wanted_workspace, 0));
  SELECT now() - make_interval(days => greatest(365, coalesce(
           (SELECT s.retention_days FROM audit_trailsettings s
             WHERE s.workspace_id = wanted_workspace), 365))) INTO cutoff;
  SELECT * INTO chain FROM audit_chain c WHERE c.workspace_id = wanted_workspace;
  SELECT coalesce(min(l.seq) - 1, chain.seq) INTO last_seq
    FROM audit_link l JOIN audit_entry e ON e.id = l.id
   WHERE l.workspace_id = wanted_workspace AND e.workspace_id = wanted_workspace
     AND e.created_at >= cutoff AND l.seq <= chain.seq;
  IF last_seq IS NULL OR last_seq <= chain.pruned_seq THEN
    RETURN;
  END IF;
  SELECT l.hash INTO last_hash FROM audit_link l
   WHERE l.workspace_id = wanted_workspace AND l.seq = last_seq;
  DELETE FROM audit_entry e USING audit_link l
   WHERE e.id = l.id AND e.workspace_id = wanted_workspace
     AND l.workspace_id = wanted_workspace AND l.seq <= last_seq;
  DELETE FROM audit_link l WHERE l.workspace_id = wanted_workspace AND l.seq <= last_seq;
  pruned := last_seq - chain.pruned_seq;
  UPDATE audit_chain c SET pruned_seq = last_seq, pruned_hash = last_hash
   WHERE c.workspace_id = wanted_workspace;
  INSERT INTO audit_entry (id, created_at, workspace_id, member_id, credential, credential_id,
      request_id, action, target_kind, target_id, before, after)
  VALUES (gen_random_uuid(), clock_timestamp(), wanted_workspace, NULL, 'system', '', '',
      'trail.prune', '', NULL, NULL, jsonb_build_object('entries', pruned, 'older_than', cutoff,
        'seq', last_seq, 'hash', encode(last_hash, 'hex')));
END $$;
