-- What became of scored claims, counted by the month in which they came in and their line of business.
-- A cell that was counted and has not changed since is taken as counted; every other is counted as
-- it is asked for, so that what is shown is exact at any time.

SET ROLE claims_owner;

CREATE TABLE ml_engine_cell (
    month date NOT NULL,
    line varchar(50) NOT NULL,
    counted_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_ml_engine_cell PRIMARY KEY (month, line)
);
-- Cells that have changed; without a key, so that nobody who changes claims waits for another.
CREATE TABLE ml_engine_cell_due (
    id bigint GENERATED ALWAYS AS IDENTITY,
    month date NOT NULL,
    line varchar(50) NOT NULL,
    CONSTRAINT pk_ml_engine_cell_due PRIMARY KEY (id)
);
CREATE TABLE ml_engine_cell_score (
    month date NOT NULL,
    line varchar(50) NOT NULL,
    score integer NOT NULL,
    recommendation varchar(20) NOT NULL,
    label varchar(20) NOT NULL,
    claims integer NOT NULL,
    probability double precision NOT NULL,
    spread double precision NOT NULL,
    CONSTRAINT pk_ml_engine_cell_score PRIMARY KEY (month, line, score, recommendation, label),
    CONSTRAINT fk_ml_engine_cell_score_month_line FOREIGN KEY(month, line)
        REFERENCES ml_engine_cell (month, line) ON DELETE CASCADE
);
-- An outcome that is known names its days; one that is awaited the day from which it is.
CREATE TABLE ml_engine_cell_delay (
    month date NOT NULL,
    line varchar(50) NOT NULL,
    day date NOT NULL,
    days integer NOT NULL,
    known boolean NOT NULL,
    claims integer NOT NULL,
    CONSTRAINT pk_ml_engine_cell_delay PRIMARY KEY (month, line, day, days, known),
    CONSTRAINT fk_ml_engine_cell_delay_month_line FOREIGN KEY(month, line)
        REFERENCES ml_engine_cell (month, line) ON DELETE CASCADE
);
CREATE TABLE ml_engine_cell_desk (
    month date NOT NULL,
    line varchar(50) NOT NULL,
    region varchar(100) NOT NULL,
    decided integer NOT NULL,
    otherwise integer NOT NULL,
    CONSTRAINT pk_ml_engine_cell_desk PRIMARY KEY (month, line, region),
    CONSTRAINT fk_ml_engine_cell_desk_month_line FOREIGN KEY(month, line)
        REFERENCES ml_engine_cell (month, line) ON DELETE CASCADE
);
CREATE TABLE ml_engine_cell_rule (
    month date NOT NULL,
    line varchar(50) NOT NULL,
    code varchar(10) NOT NULL,
    judged integer NOT NULL,
    justified integer NOT NULL,
    CONSTRAINT pk_ml_engine_cell_rule PRIMARY KEY (month, line, code),
    CONSTRAINT fk_ml_engine_cell_rule_month_line FOREIGN KEY(month, line)
        REFERENCES ml_engine_cell (month, line) ON DELETE CASCADE
);

-- Only who sees all claims sees counts of all; for everybody else each cell is counted as asked.
DO $$
DECLARE
    v_table text;
