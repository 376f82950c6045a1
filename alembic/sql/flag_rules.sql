-- Rules evaluated, in this one place, and changed. A condition is {"all": […]}, {"any": […]},
-- {"not": …} or a comparison of a fact with a value or another fact; nothing of it is run as SQL.

SET ROLE claims_rules;

-- A comparison with a fact that is not known does not hold.
CREATE FUNCTION app.compares(p_mine jsonb, p_op text, p_theirs jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(CASE
        WHEN p_op = 'in' THEN p_theirs @> p_mine
        WHEN p_op = '==' THEN p_mine = p_theirs
        WHEN p_op = '!=' THEN p_mine <> p_theirs
        WHEN jsonb_typeof(p_mine) <> 'number' OR jsonb_typeof(p_theirs) <> 'number' THEN false
        WHEN p_op = '<' THEN p_mine::numeric < p_theirs::numeric
        WHEN p_op = '<=' THEN p_mine::numeric <= p_theirs::numeric
        WHEN p_op = '>' THEN p_mine::numeric > p_theirs::numeric
        WHEN p_op = '>=' THEN p_mine::numeric >= p_theirs::numeric
    END, false)
$$;

CREATE FUNCTION app.holds(p_condition jsonb, p_facts jsonb) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF p_condition ? 'all' THEN
        RETURN (SELECT bool_and(app.holds(part, p_facts))
                FROM jsonb_array_elements(p_condition -> 'all') AS part);
    ELSIF p_condition ? 'any' THEN
        RETURN (SELECT bool_or(app.holds(part, p_facts))
                FROM jsonb_array_elements(p_condition -> 'any') AS part);
    ELSIF p_condition ? 'not' THEN
        RETURN NOT app.holds(p_condition -> 'not', p_facts);
    END IF;
    RETURN app.compares(
        p_facts -> (p_condition ->> 'fact'), p_condition ->> 'op',
        CASE WHEN p_condition ? 'other' THEN p_facts -> (p_condition ->> 'other')
             ELSE p_condition -> 'value' END);
END $$;

-- The sentence of a rule with the facts that made it hold.
CREATE FUNCTION app.with_facts(p_said text, p_facts jsonb) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_name text;
BEGIN
    FOR v_name IN
        SELECT DISTINCT m[1] FROM regexp_matches(p_said, '\{(\w+)\}', 'g') AS m
    LOOP
        p_said := replace(p_said, '{' || v_name || '}', coalesce(
            trim_scale(app.figure(p_facts -> v_name))::text, p_facts ->> v_name, 'unknown'));
    END LOOP;
    RETURN p_said;
END $$;

CREATE FUNCTION app.shown_flags(p_flagging int) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(jsonb_agg(r.code ORDER BY r.code), '[]')
    FROM claims_red_flag f JOIN red_flag_rule r ON r.id = f.rule_id
    WHERE f.flagging_id = p_flagging AND NOT f.shadow
$$;

-- Look at a claim with the rules in force and write down what they find.
CREATE FUNCTION app.look(p_claim int, p_at timestamptz DEFAULT clock_timestamp()) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := (SELECT c FROM claims_claim c WHERE id = p_claim);
    v_facts jsonb := app.flag_facts(v_claim);
    v_before jsonb := app.shown_flags(
        (SELECT id FROM claims_flagging WHERE claim_id = p_claim ORDER BY id DESC LIMIT 1));
    v_id int;
    v_now jsonb;
BEGIN
    INSERT INTO claims_flagging (claim_id, ruleset, at)
    SELECT p_claim, max(id), p_at FROM red_flag_rule RETURNING id INTO v_id;
    INSERT INTO claims_red_flag (flagging_id, claim_id, rule_id, points, shadow, said)
    SELECT v_id, p_claim, r.id, r.points, r.state = 'shadow', app.with_facts(r.said, v_facts)
    FROM red_flag_current r
    WHERE r.state <> 'off' AND coalesce(r.line, v_claim.claim_type) = v_claim.claim_type
      AND app.holds(r.condition, v_facts)
    ORDER BY r.points DESC, r.code;
    v_now := app.shown_flags(v_id);
    IF v_now <> v_before AND NOT app.is_owner() THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, detail)
        VALUES (p_claim, app.me(), 'flagged', jsonb_build_object('rules', v_now, 'points', (
            SELECT coalesce(sum(points), 0) FROM claims_red_flag
            WHERE flagging_id = v_id AND NOT shadow)));
        PERFORM pg_notify('claims', p_claim::text);
    END IF;
