-- The figures of the servers are told to a device only while its lease holds.

SET ROLE claims_sec;

CREATE OR REPLACE FUNCTION public.monitor_figures() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object('application', app.application_figures(),
        'database', app.database_figures(), 'tables', app.table_figures(),
        'statements', app.slow_statements())
    WHERE session_user !~ '^d_[0-9a-f]{20}$' OR app.me() IS NOT NULL
$$;

RESET ROLE;
