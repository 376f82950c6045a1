-- How the servers are, for whoever looks after them: no claim, no person, no content of an error.

SET ROLE claims_rules;

CREATE FUNCTION public.servers_state()
RETURNS TABLE (worker_ago int, failing text[], lines_judged int, unchecked int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT extract(epoch FROM now() - max(last_run))::int,
           coalesce(array_agg(name ORDER BY name) FILTER (WHERE last_error IS NOT NULL), '{}'),
           (SELECT count(*)::int FROM ml_engine_judge),
           (SELECT count(*)::int FROM claims_document_version
            WHERE state IN ('received', 'scanning'))
    FROM worker_job
$$;

GRANT EXECUTE ON FUNCTION public.servers_state() TO claims_tokens;

RESET ROLE;
