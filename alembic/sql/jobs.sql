-- What the worker's jobs last did, for whoever watches over them.

SET ROLE claims_owner;

CREATE TABLE worker_job (
    name text NOT NULL,
    last_run timestamptz NOT NULL,
    last_failure timestamptz,
    last_error text,
    runs integer DEFAULT 0 NOT NULL,
    failures integer DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    CONSTRAINT pk_worker_job PRIMARY KEY (name)
);

ALTER TABLE worker_job ENABLE ROW LEVEL SECURITY;
ALTER TABLE worker_job FORCE ROW LEVEL SECURITY;
CREATE POLICY admin_sees_all ON worker_job FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY rules ON worker_job TO claims_rules USING (true);
GRANT SELECT ON worker_job TO claims_admin;
GRANT SELECT, INSERT, UPDATE ON worker_job TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

-- The last error stays until the job has succeeded again.
CREATE FUNCTION public.job_ran(p_name text, p_done int, p_error text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO worker_job AS job (name, last_run, last_failure, last_error, runs, failures, done)
    VALUES (p_name, clock_timestamp(), CASE WHEN p_error IS NOT NULL THEN clock_timestamp() END,
            p_error, 1, (p_error IS NOT NULL)::int, p_done)
    ON CONFLICT (name) DO UPDATE SET
        last_run = excluded.last_run, last_error = excluded.last_error,
        last_failure = coalesce(excluded.last_failure, job.last_failure),
        runs = job.runs + 1, failures = job.failures + excluded.failures,
        done = job.done + excluded.done
$$;

GRANT EXECUTE ON FUNCTION public.job_ran(text, int, text) TO claims_worker;

RESET ROLE;
