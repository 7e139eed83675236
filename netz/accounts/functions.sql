-- The names of a person's workspaces, as words that a password must not be made of.
CREATE OR REPLACE FUNCTION netz_workspace_names(wanted_user uuid) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT w.name::text
    FROM workspaces_member m JOIN workspaces_workspace w ON w.id = m.workspace_id
   WHERE m.user_id = wanted_user AND m.active
$$;
