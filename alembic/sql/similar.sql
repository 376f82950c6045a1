-- Claims that may tell of the same loss, while one is being entered. Matched by index first, shown
-- only as far as the asker may see each claim anyway; a User is told of nothing but their own.

SET ROLE claims_owner;

CREATE INDEX ix_claims_claim_policy ON claims_claim (policy_number, loss_date);
CREATE INDEX ix_claims_claim_items ON claims_claim
    USING gin ((facts -> 'items') jsonb_path_ops) WHERE facts ? 'items';

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.same_loss(
    p_policy text, p_loss date, p_cause text, p_vin text, p_serials text[], p_beside int
) RETURNS TABLE (claim_id int, reason text)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT id, 'loss' FROM claims_claim
    WHERE policy_number = p_policy AND loss_date = p_loss
      AND (p_cause IS NULL OR cause IS NULL OR cause = p_cause)
    UNION ALL
    SELECT id, 'vin' FROM claims_claim
    WHERE facts ->> 'vin' = p_vin AND status NOT IN ('closed', 'withdrawn', 'void')
    UNION ALL
    SELECT c.id, 'serial'
    FROM unnest(p_serials[:50]) AS s (serial)
    JOIN claims_claim c ON c.facts ? 'items'
        AND c.facts -> 'items' @> jsonb_build_array(jsonb_build_object('serial', s.serial))
    UNION ALL
    SELECT other.claim_id, 'document'
    FROM claims_document_version mine
    JOIN claims_document_version other
        ON other.sha256 = mine.sha256 AND other.claim_id <> mine.claim_id
    JOIN claims_claim draft ON draft.id = mine.claim_id AND draft.user_id = app.me()
    WHERE mine.claim_id = p_beside
$$;

CREATE FUNCTION public.similar_claims(
    p_policy text, p_loss date, p_cause text, p_vin text, p_serials text[], p_beside int
) RETURNS TABLE (claim_id int, claim_number varchar, loss_date date, reasons text[])
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, c.claim_number, c.loss_date, found.reasons
    FROM (
        SELECT m.claim_id, array_agg(DISTINCT m.reason) AS reasons
        FROM app.same_loss(p_policy, p_loss, p_cause, p_vin, p_serials, p_beside) m
        WHERE m.claim_id IS DISTINCT FROM p_beside
        GROUP BY m.claim_id
    ) AS found
    CROSS JOIN LATERAL (SELECT * FROM claims_claim WHERE id = found.claim_id OFFSET 0) c
    WHERE (app.has('user') AND c.user_id = app.me()) OR (app.has('staff') AND app.sees(c.*))
    ORDER BY cardinality(found.reasons) DESC, c.id DESC
    LIMIT 10
$$;

GRANT EXECUTE ON FUNCTION public.similar_claims(text, date, text, text, text[], int)
    TO claims_user, claims_staff;

RESET ROLE;
