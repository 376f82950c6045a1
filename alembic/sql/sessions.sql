-- Sessions that are over, however they ended: marked, locked out, thrown out, and swept away.

SET ROLE claims_sec;
GRANT DELETE ON auth.db_session, auth.refresh_token TO claims_leaser;
GRANT SELECT, DELETE ON auth.attempt TO claims_leaser;
RESET ROLE;

SET ROLE claims_leaser;

-- Locks the role out and ends its connections; it is asked again until nothing is left to do.
CREATE FUNCTION auth.close_role(p_role name) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_open boolean;
    v_ended int;
BEGIN
    SELECT rolcanlogin INTO v_open FROM pg_roles WHERE rolname = p_role;
    IF v_open THEN
        BEGIN
            EXECUTE format('ALTER ROLE %I NOLOGIN', p_role);
        -- A role that somebody else restored: its lease is over, and it must not stop the others.
        EXCEPTION WHEN insufficient_privilege THEN
            v_open := false;
        END;
    END IF;
    SELECT count(pg_terminate_backend(pid)) INTO v_ended
    FROM pg_stat_activity WHERE usename = p_role;
    RETURN coalesce(v_open, false) OR v_ended > 0;
END $$;

CREATE FUNCTION auth.end_person(p_user int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_role name;
    v_ended int := 0;
BEGIN
    FOR v_role IN
        UPDATE auth.db_session SET revoked = true WHERE user_id = p_user AND NOT revoked
        RETURNING role_name
    LOOP
        PERFORM auth.close_role(v_role);
        v_ended := v_ended + 1;
    END LOOP;
    RETURN v_ended;
END $$;

CREATE FUNCTION auth.mark_ended() RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    UPDATE auth.db_session s SET revoked = true
    WHERE NOT s.revoked AND (
        s.expires_at <= clock_timestamp()
        OR NOT EXISTS (SELECT FROM public.auth_user WHERE id = s.user_id AND is_active)
        OR NOT EXISTS (SELECT FROM auth.refresh_token r
                       WHERE r.family = s.family AND r.revoked_at IS NULL AND r.expires_at > now())
    )
$$;

-- A role stays for the next lease of its device; one that nobody came back to goes.
CREATE FUNCTION auth.drop_unused(p_after interval) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_role name;
    v_dropped int := 0;
BEGIN
    FOR v_role IN
        SELECT role_name FROM auth.db_session s
        WHERE s.revoked AND s.expires_at < now() - p_after
          AND NOT EXISTS (SELECT FROM pg_stat_activity WHERE usename = s.role_name)
        ORDER BY s.expires_at LIMIT 200 FOR UPDATE SKIP LOCKED
    LOOP
        BEGIN
            EXECUTE format('DROP ROLE IF EXISTS %I', v_role);
            DELETE FROM auth.db_session WHERE role_name = v_role;
            v_dropped := v_dropped + 1;
        EXCEPTION WHEN dependent_objects_still_exist OR object_in_use OR insufficient_privilege THEN
            CONTINUE;
        END;
    END LOOP;
    RETURN v_dropped;
END $$;

-- Safe to run twice, also at once: marking and closing do nothing to what is closed.
CREATE FUNCTION auth.reap(p_unused_after interval DEFAULT interval '1 day') RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_closed int;
BEGIN
    PERFORM auth.mark_ended();
    SELECT count(*) FILTER (WHERE auth.close_role(c.role_name)) INTO v_closed
    FROM (
        SELECT s.role_name FROM auth.db_session s JOIN pg_roles r ON r.rolname = s.role_name
        WHERE s.revoked AND (r.rolcanlogin OR EXISTS (
            SELECT FROM pg_stat_activity a WHERE a.usename = s.role_name))
        ORDER BY s.expires_at DESC LIMIT 500 FOR UPDATE OF s SKIP LOCKED
    ) AS c;
    DELETE FROM auth.attempt WHERE until < now();
    DELETE FROM auth.refresh_token WHERE expires_at < now() - interval '1 day';
    RETURN v_closed + auth.drop_unused(p_unused_after);
END $$;

GRANT EXECUTE ON FUNCTION auth.end_person(int) TO claims_tokens;
GRANT EXECUTE ON FUNCTION auth.reap(interval) TO claims_worker, claims_tokens;

RESET ROLE;

GRANT USAGE ON SCHEMA auth TO claims_worker;
