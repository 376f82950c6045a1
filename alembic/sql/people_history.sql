-- The history of people: who made, changed, closed or reset whom, who ended whose session. One chain
-- for all, written by the functions that make the change, in the same transaction and as its last
-- step: whoever waits for the chain holds all the other locks already.

SET ROLE claims_owner;

-- The history outlives whom it tells of, so that no key holds it to the table of people.
CREATE TABLE person_event (
    seq integer NOT NULL,
    at timestamptz DEFAULT clock_timestamp() NOT NULL,
    actor_id integer,
    kind varchar(20) NOT NULL,
    person_id integer NOT NULL,
    detail jsonb DEFAULT '{}' NOT NULL,
    prev_hash bytea,
    hash bytea NOT NULL,
    CONSTRAINT pk_person_event PRIMARY KEY (seq),
    CONSTRAINT ck_person_event_kind CHECK (kind IN ('added', 'changed', 'disabled', 'enabled',
        'reset', 'password', 'codes', 'session_ended', 'reused')),
    CONSTRAINT ck_person_event_size CHECK (pg_column_size(detail) <= 65536)
);
CREATE UNIQUE INDEX uq_person_event_prev_hash ON person_event (prev_hash) NULLS NOT DISTINCT;

ALTER TABLE person_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE person_event FORCE ROW LEVEL SECURITY;
CREATE POLICY admin_sees_all ON person_event FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY worker_sees_all ON person_event FOR SELECT TO claims_worker USING (true);
CREATE POLICY rules ON person_event TO claims_sec USING (true);
GRANT SELECT ON person_event TO claims_admin, claims_worker;
GRANT SELECT, INSERT ON person_event TO claims_sec;
CREATE TRIGGER t10_never BEFORE UPDATE OR DELETE OR TRUNCATE ON person_event
    FOR EACH STATEMENT EXECUTE FUNCTION app.never();

RESET ROLE;

SET ROLE claims_leaser;
GRANT EXECUTE ON FUNCTION auth.end_leases(uuid) TO claims_sec;
RESET ROLE;

SET ROLE claims_sec;

CREATE FUNCTION app.chain_person_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Two who write to the chain do so one after the other.
    PERFORM FROM auth.secret WHERE name = 'role_name' FOR NO KEY UPDATE;
    SELECT seq, hash INTO NEW.seq, NEW.prev_hash FROM person_event ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(NEW.seq, 0) + 1;
    NEW.hash := sha256(coalesce(NEW.prev_hash, ''::bytea) || convert_to(ROW(
        NEW.seq, extract(epoch FROM NEW.at), NEW.actor_id, NEW.kind, NEW.person_id, NEW.detail
    )::text, 'UTF8'));
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.chain_person_event() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t20_chain BEFORE INSERT ON person_event
    FOR EACH ROW EXECUTE FUNCTION app.chain_person_event();

RESET ROLE;
SET ROLE claims_sec;

CREATE FUNCTION auth.tell_of_person(p_actor int, p_kind text, p_person int, p_detail jsonb)
RETURNS void LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO public.person_event (actor_id, kind, person_id, detail)
    VALUES (p_actor, p_kind, p_person, coalesce(p_detail, '{}'))
$$;

-- Whose session a family is while it lives; nobody's once it has ended.
CREATE FUNCTION auth.owner_of(p_family uuid) RETURNS int
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT user_id FROM auth.refresh_token
    WHERE family = p_family AND revoked_at IS NULL AND expires_at > now()
    LIMIT 1
$$;

