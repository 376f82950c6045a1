-- How clocks start, pause, are met and begin again: with the steps of a claim, never by hand.

SET ROLE claims_rules;

-- Working days are Monday to Friday; business days leave out the holidays of the place as well.
CREATE FUNCTION app.add_days(p_from date, p_days int, p_kind text, p_place text) RETURNS date
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN p_kind = 'calendar' OR p_days = 0 THEN p_from + p_days ELSE (
        SELECT day FROM (
            SELECT p_from + n AS day FROM generate_series(1, 2 * p_days + 30) AS n
        ) AS days
        WHERE extract(isodow FROM day) < 6
          AND NOT (p_kind = 'business' AND EXISTS (
              SELECT FROM clock_holiday h WHERE h.jurisdiction = p_place AND h.day = days.day))
        ORDER BY day OFFSET p_days - 1 LIMIT 1
    ) END
$$;

-- One rule of each pack for each clock: that of the line before the general one.
CREATE FUNCTION app.rules_for(p_region text, p_line text, p_on date) RETURNS SETOF clock_rule
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT DISTINCT ON (r.pack_id, r.clock) r.*
    FROM clock_rule r JOIN clock_pack p ON p.id = r.pack_id
    WHERE (r.line IS NULL OR r.line = p_line)
      AND r.valid_from <= p_on AND (r.valid_to IS NULL OR p_on < r.valid_to)
      AND (p_region = ANY (p.regions) OR (p.fallback AND NOT EXISTS (
          SELECT FROM clock_pack o WHERE o.statutory = p.statutory AND p_region = ANY (o.regions))))
    ORDER BY r.pack_id, r.clock, r.line NULLS LAST, r.valid_from DESC
$$;

CREATE FUNCTION app.start_clocks(p_claim claims_claim, p_starts text[], p_on date) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO claims_clock (claim_id, rule_id, clock, round, started_on, due_on, warn_on)
    SELECT p_claim.id, r.id, r.clock,
           1 + (SELECT count(*) FROM claims_clock k WHERE k.claim_id = p_claim.id
                AND k.rule_id = r.id),
           p_on, app.add_days(p_on, r.days, r.day_kind, p.jurisdiction),
           app.add_days(p_on, greatest(r.days - r.warn_days, 0), r.day_kind, p.jurisdiction)
    FROM app.rules_for(p_claim.region, p_claim.claim_type, p_on) r
    JOIN clock_pack p ON p.id = r.pack_id
    WHERE r.starts = ANY (p_starts) AND NOT EXISTS (
        SELECT FROM claims_clock k WHERE k.claim_id = p_claim.id AND k.rule_id = r.id
        AND k.met_at IS NULL AND k.stopped_at IS NULL)
$$;

-- A clock that repeats begins its next round where the one before was due.
CREATE FUNCTION app.meet_clocks(p_claim int, p_clocks text[], p_status text, p_again boolean)
RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    WITH met AS (
        UPDATE claims_clock SET met_at = now(), met_status = p_status
        WHERE claim_id = p_claim AND clock = ANY (p_clocks)
          AND met_at IS NULL AND stopped_at IS NULL
        RETURNING *
    )
    INSERT INTO claims_clock (claim_id, rule_id, clock, round, started_on, due_on, warn_on)
    SELECT m.claim_id, m.rule_id, m.clock, m.round + 1, m.due_on,
           app.add_days(m.due_on, r.repeat_days, r.day_kind, p.jurisdiction),
           app.add_days(m.due_on, greatest(r.repeat_days - r.warn_days, 0), r.day_kind,
                        p.jurisdiction)
    FROM met m JOIN clock_rule r ON r.id = m.rule_id JOIN clock_pack p ON p.id = r.pack_id
    WHERE p_again AND r.repeat_days IS NOT NULL
$$;

CREATE FUNCTION app.stop_clocks(p_claim int, p_clocks text[]) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_clock SET stopped_at = now()
    WHERE claim_id = p_claim AND clock = ANY (p_clocks) AND met_at IS NULL AND stopped_at IS NULL
$$;

