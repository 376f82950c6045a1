-- The facts that rules may look at, and nothing else: no name, sex, age, nationality, family, income,
-- work, tenure or postcode is among them. What is not known is left out.

SET ROLE claims_rules;

CREATE FUNCTION app.yes(p_told jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE p_told #>> '{}' WHEN 'true' THEN true WHEN 'yes' THEN true
                                WHEN 'false' THEN false WHEN 'no' THEN false END
$$;

CREATE FUNCTION app.figure(p_told jsonb) RETURNS numeric
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN p_told #>> '{}' ~ '^-?\d{1,12}(\.\d+)?$' THEN (p_told #>> '{}')::numeric END
$$;

CREATE FUNCTION app.on_day(p_told jsonb) RETURNS date
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN pg_input_is_valid(left(p_told #>> '{}', 10), 'date')
                THEN left(p_told #>> '{}', 10)::date END
$$;

CREATE FUNCTION app.rows_of(p_told jsonb) RETURNS SETOF jsonb
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT jsonb_array_elements(CASE jsonb_typeof(p_told) WHEN 'array' THEN p_told ELSE '[]' END)
$$;

CREATE FUNCTION app.claim_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'claim_type', c.claim_type, 'cause', c.cause, 'coverage', c.coverage,
        'authority_contacted', c.authority_contacted,
        'policy_age_days', c.loss_date - c.policy_start,
        'days_to_expiry', c.policy_expiry - c.loss_date,
        'days_to_report', c.reported_date - c.loss_date,
        'amount', c.amount,
        'amount_to_limit', round(100 * c.amount / nullif(c.policy_limit, 0), 1),
        'round_amount', c.amount >= 1000 AND c.amount % 100 = 0,
        'prior_claims_declared', c.prior_claims_declared,
        'loss_hour', extract(hour FROM c.loss_time)
    )
$$;

CREATE FUNCTION app.bill_facts(p_lines jsonb) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'service_duplicates', count(service) - count(DISTINCT service),
        'weekend_services', count(*) FILTER (WHERE extract(isodow FROM day) > 5))
    FROM (SELECT app.on_day(line -> 'day') AS day,
                 concat_ws(' ', app.on_day(line -> 'day'), nullif(line ->> 'procedure', '')) AS service
          FROM app.rows_of(p_lines) AS line
          WHERE app.on_day(line -> 'day') IS NOT NULL AND line ->> 'procedure' <> '') AS billed
$$;

CREATE FUNCTION app.line_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE c.claim_type
        WHEN 'motor' THEN jsonb_build_object(
            'accident_type', nullif(c.facts ->> 'accident_type', ''),
            'occupants', app.figure(c.facts -> 'occupants_count'),
            'injured', app.figure(c.facts -> 'injured_count'),
            'witnesses', app.figure(c.facts -> 'witness_count'),
            'drivable', app.yes(c.facts -> 'drivable'),
            'keys', app.figure(c.facts -> 'keys_count'))
        WHEN 'property' THEN jsonb_build_object(
            'occupants_present', app.yes(c.facts -> 'occupants_present'),
            'pets_present', app.yes(c.facts -> 'pets_present'),
            'alarm_worked', app.yes(c.facts -> 'alarm_worked'),
            'repaired_before_inspection', app.yes(c.facts -> 'emergency_repairs_done'),
            'unreceipted_share', (
                SELECT round(100 * coalesce(sum(app.figure(item -> 'claimed'))
                             FILTER (WHERE app.yes(item -> 'receipt') IS NOT TRUE), 0)
                             / nullif(sum(app.figure(item -> 'claimed')), 0))
                FROM app.rows_of(c.facts -> 'items') AS item))
        WHEN 'health' THEN app.bill_facts(c.facts -> 'service_lines')
            || jsonb_build_object('care_type', c.facts ->> 'care_type')
        ELSE jsonb_build_object(
            'days_purchase_to_loss', c.loss_date - app.on_day(c.facts -> 'policy_purchase_date'),
            'carrier_report', NOT app.is_blank(c.facts ->> 'carrier_report_no'))
    END
$$;

-- How many earlier claims belong to this one, by policy, contact, address or vehicle.
CREATE FUNCTION app.earlier_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH earlier AS (
        SELECT s.kind, o.id, o.claim_type, o.cause, o.loss_date, o.amount, o.facts,
               o.closed_outcome, o.submission_date > u.until - interval '12 months' AS of_year
        FROM (SELECT coalesce(c.submission_date, now()) AS until) u,
             (SELECT * FROM app.sharing(c)
              UNION ALL SELECT 'policy', id FROM claims_claim
              WHERE policy_number = c.policy_number) s (kind, claim_id),
             LATERAL (SELECT * FROM claims_claim o WHERE o.id = s.claim_id OFFSET 0) o
        WHERE o.id <> c.id AND o.status NOT IN ('draft', 'void')
          AND o.submission_date < u.until AND o.submission_date > u.until - interval '24 months'
    )
    SELECT jsonb_build_object(
        'known_claims_24m', count(DISTINCT id) FILTER (WHERE kind IN ('phone', 'email', 'policy')),
        'same_address_12m', count(DISTINCT id) FILTER (
            WHERE kind = 'address' AND claim_type = 'property' AND of_year),
        'same_panel_24m', count(DISTINCT id) FILTER (
            WHERE kind = 'vin' AND facts -> 'impact_points' ?| ARRAY(
                SELECT part #>> '{}' FROM app.rows_of(c.facts -> 'impact_points') AS part)),
        'same_loss', count(DISTINCT id) FILTER (
            WHERE abs(loss_date - c.loss_date) <= 2
              AND (kind = 'vin' OR (kind = 'policy' AND cause = c.cause))),
        'resubmitted', count(DISTINCT id) FILTER (
            WHERE kind = 'policy' AND c.claim_type = 'health' AND loss_date = c.loss_date
              AND amount = c.amount AND closed_outcome IN ('denied', 'no_coverage'))
    ) FROM earlier
$$;

-- Contacts and firms that claims of other people share, papers that lie in other claims too, and
-- how far the amount lies from those of its cause.
CREATE FUNCTION app.shared_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'shared_contacts', coalesce(sum(l.claims) FILTER (
            WHERE l.kind IN ('phone', 'email', 'address')), 0),
        'shared_firm', coalesce(max(l.claims) FILTER (WHERE l.kind = 'repairer'), 0),
        'same_document', (
            SELECT count(DISTINCT other.claim_id)
            FROM claims_document_version mine
            JOIN claims_document_version other
                ON other.sha256 = mine.sha256 AND other.claim_id <> mine.claim_id
            WHERE mine.claim_id = c.id AND mine.state = 'clean' AND other.state = 'clean'),
        'amount_z', (
            SELECT round(((ln(c.amount) - r.middle) / r.spread)::numeric, 1)
            FROM red_flag_range r
            WHERE r.claim_type = c.claim_type AND r.cause = c.cause AND c.amount > 0
              AND r.spread > 0 AND r.settled >= 30)
    ) FROM public.claim_links(c.id) AS l
$$;

CREATE FUNCTION app.flag_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_strip_nulls(
        app.claim_facts(c) || app.line_facts(c) || app.earlier_facts(c) || app.shared_facts(c))
$$;

RESET ROLE;
