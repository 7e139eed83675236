-- The end of a workspace. The program's role may neither rewrite the trail nor see past a workspace;
-- these functions have their owner's rights, and do one thing each, for a workspace whose day has
-- come and whose trail says who asked for it.

-- Whose day has come: nothing of their contents.
CREATE OR REPLACE FUNCTION netz_workspaces_to_delete() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM workspaces_workspace WHERE closes_at <= now() ORDER BY closes_at, id
$$;

-- Every row of the workspace, in whatever table of a tenant (core.schema gives each the policy
-- "tenant"), and what other programs' tables hold for it: its applications with their tokens, links
-- to its identity providers, its jobs. All of it, or nothing. What the operator keeps is written in
-- the same moment, with the accounts that are left without any workspace.
CREATE OR REPLACE FUNCTION netz_delete_workspace(wanted uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public AS $$
DECLARE
  doomed workspaces_workspace;
  asked audit_entry;
  head audit_chain;
  of_table name;
  gone bigint;
  counts jsonb := '{}';
  people jsonb;
  made uuid;
BEGIN
  SELECT r.id INTO made FROM administration_deletionrecord r WHERE r.former_id = wanted;
  -- Whoever writes in the workspace holds a lock on this row until the end of the transaction.
  SELECT * INTO doomed FROM workspaces_workspace w WHERE w.id = wanted FOR UPDATE;
  IF NOT FOUND THEN
    RETURN made;
  END IF;
  SELECT * INTO asked FROM audit_entry e
   WHERE e.workspace_id = wanted AND e.action = 'workspace.close' AND e.outcome = 'done'
   ORDER BY e.created_at DESC LIMIT 1;
  IF doomed.closes_at IS NULL OR doomed.closes_at > now() OR asked.id IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT * INTO head FROM audit_chain c WHERE c.workspace_id = wanted;
  SELECT coalesce(jsonb_agg(m.user_id), '[]') INTO people FROM workspaces_member m
   WHERE m.workspace_id = wanted AND NOT EXISTS (
     SELECT FROM workspaces_member other
      WHERE other.user_id = m.user_id AND other.workspace_id <> wanted);
  DELETE FROM allauth_idp_oidc_token t USING workspaces_oauthclient c
   WHERE c.workspace_id = wanted AND t.client_id = c.client_id;
  DELETE FROM socialaccount_socialtoken t USING socialaccount_socialaccount a, sso_connection c
   WHERE c.workspace_id = wanted AND a.provider = c.id::text AND t.account_id = a.id;
  DELETE FROM socialaccount_socialaccount a USING sso_connection c
   WHERE c.workspace_id = wanted AND a.provider = c.id::text;
  WITH clients AS (
    DELETE FROM workspaces_oauthclient c WHERE c.workspace_id = wanted RETURNING c.client_id)
  DELETE FROM allauth_idp_oidc_client k USING clients WHERE k.id = clients.client_id;
  GET DIAGNOSTICS gone = ROW_COUNT;
  counts := jsonb_build_object('workspaces_oauthclient', gone);
  FOR of_table IN
    SELECT tablename FROM pg_policies
     WHERE schemaname = 'public' AND policyname = 'tenant'
       AND tablename NOT IN ('workspaces_workspace', 'workspaces_oauthclient')
     ORDER BY tablename
  LOOP
    EXECUTE format('DELETE FROM %I WHERE workspace_id = $1', of_table) USING wanted;
    GET DIAGNOSTICS gone = ROW_COUNT;
    counts := counts || jsonb_build_object(of_table, gone);
  END LOOP;
  DELETE FROM procrastinate_jobs j
   WHERE j.args ->> 'workspace_id' = wanted::text AND j.status <> 'doing';
  DELETE FROM workspaces_workspace w WHERE w.id = wanted;
  made := gen_random_uuid();
  INSERT INTO administration_deletionrecord (id, created_at, former_id, name, slug, asked_by,
      asked_at, closes_at, rows, head_seq, head_hash, waiting_users)
  VALUES (made, clock_timestamp(), wanted, doomed.name, doomed.slug, asked.actor_name,
      asked.created_at, doomed.closes_at, counts, coalesce(head.seq, 0),
      encode(coalesce(head.hash, ''), 'hex'), people);
  RETURN made;
END $$;

-- The end of it: once, when accounts and files are gone as well.
CREATE OR REPLACE FUNCTION netz_finish_deletion(wanted_record uuid, said jsonb) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  UPDATE administration_deletionrecord
     SET finished_at = now(), statement = said, waiting_users = '[]'
   WHERE id = wanted_record AND finished_at IS NULL
$$;