CREATE OR REPLACE FUNCTION auth.add_person(p_family uuid, p_told jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_admin int := auth.acting_admin(p_family);
    v_new public.auth_user := jsonb_populate_record(NULL::public.auth_user, p_told);
BEGIN
    INSERT INTO public.auth_user (username, full_name, role, region, lines, authority_limit,
                                  siu, supervisor, analyst)
    VALUES (v_new.username, v_new.full_name, v_new.role, v_new.region, v_new.lines,
            v_new.authority_limit, v_new.siu, v_new.supervisor, v_new.analyst)
    RETURNING * INTO v_new;
    PERFORM auth.tell_of_person(v_admin, 'added', v_new.id,
                                to_jsonb(v_new) - '{id,is_active,created_at}'::text[]);
    RETURN v_new.id;
END $$;

CREATE FUNCTION auth.changes_of(p_old public.auth_user, p_new public.auth_user) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_object_agg(o.key, jsonb_build_object('from', o.value, 'to', n.value))
    FROM jsonb_each(to_jsonb(p_old)) AS o JOIN jsonb_each(to_jsonb(p_new)) AS n USING (key)
    WHERE o.value IS DISTINCT FROM n.value
$$;

CREATE OR REPLACE FUNCTION auth.change_person(p_family uuid, p_user int, p_told jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_admin int := auth.acting_admin(p_family);
    v_old public.auth_user;
    v_new public.auth_user;
    v_changes jsonb;
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
    WHERE id = p_user RETURNING * INTO v_new;
    v_changes := auth.changes_of(v_old, v_new);
    IF v_new.role <> v_old.role OR NOT v_new.is_active THEN
        PERFORM auth.end_sessions(p_user);
    END IF;
    IF v_changes IS NOT NULL THEN
        PERFORM auth.tell_of_person(v_admin, CASE
            WHEN v_old.is_active = v_new.is_active THEN 'changed'
            WHEN v_new.is_active THEN 'enabled' ELSE 'disabled' END, p_user, v_changes);
    END IF;
END $$;

-- A temporary password, no codes, no session; the answer is the person's user name.
CREATE FUNCTION auth.reset_person(p_family uuid, p_user int, p_hash text, p_hours int) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_admin int := auth.acting_admin(p_family);
    v_name text := (SELECT username FROM public.auth_user WHERE id = p_user);
BEGIN
    IF v_name IS NULL THEN
        RAISE 'There is no such person.' USING ERRCODE = 'no_data_found';
    ELSIF p_user = v_admin THEN
        RAISE 'Change your own password instead, or ask another administrator.';
    END IF;
    INSERT INTO auth.password (user_id, hash, temporary_until)
    VALUES (p_user, p_hash, now() + make_interval(hours => least(p_hours, 24)))
    ON CONFLICT (user_id) DO UPDATE
        SET hash = excluded.hash, temporary_until = excluded.temporary_until;
    DELETE FROM auth.otp WHERE user_id = p_user;
    PERFORM auth.end_sessions(p_user);
    PERFORM auth.tell_of_person(v_admin, 'reset', p_user, NULL);
    RETURN v_name;
END $$;

-- A person ends their own session, an administrator with a fresh code anybody's.
CREATE FUNCTION auth.end_session(p_by uuid, p_family uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_actor int := auth.owner_of(p_by);
    v_owner int := auth.owner_of(p_family);
BEGIN
    IF v_owner IS NULL OR v_actor IS NULL THEN
        RAISE 'There is no such session.' USING ERRCODE = 'no_data_found';
    ELSIF v_actor <> v_owner THEN
        PERFORM auth.acting_admin(p_by);
    END IF;
    PERFORM FROM auth.refresh_token WHERE family = p_family ORDER BY issued_at LIMIT 1 FOR UPDATE;
    IF auth.owner_of(p_family) IS NULL THEN
        RETURN;
    END IF;
    UPDATE auth.refresh_token SET revoked_at = now()
    WHERE family = p_family AND revoked_at IS NULL;
    PERFORM auth.end_leases(p_family);
    PERFORM auth.tell_of_person(v_actor, 'session_ended', v_owner, NULL);
END $$;

-- By its owner, in a session of theirs; that the old one was known the token service has checked.
CREATE FUNCTION auth.change_password(p_family uuid, p_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_user int := auth.owner_of(p_family);
BEGIN
    UPDATE auth.password SET hash = p_hash, temporary_until = NULL WHERE user_id = v_user;
    IF FOUND THEN
        PERFORM auth.tell_of_person(v_user, 'password', v_user, NULL);
    END IF;
END $$;

-- What no administrator did: codes set up by their owner, a token presented a second time.
CREATE FUNCTION auth.tell_of_codes(p_user int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT auth.tell_of_person(p_user, 'codes', p_user, NULL)
    WHERE EXISTS (SELECT FROM auth.otp WHERE user_id = p_user AND secret IS NOT NULL)
$$;

CREATE FUNCTION auth.tell_of_reuse(p_family uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT auth.tell_of_person(NULL, 'reused', user_id, NULL)
    FROM (SELECT DISTINCT user_id FROM auth.refresh_token WHERE family = p_family) AS found
$$;

REVOKE EXECUTE ON FUNCTION auth.end_sessions(int) FROM claims_tokens;
GRANT EXECUTE ON FUNCTION auth.reset_person(uuid, int, text, int), auth.end_session(uuid, uuid),
    auth.change_password(uuid, text), auth.tell_of_codes(int), auth.tell_of_reuse(uuid)
    TO claims_tokens;

RESET ROLE;
