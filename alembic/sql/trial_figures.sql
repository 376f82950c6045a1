-- What a trial has found so far: counts by arm, score and label; no row of them is a claim.

SET ROLE claims_rules;

-- From which score a claim is suggested for referral, on a line at a moment.
CREATE FUNCTION app.refer_from(p_line text, p_at timestamptz) RETURNS numeric
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 70.0
$$;

CREATE FUNCTION app.trial_rows(p_trial ml_engine_trial) RETURNS TABLE (
    claim_id int, challenged boolean, score numeric, other numeric, ms float8, other_ms float8,
    refer_from numeric, label text
)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH lines AS (
        SELECT line, app.refer_from(line, p_trial.began_at) AS refer_from
        FROM unnest(p_trial.lines) AS line
    )
    SELECT h.claim_id, false, s.score, h.score, h.champion_ms, h.ms, n.refer_from, l.label::text
    FROM ml_engine_shadow h
    JOIN ml_engine_score s ON s.id = h.score_id
    JOIN claim_label l ON l.claim_id = h.claim_id
    JOIN lines n ON n.line = l.claim_type
    WHERE h.trial_id = p_trial.id
    UNION ALL
    SELECT l.claim_id, s.model_id = p_trial.challenger_id, s.score, NULL,
           (s.receipt ->> 'ms')::float8, NULL, n.refer_from, l.label::text
    FROM ml_engine_score s
    JOIN claim_label l ON l.score_id = s.id
    JOIN lines n ON n.line = l.claim_type
    WHERE p_trial.kind = 'split' AND s.created_at >= p_trial.began_at
      AND s.created_at <= coalesce(p_trial.ended_at, 'infinity')
      AND s.model_id IN (p_trial.champion_id, p_trial.challenger_id)
$$;

CREATE FUNCTION public.trial_figures(p_trial int) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_trial ml_engine_trial;
BEGIN
    IF NOT (app.has('admin') OR app.has('analyst') OR app.is_worker() OR app.is_owner()) THEN
        RAISE 'Only analysts and administrators read trials.' USING ERRCODE = 'PN001';
    END IF;
    SELECT * INTO v_trial FROM ml_engine_trial WHERE id = p_trial;
    RETURN (
        WITH told AS MATERIALIZED (SELECT * FROM app.trial_rows(v_trial)), arms AS (
            SELECT challenged, score, ms, refer_from, label FROM told
            UNION ALL
            SELECT true, other, other_ms, refer_from, label FROM told WHERE other IS NOT NULL
        ), cells AS (
            SELECT challenged, least(floor(score), 99)::int AS score, score >= refer_from AS refer,
                   label, count(*) AS claims
            FROM arms GROUP BY 1, 2, 3, 4
        ), times AS (
            SELECT challenged, percentile_cont(ARRAY[0.5, 0.95]) WITHIN GROUP (ORDER BY ms) AS ms
            FROM arms WHERE ms IS NOT NULL GROUP BY 1
        ), pairs AS (
            SELECT count(*) AS claims,
                   count(*) FILTER (WHERE (score >= refer_from) = (other >= refer_from)) AS agreed,
                   count(*) FILTER (WHERE wanted IS NOT NULL
                       AND (score >= refer_from) <> (other >= refer_from)) AS apart,
                   count(*) FILTER (WHERE wanted = (other >= refer_from)
                       AND wanted <> (score >= refer_from)) AS challenger_right
            FROM told, LATERAL (SELECT CASE WHEN label = 'substantiated' THEN true
                WHEN label IN ('cleared', 'blind') THEN false END AS wanted) AS w
            WHERE other IS NOT NULL
        )
        SELECT jsonb_build_object(
            'cells', coalesce((SELECT jsonb_agg(jsonb_build_array(challenged, score, refer, label,
                                                                  claims)) FROM cells), '[]'),
            'ms', coalesce((SELECT jsonb_object_agg(challenged, to_jsonb(ms)) FROM times), '{}'),
            'pairs', (SELECT to_jsonb(pairs) FROM pairs))
    );
END $$;

REVOKE EXECUTE ON FUNCTION public.trial_figures(int) FROM public;
GRANT EXECUTE ON FUNCTION public.trial_figures(int) TO claims_staff, claims_admin, claims_worker;

RESET ROLE;
