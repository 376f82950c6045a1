-- Batches of claims: COPY into staging that nobody reads, then one merge that checks every row.

SET ROLE claims_rules;

CREATE FUNCTION app.may_import() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT app.has('analyst') OR app.has('supervisor')
$$;

GRANT EXECUTE ON FUNCTION app.may_import() TO claims_owner, claims_staff;

RESET ROLE;
SET ROLE claims_owner;

CREATE TABLE claims_batch (
    id uuid NOT NULL,
    source text NOT NULL,
    sha256 bytea NOT NULL,
    loaded_by integer DEFAULT app.me() NOT NULL,
    at timestamptz DEFAULT now() NOT NULL,
    merged_at timestamptz,
    inserted integer,
    known integer,
    refused integer,
    digest bytea,
    CONSTRAINT pk_claims_batch PRIMARY KEY (id),
    CONSTRAINT ck_claims_batch_sha256 CHECK (octet_length(sha256) = 32),
    CONSTRAINT uq_claims_batch_sha256 UNIQUE (sha256),
    CONSTRAINT fk_claims_batch_loaded_by FOREIGN KEY(loaded_by) REFERENCES auth_user (id)
);

-- Not logged: what is not merged in the transaction that loads it is not worth a recovery.
CREATE UNLOGGED TABLE claims_stage (
    batch uuid NOT NULL,
    line integer NOT NULL,
    claim_number varchar(50),
    policy_number varchar(50),
    claim_type varchar(50),
    description text,
    amount numeric(12, 2),
    currency varchar(3),
    loss_date date,
    reported_date date,
    cause varchar(40),
    coverage varchar(40),
    policy_limit numeric(12, 2),
    deductible numeric(12, 2),
    policy_start date,
    policy_expiry date,
    loss_city text,
    loss_country text,
    facts jsonb,
    loaded_by varchar(63) DEFAULT session_user NOT NULL,
    loaded_at timestamptz DEFAULT now() NOT NULL
);
CREATE INDEX ix_claims_stage_batch ON claims_stage (batch);

ALTER TABLE claims_claim ADD batch_id uuid;

ALTER TABLE claims_batch ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_batch FORCE ROW LEVEL SECURITY;
CREATE POLICY staff_sees_own ON claims_batch FOR SELECT TO claims_staff
    USING (loaded_by = (SELECT app.me()));
CREATE POLICY staff_begins ON claims_batch FOR INSERT TO claims_staff
    WITH CHECK (loaded_by = (SELECT app.me()) AND (SELECT app.may_import()));
CREATE POLICY admin_sees_all ON claims_batch FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY worker_sees_all ON claims_batch FOR SELECT TO claims_worker USING (true);
CREATE POLICY rules ON claims_batch TO claims_rules USING (true);

GRANT SELECT ON claims_batch TO claims_staff, claims_admin, claims_worker;
GRANT INSERT (id, source, sha256) ON claims_batch TO claims_staff;
GRANT INSERT (batch, line, claim_number, policy_number, claim_type, description, amount, currency,
              loss_date, reported_date, cause, coverage, policy_limit, deductible, policy_start,
              policy_expiry, loss_city, loss_country, facts) ON claims_stage TO claims_staff;
GRANT SELECT, UPDATE ON claims_batch TO claims_rules;
GRANT SELECT, DELETE ON claims_stage TO claims_rules;
GRANT INSERT ON claims_claim TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

