-- What nothing stands for: an argument without a value passed checks that compare with it, and so a
-- view could be left out, a step taken on a stale claim, and history written without end.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION app.claim_at(p_claim int, p_version int) RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    SELECT * INTO v_claim FROM claims_claim WHERE id = p_claim FOR NO KEY UPDATE;
    IF v_claim.version IS DISTINCT FROM p_version THEN
        RETURN NULL;
    ELSIF NOT (app.has('staff') AND (v_claim.assigned_to IS NOT DISTINCT FROM app.me()
        OR app.has('supervisor') OR (app.has('siu') AND v_claim.siu_status IS NOT NULL))) THEN
        RAISE 'This claim is not yours. Take it first, or ask a supervisor.'
            USING ERRCODE = 'PN001';
    END IF;
    RETURN v_claim;
END $$;

CREATE OR REPLACE FUNCTION public.answer_request(p_claim int, p_version int, p_answer text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_claim;
    v_new claims_claim;
BEGIN
    SELECT * INTO v_old FROM claims_claim
    WHERE id = p_claim AND user_id = app.me() AND app.has('user') FOR NO KEY UPDATE;
    IF v_old.id IS NULL THEN
        RAISE 'Only the person who handed in a claim answers here.' USING ERRCODE = 'PN001';
    ELSIF v_old.status <> 'pending_info' OR v_old.version IS DISTINCT FROM p_version THEN
        RETURN false;
    ELSIF app.is_blank(p_answer) OR length(p_answer) > 4000 THEN
        RAISE 'Write an answer of at most 4,000 characters, then send it.';
    END IF;
    UPDATE claims_claim SET status = 'in_review', status_reason = NULL, status_detail = NULL,
        status_note = btrim(p_answer), hold_until = NULL
    WHERE id = v_old.id RETURNING * INTO v_new;
    PERFORM app.log_step(v_old, v_new);
    IF v_old.assigned_to IS NOT NULL THEN
        INSERT INTO desk_notice (user_id, kind, claim_id)
        VALUES (v_old.assigned_to, 'answered', v_old.id);
    END IF;
    RETURN true;
END $$;

CREATE OR REPLACE FUNCTION public.set_fast_track(
    p_line text, p_version int, p_amount numeric, p_score numeric, p_why text
) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_now fast_track_limit;
BEGIN
    IF NOT app.has('admin') THEN
        RAISE 'Only an administrator changes the limits of the fast track.' USING ERRCODE = 'PN001';
    ELSIF length(btrim(coalesce(p_why, ''))) < 10 THEN
        RAISE 'Say in a sentence why the limits change.';
    END IF;
    SELECT * INTO v_now FROM fast_track_limit WHERE line = p_line ORDER BY version DESC LIMIT 1;
    IF v_now.id IS NULL THEN
        RAISE 'There is no such line.';
    ELSIF v_now.version IS DISTINCT FROM p_version THEN
        RETURN NULL;
    END IF;
    INSERT INTO fast_track_limit (line, version, amount, score, why, set_by)
    VALUES (p_line, v_now.version + 1, p_amount, p_score, btrim(p_why), app.me());
    INSERT INTO red_flag_due (claim_id)
    SELECT id FROM claims_claim
    WHERE claim_type = p_line AND ml_recommendation = 'fast_track'
      AND status IN ('triaged', 'in_review', 'pending_info')
    ON CONFLICT DO NOTHING;
    PERFORM app.tell_of_model('fast_track', NULL, btrim(p_why), jsonb_build_object(
        'line', p_line, 'version', v_now.version + 1,
        'from', jsonb_build_object('amount', v_now.amount, 'score', v_now.score),
        'to', jsonb_build_object('amount', p_amount, 'score', p_score)));
    RETURN v_now.version + 1;
EXCEPTION
    WHEN unique_violation THEN
        RETURN NULL;
    WHEN check_violation THEN
        RAISE 'Limits are an amount of nothing or more and a score from 0 to 100.';
END $$;

CREATE OR REPLACE FUNCTION public.change_rule(
    p_code text, p_version int, p_state text, p_points int, p_why text
) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_rule red_flag_rule;
BEGIN
    IF NOT app.keeps_rules() THEN
        RAISE 'Only analysts and administrators change rules.' USING ERRCODE = 'PN001';
    ELSIF length(btrim(coalesce(p_why, ''))) < 10 THEN
        RAISE 'Say in a sentence why the rule changes.';
    END IF;
    SELECT * INTO v_rule FROM red_flag_rule WHERE code = p_code
    ORDER BY version DESC LIMIT 1;
    IF v_rule.id IS NULL THEN
        RAISE 'There is no rule %.', p_code;
    ELSIF v_rule.version IS DISTINCT FROM p_version THEN
        RETURN NULL;
    ELSIF (v_rule.state, v_rule.points) = (p_state, p_points) THEN
        RAISE 'The rule is so already.';
    END IF;
    INSERT INTO red_flag_rule (code, version, name, line, condition, said, points, owner, state,
                               source, why, made_by)
    VALUES (v_rule.code, v_rule.version + 1, v_rule.name, v_rule.line, v_rule.condition,
            v_rule.said, p_points, v_rule.owner, p_state, v_rule.source, btrim(p_why), app.me());
    INSERT INTO red_flag_due (claim_id)
    SELECT id FROM claims_claim
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened')
      AND claim_type = coalesce(v_rule.line, claim_type)
    ON CONFLICT DO NOTHING;
    PERFORM app.tell_of_model('rule', NULL, btrim(p_why), jsonb_build_object(
        'rule', v_rule.code, 'version', v_rule.version + 1,
        'from', jsonb_build_object('state', v_rule.state, 'points', v_rule.points),
        'to', jsonb_build_object('state', p_state, 'points', p_points)));
    RETURN v_rule.version + 1;
EXCEPTION WHEN unique_violation THEN
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION public.record_view(p_claim int, p_version int, p_view text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at(p_claim, p_version);
    v_score ml_engine_score;
BEGIN
    IF v_claim.id IS NULL THEN
        RETURN NULL;
    ELSIF v_claim.assigned_to IS DISTINCT FROM app.me() THEN
        RAISE 'The adjuster of this claim records the view.' USING ERRCODE = 'PN001';
    ELSIF p_view IS NULL THEN
        RAISE 'Say what you think of this claim, then its score is shown.';
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

CREATE OR REPLACE FUNCTION public.open_part(p_claim int, p_part text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF p_part IS NULL OR p_part NOT IN ('precedents', 'timeline', 'money') THEN
        RAISE 'A claim has no such part.';
    ELSIF current_setting('transaction_read_only')::boolean OR EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = v_claim.id AND kind = 'opened' AND actor_id = app.me()
          AND detail ->> 'part' = p_part AND at > now() - interval '10 minutes'
    ) THEN
        RETURN;
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    VALUES (v_claim.id, app.me(), 'opened', jsonb_build_object('part', p_part));
END $$;

CREATE OR REPLACE FUNCTION public.leave_place(p_place text, p_query jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (app.has('staff') OR app.has('admin')) THEN
        RAISE 'Only the people of the desk have a queue.' USING ERRCODE = 'PN001';
    ELSIF (SELECT count(*) FROM desk_place WHERE user_id = app.me() AND place <> p_place) >= 50 THEN
        RAISE 'A person leaves at most 50 places.';
    END IF;
    INSERT INTO desk_place (user_id, place, query) VALUES (app.me(), p_place, p_query)
    ON CONFLICT (user_id, place) DO UPDATE SET query = p_query;
END $$;

RESET ROLE;
SET ROLE claims_owner;

ALTER TABLE desk_notice_choice ADD CONSTRAINT ck_desk_notice_choice_size CHECK (
    pg_column_size(silent) <= 4096);

-- That a score is hidden is told with the claim alone, and to nobody whose lease has ended.
ALTER POLICY staff_know_hidden ON ml_engine_blind
    USING (hidden AND EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));

RESET ROLE;
