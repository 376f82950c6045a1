-- The suggestion of an open claim follows the threshold in force from the day on which it takes
-- effect; the history of the claim keeps what was suggested before.

SET ROLE claims_owner;

ALTER TABLE ml_engine_threshold ADD followed boolean DEFAULT false NOT NULL;

RESET ROLE;
SET ROLE claims_rules;

-- Open claims whose suggestion is not what the threshold of their line says today.
CREATE FUNCTION app.off_threshold(p_line text, p_refer_from int) RETURNS SETOF int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.id FROM claims_claim c JOIN ml_engine_score s ON s.id = c.score_id
    WHERE c.claim_type = p_line AND c.status IN ('triaged', 'in_review', 'pending_info')
      AND s.recommendation <> 'abstain'
      AND (s.score >= p_refer_from) <> (c.ml_recommendation = 'refer_siu')
$$;

CREATE FUNCTION app.suggest_by_threshold(p_line text, p_refer_from int, p_most int) RETURNS int
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim;
    v_score ml_engine_score;
    v_now text;
    v_done int := 0;
BEGIN
    FOR v_claim IN
        SELECT c.* FROM claims_claim c
        WHERE c.id IN (SELECT app.off_threshold(p_line, p_refer_from))
        ORDER BY c.id LIMIT p_most FOR UPDATE SKIP LOCKED
    LOOP
        SELECT * INTO v_score FROM ml_engine_score WHERE id = v_claim.score_id;
        v_now := app.suggestion(p_line, v_score);
        UPDATE claims_claim SET ml_recommendation = v_now WHERE id = v_claim.id;
        INSERT INTO claims_event (claim_id, actor_id, kind, detail, score_id)
        VALUES (v_claim.id, app.me(), 'scored', jsonb_build_object(
            'suggested', v_now, 'was', v_claim.ml_recommendation, 'refer_from', p_refer_from),
            v_score.id);
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;

-- The worker: lets some claims follow thresholds that took effect since somebody looked.
CREATE FUNCTION public.follow_thresholds(p_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_line text;
    v_from int;
    v_done int := 0;
BEGIN
    FOR v_line IN
        SELECT DISTINCT line FROM ml_engine_threshold
        WHERE state = 'confirmed' AND NOT followed AND effective_from <= now()::date
    LOOP
        v_from := app.threshold(v_line, now());
        v_done := v_done + app.suggest_by_threshold(v_line, v_from, p_most);
        UPDATE ml_engine_threshold SET followed = true
        WHERE line = v_line AND state = 'confirmed' AND effective_from <= now()::date
          AND NOT EXISTS (SELECT app.off_threshold(v_line, v_from));
    END LOOP;
    RETURN v_done;
END $$;

REVOKE EXECUTE ON FUNCTION public.follow_thresholds(int) FROM public;
GRANT EXECUTE ON FUNCTION public.follow_thresholds(int) TO claims_worker;

RESET ROLE;
