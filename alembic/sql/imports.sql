-- Files of claims brought in after a dry run: each row once, with its people, and the whole batch
-- taken back as long as nobody has worked on one of its claims.

SET ROLE claims_owner;

ALTER TABLE claims_stage
    ADD loss_time time,
    ADD policy_changed date,
    ADD prior_claims_declared integer,
    ADD authority_contacted varchar(10),
    ADD authority_reference text,
    ADD notice_given boolean,
    ADD parties jsonb,
    ADD row_hash bytea;
GRANT INSERT (loss_time, policy_changed, prior_claims_declared, authority_contacted,
              authority_reference, notice_given, parties, row_hash) ON claims_stage TO claims_staff;

ALTER TABLE claims_batch
    ADD undone_at timestamptz,
    ADD undone_by integer,
    ADD CONSTRAINT fk_claims_batch_undone_by FOREIGN KEY (undone_by) REFERENCES auth_user (id),
    DROP CONSTRAINT uq_claims_batch_sha256;
-- What was taken back may come in again.
CREATE UNIQUE INDEX ix_claims_batch_sha256 ON claims_batch (sha256) WHERE undone_at IS NULL;

CREATE TABLE claims_import_row (
    row_hash bytea NOT NULL,
    batch_id uuid NOT NULL,
    claim_id integer NOT NULL,
    CONSTRAINT pk_claims_import_row PRIMARY KEY (row_hash),
    CONSTRAINT ck_claims_import_row_row_hash CHECK (octet_length(row_hash) = 32),
    CONSTRAINT fk_claims_import_row_batch_id FOREIGN KEY (batch_id) REFERENCES claims_batch (id),
    CONSTRAINT fk_claims_import_row_claim_id FOREIGN KEY (claim_id) REFERENCES claims_claim (id)
);
CREATE INDEX ix_claims_import_row_batch_id ON claims_import_row (batch_id);
CREATE INDEX ix_claims_claim_batch ON claims_claim (batch_id) WHERE batch_id IS NOT NULL;

ALTER TABLE claims_import_row ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_import_row FORCE ROW LEVEL SECURITY;
CREATE POLICY rules ON claims_import_row TO claims_rules USING (true);
GRANT SELECT, INSERT, DELETE ON claims_import_row TO claims_rules;
GRANT INSERT ON claims_party TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

-- Rows whose content was checked carry its hash: none comes in twice, whatever the file.
CREATE FUNCTION app.insert_checked(p_batch uuid) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_year bigint := extract(year FROM now() AT TIME ZONE 'UTC');
    v_lines text[] := app.my_lines();
    v_region text := app.my_region();
    v_me int := app.me();
    v_inserted int;
BEGIN
    WITH fresh AS MATERIALIZED (
        SELECT s.*,
               row_number() OVER (PARTITION BY s.row_hash ORDER BY s.line) AS nth,
               row_number() OVER (
                   PARTITION BY coalesce(s.claim_number, s.line::text) ORDER BY s.line) AS numbered,
               CASE WHEN s.claim_number IS NULL THEN nextval('app.claim_serial') END AS serial
        FROM claims_stage s
        WHERE s.batch = p_batch AND s.loaded_by = session_user AND app.fits(s, v_lines)
          AND NOT EXISTS (SELECT FROM claims_import_row r WHERE r.row_hash = s.row_hash)
    ), ready AS MATERIALIZED (
        SELECT f.*, coalesce(f.claim_number, upper(left(f.claim_type, 3)) || '-' || v_year || '-'
                   || lpad(f.serial::text, greatest(6, length(f.serial::text)), '0') || '-'
                   || substr('ABCDEFGHJKLMNPQRSTVWXYZ',
                             ((v_year * 1000000 + f.serial) % 23)::int + 1, 1)) AS number
        FROM fresh f WHERE f.nth = 1 AND f.numbered = 1
    ), put AS (
        INSERT INTO claims_claim (
            claim_number, policy_number, claim_type, description, amount, currency, status,
            submission_date, user_id, region, loss_date, loss_time, reported_date, how_reported,
            cause, coverage, policy_limit, deductible, policy_start, policy_expiry, policy_changed,
            prior_claims_declared, authority_contacted, authority_reference, notice_given,
            loss_city, loss_country, facts, batch_id)
        SELECT r.number, r.policy_number, r.claim_type, r.description, r.amount,
               coalesce(r.currency, 'GBP'), 'submitted', now(), v_me, v_region, r.loss_date,
               r.loss_time, coalesce(r.reported_date, greatest(current_date, r.loss_date)),
               'batch', r.cause, r.coverage, r.policy_limit, r.deductible, r.policy_start,
               r.policy_expiry, r.policy_changed, r.prior_claims_declared, r.authority_contacted,
               r.authority_reference, coalesce(r.notice_given, false), r.loss_city,
               r.loss_country, coalesce(r.facts, '{}'), p_batch
        FROM ready r
        ON CONFLICT (claim_number) DO NOTHING
        RETURNING id, claim_number
    ), kept AS (
        INSERT INTO claims_import_row (row_hash, batch_id, claim_id)
        SELECT r.row_hash, p_batch, put.id FROM put JOIN ready r ON r.number = put.claim_number
        WHERE r.row_hash IS NOT NULL
    ), named AS (
        INSERT INTO claims_party (
            claim_id, kind, name, phone, email, address_line, city, postcode, country, relation)
        SELECT put.id, p.kind, p.name, p.phone, p.email, p.address_line, p.city, p.postcode,
               p.country, p.relation
        FROM put JOIN ready r ON r.number = put.claim_number
        CROSS JOIN LATERAL jsonb_to_recordset(coalesce(r.parties, '[]')) AS p (
            kind text, name text, phone text, email text, address_line text, city text,
            postcode text, country text, relation text)
    )
    SELECT count(*) INTO v_inserted FROM put;
    RETURN v_inserted;
