-- Each row of the trail is chained at the end of its transaction: late, so that a workspace's chain
-- is held for an instant and never waited for crosswise. The trigger has the owner's rights: the
-- program itself may only read the chain, and calling the functions below gives it no more.
--
-- The text that is hashed names every column, in this order; netz.audit.chain writes the same one
-- by itself when it verifies. A row's hash covers the hash before it: whoever changes, takes out,
-- adds or moves a row would have to write every later one anew, and the head that was sent outside.
CREATE FUNCTION netz_chain_hash(before bytea, n bigint, e audit_entry) RETURNS bytea
LANGUAGE sql STABLE AS $$
  SELECT sha256(before || convert_to(jsonb_build_array(
    1, n, e.id, e.workspace_id,
    to_char(e.created_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.member_id, e.actor_name, e.credential, e.credential_id, e.request_id,
    e.ip, e.agent, e.action, e.outcome, e.target_kind, e.target_id,
    e.before, e.after)::text, 'UTF8'))
$$;

CREATE FUNCTION netz_chain_add(e audit_entry) RETURNS void
LANGUAGE plpgsql SET search_path = public AS $$
BEGIN
  LOOP
    WITH moved AS (
      UPDATE audit_chain c SET seq = c.seq + 1, hash = netz_chain_hash(c.hash, c.seq + 1, e)
       WHERE c.workspace_id = e.workspace_id
      RETURNING c.seq, c.hash)
    INSERT INTO audit_link (id, created_at, workspace_id, seq, hash)
    SELECT e.id, clock_timestamp(), e.workspace_id, moved.seq, moved.hash FROM moved;
    EXIT WHEN FOUND;
    INSERT INTO audit_chain (id, created_at, workspace_id, seq, hash, pruned_seq, pruned_hash)
    VALUES (e.workspace_id, clock_timestamp(), e.workspace_id, 0, '', 0, '')
    ON CONFLICT (workspace_id) DO NOTHING;
  END LOOP;
END $$;

CREATE FUNCTION netz_chain_entry() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
BEGIN
  PERFORM netz_chain_add(NEW);
  RETURN NULL;
END $$;

-- A whole trail that has no chain yet. Its head is written once: rewriting that row for each entry
-- of one transaction would take a time that grows with the square of their number.
CREATE FUNCTION netz_chain_history(wanted uuid) RETURNS void
LANGUAGE plpgsql SET search_path = public AS $$
DECLARE
  e audit_entry;
  n bigint := 0;
  h bytea := '';
BEGIN
  FOR e IN SELECT * FROM audit_entry WHERE workspace_id = wanted ORDER BY created_at, id LOOP
    n := n + 1;
    h := netz_chain_hash(h, n, e);
    INSERT INTO audit_link (id, created_at, workspace_id, seq, hash)
    VALUES (e.id, clock_timestamp(), wanted, n, h);
  END LOOP;
  INSERT INTO audit_chain (id, created_at, workspace_id, seq, hash, pruned_seq, pruned_hash)
  VALUES (wanted, clock_timestamp(), wanted, n, h, 0, '');
END $$;

-- What was written before there was a chain.
SELECT netz_chain_history(workspace_id) FROM (SELECT DISTINCT workspace_id FROM audit_entry) known;

CREATE CONSTRAINT TRIGGER audit_entry_chain AFTER INSERT ON audit_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION netz_chain_entry();
