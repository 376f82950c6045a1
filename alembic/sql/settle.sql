-- After every upgrade: the functions that work above the policies count days by the servers' clock
-- and write them in one way, whatever TimeZone and DateStyle the calling session has set.

DO $$
DECLARE
    v_function regprocedure;
BEGIN
    FOR v_function IN
        SELECT oid FROM pg_proc
        WHERE prosecdef AND proowner::regrole::text = 'claims_rules'
          AND coalesce(proconfig::text, '') NOT ILIKE '%timezone=%'
    LOOP
        EXECUTE format('ALTER FUNCTION %s SET timezone = %L', v_function, 'UTC');
        EXECUTE format('ALTER FUNCTION %s SET datestyle = %L', v_function, 'ISO, YMD');
    END LOOP;
END $$;
