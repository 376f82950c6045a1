-- What may be written at all, whoever writes it: numbers are numbers, days are of our age, and words
-- have an end. The desk asks for less; this holds against a session that writes SQL by hand.

SET ROLE claims_owner;

-- NaN is above every number, so that only what is below it is one.
ALTER TABLE claims_claim
    ADD CONSTRAINT ck_claims_claim_numbers CHECK (
        amount < 'NaN' AND policy_limit < 'NaN' AND deductible < 'NaN'),
    ADD CONSTRAINT ck_claims_claim_days CHECK (
        loss_date BETWEEN '1900-01-01' AND '2200-01-01'
        AND reported_date BETWEEN '1900-01-01' AND '2200-01-01'
        AND policy_start BETWEEN '1900-01-01' AND '2200-01-01'
        AND policy_expiry BETWEEN '1900-01-01' AND '2200-01-01'
        AND policy_changed BETWEEN '1900-01-01' AND '2200-01-01'
        AND hold_until BETWEEN '1900-01-01' AND '2200-01-01'),
    ADD CONSTRAINT ck_claims_claim_words CHECK (
        length(description) <= 20000 AND length(region) <= 100
        AND length(loss_city) <= 200 AND length(loss_country) <= 200
        AND length(authority_reference) <= 200
        AND length(status_note) <= 10000 AND length(stop_payment) <= 4000),
    ADD CONSTRAINT ck_claims_claim_sizes CHECK (
        pg_column_size(facts) <= 262144 AND pg_column_size(status_detail) <= 65536);

ALTER TABLE claims_party
    ADD CONSTRAINT ck_claims_party_words CHECK (length(city) <= 200 AND length(country) <= 200);

ALTER TABLE claims_event
    ADD CONSTRAINT ck_claims_event_words CHECK (
        length(note) <= 20000 AND pg_column_size(detail) <= 262144);

ALTER TABLE claims_money
    ADD CONSTRAINT ck_claims_money_numbers CHECK (amount < 'NaN'),
    ADD CONSTRAINT ck_claims_money_reason CHECK (length(reason) <= 4000);

ALTER TABLE claims_letter
    ADD CONSTRAINT ck_claims_letter_words CHECK (
        length(subject) <= 1000 AND length(address) <= 4000 AND length(body) <= 200000);

ALTER TABLE claims_task
    ADD CONSTRAINT ck_claims_task_due_on CHECK (due_on BETWEEN '1900-01-01' AND '2200-01-01');

ALTER TABLE claims_annotation
    ADD CONSTRAINT ck_claims_annotation_size CHECK (pg_column_size(boxes) <= 131072);

ALTER TABLE claims_batch
    ADD CONSTRAINT ck_claims_batch_source CHECK (length(source) <= 1000);

ALTER TABLE ml_engine_score
    ADD CONSTRAINT ck_ml_engine_score_sizes CHECK (
        pg_column_size(receipt) <= 4194304 AND pg_column_size(explanation) <= 4194304);

ALTER TABLE ml_engine_proposal
    ADD CONSTRAINT ck_ml_engine_proposal_reason CHECK (length(reason) <= 4000);

ALTER TABLE ml_engine_training
    ADD CONSTRAINT ck_ml_engine_training_reason CHECK (length(reason) <= 4000);

ALTER TABLE auth_user
    ADD CONSTRAINT ck_auth_user_authority_limit CHECK (
        authority_limit >= 0 AND authority_limit < 'NaN');

-- No link has two successors: a transaction that still sees the past cannot split the chain.
CREATE UNIQUE INDEX uq_ml_engine_event_prev_hash ON ml_engine_event (prev_hash) NULLS NOT DISTINCT;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.guard_party() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM claims_party WHERE claim_id = NEW.claim_id) >= 100 THEN
        RAISE 'A claim names up to 100 people and firms. Leave some out.';
    END IF;
    RETURN NEW;
END $$;

-- The desk counts too; here unfinished uploads count as well.
CREATE FUNCTION app.count_uploads() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_most int := (SELECT per_claim FROM claims_document_policy);
BEGIN
    IF NEW.document_id IS NULL AND (
        (SELECT count(*) FROM claims_document WHERE claim_id = NEW.claim_id)
        + (SELECT count(*) FROM claims_upload WHERE claim_id = NEW.claim_id
           AND document_id IS NULL AND version_id IS NULL)
    ) >= v_most THEN
        RAISE 'A claim holds up to % documents. Ask an administrator for more.', v_most;
    END IF;
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.guard_party(), app.count_uploads() TO claims_owner;

