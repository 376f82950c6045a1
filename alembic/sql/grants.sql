-- Rights by column. No table-level UPDATE or DELETE: with it a session could lock a whole table.

SET ROLE claims_owner;

GRANT SELECT ON claims_claim, claims_party, claims_event, ml_engine_score, ml_engine_mlmodel
    TO claims_staff, claims_admin, claims_worker;

-- A User is not told how the claim was scored, why it took a step or whether it was referred.
GRANT SELECT (
    id, claim_number, policy_number, claim_type, description, amount, status, submission_date,
    last_updated, user_id, assigned_to, version, region, loss_date, loss_time, reported_date,
    how_reported, cause, coverage, currency, policy_limit, deductible, policy_start, policy_expiry,
    policy_changed, prior_claims_declared, authority_contacted, authority_reference, loss_city,
    loss_country, notice_given, facts, precedent_key, hold_until, sample
) ON claims_claim TO claims_user;
GRANT SELECT ON claims_party TO claims_user;
GRANT SELECT (id, claim_id, at, kind, from_status, to_status, detail)
    ON claims_event TO claims_user;

GRANT INSERT (
    policy_number, claim_type, description, amount, status, user_id, loss_date, loss_time,
    reported_date, how_reported, cause, coverage, currency, policy_limit, deductible,
    policy_start, policy_expiry, policy_changed, prior_claims_declared, authority_contacted,
    authority_reference, loss_city, loss_country, notice_given, facts
), UPDATE (
    policy_number, claim_type, description, amount, status, loss_date, loss_time,
    reported_date, how_reported, cause, coverage, currency, policy_limit, deductible,
    policy_start, policy_expiry, policy_changed, prior_claims_declared, authority_contacted,
    authority_reference, loss_city, loss_country, notice_given, facts
) ON claims_claim TO claims_user, claims_staff;
GRANT INSERT (region), UPDATE (
    region, assigned_to, status_reason, status_note, status_detail, hold_until, siu_status,
    siu_disposition
) ON claims_claim TO claims_staff;
GRANT UPDATE (status, status_reason, status_note, status_detail)
    ON claims_claim TO claims_worker;
GRANT INSERT (claim_id, kind, name, phone, email, address_line, city, postcode, country, relation),
      UPDATE (kind, name, phone, email, address_line, city, postcode, country, relation)
    ON claims_party TO claims_user, claims_staff;

GRANT SELECT ON auth_user, lifecycle, claims_claim, claims_party, claims_event, ml_engine_score,
    ml_engine_mlmodel TO claims_rules;
GRANT UPDATE ON claims_claim, ml_engine_mlmodel TO claims_rules;
GRANT UPDATE (verified) ON ml_engine_score TO claims_rules;
GRANT INSERT ON claims_event, ml_engine_score TO claims_rules;
GRANT DELETE ON claims_party TO claims_rules;

RESET ROLE;
