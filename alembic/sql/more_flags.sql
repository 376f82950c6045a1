-- More facts that rules may look at: what papers say of themselves, what an adjuster noted, how an
-- estimate lies among its like, and what one provider bills on one day.

SET ROLE claims_rules;

-- Clean papers of a claim that lie in others too, word for word or as a photo that looks alike.
CREATE FUNCTION app.papers_elsewhere(p_claim int) RETURNS TABLE (kind text, claim_id int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH mine AS MATERIALIZED (
        SELECT v.sha256, v.photo_hash, d.document_type AS kind
        FROM claims_document_version v JOIN claims_document d ON d.id = v.document_id
        WHERE v.claim_id = p_claim AND v.state = 'clean'
    )
    SELECT m.kind::text, o.claim_id
    FROM mine m JOIN claims_document_version o ON o.sha256 = m.sha256
    WHERE o.claim_id <> p_claim AND o.state = 'clean'
    UNION
    SELECT m.kind::text, o.claim_id
    FROM mine m JOIN claims_document_version o
        ON o.photo_hash IS NOT NULL
        AND app.photo_bands(o.photo_hash) && app.photo_bands(m.photo_hash)
        AND bit_count((o.photo_hash # m.photo_hash)::bit(64)) <= 6
    WHERE o.claim_id <> p_claim AND o.state = 'clean'
$$;

CREATE FUNCTION app.paper_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'same_document', (SELECT count(DISTINCT e.claim_id) FROM app.papers_elsewhere(c.id) e),
        'same_receipt', (SELECT count(DISTINCT e.claim_id) FROM app.papers_elsewhere(c.id) e
                         WHERE e.kind IN ('receipt', 'invoice')),
        'early_photos', count(*) FILTER (
            WHERE d.document_type = 'photo' AND app.on_day(v.facts -> 'taken') < c.loss_date),
        'edited_papers', count(*) FILTER (
            WHERE coalesce(v.facts ->> 'edited_with', v.facts ->> 'producer') ~* (
                'photoshop|gimp|affinity|pixelmator|canva|illustrator|inkscape'
                '|pdfescape|sejda|smallpdf|ilovepdf')))
    FROM claims_document_version v JOIN claims_document d ON d.id = v.document_id
    WHERE v.claim_id = c.id AND v.state = 'clean'
$$;

-- What adjusters note by these two tags, which the desk offers on every claim.
CREATE FUNCTION app.noted_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'presses', coalesce(bool_or(t.tag = 'presses for a quick settlement'), false),
        'knows_terms', coalesce(bool_or(t.tag = 'knows the terms of claims well'), false))
    FROM claims_tag t WHERE t.claim_id = c.id
$$;

CREATE FUNCTION app.noted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF coalesce(NEW.tag, OLD.tag) IN ('presses for a quick settlement',
                                      'knows the terms of claims well') THEN
        INSERT INTO red_flag_due (claim_id) VALUES (coalesce(NEW.claim_id, OLD.claim_id))
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END $$;

-- How the estimate lies among those of the same accident, in robust deviations of its logarithm.
CREATE FUNCTION app.estimate_z(c claims_claim) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT round(((ln(app.figure(c.facts -> 'estimate_amount')) - r.middle) / r.spread)::numeric, 1)
    FROM red_flag_range r
    WHERE c.claim_type = 'motor' AND r.claim_type = 'motor'
      AND r.cause = 'estimate ' || (c.facts ->> 'accident_type')
      AND app.figure(c.facts -> 'estimate_amount') > 0 AND r.spread > 0 AND r.settled >= 30
$$;

-- What the provider billed on the busiest day of this bill, over all claims near it.
CREATE FUNCTION app.provider_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH mine AS (
        SELECT DISTINCT app.on_day(line -> 'day') AS day
        FROM app.rows_of(c.facts -> 'service_lines') AS line
    ), billed AS (
        SELECT app.on_day(line -> 'day') AS day, app.figure(line -> 'units') AS units,
               CASE WHEN o.policy_number = c.policy_number
                    THEN lower(o.facts ->> 'patient_name') END AS patient
        FROM claims_claim o, app.rows_of(o.facts -> 'service_lines') AS line
        WHERE c.claim_type = 'health' AND c.facts ->> 'provider_id' <> ''
          AND o.claim_type = 'health' AND o.facts ->> 'provider_id' = c.facts ->> 'provider_id'
          AND o.loss_date BETWEEN c.loss_date - 14 AND c.loss_date + 14
          AND o.status NOT IN ('draft', 'void')
    ), days AS (
        SELECT sum(units) AS units, count(DISTINCT nullif(patient, '')) AS patients
        FROM billed WHERE day IN (SELECT day FROM mine) GROUP BY day
    )
    SELECT jsonb_build_object('units_of_day', max(units), 'patients_of_day', max(patients))
    FROM days
$$;

CREATE FUNCTION app.more_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT app.paper_facts(c) || app.noted_facts(c) || app.provider_facts(c) || jsonb_build_object(
        'days_since_change', c.loss_date - c.policy_changed,
        'estimate_z', app.estimate_z(c),
        'cash_claimed', (
            SELECT sum(app.figure(item -> 'claimed')) FROM app.rows_of(c.facts -> 'items') AS item
            WHERE item ->> 'name' ~* '\m(cash|money|banknotes?|coins)\M'))
$$;

CREATE OR REPLACE FUNCTION app.flag_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_strip_nulls(
        app.claim_facts(c) || app.line_facts(c) || app.earlier_facts(c) || app.shared_facts(c)
        || app.more_facts(c))
$$;

-- The papers are counted by app.paper_facts, which knows photos that look alike as well.
CREATE OR REPLACE FUNCTION app.shared_facts(c claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT jsonb_build_object(
        'shared_contacts', coalesce(sum(l.claims) FILTER (
            WHERE l.kind IN ('phone', 'email', 'address')), 0),
        'shared_firm', coalesce(max(l.claims) FILTER (WHERE l.kind = 'repairer'), 0),
        'amount_z', (
            SELECT round(((ln(c.amount) - r.middle) / r.spread)::numeric, 1)
            FROM red_flag_range r
            WHERE r.claim_type = c.claim_type AND r.cause = c.cause AND c.amount > 0
              AND r.spread > 0 AND r.settled >= 30)
    ) FROM public.claim_links(c.id) AS l
$$;

CREATE OR REPLACE FUNCTION app.count_ranges() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM red_flag_range WHERE at > now() - interval '1 day') THEN
        RETURN;
    END IF;
    DELETE FROM red_flag_range;
    INSERT INTO red_flag_range (claim_type, cause, middle, spread, settled)
    WITH past AS (
        SELECT claim_type, cause, ln(amount) AS a FROM claims_claim
        WHERE status = 'closed' AND amount > 0 AND cause IS NOT NULL
        UNION ALL
        SELECT claim_type, left('estimate ' || (facts ->> 'accident_type'), 40),
               ln(app.figure(facts -> 'estimate_amount'))
        FROM claims_claim
        WHERE status = 'closed' AND claim_type = 'motor' AND facts ->> 'accident_type' <> ''
          AND app.figure(facts -> 'estimate_amount') > 0
    ), middle AS (
        SELECT claim_type, cause, percentile_cont(0.5) WITHIN GROUP (ORDER BY a) AS m, count(*) AS n
        FROM past GROUP BY claim_type, cause
    )
    SELECT claim_type, cause, m,
           1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(a - m)), n
    FROM past JOIN middle USING (claim_type, cause)
    GROUP BY claim_type, cause, m, n;
END $$;

GRANT EXECUTE ON FUNCTION app.noted() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t60_noted AFTER INSERT OR DELETE ON claims_tag
    FOR EACH ROW EXECUTE FUNCTION app.noted();
CREATE INDEX ix_claims_claim_provider ON claims_claim ((facts ->> 'provider_id'), loss_date)
    WHERE claim_type = 'health';

RESET ROLE;
