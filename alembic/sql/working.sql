-- Work on claims besides deciding them: handing out, assigning, being at a claim.

SET ROLE claims_rules;

-- Only steps, assignments and edits act on a decision; words, tags and clocks beside it do not.
CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened', 'document', 'note', 'tag', 'task', 'diary',
                                     'breached', 'takeover', 'viewed', 'disputed')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

-- A claim that staff see and that is not finished, locked until the end of the transaction.
CREATE FUNCTION app.claim_at_work(p_claim int) RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF NOT app.has('staff') OR v_claim.status = 'draft' THEN
        RAISE 'Only staff work on claims that were submitted.' USING ERRCODE = 'PN001';
    END IF;
    SELECT * INTO v_claim FROM claims_claim WHERE id = p_claim FOR NO KEY UPDATE;
    RETURN v_claim;
END $$;

CREATE FUNCTION app.tell_of(p_claim int) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_notify('claims', p_claim::text)
$$;

CREATE FUNCTION app.open_claims_of(p_user int) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT count(*)::int FROM claims_claim
    WHERE assigned_to = p_user AND status IN ('submitted', 'triaged', 'in_review', 'pending_info',
        'siu_review', 'pending_approval', 'reopened')
$$;

CREATE FUNCTION app.check_capacity() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_most int := (SELECT most FROM desk_capacity WHERE user_id = app.me());
    v_open int;
BEGIN
    IF v_most IS NULL THEN
        RETURN;
    END IF;
    v_open := app.open_claims_of(app.me());
    IF v_open >= v_most THEN
        RAISE 'You have % open claims, which is as many as you take on. Finish one, then ask again.',
            v_open;
    END IF;
END $$;

-- The next claim of one's region and lines, taken at once: two who ask never get the same one.
CREATE FUNCTION public.take_next(p_line text DEFAULT NULL) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_me int := app.me();
    v_region text := app.my_region();
    v_lines text[] := app.my_lines();
    v_old claims_claim;
    v_new claims_claim;
BEGIN
    IF NOT app.has('staff') THEN
        RAISE 'Only staff take claims.' USING ERRCODE = 'PN001';
    END IF;
    PERFORM app.check_capacity();
    SELECT c.* INTO v_old FROM claims_claim c
    WHERE c.assigned_to IS NULL AND c.status = 'triaged' AND c.region = v_region
      AND c.claim_type = ANY (v_lines) AND (p_line IS NULL OR c.claim_type = p_line)
      AND (c.diary_until IS NULL OR c.diary_until <= current_date)
      AND NOT EXISTS (SELECT FROM claims_presence p WHERE p.claim_id = c.id
                      AND p.user_id <> v_me AND p.working_since IS NOT NULL
                      AND p.seen_at > now() - interval '3 minutes')
    ORDER BY c.queue_due, c.queue_risk, c.id
    LIMIT 1 FOR NO KEY UPDATE OF c SKIP LOCKED;
    IF v_old.id IS NULL THEN
        RETURN NULL;
    END IF;
    UPDATE claims_claim SET status = 'in_review', assigned_to = v_me, status_reason = NULL,
        status_note = NULL, status_detail = NULL
    WHERE id = v_old.id RETURNING * INTO v_new;
    PERFORM app.log_step(v_old, v_new);
    RETURN v_new.id;
END $$;

