-- What a sign-in needs before its workspace is known; see workspaces/functions.sql.

-- The workspace of a connection, by the id that stands in the address of its callbacks.
CREATE OR REPLACE FUNCTION netz_sso_workspace(wanted_connection uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT workspace_id FROM sso_connection WHERE id = wanted_connection
$$;

-- What the sign-in page may offer: by a workspace's slug, else by an address's verified domain.
DROP FUNCTION IF EXISTS netz_sso_offer(text, text);
CREATE OR REPLACE FUNCTION netz_sso_offer(wanted_slug text, wanted_domain text)
RETURNS TABLE (workspace_id uuid, connection_id uuid, name text, kind text, enforced boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT c.workspace_id, c.id, c.name::text, c.kind::text, coalesce(p.sso_enforced, false)
    FROM sso_connection c
    JOIN workspaces_workspace w ON w.id = c.workspace_id
    LEFT JOIN workspaces_securitypolicy p ON p.workspace_id = c.workspace_id
    LEFT JOIN sso_domain d ON d.workspace_id = c.workspace_id AND d.verified_at IS NOT NULL
         AND d.name = lower(wanted_domain) AND (d.connection_id IS NULL OR d.connection_id = c.id)
   WHERE c.enabled AND (w.slug = wanted_slug OR d.id IS NOT NULL)
   ORDER BY w.slug IS DISTINCT FROM wanted_slug, d.id IS NULL, d.connection_id IS NULL,
            c.created_at, c.id
   LIMIT 1
$$;

-- A workspace by its slug, for its sign-in page; nothing else comes with it.
CREATE OR REPLACE FUNCTION netz_sign_in_workspace(wanted_slug text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM workspaces_workspace WHERE slug = wanted_slug
$$;

-- Whether a person belongs to another workspace too, active there or not: then no directory of one
-- of them may change the address that signs in to all.
CREATE OR REPLACE FUNCTION netz_sso_is_elsewhere(wanted_user uuid, here uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT EXISTS (
    SELECT FROM workspaces_member WHERE user_id = wanted_user AND workspace_id <> here)
$$;