-- Without settings of its own, so that the planner can look into it.
CREATE FUNCTION app.fits(s claims_stage, p_lines text[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT s.policy_number <> '' AND s.claim_type = ANY (p_lines) AND s.amount > 0
        AND s.loss_date <= current_date + 1
        AND coalesce(s.loss_date <= s.reported_date, true)
        AND coalesce(least(s.policy_limit, s.deductible) >= 0, true)
        AND coalesce(s.policy_start <= s.policy_expiry, true)
        AND coalesce(jsonb_typeof(s.facts) = 'object', true)
        AND coalesce(length(s.facts ->> 'vin') <= 40, true)
$$;

-- Every number as next_number gives it, written out so that a batch needs no call for each row.
CREATE FUNCTION app.insert_staged(p_batch uuid) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_year bigint := extract(year FROM now() AT TIME ZONE 'UTC');
    v_lines text[] := app.my_lines();
    v_region text := app.my_region();
    v_me int := app.me();
    v_inserted int;
BEGIN
    INSERT INTO claims_claim (
        claim_number, policy_number, claim_type, description, amount, currency, status,
        submission_date, user_id, region, loss_date, reported_date, how_reported, cause, coverage,
        policy_limit, deductible, policy_start, policy_expiry, loss_city, loss_country, facts,
        batch_id)
    SELECT coalesce(n.claim_number, upper(left(n.claim_type, 3)) || '-' || v_year || '-'
               || lpad(n.serial::text, greatest(6, length(n.serial::text)), '0') || '-'
               || substr('ABCDEFGHJKLMNPQRSTVWXYZ',
                         ((v_year * 1000000 + n.serial) % 23)::int + 1, 1)),
           n.policy_number, n.claim_type, n.description, n.amount, coalesce(n.currency, 'GBP'),
           'submitted', now(), v_me, v_region, n.loss_date,
           coalesce(n.reported_date, greatest(current_date, n.loss_date)), 'batch', n.cause,
           n.coverage, n.policy_limit, n.deductible, n.policy_start, n.policy_expiry, n.loss_city,
           n.loss_country, coalesce(n.facts, '{}'), p_batch
    FROM (
        SELECT s.*, CASE WHEN s.claim_number IS NULL THEN nextval('app.claim_serial') END AS serial
        FROM claims_stage s
        WHERE s.batch = p_batch AND s.loaded_by = session_user AND app.fits(s, v_lines)
    ) AS n
    ON CONFLICT (claim_number) DO NOTHING;
    GET DIAGNOSTICS v_inserted = ROW_COUNT;
    RETURN v_inserted;
END $$;

-- What a batch brought in and nobody may change since; `audit verify` computes it again.
CREATE FUNCTION app.batch_digest(p_batch uuid) RETURNS bytea
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT sha256(convert_to(coalesce(string_agg(ROW(
        c.id, c.claim_number, c.policy_number, c.claim_type, c.amount, c.loss_date
    )::text, '' ORDER BY c.id), ''), 'UTF8'))
    FROM claims_claim c WHERE c.batch_id = p_batch
$$;

CREATE FUNCTION public.merge_batch(p_batch uuid)
RETURNS TABLE (inserted int, known int, refused int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_batch claims_batch;
    v_lines text[] := app.my_lines();
BEGIN
    SELECT * INTO v_batch FROM claims_batch WHERE id = p_batch AND loaded_by = app.me() FOR UPDATE;
    IF v_batch.id IS NULL OR NOT app.may_import() THEN
        RAISE 'There is no such batch of yours.' USING ERRCODE = 'PN001';
    ELSIF v_batch.merged_at IS NULL THEN
        SELECT count(*) FILTER (WHERE app.fits(s, v_lines)),
               count(*) FILTER (WHERE app.fits(s, v_lines) IS NOT TRUE)
        INTO v_batch.known, v_batch.refused
        FROM claims_stage s WHERE batch = p_batch AND loaded_by = session_user;
        v_batch.inserted := app.insert_staged(p_batch);
        UPDATE claims_batch SET merged_at = clock_timestamp(), inserted = v_batch.inserted,
            known = v_batch.known - v_batch.inserted, refused = v_batch.refused,
            digest = app.batch_digest(p_batch)
        WHERE id = p_batch RETURNING * INTO v_batch;
        DELETE FROM claims_stage WHERE batch = p_batch AND loaded_by = session_user;
    END IF;
    RETURN QUERY SELECT v_batch.inserted, v_batch.known, v_batch.refused;
END $$;

CREATE FUNCTION public.sweep_stage() RETURNS int
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH gone AS (
        DELETE FROM claims_stage WHERE loaded_at < now() - interval '1 day' RETURNING 1
    )
    SELECT count(*)::int FROM gone
$$;

GRANT EXECUTE ON FUNCTION public.merge_batch(uuid) TO claims_staff;
GRANT EXECUTE ON FUNCTION public.sweep_stage() TO claims_worker;

RESET ROLE;
SET ROLE claims_owner;

-- A definer function of ours has checked for itself and keeps the batch on record as a whole.
DROP TRIGGER t10_new ON claims_claim;
CREATE TRIGGER t10_new BEFORE INSERT ON claims_claim
    FOR EACH ROW WHEN (current_user <> 'claims_rules') EXECUTE FUNCTION app.guard_new();
DROP TRIGGER t90_log_new ON claims_claim;
CREATE TRIGGER t90_log_new AFTER INSERT ON claims_claim
    FOR EACH ROW WHEN (current_user <> 'claims_rules') EXECUTE FUNCTION app.log_new();

RESET ROLE;