BEGIN
    FOREACH v_table IN ARRAY ARRAY['', '_due', '_score', '_delay', '_desk', '_rule'] LOOP
        EXECUTE format('ALTER TABLE ml_engine_cell%s ENABLE ROW LEVEL SECURITY', v_table);
        EXECUTE format('ALTER TABLE ml_engine_cell%s FORCE ROW LEVEL SECURITY', v_table);
        EXECUTE format('CREATE POLICY admin_sees_all ON ml_engine_cell%s FOR SELECT
                        TO claims_admin USING ((SELECT app.me()) IS NOT NULL)', v_table);
        EXECUTE format('CREATE POLICY rules ON ml_engine_cell%s TO claims_rules USING (true)', v_table);
        EXECUTE format('GRANT SELECT ON ml_engine_cell%s TO claims_staff, claims_admin', v_table);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ml_engine_cell%s TO claims_rules', v_table);
    END LOOP;
END $$;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.month_of(p_at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE AS $$
    SELECT date_trunc('month', p_at AT TIME ZONE 'UTC')::date
$$;

-- The claims of one month and some lines, counted four ways, under the rights of whoever asks.
CREATE FUNCTION public.month_scores(p_month date, p_lines text[])
RETURNS TABLE (line varchar, score int, recommendation varchar, label text, claims int,
               probability float8, spread float8)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.claim_type, least(floor(s.score), 99)::int, s.recommendation, coalesce(l.label, ''),
           count(*)::int, sum(s.probability), sum(s.probability * (1 - s.probability))
    FROM claim_label l JOIN ml_engine_score s ON s.id = l.score_id
    WHERE l.submission_date >= p_month::timestamp AT TIME ZONE 'UTC'
      AND l.submission_date < (p_month + interval '1 month') AT TIME ZONE 'UTC'
      AND l.claim_type = ANY (p_lines) AND l.status <> 'void'
    GROUP BY 1, 2, 3, 4
$$;

CREATE FUNCTION public.month_delays(p_month date, p_lines text[])
RETURNS TABLE (line varchar, day date, days int, known boolean, claims int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT told.line, CASE WHEN told.known THEN p_month ELSE told.came END,
           CASE WHEN told.known THEN greatest(0, told.ended - told.came) ELSE 0 END, told.known,
           count(*)::int
    FROM (SELECT l.claim_type AS line, (l.submission_date AT TIME ZONE 'UTC')::date AS came,
                 (l.last_updated AT TIME ZONE 'UTC')::date AS ended, l.label IS NOT NULL AS known
          FROM claim_label l
          WHERE l.submission_date >= p_month::timestamp AT TIME ZONE 'UTC'
            AND l.submission_date < (p_month + interval '1 month') AT TIME ZONE 'UTC'
            AND l.claim_type = ANY (p_lines) AND l.label IS DISTINCT FROM 'paid'
            AND l.status NOT IN ('draft', 'void', 'withdrawn')) AS told
    GROUP BY 1, 2, 3, 4
$$;

CREATE FUNCTION public.month_desks(p_month date, p_lines text[])
RETURNS TABLE (line varchar, region text, decided int, otherwise int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT l.claim_type, coalesce(l.region, ''), count(*)::int,
           count(*) FILTER (WHERE (s.recommendation = 'refer_siu') <> l.referred)::int
    FROM claim_label l JOIN ml_engine_score s ON s.id = l.score_id
    WHERE l.submission_date >= p_month::timestamp AT TIME ZONE 'UTC'
      AND l.submission_date < (p_month + interval '1 month') AT TIME ZONE 'UTC'
      AND l.claim_type = ANY (p_lines)
      AND l.status IN ('approved', 'denied', 'settled', 'closed')
      AND s.recommendation <> 'abstain'
    GROUP BY 1, 2
$$;

-- What the reviews of claims came to in which a rule ever fired, over all its versions.
CREATE FUNCTION public.month_rules(p_month date, p_lines text[])
RETURNS TABLE (line varchar, code varchar, judged int, justified int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT c.claim_type, r.code, count(DISTINCT c.id)::int,
           count(DISTINCT c.id) FILTER (WHERE c.review_outcome = 'justified_review')::int
    FROM claims_claim c
    JOIN claims_flagging g ON g.claim_id = c.id
    JOIN claims_red_flag f ON f.flagging_id = g.id
    JOIN red_flag_rule r ON r.id = f.rule_id
    WHERE c.submission_date >= p_month::timestamp AT TIME ZONE 'UTC'
      AND c.submission_date < (p_month + interval '1 month') AT TIME ZONE 'UTC'
      AND c.claim_type = ANY (p_lines) AND c.status <> 'void' AND c.review_outcome <> ''
    GROUP BY 1, 2
$$;

CREATE FUNCTION app.count_cell(p_month date, p_line text) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    DELETE FROM ml_engine_cell WHERE month = p_month AND line = p_line;
    INSERT INTO ml_engine_cell VALUES (p_month, p_line);
    INSERT INTO ml_engine_cell_score SELECT p_month, f.* FROM month_scores(p_month, ARRAY[p_line]) f;
    INSERT INTO ml_engine_cell_delay SELECT p_month, f.* FROM month_delays(p_month, ARRAY[p_line]) f;
    INSERT INTO ml_engine_cell_desk SELECT p_month, f.* FROM month_desks(p_month, ARRAY[p_line]) f;
    INSERT INTO ml_engine_cell_rule SELECT p_month, f.* FROM month_rules(p_month, ARRAY[p_line]) f;
$$;

-- Every cell of the last ten years, also those without claims.
CREATE FUNCTION app.mark_cells() RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO ml_engine_cell_due (month, line)
    SELECT m::date, line
    FROM (SELECT greatest(min(submission_date), now() - interval '10 years') AS first
          FROM claims_claim WHERE submission_date IS NOT NULL) AS told,
         generate_series(app.month_of(told.first)::timestamp, now() AT TIME ZONE 'UTC', '1 month') AS m,
         unnest('{motor,property,health,travel}'::text[]) AS line
$$;

-- The worker: counts some of the cells that changed, each at most once a minute, and each once a day,
-- so that what the owner changed past the triggers is found as well.
CREATE FUNCTION public.count_cells(p_most int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_month date;
    v_line text;
    v_done int := 0;
BEGIN
    LOCK TABLE ml_engine_cell IN SHARE ROW EXCLUSIVE MODE;
    INSERT INTO ml_engine_cell_due (month, line)
    SELECT app.month_of(now()), n.line
    FROM unnest('{motor,property,health,travel}'::text[]) AS n (line)
    WHERE NOT EXISTS (SELECT FROM ml_engine_cell c
                      WHERE c.month = app.month_of(now()) AND c.line = n.line);
    FOR v_month, v_line IN
        WITH few AS (
            SELECT d.month, d.line FROM ml_engine_cell_due d
            WHERE NOT EXISTS (SELECT FROM ml_engine_cell c WHERE c.month = d.month
                              AND c.line = d.line AND c.counted_at > now() - interval '1 minute')
            UNION
            SELECT month, line FROM ml_engine_cell WHERE counted_at < now() - interval '1 day'
            ORDER BY 1 DESC, 2 LIMIT p_most
        ), gone AS (
            DELETE FROM ml_engine_cell_due d USING few f
            WHERE d.month = f.month AND d.line = f.line
        )
        SELECT month, line FROM few
    LOOP
        PERFORM app.count_cell(v_month, v_line);
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;

CREATE FUNCTION app.due_cells() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO ml_engine_cell_due (month, line)
    SELECT DISTINCT app.month_of(submission_date), claim_type FROM changed
    WHERE submission_date IS NOT NULL;
    IF TG_OP = 'UPDATE' THEN
        INSERT INTO ml_engine_cell_due (month, line)
        SELECT DISTINCT app.month_of(o.submission_date), o.claim_type
        FROM former o JOIN changed n USING (id)
        WHERE o.submission_date IS NOT NULL AND (o.submission_date, o.claim_type)
              IS DISTINCT FROM (n.submission_date, n.claim_type);
    END IF;
    RETURN NULL;
END $$;

-- Flags of a claim that was reviewed, and the sample drawn after its claim was paid.
CREATE FUNCTION app.due_cells_beside() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO ml_engine_cell_due (month, line)
    SELECT DISTINCT app.month_of(c.submission_date), c.claim_type
    FROM changed n JOIN claims_claim c ON c.id = n.claim_id
    WHERE c.submission_date IS NOT NULL AND (c.review_outcome <> '' OR c.closed_outcome <> '');
    RETURN NULL;
END $$;

SELECT app.mark_cells();

REVOKE EXECUTE ON FUNCTION public.month_scores(date, text[]), public.month_delays(date, text[]),
    public.month_desks(date, text[]), public.month_rules(date, text[]), public.count_cells(int),
    app.due_cells(), app.due_cells_beside() FROM public;
GRANT EXECUTE ON FUNCTION public.month_scores(date, text[]), public.month_delays(date, text[]),
    public.month_desks(date, text[]), public.month_rules(date, text[])
    TO claims_staff, claims_admin;
GRANT EXECUTE ON FUNCTION public.count_cells(int) TO claims_worker;
GRANT EXECUTE ON FUNCTION app.due_cells(), app.due_cells_beside() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t96_due_new AFTER INSERT ON claims_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.due_cells();
CREATE TRIGGER t96_due_change AFTER UPDATE ON claims_claim
    REFERENCING OLD TABLE AS former NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.due_cells();
CREATE TRIGGER t96_due AFTER INSERT ON claims_red_flag REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.due_cells_beside();
CREATE TRIGGER t96_due AFTER INSERT ON ml_engine_blind REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.due_cells_beside();

RESET ROLE;
