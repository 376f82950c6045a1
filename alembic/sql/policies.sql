-- Who sees and touches which rows. Functions stand in sub-selects, so that each runs once a query.

SET ROLE claims_owner;

ALTER TABLE claims_claim ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_claim FORCE ROW LEVEL SECURITY;
ALTER TABLE claims_party ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_party FORCE ROW LEVEL SECURITY;
ALTER TABLE claims_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_document FORCE ROW LEVEL SECURITY;
ALTER TABLE claims_event ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_event FORCE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_score ENABLE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_score FORCE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_mlmodel ENABLE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_mlmodel FORCE ROW LEVEL SECURITY;

-- Claims: a User's own.
CREATE POLICY user_sees_own ON claims_claim FOR SELECT TO claims_user
    USING (user_id = (SELECT app.me()));
CREATE POLICY submitter_begins ON claims_claim FOR INSERT TO claims_user, claims_staff
    WITH CHECK (user_id = (SELECT app.me()) AND assigned_to IS NULL AND status = 'draft');
CREATE POLICY submitter_edits_draft ON claims_claim FOR UPDATE TO claims_user, claims_staff
    USING (user_id = (SELECT app.me()) AND status = 'draft')
    WITH CHECK (user_id = (SELECT app.me()) AND status IN ('draft', 'submitted'));

-- Claims: staff see what they entered, what is assigned to them and the queue of their desk.
CREATE POLICY staff_sees_own ON claims_claim FOR SELECT TO claims_staff
    USING (assigned_to = (SELECT app.me()) OR user_id = (SELECT app.me()));
CREATE POLICY staff_sees_queue ON claims_claim FOR SELECT TO claims_staff
    USING (assigned_to IS NULL AND status <> 'draft' AND region = (SELECT app.my_region())
           AND claim_type = ANY ((SELECT app.my_lines())::text[]));
CREATE POLICY supervisor_sees_desk ON claims_claim FOR SELECT TO claims_staff
    USING (status <> 'draft' AND region = (SELECT app.led_region())
           AND claim_type = ANY ((SELECT app.my_lines())::text[]));
CREATE POLICY siu_sees_referred ON claims_claim FOR SELECT TO claims_staff
    USING (siu_status IS NOT NULL AND (SELECT app.has('siu')));

CREATE POLICY staff_decides_own ON claims_claim FOR UPDATE TO claims_staff
    USING (assigned_to = (SELECT app.me()))
    WITH CHECK (assigned_to = (SELECT app.me()) OR assigned_to IS NULL);
CREATE POLICY staff_takes ON claims_claim FOR UPDATE TO claims_staff
    USING (assigned_to IS NULL AND status <> 'draft' AND region = (SELECT app.my_region())
           AND claim_type = ANY ((SELECT app.my_lines())::text[]))
    WITH CHECK (assigned_to = (SELECT app.me()));
CREATE POLICY supervisor_leads ON claims_claim FOR UPDATE TO claims_staff
    USING (status <> 'draft' AND region = (SELECT app.led_region())
           AND claim_type = ANY ((SELECT app.my_lines())::text[]));
CREATE POLICY siu_investigates ON claims_claim FOR UPDATE TO claims_staff
    USING (status = 'siu_review' AND (SELECT app.has('siu')))
    WITH CHECK (siu_status IS NOT NULL AND (SELECT app.has('siu')));

CREATE POLICY admin_sees_all ON claims_claim FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);

CREATE POLICY worker_sees_all ON claims_claim FOR SELECT TO claims_worker USING (true);
CREATE POLICY worker_keeps_diary ON claims_claim FOR UPDATE TO claims_worker
    USING (status = 'pending_info') WITH CHECK (status = 'in_review');

-- What hangs on a claim is seen by whoever sees the claim.
CREATE POLICY seen_with_claim ON claims_party FOR SELECT
    TO claims_user, claims_staff, claims_admin, claims_worker
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));
CREATE POLICY submitter_names ON claims_party FOR INSERT TO claims_user, claims_staff
    WITH CHECK (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id AND c.status = 'draft'
                        AND c.user_id = (SELECT app.me())));
CREATE POLICY submitter_corrects ON claims_party FOR UPDATE TO claims_user, claims_staff
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id AND c.status = 'draft'
                   AND c.user_id = (SELECT app.me())));

CREATE POLICY seen_with_claim ON claims_event FOR SELECT
    TO claims_staff, claims_admin, claims_worker
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));
-- A referral is not told to the person it is about.
CREATE POLICY user_sees_progress ON claims_event FOR SELECT TO claims_user
    USING (kind IN ('created', 'submitted', 'status')
           AND from_status IS DISTINCT FROM 'siu_review' AND to_status IS DISTINCT FROM 'siu_review'
           AND EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));

CREATE POLICY seen_with_claim ON ml_engine_score FOR SELECT
    TO claims_staff, claims_admin, claims_worker
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));
CREATE POLICY colleagues_see ON ml_engine_mlmodel FOR SELECT TO claims_staff, claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY worker_sees_all ON ml_engine_mlmodel FOR SELECT TO claims_worker USING (true);

-- The guards work for everybody and check for themselves.
CREATE POLICY rules ON claims_claim TO claims_rules USING (true);
CREATE POLICY rules ON claims_party TO claims_rules USING (true);
CREATE POLICY rules ON claims_event TO claims_rules USING (true);
CREATE POLICY rules ON ml_engine_score TO claims_rules USING (true);
CREATE POLICY rules ON ml_engine_mlmodel TO claims_rules USING (true);

RESET ROLE;