END $$;

-- How amounts lie, counted anew at most once a day.
CREATE FUNCTION app.count_ranges() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF EXISTS (SELECT FROM red_flag_range WHERE at > now() - interval '1 day') THEN
        RETURN;
    END IF;
    DELETE FROM red_flag_range;
    INSERT INTO red_flag_range (claim_type, cause, middle, spread, settled)
    WITH past AS (
        SELECT claim_type, cause, ln(amount) AS a FROM claims_claim
        WHERE status = 'closed' AND amount > 0 AND cause IS NOT NULL
    ), middle AS (
        SELECT claim_type, cause, percentile_cont(0.5) WITHIN GROUP (ORDER BY a) AS m, count(*) AS n
        FROM past GROUP BY claim_type, cause
    )
    SELECT claim_type, cause, m,
           1.4826 * percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(a - m)), n
    FROM past JOIN middle USING (claim_type, cause)
    GROUP BY claim_type, cause, m, n;
END $$;

-- The worker: claims whose rules or papers have changed since somebody looked.
CREATE FUNCTION public.look_again(p_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim int;
    v_done int := 0;
BEGIN
    PERFORM app.count_ranges();
    FOR v_claim IN
        DELETE FROM red_flag_due WHERE claim_id IN (
            SELECT claim_id FROM red_flag_due ORDER BY claim_id LIMIT p_most FOR UPDATE SKIP LOCKED)
        RETURNING claim_id
    LOOP
        PERFORM app.look(v_claim);
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;

CREATE FUNCTION app.paper_came() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO red_flag_due (claim_id)
    SELECT id FROM claims_claim WHERE id = NEW.claim_id AND status <> 'draft'
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

-- A score is when a claim is looked at, so that both stand on the same facts.
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
    END IF;
    UPDATE claims_claim SET ml_score = v_score.score, ml_confidence = v_score.confidence,
        ml_recommendation = coalesce(v_score.recommendation, 'abstain'), score_id = v_score.id
    WHERE id = p_claim;
    PERFORM app.look(p_claim);
    PERFORM app.triage(p_claim, v_reason, v_score.id);
    RETURN v_score.id;
END $$;

CREATE FUNCTION app.keeps_rules() RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT app.has('admin') OR app.has('analyst')
$$;

-- What each rule found, and what the reviews of those claims came to, over all its versions.
CREATE FUNCTION public.rule_record()
RETURNS TABLE (code varchar, fired bigint, judged bigint, justified bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT (app.keeps_rules() OR app.has('supervisor')) THEN
        RAISE 'Only those who watch over rules see what they came to.' USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY
    SELECT r.code, count(DISTINCT c.id), count(DISTINCT c.id) FILTER (WHERE c.review_outcome <> ''),
           count(DISTINCT c.id) FILTER (WHERE c.review_outcome = 'justified_review')
    FROM claims_red_flag f
    JOIN red_flag_rule r ON r.id = f.rule_id
    JOIN claims_claim c ON c.id = f.claim_id
    GROUP BY r.code;
END $$;

-- A change is a version of its own; nothing comes back when somebody was faster.
CREATE FUNCTION public.change_rule(
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
    ELSIF v_rule.version <> p_version THEN
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

-- What the rules found has acted on no decision.
CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened', 'document', 'note', 'tag', 'task', 'diary',
                                     'breached', 'takeover', 'viewed', 'disputed', 'flagged')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

-- Work that is still to be done keeps a claim open.
CREATE OR REPLACE FUNCTION app.open_tasks(p_claim int) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM claims_task WHERE claim_id = p_claim AND done_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION public.look_again(int) TO claims_worker;
GRANT EXECUTE ON FUNCTION public.rule_record(),
    public.change_rule(text, int, text, int, text) TO claims_staff, claims_admin;
GRANT EXECUTE ON FUNCTION app.paper_came() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t60_paper_came AFTER UPDATE OF state ON claims_document_version
    FOR EACH ROW WHEN (NEW.state = 'clean' AND OLD.state <> 'clean')
    EXECUTE FUNCTION app.paper_came();

RESET ROLE;

INSERT INTO red_flag_due (claim_id)
SELECT id FROM claims_claim
WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                 'pending_approval', 'reopened');
