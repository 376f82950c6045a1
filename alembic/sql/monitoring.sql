-- What administrators watch: errors by their stack, figures over time, counted steps. No content,
-- no person: leased roles tell through functions that take only what cannot hold any.

GRANT pg_read_all_stats TO claims_sec WITH INHERIT TRUE, SET FALSE;

SET ROLE claims_owner;

CREATE TABLE monitor_fault (
    fingerprint text NOT NULL,
    version text NOT NULL,
    source text NOT NULL,
    kind text NOT NULL,
    stack text NOT NULL,
    count integer DEFAULT 1 NOT NULL,
    first_at timestamptz DEFAULT now() NOT NULL,
    last_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_monitor_fault PRIMARY KEY (fingerprint, version)
);

CREATE TABLE monitor_figure (
    at timestamptz DEFAULT now() NOT NULL,
    name text NOT NULL,
    value double precision NOT NULL,
    CONSTRAINT pk_monitor_figure PRIMARY KEY (name, at)
);

CREATE TABLE monitor_usage (
    day date DEFAULT CURRENT_DATE NOT NULL,
    kind varchar(10) NOT NULL,
    name text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT pk_monitor_usage PRIMARY KEY (day, kind, name),
    CONSTRAINT ck_monitor_usage_kind CHECK (kind IN ('screen', 'command'))
);

DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['fault', 'figure', 'usage'] LOOP
        EXECUTE format('ALTER TABLE monitor_%s ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE monitor_%s FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY admin_sees_all ON monitor_%s FOR SELECT TO claims_admin
                        USING ((SELECT app.me()) IS NOT NULL)', v_table);
        EXECUTE format('CREATE POLICY rules ON monitor_%s TO claims_rules USING (true)', v_table);
        EXECUTE format('GRANT SELECT ON monitor_%s TO claims_admin, claims_rules', v_table);
        EXECUTE format('GRANT INSERT, UPDATE, DELETE ON monitor_%s TO claims_rules', v_table);
    END LOOP;
END $$;

RESET ROLE;
SET ROLE claims_rules;

-- A stack is lines of file, number and function; anything else could be content and is refused.
-- Five hundred groups are kept; the one that was not seen for longest makes room.
CREATE FUNCTION public.report_fault(p_source text, p_version text, p_kind text, p_stack text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_fingerprint text := encode(sha256(convert_to(p_kind || E'\n' || p_stack, 'UTF8')), 'hex');
BEGIN
    IF p_source NOT IN ('desktop', 'worker', 'tokens') OR p_version !~ '^[0-9A-Za-z.+-]{1,20}$'
        OR p_kind !~ '^[A-Za-z_][A-Za-z0-9_.]{0,99}$' OR length(p_stack) > 8000
        OR p_stack !~ '^([\w./<>-]+:\d+ in [\w<>.]+\n)*$' THEN
        RAISE 'This is not a report of an error.' USING ERRCODE = '22023';
    END IF;
    INSERT INTO monitor_fault AS f (fingerprint, version, source, kind, stack, last_at)
    VALUES (v_fingerprint, p_version, p_source, p_kind, p_stack, clock_timestamp())
    ON CONFLICT (fingerprint, version) DO UPDATE SET
        count = least(f.count + 1, 2000000000), last_at = clock_timestamp();
    DELETE FROM monitor_fault WHERE (fingerprint, version) IN (
        SELECT fingerprint, version FROM monitor_fault ORDER BY last_at DESC OFFSET 500);
END $$;

-- {screen: {name: count}, command: {…}}: only what the program is called inside, and how often.
CREATE FUNCTION public.count_usage(p_counts jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO monitor_usage AS u (kind, name, count)
    SELECT kind, name, least(told::int, 10000)
    FROM jsonb_each(p_counts) AS k (kind, names), jsonb_each_text(names) AS n (name, told)
    WHERE kind IN ('screen', 'command') AND name ~ '^[a-z_]{1,20}\.[a-z_]{1,30}$'
      AND told ~ '^[1-9]\d{0,5}$'
    LIMIT 200
    ON CONFLICT (day, kind, name) DO UPDATE SET count = u.count + excluded.count;
    DELETE FROM monitor_usage WHERE day < CURRENT_DATE - 400;
END $$;

-- What the worker measured, {name: value}; five weeks are kept.
CREATE FUNCTION public.record_figures(p_figures jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO monitor_figure (name, value)
    SELECT name, told::double precision FROM jsonb_each_text(p_figures) AS f (name, told)
    WHERE told IS NOT NULL
    ON CONFLICT DO NOTHING;
    DELETE FROM monitor_figure WHERE at < now() - interval '35 days';
$$;

GRANT EXECUTE ON FUNCTION public.report_fault(text, text, text, text)
    TO claims_user, claims_staff, claims_admin, claims_worker, claims_tokens;
GRANT EXECUTE ON FUNCTION public.count_usage(jsonb) TO claims_user, claims_staff, claims_admin;
GRANT EXECUTE ON FUNCTION public.record_figures(jsonb) TO claims_worker;

-- Figures of the application: counts alone.
CREATE FUNCTION app.application_figures() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'faults_day', (SELECT count(*) FROM monitor_fault WHERE last_at > now() - interval '1 day'),
        'jobs_failing', (SELECT count(*) FROM worker_job WHERE last_error IS NOT NULL),
        'worker_seconds', (SELECT extract(epoch FROM clock_timestamp() - max(last_run))::int
                           FROM worker_job))
$$;
GRANT EXECUTE ON FUNCTION app.application_figures() TO claims_sec;

RESET ROLE;
SET ROLE claims_sec;

CREATE FUNCTION app.database_figures() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_build_object(
        'connections', count(*) FILTER (WHERE a.backend_type = 'client backend'),
        'connections_active', count(*) FILTER (WHERE a.state = 'active' AND a.pid <> pg_backend_pid()),
        'connections_waiting', count(*) FILTER (WHERE a.wait_event_type = 'Lock'),
        'connections_limit', current_setting('max_connections')::int,
        'slow_statements', count(*) FILTER (WHERE a.state = 'active' AND a.pid <> pg_backend_pid()
            AND a.query_start < clock_timestamp() - interval '1 second'),
        'longest_seconds', coalesce(max(extract(epoch FROM clock_timestamp() - a.query_start))
            FILTER (WHERE a.state = 'active' AND a.pid <> pg_backend_pid()), 0)::int)
        || (SELECT jsonb_build_object(
            'database_bytes', pg_database_size(current_database()),
            'commits', d.xact_commit, 'rollbacks', d.xact_rollback, 'deadlocks', d.deadlocks,
            'cache_hit_percent', round(100.0 * d.blks_hit / greatest(d.blks_hit + d.blks_read, 1), 1))
            FROM pg_stat_database d WHERE d.datname = current_database())
        || (SELECT jsonb_build_object('replicas', count(*), 'replication_lag_seconds',
            coalesce(max(extract(epoch FROM r.replay_lag)), 0)::int) FROM pg_stat_replication r)
    FROM pg_stat_activity a WHERE a.datname = current_database()
$$;

CREATE FUNCTION app.table_figures() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(jsonb_object_agg(relname, jsonb_build_object(
        'bytes', pg_total_relation_size(relid), 'rows', n_live_tup, 'dead', n_dead_tup)), '{}')
    FROM pg_stat_user_tables WHERE schemaname = 'public'
$$;

-- Statements that take longest on average, where the server keeps count of them; constants are
-- not among what it keeps.
CREATE FUNCTION app.slow_statements() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_view text := (SELECT format('%I.pg_stat_statements', n.nspname) FROM pg_extension e
                    JOIN pg_namespace n ON n.oid = e.extnamespace
                    WHERE e.extname = 'pg_stat_statements');
    v_found jsonb;
BEGIN
    IF v_view IS NULL THEN
        RETURN '[]';
    END IF;
    EXECUTE format($q$
        SELECT coalesce(jsonb_agg(to_jsonb(s)), '[]') FROM (
            SELECT left(query, 300) AS statement, calls, round(mean_exec_time::numeric, 1) AS mean,
                   round(max_exec_time::numeric, 1) AS longest
            FROM %s WHERE query ~* '^\s*(/\*[^*]*\*/\s*)?(select|insert|update|delete|with)\M'
            ORDER BY mean_exec_time DESC LIMIT 15) s $q$, v_view) INTO v_found;
    RETURN v_found;
EXCEPTION WHEN OTHERS THEN
    RETURN '[]';
END $$;

-- All of it, for administrators, the worker and the token service's /metrics.
CREATE FUNCTION public.monitor_figures() RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object('application', app.application_figures(),
        'database', app.database_figures(), 'tables', app.table_figures(),
        'statements', app.slow_statements())
$$;

GRANT EXECUTE ON FUNCTION public.monitor_figures() TO claims_admin, claims_worker, claims_tokens;

RESET ROLE;