END $$;

CREATE OR REPLACE FUNCTION public.merge_batch(p_batch uuid)
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
        v_batch.inserted := CASE
            WHEN EXISTS (SELECT FROM claims_stage s
                         WHERE s.batch = p_batch AND s.loaded_by = session_user
                           AND s.row_hash IS NOT NULL)
            THEN app.insert_checked(p_batch) ELSE app.insert_staged(p_batch) END;
        UPDATE claims_batch SET merged_at = clock_timestamp(), inserted = v_batch.inserted,
            known = v_batch.known - v_batch.inserted, refused = v_batch.refused,
            digest = app.batch_digest(p_batch)
        WHERE id = p_batch RETURNING * INTO v_batch;
        DELETE FROM claims_stage WHERE batch = p_batch AND loaded_by = session_user;
    END IF;
    RETURN QUERY SELECT v_batch.inserted, v_batch.known, v_batch.refused;
END $$;

-- Which rows came in before; whoever asks has the whole row already.
CREATE FUNCTION public.known_rows(p_hashes bytea[]) RETURNS SETOF bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT row_hash FROM claims_import_row
    WHERE row_hash = ANY (p_hashes) AND app.may_import()
$$;

-- The claim of a batch that somebody has taken, moved or written to, looking and scoring aside.
CREATE FUNCTION app.worked_on(p_batch uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.claim_number FROM claims_claim c
    WHERE c.batch_id = p_batch AND (
        c.assigned_to IS NOT NULL OR c.status NOT IN ('submitted', 'triaged')
        OR EXISTS (
            SELECT FROM claims_event e
            WHERE e.claim_id = c.id AND e.actor_id IS NOT NULL
              AND e.kind NOT IN ('scored', 'opened')
              AND NOT (e.kind = 'status' AND e.to_status = 'triaged')))
    ORDER BY c.id LIMIT 1
$$;

CREATE FUNCTION public.undo_batch(p_batch uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_batch claims_batch;
    v_worked text;
    v_count int;
BEGIN
    SELECT * INTO v_batch FROM claims_batch WHERE id = p_batch AND loaded_by = app.me() FOR UPDATE;
    IF v_batch.id IS NULL OR NOT app.may_import() THEN
        RAISE 'There is no such batch of yours.' USING ERRCODE = 'PN001';
    ELSIF v_batch.undone_at IS NOT NULL OR v_batch.merged_at IS NULL THEN
        RAISE 'This batch is taken back already.';
    END IF;
    PERFORM FROM claims_claim WHERE batch_id = p_batch ORDER BY id FOR UPDATE;
    v_worked := app.worked_on(p_batch);
    IF v_worked IS NOT NULL THEN
        RAISE 'Somebody has worked on claim % already, so the batch stays. Void single claims.',
            v_worked;
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind, from_status, to_status, reason)
    SELECT id, app.me(), 'status', status, 'void', 'entered_in_error'
    FROM claims_claim WHERE batch_id = p_batch;
    -- The number in the file is free again for the row when it comes in corrected.
    UPDATE claims_claim SET status = 'void', status_reason = 'entered_in_error',
        claim_number = left(claim_number, 35) || '-UNDONE-' || id
    WHERE batch_id = p_batch;
    GET DIAGNOSTICS v_count = ROW_COUNT;
    DELETE FROM claims_import_row WHERE batch_id = p_batch;
    UPDATE claims_batch SET undone_at = clock_timestamp(), undone_by = app.me(),
        digest = app.batch_digest(p_batch)
    WHERE id = p_batch;
    RETURN v_count;
END $$;

GRANT EXECUTE ON FUNCTION public.known_rows(bytea[]), public.undo_batch(uuid) TO claims_staff;

RESET ROLE;
