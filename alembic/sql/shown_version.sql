-- The name of a model is told to whoever holds a lease, not to one that has ended.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.shown_version(p_model int) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN EXISTS (
            SELECT FROM ml_engine_trial t
            WHERE t.open AND t.kind = 'split' AND t.began_at IS NOT NULL
              AND p_model IN (t.champion_id, t.challenger_id)) AND NOT (SELECT app.has('admin'))
        THEN 'in trial' ELSE m.version END
    FROM ml_engine_mlmodel m
    WHERE m.id = p_model
      AND ((SELECT app.me()) IS NOT NULL OR (SELECT app.is_worker()) OR (SELECT app.is_owner()))
$$;

RESET ROLE;
