-- The open claims of a desk that nobody has, in the order of the queue: what most of a queue is.

SET ROLE claims_owner;

CREATE INDEX ix_claims_claim_free_due ON claims_claim
    (region, claim_type, queue_due, queue_risk, id)
    WHERE assigned_to IS NULL
      AND status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');

RESET ROLE;
