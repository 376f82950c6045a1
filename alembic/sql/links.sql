-- The claims that share a contact, a thing or a repairer with one, fact by fact. What the reader may
-- not see is counted, never named. Matched by the indexes of the normal forms, the newest 200 a fact.

SET ROLE claims_rules;

CREATE FUNCTION app.facts_shared(p_claim claims_claim)
RETURNS TABLE (kind text, value text, claim_id int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH people AS (
        SELECT DISTINCT p.phone, lower(p.email) AS email, lower(p.postcode) AS postcode,
               lower(p.address_line) AS line, p.address_line, p.postcode AS written
        FROM claims_party p
        WHERE p.claim_id = p_claim.id AND p.kind NOT IN ('repairer', 'provider', 'witness')
    ), found AS (
        SELECT 'phone' AS kind, m.phone::text AS value, o.claim_id FROM people m
        JOIN claims_party o ON o.phone = m.phone
        WHERE o.kind NOT IN ('repairer', 'provider', 'witness')
        UNION
        SELECT 'email', m.email, o.claim_id FROM people m
        JOIN claims_party o ON lower(o.email) = m.email
        WHERE o.kind NOT IN ('repairer', 'provider', 'witness')
        UNION
        SELECT 'address', m.address_line || ', ' || m.written, o.claim_id FROM people m
        JOIN claims_party o ON lower(o.postcode) = m.postcode AND lower(o.address_line) = m.line
        WHERE o.kind NOT IN ('repairer', 'provider', 'witness')
        UNION
        SELECT 'vin', p_claim.facts ->> 'vin', o.id FROM claims_claim o
        WHERE o.facts ->> 'vin' = p_claim.facts ->> 'vin'
        UNION
        SELECT 'serial', mine.serial, o.id
        FROM (SELECT DISTINCT item ->> 'serial' AS serial
              FROM jsonb_array_elements(CASE WHEN jsonb_typeof(p_claim.facts -> 'items') = 'array'
                                        THEN p_claim.facts -> 'items' ELSE '[]' END) AS item
              WHERE item ->> 'serial' <> '' LIMIT 50) AS mine
        JOIN claims_claim o ON o.facts ? 'items'
            AND o.facts -> 'items' @> jsonb_build_array(jsonb_build_object('serial', mine.serial))
        UNION
        SELECT 'repairer', m.name::text, o.claim_id FROM claims_party m
        CROSS JOIN LATERAL (
            SELECT near.claim_id FROM claims_party near
            WHERE lower(near.name) = lower(m.name) AND near.kind IN ('repairer', 'provider')
            ORDER BY near.claim_id DESC LIMIT 200
        ) AS o
        WHERE m.claim_id = p_claim.id AND m.kind IN ('repairer', 'provider')
    )
    SELECT f.kind, f.value, f.claim_id FROM (
        SELECT *, row_number() OVER (PARTITION BY found.kind, found.value
                                     ORDER BY found.claim_id DESC) AS place
        FROM found WHERE found.claim_id <> p_claim.id AND found.value IS NOT NULL
    ) AS f WHERE f.place <= 200
$$;

CREATE FUNCTION public.linked_claims(p_claim int)
RETURNS TABLE (kind text, value text, claim_id int, hidden int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF NOT (app.has('staff') OR app.has('admin')) THEN
        RAISE 'Only the people of the desk see what claims share.' USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY
    WITH asked AS MATERIALIZED (
        SELECT app.me() AS me, app.my_region() AS region, app.my_lines() AS lines,
               app.led_region() AS led, app.has('siu') AS siu, app.has('admin') AS admin
    ), seen AS (
        SELECT s.kind, s.value, c.id,
               coalesce(a.admin OR c.assigned_to = a.me OR c.user_id = a.me
               OR (c.siu_status IS NOT NULL AND a.siu)
               OR (c.claim_type = ANY (a.lines)
                   AND (c.region = a.led OR (c.assigned_to IS NULL AND c.region = a.region))), false)
               AS visible
        FROM app.facts_shared(v_claim) s
        JOIN claims_claim c ON c.id = s.claim_id AND c.status NOT IN ('draft', 'void')
        CROSS JOIN asked a
    )
    SELECT s.kind, s.value, s.id, 0 FROM seen s WHERE s.visible
    UNION ALL
    SELECT s.kind, s.value, NULL, count(*)::int FROM seen s WHERE NOT s.visible
    GROUP BY s.kind, s.value;
END $$;

GRANT EXECUTE ON FUNCTION public.linked_claims(int) TO claims_staff, claims_admin;

RESET ROLE;
