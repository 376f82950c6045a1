-- Group facts: apart from claims, without a grant to anybody, so that neither a desk nor the worker
-- that trains can read one. What leaves is counts of whole groups, for administrators.

SET ROLE claims_owner;

CREATE TABLE claims_group (
    claim_id integer NOT NULL,
    grouping varchar(20) NOT NULL,
    value varchar(40) NOT NULL,
    CONSTRAINT pk_claims_group PRIMARY KEY (claim_id, grouping),
    CONSTRAINT ck_claims_group_grouping CHECK (grouping IN ('age', 'sex', 'language')),
    CONSTRAINT fk_claims_group_claim_id FOREIGN KEY(claim_id) REFERENCES claims_claim (id)
);
ALTER TABLE claims_group ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_group FORCE ROW LEVEL SECURITY;
CREATE POLICY rules ON claims_group TO claims_rules USING (true);
GRANT SELECT ON claims_group TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

-- The first decision of a claim, whatever became of it later.
CREATE FUNCTION public.fairness_counts(p_grouping text, p_since date, p_line text, p_least int)
RETURNS TABLE (value text, claims int, referred int, decided int, days float8, squares float8,
               weighed int, overridden int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('admin') THEN
        RAISE 'Only administrators see figures by group.' USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY
    WITH ended AS (
        SELECT g.value AS part, c.siu_status IS NOT NULL AS sent,
               extract(epoch FROM d.at - c.submission_date) / 86400 AS took,
               d.at IS NOT NULL AND s.recommendation <> 'abstain' AS told,
               (s.recommendation = 'refer_siu') <> (c.siu_status IS NOT NULL) AS otherwise
        FROM claims_group g
        JOIN claims_claim c ON c.id = g.claim_id
        LEFT JOIN ml_engine_score s ON s.id = c.score_id
        LEFT JOIN LATERAL (
            SELECT min(e.at) AS at FROM claims_event e
            WHERE e.claim_id = c.id AND e.kind = 'status'
              AND e.to_status IN ('approved', 'denied', 'settled', 'closed')) AS d ON true
        WHERE g.grouping = p_grouping AND c.submission_date >= p_since
          AND (p_line = '' OR c.claim_type = p_line) AND c.status NOT IN ('draft', 'void')
    )
    SELECT part::text, count(*)::int, count(*) FILTER (WHERE sent)::int, count(took)::int,
           coalesce(sum(took), 0)::float8, coalesce(sum(took * took), 0)::float8,
           count(*) FILTER (WHERE told)::int, count(*) FILTER (WHERE told AND otherwise)::int
    FROM ended GROUP BY part HAVING count(*) >= greatest(p_least, 10) ORDER BY part;
END $$;

REVOKE EXECUTE ON FUNCTION public.fairness_counts(text, date, text, int) FROM public;
GRANT EXECUTE ON FUNCTION public.fairness_counts(text, date, text, int) TO claims_admin;

RESET ROLE;