CREATE FUNCTION app.pause_clocks(p_claim int) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_clock k SET paused_on = current_date
    FROM clock_rule r
    WHERE k.claim_id = p_claim AND r.id = k.rule_id AND r.pauses
      AND k.met_at IS NULL AND k.stopped_at IS NULL AND k.paused_on IS NULL
$$;

-- The days that a clock stood still are given to it in its own kind of day.
CREATE FUNCTION app.resume_clocks(p_claim int) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_clock k SET paused_on = NULL, paused_days = k.paused_days + stood.days,
        due_on = app.add_days(k.due_on, stood.days, r.day_kind, p.jurisdiction),
        warn_on = app.add_days(k.warn_on, stood.days, r.day_kind, p.jurisdiction)
    FROM claims_clock o
    JOIN clock_rule r ON r.id = o.rule_id
    JOIN clock_pack p ON p.id = r.pack_id
    CROSS JOIN LATERAL (
        SELECT count(*)::int AS days FROM generate_series(1, current_date - o.paused_on) AS n
        WHERE app.add_days(o.paused_on + n - 1, 1, r.day_kind, p.jurisdiction) = o.paused_on + n
    ) AS stood
    WHERE o.id = k.id AND k.claim_id = p_claim AND k.paused_on IS NOT NULL
$$;

-- An undone decision is none: what it met runs on, what it began stands still for good.
CREATE FUNCTION app.reopen_clocks(p_claim int, p_status text) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_clock SET met_at = NULL, met_status = NULL
    WHERE claim_id = p_claim AND met_status = p_status;
    UPDATE claims_clock SET stopped_at = now()
    WHERE claim_id = p_claim AND clock = 'pay' AND met_at IS NULL AND stopped_at IS NULL
$$;

CREATE FUNCTION app.run_clocks(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF p_new.status IN ('draft', 'void') THEN
        PERFORM app.stop_clocks(p_new.id, '{acknowledge,reply,decide,status_letter,pay,explain}');
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM claims_clock WHERE claim_id = p_new.id) THEN
        PERFORM app.start_clocks(p_new, '{notice,proof}',
            coalesce(p_new.submission_date, now())::date);
    END IF;
    IF p_old.status IN ('approved', 'denied') AND p_new.status = 'in_review' THEN
        PERFORM app.reopen_clocks(p_new.id, p_old.status);
    ELSIF p_old.status = 'pending_info' AND p_new.status = 'in_review' THEN
        PERFORM app.resume_clocks(p_new.id);
        IF app.me() IS NOT NULL THEN
            PERFORM app.start_clocks(p_new, '{communication}', current_date);
        END IF;
    END IF;
    CASE p_new.status
    WHEN 'pending_info' THEN
        PERFORM app.meet_clocks(p_new.id, '{acknowledge,reply}', p_new.status, true);
        PERFORM app.pause_clocks(p_new.id);
    WHEN 'approved', 'denied' THEN
        PERFORM app.meet_clocks(p_new.id, '{acknowledge,reply,decide,status_letter,explain}',
            p_new.status, false);
        IF p_new.status = 'approved' THEN
            PERFORM app.start_clocks(p_new, '{liability}', current_date);
        END IF;
    WHEN 'settled' THEN
        PERFORM app.meet_clocks(p_new.id, '{pay}', p_new.status, false);
    WHEN 'closed', 'withdrawn' THEN
        PERFORM app.stop_clocks(p_new.id, '{acknowledge,reply,decide,status_letter,pay,explain}');
    WHEN 'reopened' THEN
        PERFORM app.start_clocks(p_new, '{communication,proof}', current_date);
    ELSE
        NULL;
    END CASE;
END $$;

CREATE FUNCTION app.next_clock(p_claim int) RETURNS claims_clock
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT * FROM claims_clock
    WHERE claim_id = p_claim AND met_at IS NULL AND stopped_at IS NULL AND paused_on IS NULL
    ORDER BY due_on, id LIMIT 1
$$;

