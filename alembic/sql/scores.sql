-- The only ways to write a score, to compare claims and to choose the model that judges.

SET ROLE claims_rules;

-- The policies of claims_claim once more, for functions that work above them; a test compares.
CREATE FUNCTION app.sees(p_claim claims_claim) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT app.is_worker() OR app.has('admin') OR app.is_owner()
        OR (app.has('staff') AND (
            coalesce(p_claim.assigned_to = app.me(), false)
            OR coalesce(p_claim.user_id = app.me(), false)
            OR (p_claim.siu_status IS NOT NULL AND app.has('siu'))
            OR (p_claim.status <> 'draft'
                AND coalesce(p_claim.region = app.my_region(), false)
                AND coalesce(p_claim.claim_type = ANY (app.my_lines()), false)
                AND (p_claim.assigned_to IS NULL OR app.has('supervisor')))))
$$;

CREATE FUNCTION app.claim_in_sight(p_claim int) RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim;
BEGIN
    SELECT * INTO v_claim FROM claims_claim WHERE id = p_claim;
    IF v_claim.id IS NULL OR NOT app.sees(v_claim) THEN
        RAISE 'There is no such claim, or you may not see it.' USING ERRCODE = 'PN001';
    END IF;
    RETURN v_claim;
END $$;

CREATE FUNCTION app.judging_model(p_claim claims_claim, p_receipt jsonb) RETURNS int
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v_model ml_engine_mlmodel;
BEGIN
    SELECT * INTO v_model FROM ml_engine_mlmodel
    WHERE sha256 = p_receipt ->> 'model_sha256' AND is_active;
    IF v_model.id IS NULL THEN
        RAISE 'The model of this score is not the active one. Score the claim again.';
    ELSIF v_model.lines <> '{}' AND p_claim.claim_type <> ALL (v_model.lines) THEN
        RAISE 'The active model does not judge % claims.', p_claim.claim_type;
    END IF;
    RETURN v_model.id;
END $$;

CREATE FUNCTION app.insert_score(p_claim claims_claim, p_receipt jsonb) RETURNS ml_engine_score
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_score ml_engine_score;
BEGIN
    IF NOT p_receipt ?& ARRAY['score', 'probability', 'confidence', 'features', 'versions'] OR
        p_receipt ->> 'recommendation' IS NULL OR p_receipt ->> 'recommendation' NOT IN
        ('fast_track', 'standard_review', 'enhanced_review', 'refer_siu', 'abstain') THEN
        RAISE 'The receipt of this score is not complete. Score the claim again.';
    END IF;
    INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,
                                 recommendation, receipt, explanation, scored_by)
    VALUES (p_claim.id, app.judging_model(p_claim, p_receipt), (p_receipt ->> 'score')::numeric,
            (p_receipt ->> 'probability')::float8, (p_receipt ->> 'confidence')::numeric,
            p_receipt ->> 'recommendation', p_receipt - 'explanation',
            coalesce(p_receipt -> 'explanation', '{}'), app.me())
    RETURNING * INTO v_score;
    INSERT INTO claims_event (claim_id, actor_id, kind, detail, score_id)
    VALUES (p_claim.id, app.me(), 'scored',
            jsonb_build_object('score', v_score.score, 'recommendation', v_score.recommendation),
            v_score.id);
    RETURN v_score;
END $$;

CREATE FUNCTION app.triage(p_claim int, p_reason text, p_score int) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE claims_claim SET status = 'triaged', status_reason = NULL, status_note = NULL,
        status_detail = NULL
    WHERE id = p_claim AND status = 'submitted';
    IF FOUND THEN
        INSERT INTO claims_event (claim_id, kind, from_status, to_status, note, score_id)
        VALUES (p_claim, 'status', 'submitted', 'triaged', p_reason, p_score);
    END IF;
END $$;

-- A score that no model can give, {"not_scorable": "why"}, triages the claim without a number.
CREATE FUNCTION public.record_score(p_claim int, p_receipt jsonb) RETURNS int
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
    END IF;
    UPDATE claims_claim SET ml_score = v_score.score, ml_confidence = v_score.confidence,
        ml_recommendation = coalesce(v_score.recommendation, 'abstain'), score_id = v_score.id
    WHERE id = p_claim;
    PERFORM app.triage(p_claim, v_reason, v_score.id);
    RETURN v_score.id;
END $$;

