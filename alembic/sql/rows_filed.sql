-- Rows of a checked file get their claim's id before it is made, so that what came in is looked up by
-- hash. Joined by their numbers, a planner that foresees few rows reads the whole file for each of
-- them. IS TRUE keeps the lookup from becoming such a join again.

SET ROLE claims_owner;

GRANT USAGE ON SEQUENCE claims_claim_id_seq TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION app.insert_checked(p_batch uuid) RETURNS int
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
        SELECT f.*, nextval('claims_claim_id_seq')::int AS id,
               coalesce(f.claim_number, upper(left(f.claim_type, 3)) || '-' || v_year || '-'
                   || lpad(f.serial::text, greatest(6, length(f.serial::text)), '0') || '-'
                   || substr('ABCDEFGHJKLMNPQRSTVWXYZ',
                             ((v_year * 1000000 + f.serial) % 23)::int + 1, 1)) AS number
        FROM fresh f WHERE f.nth = 1 AND f.numbered = 1
    ), put AS (
        INSERT INTO claims_claim (
            id, claim_number, policy_number, claim_type, description, amount, currency, status,
            submission_date, user_id, region, loss_date, loss_time, reported_date, how_reported,
            cause, coverage, policy_limit, deductible, policy_start, policy_expiry, policy_changed,
            prior_claims_declared, authority_contacted, authority_reference, notice_given,
            loss_city, loss_country, facts, batch_id)
        SELECT r.id, r.number, r.policy_number, r.claim_type, r.description, r.amount,
               coalesce(r.currency, 'GBP'), 'submitted', now(), v_me, v_region, r.loss_date,
               r.loss_time, coalesce(r.reported_date, greatest(current_date, r.loss_date)),
               'batch', r.cause, r.coverage, r.policy_limit, r.deductible, r.policy_start,
               r.policy_expiry, r.policy_changed, r.prior_claims_declared, r.authority_contacted,
               r.authority_reference, coalesce(r.notice_given, false), r.loss_city,
               r.loss_country, coalesce(r.facts, '{}'), p_batch
        FROM ready r
        ON CONFLICT (claim_number) DO NOTHING
        RETURNING id
    ), kept AS (
        INSERT INTO claims_import_row (row_hash, batch_id, claim_id)
        SELECT r.row_hash, p_batch, r.id FROM ready r
        WHERE r.row_hash IS NOT NULL AND (r.id IN (SELECT id FROM put)) IS TRUE
    ), named AS (
        INSERT INTO claims_party (
            claim_id, kind, name, phone, email, address_line, city, postcode, country, relation)
        SELECT r.id, p.kind, p.name, p.phone, p.email, p.address_line, p.city, p.postcode,
               p.country, p.relation
        FROM ready r
        CROSS JOIN LATERAL jsonb_to_recordset(coalesce(r.parties, '[]')) AS p (
            kind text, name text, phone text, email text, address_line text, city text,
            postcode text, country text, relation text)
        WHERE (r.id IN (SELECT id FROM put)) IS TRUE
    )
    SELECT count(*) INTO v_inserted FROM put;
    RETURN v_inserted;
END $$;

RESET ROLE;
