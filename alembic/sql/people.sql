-- People are made and changed in the name of an administrator's session with a fresh one-time
-- code; the token service holds no right on their table itself.

GRANT INSERT, UPDATE ON auth_user TO claims_sec;
GRANT USAGE ON SEQUENCE auth_user_id_seq TO claims_sec;

SET ROLE claims_leaser;
GRANT EXECUTE ON FUNCTION auth.end_person(int) TO claims_sec;
RESET ROLE;

SET ROLE claims_sec;

-- Locks all administrators, so that two of them cannot put each other to sleep at once.
CREATE FUNCTION auth.acting_admin(p_family uuid) RETURNS int
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_admin int;
BEGIN
    PERFORM FROM public.auth_user WHERE role = 'admin' AND is_active ORDER BY id FOR UPDATE;
    SELECT u.id INTO v_admin
    FROM auth.refresh_token r JOIN public.auth_user u ON u.id = r.user_id
    WHERE r.family = p_family AND r.revoked_at IS NULL AND r.expires_at > now()
      AND r.otp_at > now() - interval '5 minutes' AND u.is_active AND u.role = 'admin'
    LIMIT 1;
    IF v_admin IS NULL THEN
        RAISE 'People are changed by an administrator with a fresh one-time code.'
            USING ERRCODE = 'PN001';
    END IF;
    RETURN v_admin;
END $$;

-- The first token of each family is its lock: while it is held, no other token is born.
CREATE FUNCTION auth.end_sessions(p_user int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM FROM auth.refresh_token WHERE user_id = p_user AND revoked_at IS NULL
    ORDER BY family, issued_at FOR UPDATE;
    UPDATE auth.refresh_token SET revoked_at = now() WHERE user_id = p_user AND revoked_at IS NULL;
    PERFORM auth.end_person(p_user);
END $$;

CREATE FUNCTION auth.add_person(p_family uuid, p_told jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_new public.auth_user := jsonb_populate_record(NULL::public.auth_user, p_told);
BEGIN
    PERFORM auth.acting_admin(p_family);
    INSERT INTO public.auth_user (username, full_name, role, region, lines, authority_limit,
                                  siu, supervisor, analyst)
    VALUES (v_new.username, v_new.full_name, v_new.role, v_new.region, v_new.lines,
            v_new.authority_limit, v_new.siu, v_new.supervisor, v_new.analyst)
    RETURNING id INTO v_new.id;
    RETURN v_new.id;
END $$;

-- What is not told stays. A new role or a closed account ends every session of the person.
CREATE FUNCTION auth.change_person(p_family uuid, p_user int, p_told jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_admin int := auth.acting_admin(p_family);
    v_old public.auth_user;
    v_new public.auth_user;
BEGIN
    SELECT * INTO v_old FROM public.auth_user WHERE id = p_user FOR UPDATE;
    IF NOT FOUND THEN
        RAISE 'There is no such person.' USING ERRCODE = 'no_data_found';
    END IF;
    v_new := jsonb_populate_record(v_old, p_told);
    IF p_user = v_admin AND (v_new.role <> v_old.role OR NOT v_new.is_active) THEN
        RAISE 'Ask another administrator to change your own role or close your own account.';
    END IF;
    UPDATE public.auth_user
    SET full_name = v_new.full_name, role = v_new.role, region = v_new.region,
        lines = v_new.lines, authority_limit = v_new.authority_limit, siu = v_new.siu,
        supervisor = v_new.supervisor, analyst = v_new.analyst, is_active = v_new.is_active
    WHERE id = p_user;
    IF v_new.role <> v_old.role OR NOT v_new.is_active THEN
        PERFORM auth.end_sessions(p_user);
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION auth.end_sessions(int), auth.add_person(uuid, jsonb),
    auth.change_person(uuid, int, jsonb) TO claims_tokens;

RESET ROLE;

GRANT SELECT ON auth_user TO claims_tokens;
