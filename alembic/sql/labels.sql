-- What a claim teaches: the label rule, and the random sample that keeps its negatives unbiased.

SET ROLE claims_owner;

CREATE TABLE ml_engine_blind (
    claim_id integer NOT NULL,
    drawn_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_ml_engine_blind PRIMARY KEY (claim_id),
    CONSTRAINT fk_ml_engine_blind_claim_id FOREIGN KEY(claim_id) REFERENCES claims_claim (id)
);
ALTER TABLE ml_engine_blind ENABLE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_blind FORCE ROW LEVEL SECURITY;
CREATE POLICY admin_sees_all ON ml_engine_blind FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY analyst_sees ON ml_engine_blind FOR SELECT TO claims_staff
    USING ((SELECT app.has('analyst')));
CREATE POLICY worker_sees_all ON ml_engine_blind FOR SELECT TO claims_worker USING (true);
CREATE POLICY rules ON ml_engine_blind TO claims_rules USING (true);
GRANT SELECT ON ml_engine_blind TO claims_staff, claims_admin, claims_worker, claims_rules;
GRANT INSERT ON ml_engine_blind TO claims_rules;

-- Rule 1: substantiated and cleared by an investigation; paid in the blind sample stands for all
-- that were paid; everything else says nothing.
CREATE VIEW claim_label WITH (security_invoker = true) AS
SELECT c.id AS claim_id, c.claim_number, c.claim_type, c.region, c.submission_date,
       c.last_updated, c.score_id, c.siu_status IS NOT NULL AS referred, c.status,
       CASE WHEN c.siu_disposition IN ('substantiated', 'cleared') THEN c.siu_disposition
            WHEN c.closed_outcome IN ('paid_full', 'paid_partial') AND b.claim_id IS NOT NULL
                THEN 'blind'
            WHEN c.closed_outcome IN ('paid_full', 'paid_partial') THEN 'paid' END AS label
FROM claims_claim c LEFT JOIN ml_engine_blind b ON b.claim_id = c.id;
GRANT SELECT ON claim_label TO claims_staff, claims_admin, claims_worker;

CREATE INDEX ix_claims_claim_outcome ON claims_claim (submission_date) INCLUDE (
    id, score_id, claim_type, region, status, siu_status, siu_disposition, closed_outcome,
    last_updated, assigned_to, user_id) WHERE submission_date IS NOT NULL;
CREATE INDEX ix_ml_engine_score_figures ON ml_engine_score (id) INCLUDE (
    claim_id, model_id, score, probability, recommendation, created_at);
CREATE INDEX ix_ml_engine_score_model_id ON ml_engine_score (model_id);

RESET ROLE;
