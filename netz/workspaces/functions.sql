-- The only doors through row-level security: each returns what one credential proves, no more.
-- They run with their owner's rights; `search_path` is fixed so that no caller can redirect them.
-- Dropped first, since a function's columns cannot be replaced.

DROP FUNCTION IF EXISTS netz_actor_by_api_key(text), netz_actor_by_api_key(text, text),
  netz_actor_by_token(text), netz_actor_by_user(uuid, uuid),
  netz_actor_by_user(uuid, uuid, uuid, timestamptz),
  netz_actor_by_user(uuid, uuid, uuid, timestamptz, jsonb), netz_workspaces_of_user(uuid),
  netz_workspaces_of_user(uuid, uuid, timestamptz),
  netz_workspaces_of_user(uuid, uuid, timestamptz, jsonb), netz_registration(text, text),
  netz_offers(jsonb, text);

-- `custom_permissions` is null without a custom role; `grants` is what a limited member may do for
-- each granted company, {company: [permission, ...] or null}, and null for everybody else.
-- A key that was given a new secret goes on working by the old one until `old_until`.
CREATE OR REPLACE FUNCTION netz_actor_by_api_key(wanted_hash text, came_from text DEFAULT '')
RETURNS TABLE (workspace_id uuid, member_id uuid, user_id uuid, role text, company_id uuid,
               language text, name text, workspace_name text, custom_permissions jsonb,
               grants jsonb, key_id uuid, scopes jsonb)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  WITH found AS (
    SELECT * FROM workspaces_apikey
     WHERE (key_hash = wanted_hash OR old_hash = wanted_hash AND old_until > now())
       AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > now())),
  used AS (
    UPDATE workspaces_apikey k SET last_used_at = now(), last_used_from = came_from
      FROM found f
     WHERE k.workspace_id = f.workspace_id AND k.id = f.id
       AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute'))
  SELECT m.workspace_id, m.id, m.user_id, m.role::text, m.company_id, u.language::text, u.name::text,
         w.name::text, c.permissions, CASE WHEN m.limited_to_companies THEN (
           SELECT coalesce(jsonb_object_agg(g.company_id, g.permissions), '{}')
             FROM workspaces_companygrant g
            WHERE g.workspace_id = m.workspace_id AND g.member_id = m.id) END,
         k.id, k.scopes
    FROM found k
    JOIN workspaces_member m ON m.workspace_id = k.workspace_id AND m.id = k.member_id
    JOIN accounts_user u ON u.id = m.user_id
    JOIN workspaces_workspace w ON w.id = m.workspace_id
    LEFT JOIN workspaces_customrole c
      ON c.workspace_id = m.workspace_id AND c.id = m.custom_role_id
   WHERE m.active AND u.is_active
$$;

-- `vouched_by` is the workspace whose identity provider signed the person in: that sign-in opens
-- this workspace alone. `signed_in_at` is when the person last proved who they are.
-- `used` is a list of the ways in which the person signed in; null where that is not asked.
-- `needs` says what the workspace's policy still asks for ('' when nothing): a sign-in by its
-- identity provider, by a way that it accepts, a newer one, a second factor. Without a wanted workspace the first one
-- that is open is taken, so that one workspace's policy does not lock a person out of the others.
CREATE OR REPLACE FUNCTION netz_actor_by_user(
  wanted_user uuid, wanted_workspace uuid, vouched_by uuid, signed_in_at timestamptz,
  used jsonb DEFAULT NULL)
RETURNS TABLE (workspace_id uuid, member_id uuid, user_id uuid, role text, company_id uuid,
               language text, name text, workspace_name text, custom_permissions jsonb,
               grants jsonb, needs text, preferences jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT m.workspace_id, m.id, m.user_id, m.role::text, m.company_id, u.language::text, u.name::text,
         w.name::text, c.permissions, CASE WHEN m.limited_to_companies THEN (
           SELECT coalesce(jsonb_object_agg(g.company_id, g.permissions), '{}')
             FROM workspaces_companygrant g
            WHERE g.workspace_id = m.workspace_id AND g.member_id = m.id) END,
         lacks.needs, coalesce(w.preference_defaults -> m.role, '{}') || u.preferences
    FROM workspaces_member m
    JOIN accounts_user u ON u.id = m.user_id
    JOIN workspaces_workspace w ON w.id = m.workspace_id
    LEFT JOIN workspaces_customrole c
      ON c.workspace_id = m.workspace_id AND c.id = m.custom_role_id
    LEFT JOIN workspaces_securitypolicy p ON p.workspace_id = m.workspace_id
    CROSS JOIN LATERAL (SELECT CASE
      -- An admin has ended the member's sessions; those of other workspaces go on.
      WHEN coalesce(signed_in_at, '-infinity') < m.sessions_from THEN 'sign_in'
      WHEN p.id IS NULL THEN ''
      WHEN p.sso_enforced AND NOT m.break_glass AND vouched_by IS DISTINCT FROM m.workspace_id
        THEN 'sso'
      -- Whoever must get in when an identity provider fails is kept out by no list either.
      WHEN used IS NOT NULL AND p.methods <> '[]' AND NOT m.break_glass
           AND vouched_by IS DISTINCT FROM m.workspace_id
           AND NOT EXISTS (SELECT FROM jsonb_array_elements_text(used) way WHERE p.methods ? way)
        THEN 'method'
      WHEN p.session_hours IS NOT NULL
           AND coalesce(signed_in_at, '-infinity') < now() - make_interval(hours => p.session_hours)
        THEN 'sign_in'
      WHEN p.mfa_roles ? m.role AND vouched_by IS DISTINCT FROM m.workspace_id
           AND now() > greatest((p.mfa_starts ->> m.role)::timestamptz, m.created_at) + make_interval(days => p.mfa_grace_days)
           AND NOT EXISTS (SELECT 1 FROM mfa_authenticator a
                            WHERE a.user_id = m.user_id AND a.type IN ('totp', 'webauthn'))
        THEN 'mfa'
      ELSE '' END AS needs) lacks
   WHERE m.user_id = wanted_user AND m.active AND u.is_active
     AND (wanted_workspace IS NULL OR m.workspace_id = wanted_workspace)
     AND (vouched_by IS NULL OR m.workspace_id = vouched_by)
   ORDER BY lacks.needs <> '', m.created_at, m.id
   LIMIT 1
$$;

-- A user's workspaces, each with what it still asks this sign-in for ('' when it is open);
-- 'elsewhere' where the sign-in came from another workspace's identity provider.
CREATE OR REPLACE FUNCTION netz_workspaces_of_user(
  wanted_user uuid, vouched_by uuid, signed_in_at timestamptz, used jsonb DEFAULT NULL)
RETURNS TABLE (id uuid, name text, role text, needs text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.name::text, m.role::text, coalesce(a.needs, 'elsewhere')
    FROM workspaces_member m
    JOIN workspaces_workspace w ON w.id = m.workspace_id
    LEFT JOIN LATERAL netz_actor_by_user(
      m.user_id, m.workspace_id, vouched_by, signed_in_at, used) a
      ON true
   WHERE m.user_id = wanted_user AND m.active
   ORDER BY w.name, w.id
$$;

CREATE OR REPLACE FUNCTION netz_invitation(wanted_hash text)
RETURNS TABLE (id uuid, workspace_id uuid, workspace_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT i.id, i.workspace_id, w.name::text
    FROM workspaces_invitation i JOIN workspaces_workspace w ON w.id = i.workspace_id
   WHERE i.token_hash = wanted_hash AND i.accepted_at IS NULL AND i.revoked_at IS NULL
     AND i.expires_at > now()
$$;

-- For the command line, which acts on the machine itself: a workspace by its slug (or the first).
CREATE OR REPLACE FUNCTION netz_workspace_by_slug(wanted_slug text)
RETURNS TABLE (id uuid, slug text, member_id uuid, user_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.slug::text, m.id, m.user_id
    FROM workspaces_workspace w
    JOIN workspaces_member m ON m.workspace_id = w.id AND m.role = 'admin' AND m.active
   WHERE wanted_slug IS NULL OR w.slug = wanted_slug
   ORDER BY w.created_at, m.created_at
   LIMIT 1
$$;

-- Every workspace's id, for jobs that look after all of them; no content comes with it.
CREATE OR REPLACE FUNCTION netz_workspace_ids() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT id FROM workspaces_workspace ORDER BY id
$$;

-- Whether a workspace lets people register: by its slug, for an address's domain. Where nobody is
-- told which client company a newcomer is of, nobody comes in.
CREATE OR REPLACE FUNCTION netz_registration(wanted_slug text, wanted_domain text)
RETURNS TABLE (workspace_id uuid, workspace_name text, registration text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.name::text, p.registration::text
    FROM workspaces_workspace w JOIN workspaces_securitypolicy p ON p.workspace_id = w.id
   WHERE w.slug = wanted_slug AND w.closes_at IS NULL
     AND (p.registration = 'open'
          OR p.registration = 'domain' AND p.registration_domains ? lower(wanted_domain))
     AND (p.registration_company_id IS NOT NULL OR EXISTS (
           SELECT FROM workspaces_company c
            WHERE c.workspace_id = w.id AND c.domains ? lower(wanted_domain)))
$$;

-- The workspaces that let people with addresses in these domains join: those that name one of the
-- domains, and the wanted one where it is open to everybody.
CREATE OR REPLACE FUNCTION netz_offers(domains jsonb, wanted_slug text)
RETURNS TABLE (workspace_id uuid, slug text, workspace_name text, domain text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT DISTINCT ON (w.id) w.id, w.slug::text, w.name::text, held.domain
    FROM jsonb_array_elements_text(domains) held(domain)
    JOIN workspaces_securitypolicy p
      ON p.registration = 'domain' AND p.registration_domains ? held.domain
      OR p.registration = 'open'
    JOIN workspaces_workspace w ON w.id = p.workspace_id
    CROSS JOIN LATERAL netz_registration(w.slug, held.domain) open_to
   WHERE p.registration = 'domain' OR w.slug = wanted_slug
   ORDER BY w.id, held.domain
   LIMIT 50
$$;

-- A person's membership of the workspace with this slug, whether active or not.
CREATE OR REPLACE FUNCTION netz_membership(wanted_user uuid, wanted_slug text)
RETURNS TABLE (id uuid, name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.id, w.name::text
    FROM workspaces_member m JOIN workspaces_workspace w ON w.id = m.workspace_id
   WHERE m.user_id = wanted_user AND w.slug = wanted_slug
$$;

-- A workspace's logo, for its sign-in page, which is shown before anybody is known.
CREATE OR REPLACE FUNCTION netz_logo(wanted_slug text)
RETURNS TABLE (content bytea, kind text, hash text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT b.logo, b.logo_type::text, b.logo_hash::text
    FROM workspaces_branding b JOIN workspaces_workspace w ON w.id = b.workspace_id
   WHERE w.slug = wanted_slug AND b.logo_hash <> ''
$$;

-- An application's token: worth something while the application is enabled, the member active, and
-- what the member allowed stands; the workspace is the application's. The policy is asked as for a
-- sign-in, but for its length: how long an application goes on is what its consent says. A token
-- of nobody is a machine's, which acts like an API key of the member who answers for it; its
-- `allowed` is null, `name` the application's, and `granted_by` the application itself.
CREATE OR REPLACE FUNCTION netz_actor_by_token(wanted_hash text)
RETURNS TABLE (workspace_id uuid, member_id uuid, user_id uuid, role text, company_id uuid,
               language text, name text, workspace_name text, custom_permissions jsonb,
               grants jsonb, granted_by uuid, scopes text, allowed jsonb, needs text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public AS $$
  WITH token AS (
    SELECT t.user_id, t.scopes, t.created_at, c.id AS application_id, c.workspace_id, c.acts_as_id,
           known.name
      FROM allauth_idp_oidc_token t
      JOIN workspaces_oauthclient c ON c.client_id = t.client_id AND c.enabled
      JOIN allauth_idp_oidc_client known ON known.id = c.client_id
     WHERE t.type = 'at' AND t.hash = wanted_hash AND t.expires_at > now()),
  found AS (
    SELECT t.user_id, t.scopes, g.id AS granted_by, g.workspace_id, g.scopes AS allowed,
           CASE WHEN g.by_sso THEN g.workspace_id END AS vouched_by, NULL::text AS name
      FROM token t
      JOIN workspaces_member m
        ON m.workspace_id = t.workspace_id AND m.user_id = t.user_id AND m.active
      JOIN workspaces_oauthgrant g
        ON g.workspace_id = t.workspace_id AND g.oauth_client_id = t.application_id
       AND g.member_id = m.id
     WHERE t.acts_as_id IS NULL AND t.created_at >= g.created_at AND g.ends_at > now()
     UNION ALL
    SELECT m.user_id, t.scopes, t.application_id, t.workspace_id, NULL, t.workspace_id, t.name
      FROM token t
      JOIN workspaces_member m
        ON m.workspace_id = t.workspace_id AND m.id = t.acts_as_id AND m.active
     WHERE t.user_id IS NULL),
  used AS (
    UPDATE workspaces_oauthgrant g SET last_used_at = now() FROM found f
     WHERE g.workspace_id = f.workspace_id AND g.id = f.granted_by
       AND (g.last_used_at IS NULL OR g.last_used_at < now() - interval '1 minute')),
  used_by_itself AS (
    UPDATE workspaces_oauthclient c SET last_used_at = now() FROM found f
     WHERE c.workspace_id = f.workspace_id AND c.id = f.granted_by
       AND (c.last_used_at IS NULL OR c.last_used_at < now() - interval '1 minute'))
  SELECT a.workspace_id, a.member_id, a.user_id, a.role, a.company_id, a.language,
         coalesce(f.name, a.name), a.workspace_name, a.custom_permissions, a.grants, f.granted_by,
         f.scopes, f.allowed, a.needs
    FROM found f
    CROSS JOIN LATERAL netz_actor_by_user(f.user_id, f.workspace_id, f.vouched_by, now()) a
$$;

-- What a code or refresh token that was used up had been given for.
CREATE OR REPLACE FUNCTION netz_oauth_spent(wanted_hash text)
RETURNS TABLE (workspace_id uuid, grant_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT s.workspace_id, s.grant_id FROM workspaces_oauthspent s WHERE s.token_hash = wanted_hash
$$;

-- Whose application it is, for the trail's line about a call that could not prove to be it.
CREATE OR REPLACE FUNCTION netz_oauth_application(wanted_client text)
RETURNS TABLE (workspace_id uuid, id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT o.workspace_id, o.id FROM workspaces_oauthclient o WHERE o.client_id = wanted_client
$$;
