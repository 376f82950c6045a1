-- What a second person has in hand reads to a User as a review too, so that a claim which cannot be
-- withdrawn just now never tells that it was referred.

SET ROLE claims_owner;

DROP POLICY submitter_names ON claims_party;
DROP POLICY submitter_corrects ON claims_party;
ALTER TABLE claims_claim DROP COLUMN own_status;
ALTER TABLE claims_claim ADD own_status varchar(20) GENERATED ALWAYS AS
    (CASE WHEN status IN ('siu_review', 'pending_approval') THEN 'in_review' ELSE status END) STORED;
GRANT SELECT (own_status) ON claims_claim TO claims_user, claims_staff, claims_admin, claims_worker,
    claims_rules;

CREATE POLICY submitter_names ON claims_party FOR INSERT TO claims_user, claims_staff
    WITH CHECK (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id
                        AND c.own_status = 'draft' AND c.user_id = (SELECT app.me())));
CREATE POLICY submitter_corrects ON claims_party FOR UPDATE TO claims_user, claims_staff
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id AND c.own_status = 'draft'
                   AND c.user_id = (SELECT app.me())));

-- An approval by a second person is told; that it was asked for, or sent back, is not.
ALTER POLICY user_sees_progress ON claims_event
    USING (kind IN ('created', 'submitted', 'status')
           AND from_status IS DISTINCT FROM 'siu_review' AND to_status IS DISTINCT FROM 'siu_review'
           AND to_status IS DISTINCT FROM 'pending_approval'
           AND NOT (from_status IS NOT DISTINCT FROM 'pending_approval'
                    AND to_status IS NOT DISTINCT FROM 'in_review')
           AND EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));

RESET ROLE;
