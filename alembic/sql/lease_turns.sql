-- The first leases of a device come one after the other. While there is no row to lock yet, two at
-- once would both make its role, and the desk would be told of a conflict.

GRANT EXECUTE ON FUNCTION pg_advisory_xact_lock(bigint) TO claims_leaser;

SET ROLE claims_leaser;

CREATE OR REPLACE FUNCTION auth.lease(p_user int, p_role name, p_verifier text, p_ttl interval,
                                      p_family uuid)
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_until timestamptz := clock_timestamp() + least(p_ttl, interval '15 minutes');
    v_group name := (SELECT 'claims_' || role FROM public.auth_user WHERE id = p_user);
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('lease ' || p_role, 0));
    -- The row before the role, as whoever closes leases does it: the other way round is a deadlock.
    PERFORM FROM auth.db_session WHERE role_name = p_role FOR UPDATE;
    PERFORM auth.check_lease(p_user, p_role, p_verifier, p_ttl, p_family);
    PERFORM auth.open_role(p_role, p_verifier, v_until);
    PERFORM auth.join_group(p_role, v_group);
    INSERT INTO auth.db_session AS s (role_name, user_id, family, expires_at)
    VALUES (p_role, p_user, p_family, v_until)
    ON CONFLICT (role_name) DO UPDATE SET family = excluded.family, leased_at = now(),
        expires_at = excluded.expires_at, revoked = false;
    RETURN v_until;
END $$;

RESET ROLE;
