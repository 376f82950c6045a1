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
CREATE FUNCTION public.scores_due(p_after int, p_most int) RETURNS TABLE (claim_id int, version int, seal text)
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH few AS MATERIALIZED (
        SELECT c.id, c.version, app.judge(c) AS judge, s.model_id AS judged_by,
               app.is_rescored(c.status) AS is_open
        FROM (SELECT d.claim_id FROM ml_engine_score_due d WHERE d.claim_id > p_after
              ORDER BY d.claim_id LIMIT p_most) AS d
        JOIN claims_claim c ON c.id = d.claim_id
        LEFT JOIN ml_engine_score s ON s.id = c.score_id
    ), gone AS (
        DELETE FROM ml_engine_score_due d USING few f
        WHERE d.claim_id = f.id
          AND (NOT f.is_open OR f.judged_by IS NULL OR f.judge IS NULL OR f.judged_by = f.judge)
    )
    SELECT f.id, f.version, m.sha256
    FROM few f JOIN ml_engine_mlmodel m ON m.id = f.judge
    WHERE f.is_open AND f.judged_by <> f.judge
    ORDER BY f.id
$$;

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
    v_claims int[];
BEGIN
    IF EXISTS (SELECT FROM unnest(p_receipts) AS r (told)
               WHERE NOT told ? 'not_scorable' AND NOT app.is_receipt(told)) THEN
        RAISE 'The receipt of a score is not complete. Score the claims again.';
    END IF;
    WITH told AS MATERIALIZED (
        SELECT c.id, c.claim_type, c.status, t.receipt, m.id AS model_id
        FROM unnest(p_claims, p_versions, p_receipts) AS t (claim, version, receipt)
        JOIN claims_claim c ON c.id = t.claim AND c.version = t.version
        JOIN ml_engine_mlmodel m ON m.sha256 = t.receipt ->> 'model_sha256'
        WHERE NOT t.receipt ? 'not_scorable' AND app.is_rescored(c.status)
          AND c.score_id IS NOT NULL AND m.id = app.judge(c)
        ORDER BY c.id
        FOR UPDATE OF c SKIP LOCKED
    ), scored AS (
        INSERT INTO ml_engine_score AS s (claim_id, model_id, score, probability, confidence,
                                          recommendation, receipt, explanation, scored_by)
        SELECT id, model_id, (receipt ->> 'score')::numeric, (receipt ->> 'probability')::float8,
               (receipt ->> 'confidence')::numeric, receipt ->> 'recommendation',
               receipt - 'explanation', coalesce(receipt -> 'explanation', '{}'), app.me()
        FROM told RETURNING s.*
    ), chained AS (
        SELECT ROW(nextval('claims_event_id_seq'), s.claim_id, clock_timestamp(), app.me(), 'scored',
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
    ), shown AS (
        UPDATE claims_claim c SET ml_score = s.score, ml_confidence = s.confidence,
            ml_recommendation = app.suggestion(c.claim_type, ROW(s.*)::ml_engine_score), score_id = s.id
        FROM scored s WHERE c.id = s.claim_id
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
    JOIN claims_claim c ON c.id = t.claim
    WHERE t.receipt ? 'not_scorable' AND app.is_rescored(c.status);
    DELETE FROM ml_engine_score_due d
    WHERE d.claim_id = ANY (v_claims) OR d.claim_id IN (
        SELECT t.claim FROM unnest(p_claims, p_receipts) AS t (claim, receipt)
        WHERE t.receipt ? 'not_scorable');
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
