-- A User reads the status in a column of its own, in which a referral looks like a review.

SET ROLE claims_owner;

ALTER TABLE claims_claim ADD own_status varchar(20) GENERATED ALWAYS AS
    (CASE status WHEN 'siu_review' THEN 'in_review' ELSE status END) STORED;

REVOKE SELECT (status) ON claims_claim FROM claims_user;
GRANT SELECT (own_status) ON claims_claim TO claims_user;

ALTER POLICY submitter_names ON claims_party
    WITH CHECK (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id
                        AND c.own_status = 'draft' AND c.user_id = (SELECT app.me())));
ALTER POLICY submitter_corrects ON claims_party
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id AND c.own_status = 'draft'
                   AND c.user_id = (SELECT app.me())));

RESET ROLE;
SET ROLE claims_rules;

-- The generated column is not yet there when a trigger looks at the new row.
CREATE OR REPLACE FUNCTION app.facts_of(p_claim claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT to_jsonb(p_claim) - ARRAY[
        'status', 'own_status', 'assigned_to', 'status_reason', 'status_note', 'status_detail',
        'hold_until', 'siu_status', 'siu_disposition', 'version', 'last_updated'
    ]
$$;

RESET ROLE;