-- The bounds of a claim once more, so that one bad row of a batch is refused and not the batch.
CREATE OR REPLACE FUNCTION app.fits(s claims_stage, p_lines text[]) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT s.policy_number <> '' AND s.claim_type = ANY (p_lines)
        AND s.amount > 0 AND s.amount < 'NaN'
        AND s.loss_date BETWEEN '1900-01-01' AND current_date + 1
        AND coalesce(s.reported_date BETWEEN s.loss_date AND '2200-01-01', true)
        AND coalesce(least(s.policy_limit, s.deductible) >= 0, true)
        AND coalesce(greatest(s.policy_limit, s.deductible) < 'NaN', true)
        AND coalesce(s.policy_start <= s.policy_expiry, true)
        AND coalesce(least(s.policy_start, s.policy_expiry, s.policy_changed) >= '1900-01-01', true)
        AND coalesce(greatest(s.policy_start, s.policy_expiry, s.policy_changed) <= '2200-01-01',
                     true)
        AND coalesce(length(s.description) <= 20000, true)
        AND coalesce(greatest(length(s.loss_city), length(s.loss_country),
                              length(s.authority_reference)) <= 200, true)
        AND coalesce(s.claim_number NOT LIKE 'DRAFT-%', true)
        AND coalesce(jsonb_typeof(s.facts) = 'object', true)
        AND coalesce(pg_column_size(s.facts) <= 262144, true)
        AND coalesce(jsonb_typeof(s.parties) = 'array', true)
        AND coalesce(length(s.facts ->> 'vin') <= 40, true)
$$;

-- An entry is made by who has the claim in hand; an investigator only during the investigation.
CREATE OR REPLACE FUNCTION app.guard_entry(
    p_claim claims_claim, p_coverage text, p_reason text
) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF p_claim.assigned_to IS DISTINCT FROM app.me() AND NOT app.has('supervisor')
        AND p_claim.status <> 'siu_review' THEN
        RAISE 'The investigation is over. Whoever has the claim enters its money.'
            USING ERRCODE = 'PN001';
    ELSIF app.is_blank(p_coverage) THEN
        RAISE 'An entry names its coverage. Choose one.';
    ELSIF app.is_blank(p_reason) THEN
        RAISE 'An entry needs its reason. Write it in a few words.';
    ELSIF p_claim.status NOT IN ('in_review', 'pending_info', 'siu_review', 'approved', 'denied',
                                 'settled', 'withdrawn') THEN
        RAISE 'Money is not entered while a claim is %.', app.words(p_claim.status);
    END IF;
END $$;

CREATE OR REPLACE FUNCTION public.set_reserve(
    p_claim int, p_version int, p_coverage text, p_amount numeric, p_reason text,
    p_corrects int DEFAULT NULL
) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at(p_claim, p_version);
    v_was numeric := app.reserved(p_claim, p_coverage);
BEGIN
    IF v_claim.id IS NULL THEN
        RETURN NULL;
    END IF;
    PERFORM app.guard_entry(v_claim, p_coverage, p_reason);
    IF p_amount IS NULL OR p_amount < 0 THEN
        RAISE 'A reserve is an amount of nothing or more.';
    ELSIF p_amount < app.paid(p_claim, p_coverage) THEN
        RAISE 'The reserve cannot be below the % that were paid.',
            app.in_words(app.paid(p_claim, p_coverage));
    ELSIF p_corrects IS NOT NULL AND NOT EXISTS (
        SELECT FROM claims_money
        WHERE id = p_corrects AND claim_id = p_claim AND kind = 'reserve') THEN
        RAISE 'There is no such reserve on this claim.';
    END IF;
    INSERT INTO claims_money (claim_id, kind, coverage, amount, reason, corrects, made_by)
    VALUES (p_claim, 'reserve', p_coverage, p_amount, p_reason, p_corrects, app.me());
    RETURN app.entered(p_claim, 'money', jsonb_build_object(
        'what', 'reserve', 'coverage', p_coverage, 'amount', p_amount, 'was', v_was,
        'said', p_reason));
END $$;

-- Taking a score away is told in the history as giving one is.
CREATE OR REPLACE FUNCTION public.record_score(p_claim int, p_receipt jsonb) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
    v_reason text := p_receipt ->> 'not_scorable';
    v_score ml_engine_score;
BEGIN
    SELECT * INTO v_claim FROM claims_claim WHERE id = p_claim FOR UPDATE;
    IF v_claim.status NOT IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review') THEN
        RAISE 'A claim that is % is not scored.', app.words(v_claim.status);
    END IF;
    IF v_reason IS NULL THEN
        v_score := app.insert_score(v_claim, p_receipt);
    ELSIF v_claim.status <> 'submitted' THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, note, detail)
        VALUES (p_claim, app.me(), 'scored', v_reason, jsonb_strip_nulls(jsonb_build_object(
            'not_scorable', true, 'was', v_claim.ml_score)));
    END IF;
    UPDATE claims_claim SET ml_score = v_score.score, ml_confidence = v_score.confidence,
        ml_recommendation = coalesce(v_score.recommendation, 'abstain'), score_id = v_score.id
    WHERE id = p_claim;
    PERFORM app.triage(p_claim, v_reason, v_score.id);
    RETURN v_score.id;
END $$;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t10_guard BEFORE INSERT ON claims_party
    FOR EACH ROW WHEN (current_user <> 'claims_rules') EXECUTE FUNCTION app.guard_party();
CREATE TRIGGER t20_count BEFORE INSERT ON claims_upload
    FOR EACH ROW EXECUTE FUNCTION app.count_uploads();

RESET ROLE;