-- What the people of a supervisor's region carry: large and risky claims weigh more.
CREATE FUNCTION public.desk_loads()
RETURNS TABLE (user_id int, lines text[], claims int, effort int, most int, present boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
BEGIN
    IF NOT app.has('supervisor') THEN
        RAISE 'Only a supervisor sees what others carry.' USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY
    SELECT u.id, u.lines, coalesce(w.claims, 0), coalesce(w.effort, 0), k.most,
           EXISTS (SELECT FROM claims_presence p WHERE p.user_id = u.id
                   AND p.seen_at > now() - interval '10 minutes')
    FROM auth_user u
    LEFT JOIN desk_capacity k ON k.user_id = u.id
    LEFT JOIN LATERAL (
        SELECT count(*)::int AS claims,
               (count(*) + count(*) FILTER (WHERE c.amount >= 10000)
                + count(*) FILTER (WHERE c.queue_risk <= -7000))::int AS effort
        FROM claims_claim c
        WHERE c.assigned_to = u.id AND c.status IN ('submitted', 'triaged', 'in_review',
            'pending_info', 'siu_review', 'pending_approval', 'reopened')
    ) w ON true
    WHERE u.role = 'staff' AND u.is_active AND u.region = app.led_region();
END $$;

CREATE FUNCTION public.set_capacity(p_user int, p_most int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM auth_user WHERE id = p_user AND role = 'staff'
                   AND region = app.led_region()) THEN
        RAISE 'Only the supervisor of the region says how much a person takes on.'
            USING ERRCODE = 'PN001';
    END IF;
    DELETE FROM desk_capacity WHERE user_id = p_user;
    IF p_most IS NOT NULL THEN
        INSERT INTO desk_capacity (user_id, most, set_by) VALUES (p_user, p_most, app.me());
    END IF;
END $$;

-- Being at a claim, told every minute; a person is at one claim at a time, and works on it or not.
CREATE FUNCTION public.be_at(p_claim int, p_working boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
    v_was claims_presence;
    v_left int;
BEGIN
    DELETE FROM claims_presence WHERE user_id = app.me() AND claim_id <> v_claim.id
    RETURNING claim_id INTO v_left;
    SELECT * INTO v_was FROM claims_presence WHERE user_id = app.me() AND claim_id = v_claim.id;
    INSERT INTO claims_presence (claim_id, user_id, working_since)
    VALUES (v_claim.id, app.me(), CASE WHEN p_working THEN now() END)
    ON CONFLICT (claim_id, user_id) DO UPDATE SET seen_at = now(),
        since = CASE WHEN claims_presence.seen_at < now() - interval '3 minutes'
                     THEN now() ELSE claims_presence.since END,
        working_since = CASE WHEN p_working
                             THEN coalesce(claims_presence.working_since, now()) END;
    IF v_left IS NOT NULL THEN
        PERFORM pg_notify('presence', v_left::text);
    END IF;
    IF v_was.claim_id IS NULL OR (v_was.working_since IS NOT NULL) <> p_working THEN
        PERFORM pg_notify('presence', v_claim.id::text);
    END IF;
END $$;

CREATE FUNCTION public.leave_claims() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_left int;
BEGIN
    FOR v_left IN DELETE FROM claims_presence WHERE user_id = app.me() RETURNING claim_id LOOP
        PERFORM pg_notify('presence', v_left::text);
    END LOOP;
END $$;

-- Begin to work on a claim. While somebody else does, only whoever takes over; that is recorded.
CREATE FUNCTION public.begin_work(p_claim int, p_take_over boolean) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
    v_other int := (
        SELECT user_id FROM claims_presence
        WHERE claim_id = p_claim AND user_id <> app.me() AND working_since IS NOT NULL
          AND seen_at > now() - interval '3 minutes'
        ORDER BY working_since LIMIT 1);
BEGIN
    IF v_other IS NOT NULL AND NOT p_take_over THEN
        RETURN false;
    END IF;
    IF v_other IS NOT NULL THEN
        UPDATE claims_presence SET working_since = NULL
        WHERE claim_id = p_claim AND user_id <> app.me();
        INSERT INTO claims_event (claim_id, actor_id, kind, detail)
        VALUES (v_claim.id, app.me(), 'takeover', jsonb_build_object('from', v_other));
        INSERT INTO desk_notice (user_id, kind, claim_id) VALUES (v_other, 'takeover', v_claim.id);
        PERFORM app.tell_of(p_claim);
    END IF;
    PERFORM public.be_at(p_claim, true);
    RETURN true;
END $$;

-- Whoever is given a claim by somebody else is told.
CREATE FUNCTION app.tell_assigned() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO desk_notice (user_id, kind, claim_id)
    VALUES (NEW.assigned_to, 'assigned', NEW.id);
    RETURN NULL;
END $$;

CREATE FUNCTION public.see_notices(p_last int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE desk_notice SET seen_at = now()
    WHERE user_id = app.me() AND seen_at IS NULL AND id <= p_last
$$;

-- The worker: whose clock is near, whose has run out.
CREATE FUNCTION public.watch_clocks() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_clock record;
    v_done int := 0;
BEGIN
    FOR v_clock IN
        SELECT k.*, c.assigned_to, current_date > k.due_on AS late
        FROM claims_clock k JOIN claims_claim c ON c.id = k.claim_id
        WHERE k.met_at IS NULL AND k.stopped_at IS NULL AND k.paused_on IS NULL
          AND k.warn_on <= current_date
          AND (k.warned_at IS NULL OR (current_date > k.due_on AND k.breached_at IS NULL))
        ORDER BY k.due_on LIMIT 500
        FOR NO KEY UPDATE OF k SKIP LOCKED
    LOOP
        UPDATE claims_clock SET warned_at = coalesce(warned_at, now()),
            breached_at = CASE WHEN v_clock.late THEN now() END
        WHERE id = v_clock.id;
        IF v_clock.late THEN
            INSERT INTO claims_event (claim_id, kind, detail) VALUES (v_clock.claim_id, 'breached',
                jsonb_build_object('clock', v_clock.clock, 'due', v_clock.due_on));
        END IF;
        IF v_clock.assigned_to IS NOT NULL THEN
            INSERT INTO desk_notice (user_id, kind, claim_id, detail)
            VALUES (v_clock.assigned_to, CASE WHEN v_clock.late THEN 'late' ELSE 'at_risk' END,
                    v_clock.claim_id, v_clock.clock);
            PERFORM app.tell_of(v_clock.claim_id);
        END IF;
        v_done := v_done + 1;
    END LOOP;
    DELETE FROM claims_presence WHERE seen_at < now() - interval '1 hour';
    RETURN v_done;
END $$;

GRANT EXECUTE ON FUNCTION public.take_next(text), public.desk_loads(),
    public.set_capacity(int, int), public.begin_work(int, boolean), public.see_notices(int)
    TO claims_staff;
GRANT EXECUTE ON FUNCTION public.be_at(int, boolean), public.leave_claims()
    TO claims_staff, claims_admin;
GRANT EXECUTE ON FUNCTION public.watch_clocks() TO claims_worker;
GRANT EXECUTE ON FUNCTION app.tell_assigned() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t92_tell_assigned AFTER UPDATE OF assigned_to ON claims_claim
    FOR EACH ROW WHEN (NEW.assigned_to IS NOT NULL AND NEW.assigned_to IS DISTINCT FROM OLD.assigned_to
                       AND NEW.assigned_to IS DISTINCT FROM app.me())
    EXECUTE FUNCTION app.tell_assigned();

-- Only app.place and the diary set these columns in a statement.
DROP TRIGGER t10_bump ON claims_claim;
CREATE TRIGGER t10_bump BEFORE UPDATE ON claims_claim
    FOR EACH ROW WHEN ((OLD.due_on, OLD.due_clock, OLD.due_from, OLD.due_warn, OLD.diary_until)
                       IS NOT DISTINCT FROM
                       (NEW.due_on, NEW.due_clock, NEW.due_from, NEW.due_warn, NEW.diary_until))
    EXECUTE FUNCTION app.bump();

RESET ROLE;
