-- The blind sample at the desk: a keyed share of claims whose score, suggestion, precedents and
-- indicators the staff see only once the adjuster has said what they think of the claim.

SET ROLE claims_owner;

ALTER TABLE ml_engine_blind
    ADD hidden boolean DEFAULT false NOT NULL,
    ADD view varchar(20),
    ADD viewed_by integer,
    ADD viewed_at timestamptz,
    ADD CONSTRAINT ck_ml_engine_blind_view CHECK (view IN (
        'fast_track', 'standard_review', 'enhanced_review', 'refer_siu')),
    ADD CONSTRAINT fk_ml_engine_blind_viewed_by FOREIGN KEY(viewed_by) REFERENCES auth_user (id);
CREATE INDEX ix_ml_engine_blind_hidden ON ml_engine_blind (claim_id) WHERE hidden;

CREATE TABLE blind_policy (
    id integer DEFAULT 1 NOT NULL,
    share numeric(5, 4) DEFAULT 0.05 NOT NULL,
    CONSTRAINT pk_blind_policy PRIMARY KEY (id),
    CONSTRAINT ck_blind_policy_one CHECK (id = 1),
    CONSTRAINT ck_blind_policy_share CHECK (share BETWEEN 0 AND 1)
);
INSERT INTO blind_policy DEFAULT VALUES;
ALTER TABLE blind_policy ENABLE ROW LEVEL SECURITY;
ALTER TABLE blind_policy FORCE ROW LEVEL SECURITY;
CREATE POLICY rules ON blind_policy TO claims_rules USING (true);
GRANT SELECT ON blind_policy TO claims_rules;
GRANT UPDATE ON ml_engine_blind TO claims_rules;

-- Staff are told that a score is hidden, by the number of the claim and nothing else of it.
CREATE POLICY staff_know_hidden ON ml_engine_blind FOR SELECT TO claims_staff USING (hidden);

ALTER POLICY seen_with_claim ON ml_engine_score USING (
    EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id)
    AND NOT EXISTS (SELECT FROM ml_engine_blind b
                    WHERE b.claim_id = ml_engine_score.claim_id AND b.hidden));
ALTER POLICY seen_with_claim ON claims_event USING (
    EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id)
    AND (kind NOT IN ('scored', 'flagged')
         OR NOT EXISTS (SELECT FROM ml_engine_blind b
                        WHERE b.claim_id = claims_event.claim_id AND b.hidden)));
ALTER POLICY seen_with_claim ON claims_flagging USING (
    EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id)
    AND NOT EXISTS (SELECT FROM ml_engine_blind b
                    WHERE b.claim_id = claims_flagging.claim_id AND b.hidden));
ALTER POLICY seen_with_claim ON claims_red_flag USING (
    NOT shadow AND EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id)
    AND NOT EXISTS (SELECT FROM ml_engine_blind b
                    WHERE b.claim_id = claims_red_flag.claim_id AND b.hidden));

RESET ROLE;
SET ROLE claims_sec;

INSERT INTO auth.secret
SELECT 'blind', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));

-- The same claim is always drawn or never; nobody at a desk can tell which beforehand.
CREATE FUNCTION app.draws(p_key uuid, p_share numeric) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT ('x' || encode(substring(sha256(value || convert_to(p_key::text, 'UTF8')), 1, 4), 'hex'))
           ::bit(32)::bigint < p_share * 4294967296
    FROM auth.secret WHERE name = 'blind'
$$;
GRANT EXECUTE ON FUNCTION app.draws(uuid, numeric) TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.is_hidden(p_claim int) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT FROM ml_engine_blind WHERE claim_id = p_claim AND hidden)
$$;

-- A claim is drawn with its first score, so that nobody has seen one.
CREATE FUNCTION app.hides(p_claim claims_claim) RETURNS boolean
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF p_claim.status = 'submitted'
        AND app.draws(p_claim.precedent_key, (SELECT share FROM blind_policy)) THEN
        INSERT INTO ml_engine_blind (claim_id, hidden) VALUES (p_claim.id, true)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN app.is_hidden(p_claim.id);
END $$;

CREATE FUNCTION app.show_score(p_claim int, p_score ml_engine_score) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_claim SET ml_score = p_score.score, ml_confidence = p_score.confidence,
        ml_recommendation = coalesce(app.suggestion(claim_type, p_score), 'abstain'),
        score_id = p_score.id
    WHERE id = p_claim
$$;

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
    IF v_reason IS NOT NULL OR NOT app.hides(v_claim) THEN
        PERFORM app.show_score(p_claim, v_score);
    END IF;
    PERFORM app.look(p_claim);
    PERFORM app.triage(p_claim, v_reason, v_score.id);
    RETURN v_score.id;
END $$;

-- The adjuster's own view comes first; then the score is shown to all who see the claim.
CREATE FUNCTION public.record_view(p_claim int, p_version int, p_view text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at(p_claim, p_version);
    v_score ml_engine_score;
BEGIN
    IF v_claim.id IS NULL THEN
        RETURN NULL;
    ELSIF v_claim.assigned_to IS DISTINCT FROM app.me() THEN
        RAISE 'The adjuster of this claim records the view.' USING ERRCODE = 'PN001';
    END IF;
    UPDATE ml_engine_blind SET hidden = false, view = p_view, viewed_by = app.me(),
        viewed_at = now()
    WHERE claim_id = p_claim AND hidden;
    IF NOT FOUND THEN
        RAISE 'The score of this claim is not hidden.';
    END IF;
    SELECT * INTO v_score FROM ml_engine_score WHERE claim_id = p_claim ORDER BY id DESC LIMIT 1;
    PERFORM app.show_score(p_claim, v_score);
    RETURN app.entered(p_claim, 'viewed', NULL);
END $$;

-- How often views agreed with what the model suggested, by suggestion.
CREATE FUNCTION public.blind_record() RETURNS TABLE (suggested varchar, views bigint, agreed bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (app.has('admin') OR app.has('analyst') OR app.has('supervisor')) THEN
        RAISE 'Only those who watch over the model see how views agree with it.'
            USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY
    SELECT s.recommendation, count(*), count(*) FILTER (WHERE s.recommendation = b.view)
    FROM ml_engine_blind b
    JOIN LATERAL (SELECT recommendation FROM ml_engine_score
                  WHERE claim_id = b.claim_id AND created_at <= b.viewed_at
                  ORDER BY id DESC LIMIT 1) s ON true
    WHERE b.view IS NOT NULL
    GROUP BY s.recommendation;
END $$;

CREATE FUNCTION app.guard_hidden() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF app.is_hidden(NEW.id) AND NOT app.is_owner() THEN
        RAISE 'The score of this claim is hidden until you have said what you think of it.';
    END IF;
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION public.record_view(int, int, text) TO claims_staff;
GRANT EXECUTE ON FUNCTION public.blind_record() TO claims_staff, claims_admin;
GRANT EXECUTE ON FUNCTION app.guard_hidden() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t15_hidden BEFORE UPDATE ON claims_claim
    FOR EACH ROW WHEN (current_user <> 'claims_rules' AND OLD.status = 'in_review'
        AND NEW.status IN ('approved', 'denied', 'siu_review', 'pending_approval'))
    EXECUTE FUNCTION app.guard_hidden();

RESET ROLE;
