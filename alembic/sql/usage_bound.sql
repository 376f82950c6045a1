-- A day holds a thousand names of screens and commands, and a lease that is over counts nothing.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.count_usage(p_counts jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user ~ '^d_[0-9a-f]{20}$' AND app.me() IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO monitor_usage AS u (kind, name, count)
    SELECT kind, name, least(told::int, 10000)
    FROM jsonb_each(p_counts) AS k (kind, names), jsonb_each_text(names) AS n (name, told)
    WHERE kind IN ('screen', 'command') AND name ~ '^[a-z_]{1,20}\.[a-z_]{1,30}$'
      AND told ~ '^[1-9]\d{0,5}$'
    LIMIT least(200, greatest(0, 1000 - (
        SELECT count(*) FROM monitor_usage WHERE day = CURRENT_DATE)))
    ON CONFLICT (day, kind, name) DO UPDATE SET count = u.count + excluded.count;
    DELETE FROM monitor_usage WHERE day < CURRENT_DATE - 400;
END $$;

RESET ROLE;
