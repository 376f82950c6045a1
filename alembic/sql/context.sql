-- Who is asking: keyed on session_user, which a client cannot change, and on a lease not expired.

SET ROLE claims_sec;

CREATE FUNCTION app.me() RETURNS int
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT u.id
    FROM auth.db_session s JOIN public.auth_user u ON u.id = s.user_id
    WHERE s.role_name = session_user AND NOT s.revoked AND s.expires_at > statement_timestamp()
      AND u.is_active
$$;

CREATE FUNCTION app.my_region() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT region FROM public.auth_user WHERE id = app.me()
$$;

CREATE FUNCTION app.my_lines() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT lines FROM public.auth_user WHERE id = app.me()
$$;

-- The flag may also be a role. The answer is false, never null, when nobody asks.
CREATE FUNCTION app.has(flag text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce((
        SELECT CASE flag
            WHEN 'siu' THEN role = 'staff' AND siu
            WHEN 'supervisor' THEN role = 'staff' AND supervisor
            WHEN 'analyst' THEN role = 'staff' AND analyst
            ELSE role = flag
        END
        FROM public.auth_user WHERE id = app.me()
    ), false)
$$;

-- Null for all but supervisors, so that an index on region answers at once for the others.
CREATE FUNCTION app.led_region() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT region FROM public.auth_user WHERE id = app.me() AND role = 'staff' AND supervisor
$$;

-- The owner loads samples and mends; whoever may become the owner is not held by the guards.
CREATE FUNCTION app.is_owner() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_has_role(session_user, 'claims_owner', 'MEMBER')
$$;

CREATE FUNCTION app.is_worker() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_has_role(session_user, 'claims_worker', 'MEMBER') AND NOT app.is_owner()
$$;

GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA app
    TO claims_owner, claims_rules, claims_user, claims_staff, claims_admin, claims_worker;

CREATE VIEW public.user_directory AS
    SELECT id, username, full_name, role, siu, supervisor, analyst, is_active
    FROM public.auth_user
    WHERE id = (SELECT app.me()) OR (SELECT app.has('staff')) OR (SELECT app.has('admin'))
       OR (SELECT app.is_worker());

CREATE VIEW public.my_profile AS SELECT * FROM public.auth_user WHERE id = (SELECT app.me());

GRANT SELECT ON public.user_directory, public.my_profile
    TO claims_user, claims_staff, claims_admin, claims_worker;

RESET ROLE;