CREATE FUNCTION public.verify_score(p_score int, p_ok boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim int;
BEGIN
    UPDATE ml_engine_score SET verified = p_ok WHERE id = p_score AND verified IS NULL
    RETURNING claim_id INTO v_claim;
    IF v_claim IS NOT NULL AND NOT p_ok THEN
        INSERT INTO claims_event (claim_id, kind, detail, score_id)
        VALUES (v_claim, 'scored', '{"replay": "differs"}', p_score);
        PERFORM pg_notify('claims', v_claim::text);
    END IF;
END $$;

-- A set of one, and without settings of its own, so that the planner can look into it.
CREATE FUNCTION app.claimant(p_claim int) RETURNS SETOF text
LANGUAGE sql STABLE AS $$
    SELECT lower(p.name) FROM public.claims_party p
    WHERE p.claim_id = p_claim AND p.kind IN ('claimant', 'policyholder', 'reporter')
    ORDER BY array_position(ARRAY['claimant', 'policyholder', 'reporter'], p.kind::text), p.id
    LIMIT 1
$$;

-- Claims that share a contact with this one, whoever sees them: only their number is told.
CREATE FUNCTION app.sharing(p_claim claims_claim) RETURNS TABLE (kind text, claim_id int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH mine AS (
        SELECT * FROM claims_party p
        WHERE p.claim_id = p_claim.id AND p.kind NOT IN ('repairer', 'provider', 'witness')
    ), theirs AS NOT MATERIALIZED (
        SELECT * FROM claims_party p WHERE p.kind NOT IN ('repairer', 'provider', 'witness')
    ), garages AS NOT MATERIALIZED (
        SELECT * FROM claims_party p WHERE p.kind IN ('repairer', 'provider')
    )
    SELECT 'phone', o.claim_id FROM mine m JOIN theirs o ON o.phone = m.phone
    UNION
    SELECT 'email', o.claim_id FROM mine m JOIN theirs o ON lower(o.email) = lower(m.email)
    UNION
    SELECT 'address', o.claim_id FROM mine m
    JOIN theirs o ON lower(o.postcode) = lower(m.postcode)
                 AND lower(o.address_line) = lower(m.address_line)
    UNION
    SELECT 'repairer', o.claim_id FROM garages m JOIN garages o ON lower(o.name) = lower(m.name)
    WHERE m.claim_id = p_claim.id
    UNION
    SELECT 'vin', o.id FROM claims_claim o WHERE o.facts ->> 'vin' = p_claim.facts ->> 'vin'
$$;

CREATE FUNCTION public.claim_links(p_claim int) RETURNS TABLE (kind text, claims int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
    v_claimant text := (SELECT app.claimant(p_claim));
    v_until timestamptz := coalesce(v_claim.submission_date, now());
BEGIN
    RETURN QUERY
    SELECT s.kind, count(*)::int
    FROM app.sharing(v_claim) s
    JOIN claims_claim o ON o.id = s.claim_id
    LEFT JOIN LATERAL app.claimant(o.id) AS claimant (name) ON true
    WHERE o.id <> p_claim AND o.status NOT IN ('draft', 'void')
      AND o.submission_date < v_until AND o.submission_date >= v_until - interval '365 days'
      AND claimant.name IS DISTINCT FROM v_claimant
    GROUP BY s.kind;
END $$;

CREATE FUNCTION public.activate_model(p_id int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (app.has('admin') OR app.is_owner()) THEN
        RAISE 'Only an administrator chooses the model that judges.' USING ERRCODE = 'PN001';
    ELSIF NOT EXISTS (SELECT FROM ml_engine_mlmodel WHERE id = p_id) THEN
        RAISE 'There is no such model.';
    END IF;
    UPDATE ml_engine_mlmodel SET is_active = false, status = 'retired', updated_at = now()
    WHERE is_active AND id <> p_id;
    UPDATE ml_engine_mlmodel SET is_active = true, status = 'active', updated_at = now(),
        activated_at = now(), activated_by = app.me()
    WHERE id = p_id AND NOT is_active;
END $$;

-- The parties of an own draft are written anew; nobody holds a right to delete rows.
CREATE FUNCTION public.drop_parties(p_claim int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM claims_party p USING claims_claim c
    WHERE c.id = p_claim AND p.claim_id = c.id AND c.status = 'draft' AND c.user_id = app.me();
END $$;

GRANT EXECUTE ON FUNCTION public.record_score(int, jsonb), public.claim_links(int)
    TO claims_staff, claims_worker;
GRANT EXECUTE ON FUNCTION public.claim_links(int) TO claims_admin;
GRANT EXECUTE ON FUNCTION public.verify_score(int, boolean) TO claims_worker;
GRANT EXECUTE ON FUNCTION public.activate_model(int) TO claims_admin;
GRANT EXECUTE ON FUNCTION public.drop_parties(int) TO claims_user, claims_staff;

RESET ROLE;
