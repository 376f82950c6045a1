-- Scores by the hundred: when another model judges, the worker scores the open claims anew, some at
-- a time, past whoever works on one of them.

SET ROLE claims_owner;

CREATE TABLE ml_engine_score_due (
    claim_id integer NOT NULL,
    CONSTRAINT pk_ml_engine_score_due PRIMARY KEY (claim_id),
    CONSTRAINT fk_ml_engine_score_due_claim_id FOREIGN KEY(claim_id) REFERENCES claims_claim (id)
);
ALTER TABLE ml_engine_score_due ENABLE ROW LEVEL SECURITY;
ALTER TABLE ml_engine_score_due FORCE ROW LEVEL SECURITY;
CREATE POLICY rules ON ml_engine_score_due TO claims_rules USING (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON ml_engine_score_due TO claims_rules;
GRANT USAGE ON SEQUENCE claims_event_id_seq TO claims_rules;

-- Where the rules write many events, they have chained them already; everybody else's are chained
-- whatever they say of themselves.
DROP TRIGGER t20_chain ON claims_event;
CREATE TRIGGER t20_chain BEFORE INSERT ON claims_event
    FOR EACH ROW WHEN (NEW.hash IS NULL OR current_user <> 'claims_rules')
    EXECUTE FUNCTION app.chain_event();

RESET ROLE;
SET ROLE claims_rules;

-- Claims that are scored, before their decision: what another model says of them is worth knowing.
CREATE FUNCTION app.is_rescored(p_status text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT p_status IN ('triaged', 'in_review', 'pending_info', 'siu_review')
$$;

-- The model that judges each of some claims: its line's, or the challenger where a trial gives it
-- the claim.
CREATE FUNCTION app.judges_of(p_claims int[]) RETURNS TABLE (claim_id int, model_id int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.id, CASE WHEN t.id IS NOT NULL AND app.challenged(t, c) THEN t.challenger_id
                      ELSE j.model_id END
    FROM claims_claim c
    LEFT JOIN ml_engine_trial t ON t.open AND t.kind = 'split' AND t.began_at IS NOT NULL
    LEFT JOIN ml_engine_judge j ON j.line = c.claim_type
    WHERE c.id = ANY (p_claims)
$$;

CREATE OR REPLACE FUNCTION app.judge(p_claim claims_claim) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT model_id FROM app.judges_of(ARRAY[p_claim.id])
$$;

-- Claims whose amount and score lie within the limits of their line, the loss within the policy, and
-- that show no indicator.
CREATE FUNCTION app.inside_limits(p_claims int[], p_scores numeric[]) RETURNS SETOF int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.id
    FROM unnest(p_claims, p_scores) AS t (claim, score)
    JOIN claims_claim c ON c.id = t.claim
    JOIN (SELECT DISTINCT ON (line) line, amount, score FROM fast_track_limit
          ORDER BY line, version DESC) AS l ON l.line = c.claim_type
    WHERE c.amount <= l.amount AND t.score <= l.score
      AND c.amount <= c.policy_limit AND c.coverage IS NOT NULL
      AND c.loss_date BETWEEN c.policy_start AND c.policy_expiry
      AND NOT EXISTS (
          SELECT FROM claims_red_flag f
          WHERE f.flagging_id = (SELECT max(g.id) FROM claims_flagging g WHERE g.claim_id = c.id)
            AND NOT f.shadow)
$$;

CREATE OR REPLACE FUNCTION app.inside_limits(p_claim int, p_score numeric) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT app.inside_limits(ARRAY[p_claim], ARRAY[p_score]))
$$;

-- What a threshold makes of the engine's suggestion, before the limits of the fast track.
CREATE FUNCTION app.said(p_recommendation text, p_score numeric, p_refer_from int) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN p_recommendation = 'abstain' OR p_refer_from IS NULL THEN p_recommendation
                WHEN p_score >= p_refer_from THEN 'refer_siu'
                WHEN p_recommendation = 'refer_siu' THEN 'enhanced_review'
                ELSE p_recommendation END
$$;

CREATE OR REPLACE FUNCTION app.suggestion(p_line text, p_score ml_engine_score) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN told.said = 'fast_track'
                     AND NOT app.inside_limits(p_score.claim_id, p_score.score)
                THEN 'standard_review' ELSE told.said END
    FROM (SELECT app.said(p_score.recommendation, p_score.score, app.threshold(p_line, now()))
                 AS said) AS told
$$;

CREATE FUNCTION app.due_scores() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO ml_engine_score_due (claim_id)
    SELECT c.id FROM claims_claim c JOIN ml_engine_score s ON s.id = c.score_id
    WHERE c.claim_type = NEW.line AND app.is_rescored(c.status) AND s.model_id <> NEW.model_id
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;

-- Claims to be scored anew, as they are now, with the seal of the model that judges each; what has
-- been decided meanwhile, or has the score of its model already, is due no longer.
CREATE FUNCTION public.scores_due(p_after int, p_most int)
RETURNS TABLE (claim_id int, version int, seal text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_few int[] := ARRAY(SELECT d.claim_id FROM ml_engine_score_due d WHERE d.claim_id > p_after
                         ORDER BY d.claim_id LIMIT p_most);
BEGIN
    RETURN QUERY
    WITH told AS MATERIALIZED (
        SELECT c.id, c.version, j.model_id AS judge, s.model_id AS judged_by,
               app.is_rescored(c.status) AS is_open
        FROM claims_claim c
        JOIN app.judges_of(v_few) j ON j.claim_id = c.id
        LEFT JOIN ml_engine_score s ON s.id = c.score_id
    ), gone AS (
        DELETE FROM ml_engine_score_due d USING told t
        WHERE d.claim_id = t.id
          AND (NOT t.is_open OR t.judged_by IS NULL OR t.judge IS NULL OR t.judged_by = t.judge)
    )
    SELECT t.id, t.version, m.sha256::text
    FROM told t JOIN ml_engine_mlmodel m ON m.id = t.judge
    WHERE t.is_open AND t.judged_by <> t.judge
    ORDER BY t.id;
END $$;

-- The links of many claims, as claim_links tells them of one.
CREATE FUNCTION public.links_of_claims(p_claims int[])
RETURNS TABLE (claim_id int, kind text, claims int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.id, s.kind, count(*)::int
    FROM claims_claim c
    CROSS JOIN LATERAL app.sharing(c) s
    JOIN claims_claim o ON o.id = s.claim_id
    LEFT JOIN LATERAL app.claimant(o.id) AS theirs (name) ON true
    LEFT JOIN LATERAL app.claimant(c.id) AS mine (name) ON true
    WHERE c.id = ANY (p_claims) AND o.id <> c.id AND o.status NOT IN ('draft', 'void')
      AND o.submission_date < coalesce(c.submission_date, now())
      AND o.submission_date >= coalesce(c.submission_date, now()) - interval '365 days'
      AND theirs.name IS DISTINCT FROM mine.name
    GROUP BY c.id, s.kind
$$;

CREATE FUNCTION app.is_receipt(p_receipt jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT p_receipt ?& '{score,probability,confidence,features,versions}'
       AND coalesce(p_receipt ->> 'recommendation', '') IN
           ('fast_track', 'standard_review', 'enhanced_review', 'refer_siu', 'abstain')
$$;

-- What record_score does, for claims that still are as they were read and that nobody has locked;
-- the others stay due. Indicators are looked for again only where the rules have changed since.
CREATE FUNCTION public.record_scores(p_claims int[], p_versions int[], p_receipts jsonb[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_me int := app.me();
    v_locked int[];
    v_claims int[];
BEGIN
    IF EXISTS (SELECT FROM unnest(p_receipts) AS r (told)
               WHERE NOT told ? 'not_scorable' AND NOT app.is_receipt(told)) THEN
        RAISE 'The receipt of a score is not complete. Score the claims again.';
    END IF;
    -- Locked before anything else is read, so that no chain grows unseen in between.
    SELECT array_agg(id) INTO v_locked FROM (
        SELECT c.id FROM unnest(p_claims, p_versions) AS t (claim, version)
        JOIN claims_claim c ON c.id = t.claim AND c.version = t.version
        WHERE app.is_rescored(c.status) AND c.score_id IS NOT NULL
        ORDER BY c.id FOR UPDATE OF c SKIP LOCKED) AS mine;
    WITH told AS MATERIALIZED (
        SELECT t.claim AS id, t.receipt, m.id AS model_id
        FROM unnest(p_claims, p_receipts) AS t (claim, receipt)
        JOIN app.judges_of(v_locked) j ON j.claim_id = t.claim
        JOIN ml_engine_mlmodel m ON m.id = j.model_id AND m.sha256 = t.receipt ->> 'model_sha256'
        WHERE NOT t.receipt ? 'not_scorable'
    ), scored AS (
        INSERT INTO ml_engine_score AS s (claim_id, model_id, score, probability, confidence,
                                          recommendation, receipt, explanation, scored_by)
        SELECT id, model_id, (receipt ->> 'score')::numeric, (receipt ->> 'probability')::float8,
               (receipt ->> 'confidence')::numeric, receipt ->> 'recommendation',
               receipt - 'explanation', coalesce(receipt -> 'explanation', '{}'), v_me
        FROM told RETURNING s.*
    ), chained AS (
        SELECT ROW(nextval('claims_event_id_seq'), s.claim_id, clock_timestamp(), v_me, 'scored',
                   NULL, NULL, NULL, NULL, jsonb_build_object(
                       'score', s.score, 'recommendation', s.recommendation), s.id,
                   coalesce(l.seq, 0) + 1, l.hash, NULL)::claims_event AS event
        FROM scored s
        LEFT JOIN LATERAL (SELECT e.seq, e.hash FROM claims_event e WHERE e.claim_id = s.claim_id
                           ORDER BY e.seq DESC LIMIT 1) AS l ON true
    ), written AS (
        INSERT INTO claims_event (id, claim_id, at, actor_id, kind, detail, score_id, seq, prev_hash,
                                  hash)
        SELECT (event).id, (event).claim_id, (event).at, (event).actor_id, (event).kind,
               (event).detail, (event).score_id, (event).seq, (event).prev_hash,
               app.event_digest(event)
        FROM chained
    ), line AS MATERIALIZED (
        SELECT line, app.threshold(line, now()) AS refer_from FROM ml_engine_judge
    ), said AS MATERIALIZED (
        SELECT s.*, app.said(s.recommendation, s.score, l.refer_from) AS told
        FROM scored s JOIN claims_claim c ON c.id = s.claim_id
        LEFT JOIN line l ON l.line = c.claim_type
    ), fast AS MATERIALIZED (
        SELECT app.inside_limits(array_agg(claim_id), array_agg(score)) AS claim_id
        FROM said WHERE told = 'fast_track'
    ), shown AS (
        UPDATE claims_claim c SET ml_score = s.score, ml_confidence = s.confidence,
            ml_recommendation = CASE WHEN s.told = 'fast_track' AND f.claim_id IS NULL
                                     THEN 'standard_review' ELSE s.told END,
            score_id = s.id
        FROM said s LEFT JOIN fast f USING (claim_id) WHERE c.id = s.claim_id
        RETURNING c.id
    ), looked AS (
        INSERT INTO red_flag_due (claim_id)
        SELECT id FROM shown WHERE NOT EXISTS (
            SELECT FROM claims_flagging g WHERE g.claim_id = shown.id
            AND g.ruleset = (SELECT max(id) FROM red_flag_rule))
        ON CONFLICT DO NOTHING
    )
    SELECT array_agg(id) INTO v_claims FROM shown;
    PERFORM public.record_score(t.claim, t.receipt)
    FROM unnest(p_claims, p_receipts) AS t (claim, receipt)
    WHERE t.claim = ANY (v_locked) AND t.receipt ? 'not_scorable';
    DELETE FROM ml_engine_score_due d
    WHERE d.claim_id = ANY (v_claims) OR d.claim_id IN (
        SELECT t.claim FROM unnest(p_claims, p_receipts) AS t (claim, receipt)
        WHERE t.claim = ANY (v_locked) AND t.receipt ? 'not_scorable');
    RETURN coalesce(cardinality(v_claims), 0);
END $$;

REVOKE EXECUTE ON FUNCTION app.due_scores(), public.scores_due(int, int),
    public.links_of_claims(int[]), public.record_scores(int[], int[], jsonb[]) FROM public;
GRANT EXECUTE ON FUNCTION public.scores_due(int, int), public.links_of_claims(int[]),
    public.record_scores(int[], int[], jsonb[]) TO claims_worker;
GRANT EXECUTE ON FUNCTION app.due_scores() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t90_due_scores AFTER INSERT OR UPDATE ON ml_engine_judge
    FOR EACH ROW WHEN (current_user = 'claims_rules') EXECUTE FUNCTION app.due_scores();

RESET ROLE;
