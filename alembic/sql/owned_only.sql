-- What somebody has in hand is found by who that is. A claim that nobody has, as all are that come in
-- by a file, needs no place in these two.

SET ROLE claims_owner;

DROP INDEX ix_claims_claim_assigned_to, ix_claims_claim_own_due;
CREATE INDEX ix_claims_claim_assigned_to ON claims_claim (assigned_to, ml_score DESC, id DESC)
    WHERE assigned_to IS NOT NULL;
CREATE INDEX ix_claims_claim_own_due ON claims_claim (assigned_to, queue_due, queue_risk, id)
    WHERE assigned_to IS NOT NULL
      AND status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');

-- No statement touches a claim twice, so that a hundred and one are enough to know.
CREATE OR REPLACE FUNCTION app.tell() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids int[];
BEGIN
    SELECT array_agg(id) INTO v_ids FROM (SELECT id FROM changed LIMIT 101) AS few;
    IF v_ids IS NOT NULL THEN
        PERFORM pg_notify('claims', CASE WHEN cardinality(v_ids) > 100 THEN '*'
                                         ELSE array_to_string(v_ids, ',') END);
    END IF;
    RETURN NULL;
END $$;

RESET ROLE;
