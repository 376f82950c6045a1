-- Photos that look alike, found by index. Two photos alike differ in at most six of 64 bits, so of
-- seven bands of their bits at least one is the same in both.

SET ROLE claims_rules;

CREATE FUNCTION app.photo_bands(p_hash bigint) RETURNS int[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg((band << 16) | (p_hash >> (9 * band)
                     & CASE band WHEN 6 THEN 1023 ELSE 511 END)::int)
    FROM generate_series(0, 6) AS band
$$;
GRANT EXECUTE ON FUNCTION app.photo_bands(bigint) TO claims_owner, claims_staff, claims_worker,
    claims_admin;

-- More documents than usual are taken with a word; only what no claim ever has is refused.
CREATE OR REPLACE FUNCTION app.count_uploads() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_most bigint := (SELECT 50::bigint * per_claim FROM claims_document_policy);
BEGIN
    IF NEW.document_id IS NULL AND (
        (SELECT count(*) FROM claims_document WHERE claim_id = NEW.claim_id)
        + (SELECT count(*) FROM claims_upload WHERE claim_id = NEW.claim_id
           AND document_id IS NULL AND version_id IS NULL)
    ) >= v_most THEN
        RAISE 'A claim holds up to % documents. Ask an administrator for more.', v_most;
    END IF;
    RETURN NEW;
END $$;

RESET ROLE;
SET ROLE claims_owner;

CREATE INDEX ix_claims_document_version_photo_bands ON claims_document_version
    USING gin (app.photo_bands(photo_hash)) WHERE photo_hash IS NOT NULL;

RESET ROLE;
SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.document_matches(p_claim int)
RETURNS TABLE (version_id int, same boolean, claim_id int, claims int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    RETURN QUERY
    WITH mine AS MATERIALIZED (
        SELECT v.id, v.sha256, v.photo_hash FROM claims_document_version v
        WHERE v.claim_id = v_claim.id AND v.state = 'clean'
    ), alike AS (
        SELECT m.id, true AS same, v.claim_id
        FROM mine m JOIN claims_document_version v ON v.sha256 = m.sha256 AND v.state = 'clean'
        UNION
        SELECT m.id, v.sha256 = m.sha256, v.claim_id
        FROM mine m JOIN claims_document_version v
            ON v.photo_hash IS NOT NULL
            AND app.photo_bands(v.photo_hash) && app.photo_bands(m.photo_hash)
            AND bit_count((v.photo_hash # m.photo_hash)::bit(64)) <= 6 AND v.state = 'clean'
    )
    SELECT a.id, a.same, CASE WHEN app.sees(c) THEN c.id END, count(DISTINCT c.id)::int
    FROM alike a
    JOIN claims_claim c ON c.id = a.claim_id AND c.status NOT IN ('draft', 'void')
    WHERE a.claim_id <> v_claim.id
    GROUP BY 1, 2, 3;
END $$;

RESET ROLE;
