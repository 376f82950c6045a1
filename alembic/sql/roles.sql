-- Roles belong to the whole server, so each is made only if another database has not made it.

DO $$
DECLARE
    wanted text[];
BEGIN
    FOREACH wanted SLICE 1 IN ARRAY ARRAY[
        ['claims_owner', 'NOLOGIN'],              -- owns the tables
        ['claims_rules', 'NOLOGIN'],              -- owns the guards; holds just what they need
        ['claims_sec', 'NOLOGIN'],                -- owns the secrets and the context functions
        ['claims_leaser', 'NOLOGIN CREATEROLE'],  -- makes the roles of devices
        ['claims_user', 'NOLOGIN'],
        ['claims_staff', 'NOLOGIN'],
        ['claims_admin', 'NOLOGIN'],
        ['claims_worker', 'NOLOGIN'],
        ['claims_tokens', 'LOGIN'],               -- the token service; its password comes at start
        ['claims_work', 'LOGIN']                  -- the worker; the same
    ] LOOP
        IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted[1]) THEN
            EXECUTE format('CREATE ROLE %I %s', wanted[1], wanted[2]);
        END IF;
    END LOOP;
END $$;

GRANT claims_user, claims_staff, claims_admin TO claims_leaser
    WITH ADMIN TRUE, INHERIT FALSE, SET FALSE;
GRANT pg_signal_backend TO claims_leaser WITH INHERIT TRUE, SET FALSE;
GRANT claims_worker TO claims_work WITH INHERIT TRUE, SET FALSE;