CREATE FUNCTION app.keep_clocks() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_next claims_clock;
BEGIN
    PERFORM app.run_clocks(OLD, NEW);
    v_next := app.next_clock(NEW.id);
    NEW.due_on := v_next.due_on;
    NEW.due_clock := v_next.clock;
    NEW.due_from := v_next.started_on;
    NEW.due_warn := v_next.warn_on;
    RETURN NEW;
END $$;

-- After something other than a step met a clock. The version stays: nobody's decision is stale.
CREATE FUNCTION app.place(p_claim int) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_claim c
    SET due_on = k.due_on, due_clock = k.clock, due_from = k.started_on, due_warn = k.warn_on
    FROM (SELECT (app.next_clock(p_claim)).*) AS k
    WHERE c.id = p_claim AND (c.due_on, c.due_clock, c.due_from, c.due_warn)
        IS DISTINCT FROM (k.due_on, k.clock, k.started_on, k.warn_on)
$$;

-- Claims that came with a history of their own: their clocks run from the day of submission.
CREATE FUNCTION app.backfill_clocks(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_stepped timestamptz;
    v_status text;
BEGIN
    PERFORM app.start_clocks(p_claim, '{notice,proof}', p_claim.submission_date::date);
    SELECT e.at, e.to_status INTO v_stepped, v_status FROM claims_event e
    WHERE e.claim_id = p_claim.id AND e.to_status IN ('pending_info', 'approved', 'denied')
    ORDER BY e.seq LIMIT 1;
    UPDATE claims_clock SET met_at = v_stepped, met_status = v_status
    WHERE claim_id = p_claim.id AND v_stepped IS NOT NULL
      AND (clock = 'acknowledge' OR p_claim.status IN ('approved', 'denied'));
    IF p_claim.status = 'pending_info' THEN
        PERFORM app.pause_clocks(p_claim.id);
    ELSIF p_claim.status = 'approved' THEN
        PERFORM app.start_clocks(p_claim, '{liability}', coalesce(v_stepped, now())::date);
    END IF;
    PERFORM app.place(p_claim.id);
END $$;

CREATE FUNCTION app.set_clocks() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim;
    v_done int := 0;
BEGIN
    FOR v_claim IN
        SELECT c.* FROM claims_claim c
        WHERE c.status IN ('triaged', 'in_review', 'pending_info', 'siu_review',
                           'pending_approval', 'approved', 'denied', 'reopened')
          AND c.submission_date IS NOT NULL
          AND NOT EXISTS (SELECT FROM claims_clock k WHERE k.claim_id = c.id)
    LOOP
        PERFORM app.backfill_clocks(v_claim);
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;

-- The generated columns are not yet there when a trigger looks at the new row.
CREATE OR REPLACE FUNCTION app.facts_of(p_claim claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT to_jsonb(p_claim) - ARRAY[
        'status', 'own_status', 'assigned_to', 'status_reason', 'status_note', 'status_detail',
        'hold_until', 'siu_status', 'siu_disposition', 'version', 'last_updated', 'queue_due',
        'queue_risk'
    ]
$$;

GRANT EXECUTE ON FUNCTION app.keep_clocks(), app.set_clocks() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t30_clocks BEFORE UPDATE OF status ON claims_claim
    FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION app.keep_clocks();

-- Only app.place sets these columns in a statement.
DROP TRIGGER t10_bump ON claims_claim;
CREATE TRIGGER t10_bump BEFORE UPDATE ON claims_claim
    FOR EACH ROW WHEN ((OLD.due_on, OLD.due_clock, OLD.due_from, OLD.due_warn)
                       IS NOT DISTINCT FROM (NEW.due_on, NEW.due_clock, NEW.due_from, NEW.due_warn))
    EXECUTE FUNCTION app.bump();

-- Open claims in the order of the desk: of all, of a region's lines, of a person.
CREATE INDEX ix_claims_claim_due ON claims_claim (queue_due, queue_risk, id)
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');
CREATE INDEX ix_claims_claim_desk_due ON claims_claim
    (region, claim_type, queue_due, queue_risk, id)
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');
CREATE INDEX ix_claims_claim_own_due ON claims_claim (assigned_to, queue_due, queue_risk, id)
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');

RESET ROLE;

SELECT app.set_clocks();
