-- Text search. Under row-level security the planner may not use an index for matching, which is not
-- leakproof; this function matches first and shows what the policies of claims_claim show.

SET ROLE claims_owner;

-- The desk of a supervisor: without it a list of everything in sight is read from end to end.
CREATE INDEX ix_claims_claim_desk ON claims_claim (region, claim_type);
CREATE INDEX ix_claims_claim_text ON claims_claim
    USING gin (to_tsvector('simple', coalesce(description, '')));
CREATE INDEX ix_claims_party_words ON claims_party USING gin (to_tsvector('simple', name));

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION public.search_claims(p_words text, p_most int DEFAULT 200) RETURNS SETOF int
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH asked AS MATERIALIZED (
        SELECT app.me() AS me, app.my_region() AS region, app.my_lines() AS lines,
               app.led_region() AS led, app.has('siu') AS siu, app.has('admin') AS admin
    ), found AS (
        SELECT id FROM claims_claim
        WHERE to_tsvector('simple', coalesce(description, ''))
              @@ websearch_to_tsquery('simple', p_words)
        UNION
        SELECT claim_id FROM claims_party
        WHERE to_tsvector('simple', name) @@ websearch_to_tsquery('simple', p_words)
    )
    SELECT c.id
    FROM found
    -- One by one: planned as a join, all claims would be read for the few that match.
    CROSS JOIN LATERAL (SELECT * FROM claims_claim WHERE id = found.id OFFSET 0) c
    CROSS JOIN asked a
    WHERE a.admin OR c.assigned_to = a.me OR c.user_id = a.me
       OR (c.siu_status IS NOT NULL AND a.siu)
       OR (c.status <> 'draft' AND c.claim_type = ANY (a.lines)
           AND (c.region = a.led OR (c.assigned_to IS NULL AND c.region = a.region)))
    ORDER BY c.id DESC
    LIMIT least(p_most, 1000)
$$;

GRANT EXECUTE ON FUNCTION public.search_claims(text, int) TO claims_staff, claims_admin;

RESET ROLE;
