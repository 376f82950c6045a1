-- Open claims by amount and by when they came: without these, a page in that order sorts them all.

SET ROLE claims_owner;

CREATE INDEX ix_claims_claim_open_amount ON claims_claim ((coalesce(amount, 0)))
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');
CREATE INDEX ix_claims_claim_open_received ON claims_claim ((coalesce(submission_date, last_updated)))
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');

RESET ROLE;
