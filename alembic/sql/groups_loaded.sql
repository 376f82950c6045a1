-- Group facts come in by an administrator with a fresh code and never go out; who reads figures by
-- group, and who brings facts in, is on record.

SET ROLE claims_owner;

GRANT INSERT, UPDATE ON claims_group TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.tell_of_groups(p_kind text, p_detail jsonb) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO ml_engine_event (actor_id, kind, detail) VALUES (app.me(), p_kind, p_detail)
$$;

-- What is counted, apart from who may ask for it.
CREATE FUNCTION app.group_counts(p_grouping text, p_since date, p_line text, p_least int)
RETURNS TABLE (value text, claims int, referred int, decided int, days float8, squares float8,
               weighed int, overridden int)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    WITH ended AS (
        SELECT g.value AS part, c.siu_status IS NOT NULL AS sent,
               extract(epoch FROM d.at - c.submission_date) / 86400 AS took,
               d.at IS NOT NULL AND s.recommendation <> 'abstain' AS told,
               (s.recommendation = 'refer_siu') <> (c.siu_status IS NOT NULL) AS otherwise
        FROM claims_group g
        JOIN claims_claim c ON c.id = g.claim_id
        LEFT JOIN ml_engine_score s ON s.id = c.score_id
        LEFT JOIN LATERAL (
            SELECT min(e.at) AS at FROM claims_event e
            WHERE e.claim_id = c.id AND e.kind = 'status'
              AND e.to_status IN ('approved', 'denied', 'settled', 'closed')) AS d ON true
        WHERE g.grouping = p_grouping AND c.submission_date >= p_since
          AND (p_line = '' OR c.claim_type = p_line) AND c.status NOT IN ('draft', 'void')
    )
    SELECT part::text, count(*)::int, count(*) FILTER (WHERE sent)::int, count(took)::int,
           coalesce(sum(took), 0)::float8, coalesce(sum(took * took), 0)::float8,
           count(*) FILTER (WHERE told)::int, count(*) FILTER (WHERE told AND otherwise)::int
    FROM ended GROUP BY part HAVING count(*) >= greatest(p_least, 10) ORDER BY part
$$;

-- Who looks twice in ten minutes at the same is told once; a standby that cannot note it shows nothing.
CREATE OR REPLACE FUNCTION public.fairness_counts(
    p_grouping text, p_since date, p_line text, p_least int)
RETURNS TABLE (value text, claims int, referred int, decided int, days float8, squares float8,
               weighed int, overridden int)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('admin') THEN
        RAISE 'Only administrators see figures by group.' USING ERRCODE = 'PN001';
    ELSIF NOT EXISTS (
        SELECT FROM ml_engine_event
        WHERE kind = 'fairness_read' AND actor_id = app.me() AND at > now() - interval '10 minutes'
          AND detail ->> 'grouping' = p_grouping AND detail ->> 'line' = p_line
    ) THEN
        PERFORM app.tell_of_groups('fairness_read', jsonb_build_object(
            'grouping', p_grouping, 'line', p_line, 'since', p_since));
    END IF;
    RETURN QUERY SELECT * FROM app.group_counts(p_grouping, p_since, p_line, p_least);
END $$;

-- Returns how many facts were taken; of claims that are not there, none is.
CREATE FUNCTION public.load_groups(p_numbers text[], p_grouping text, p_values text[]) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_taken int;
BEGIN
    PERFORM app.require_admin('brings in group facts');
    INSERT INTO claims_group (claim_id, grouping, value)
    SELECT DISTINCT ON (c.id) c.id, p_grouping, btrim(t.value)
    FROM unnest(p_numbers, p_values) WITH ORDINALITY AS t (number, value, place)
    JOIN claims_claim c ON c.claim_number = t.number
    WHERE btrim(t.value) <> ''
    ORDER BY c.id, t.place DESC
    ON CONFLICT (claim_id, grouping) DO UPDATE SET value = excluded.value;
    GET DIAGNOSTICS v_taken = ROW_COUNT;
    PERFORM app.tell_of_groups('groups_loaded', jsonb_build_object(
        'grouping', p_grouping, 'told', cardinality(p_numbers), 'taken', v_taken));
    RETURN v_taken;
EXCEPTION
    WHEN check_violation THEN
        RAISE 'Groups are told by age, sex or language.';
    WHEN string_data_right_truncation THEN
        RAISE 'The name of a group has at most 40 letters.';
END $$;

REVOKE EXECUTE ON FUNCTION public.load_groups(text[], text, text[]) FROM public;
GRANT EXECUTE ON FUNCTION public.load_groups(text[], text, text[]) TO claims_admin;

RESET ROLE;
