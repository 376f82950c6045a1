-- A lease: the role of one device may log in for some minutes. The token service holds no right
-- to make roles; it may only ask here, and the group comes from the person's row.

GRANT SELECT (id, username, full_name, role, is_active) ON auth_user TO claims_tokens;
GRANT SELECT (id, role, is_active) ON auth_user TO claims_leaser;
GRANT SELECT ON alembic_version TO claims_tokens;

SET ROLE claims_sec;
GRANT SELECT, INSERT, UPDATE ON auth.password, auth.refresh_token, auth.signing_key
    TO claims_tokens;
GRANT SELECT ON auth.secret, auth.db_session TO claims_tokens;
GRANT SELECT ON auth.refresh_token TO claims_leaser;
GRANT SELECT, INSERT, UPDATE ON auth.db_session TO claims_leaser;
RESET ROLE;

SET ROLE claims_leaser;

CREATE FUNCTION auth.check_lease(p_user int, p_role name, p_verifier text, p_ttl interval,
                                 p_family uuid) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_role !~ '^d_[0-9a-f]{20}$' THEN
        RAISE 'The name of a device role is d_ and 20 hexadecimal digits.';
    ELSIF p_verifier !~
        '^SCRAM-SHA-256\$[0-9]+:[A-Za-z0-9+/=]+\$[A-Za-z0-9+/=]+:[A-Za-z0-9+/=]+$' THEN
        RAISE 'A lease takes a SCRAM verifier, never a password.';
    ELSIF p_ttl IS NULL OR p_ttl <= interval '0' THEN
        RAISE 'A lease lasts some minutes.';
    ELSIF NOT EXISTS (SELECT FROM public.auth_user WHERE id = p_user AND is_active) THEN
        RAISE 'There is no such active person.';
    ELSIF NOT EXISTS (
        SELECT FROM auth.refresh_token
        WHERE family = p_family AND user_id = p_user AND revoked_at IS NULL AND expires_at > now()
    ) THEN
        RAISE 'The session of this lease has ended.';
    ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = p_role) AND NOT EXISTS (
        SELECT FROM auth.db_session WHERE role_name = p_role AND user_id = p_user
    ) THEN
        RAISE 'The device role belongs to somebody else.';
    END IF;
END $$;

-- A session may ALTER ROLE itself SET anything: each lease wipes that.
CREATE FUNCTION auth.open_role(p_role name, p_verifier text, p_until timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = p_role) THEN
        EXECUTE format('CREATE ROLE %I', p_role);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN CONNECTION LIMIT 6 PASSWORD %L VALID UNTIL %L',
                   p_role, p_verifier, p_until);
    EXECUTE format('ALTER ROLE %I RESET ALL', p_role);
    EXECUTE format('ALTER ROLE %I IN DATABASE %I RESET ALL', p_role, current_database());
END $$;

CREATE FUNCTION auth.join_group(p_role name, p_group name) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_other name;
BEGIN
    FOR v_other IN
        SELECT g.rolname FROM pg_auth_members m
        JOIN pg_roles g ON g.oid = m.roleid JOIN pg_roles d ON d.oid = m.member
        WHERE d.rolname = p_role AND g.rolname <> p_group
    LOOP
        EXECUTE format('REVOKE %I FROM %I', v_other, p_role);
    END LOOP;
    IF NOT pg_has_role(p_role, p_group, 'USAGE') THEN
        EXECUTE format('GRANT %I TO %I WITH INHERIT TRUE, SET FALSE, ADMIN FALSE', p_group, p_role);
    END IF;
END $$;

CREATE FUNCTION auth.lease(p_user int, p_role name, p_verifier text, p_ttl interval, p_family uuid)
RETURNS timestamptz
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_until timestamptz := clock_timestamp() + least(p_ttl, interval '15 minutes');
    v_group name := (SELECT 'claims_' || role FROM public.auth_user WHERE id = p_user);
BEGIN
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

-- Marked, locked out and thrown out: a session or cursor that is open outlives the first two.
CREATE FUNCTION auth.end_leases(p_family uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_role name;
    v_ended int := 0;
BEGIN
    FOR v_role IN
        UPDATE auth.db_session SET revoked = true WHERE family = p_family AND NOT revoked
        RETURNING role_name
    LOOP
        EXECUTE format('ALTER ROLE %I NOLOGIN', v_role);
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = v_role;
        v_ended := v_ended + 1;
    END LOOP;
    RETURN v_ended;
END $$;

GRANT EXECUTE ON FUNCTION auth.lease(int, name, text, interval, uuid), auth.end_leases(uuid)
    TO claims_tokens;

RESET ROLE;
