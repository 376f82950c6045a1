-- What PostgreSQL gives to everybody, taken back: a session has only what is granted to it.

REVOKE ALL ON SCHEMA public FROM PUBLIC;
REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
GRANT USAGE ON LANGUAGE plpgsql TO claims_owner, claims_rules, claims_sec, claims_leaser;

DO $$
DECLARE
    found regprocedure;
BEGIN
    -- Large objects fill the disk, advisory locks and logical messages disturb others.
    FOR found IN
        SELECT oid FROM pg_proc
        WHERE pronamespace = 'pg_catalog'::regnamespace
          AND (proname ~ '^(lo_|loread$|lowrite$)' OR proname ~ 'advisory'
               OR proname = 'pg_logical_emit_message')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', found);
    END LOOP;
END $$;

ALTER DEFAULT PRIVILEGES FOR ROLE claims_owner, claims_rules, claims_sec, claims_leaser
    REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

CREATE SCHEMA auth AUTHORIZATION claims_sec;
CREATE SCHEMA app AUTHORIZATION claims_sec;
GRANT USAGE ON SCHEMA public TO claims_owner, claims_rules, claims_sec, claims_leaser,
    claims_user, claims_staff, claims_admin, claims_worker, claims_tokens;
GRANT USAGE ON SCHEMA app TO claims_owner, claims_rules,
    claims_user, claims_staff, claims_admin, claims_worker;
GRANT USAGE ON SCHEMA auth TO claims_leaser, claims_tokens;
GRANT CREATE ON SCHEMA public TO claims_owner, claims_rules, claims_sec;
GRANT CREATE ON SCHEMA app TO claims_owner, claims_rules;
GRANT CREATE ON SCHEMA auth TO claims_leaser;
