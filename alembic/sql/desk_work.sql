-- Notes, tags, tasks and the diary: each writes its line into the claim's history.

SET ROLE claims_rules;

CREATE FUNCTION public.add_note(p_claim int, p_text text, p_contact text DEFAULT NULL)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
BEGIN
    IF app.is_blank(p_text) THEN
        RAISE 'A note needs words. Write them, then save.';
    ELSIF length(p_text) > 4000 THEN
        RAISE 'A note has room for 4,000 characters. Shorten it, then save.';
    ELSIF p_contact NOT IN ('phone', 'email', 'letter', 'visit') THEN
        RAISE 'Say how the claimant was reached: by phone, e-mail, letter or visit.';
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind, note, detail)
    VALUES (v_claim.id, app.me(), 'note', p_text,
            CASE WHEN p_contact IS NOT NULL THEN jsonb_build_object('contact', p_contact) END);
    -- A dated note of a contact acknowledges; only what is written tells the state of the claim.
    IF p_contact IS NOT NULL THEN
        PERFORM app.meet_clocks(v_claim.id, CASE WHEN p_contact IN ('email', 'letter')
            THEN ARRAY['acknowledge', 'reply', 'status_letter'] ELSE ARRAY['acknowledge', 'reply'] END,
            NULL, true);
        PERFORM app.place(v_claim.id);
    END IF;
    PERFORM app.tell_of(v_claim.id);
END $$;

CREATE FUNCTION public.tag_claim(p_claim int, p_tag text, p_on boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
    v_tag text := lower(btrim(p_tag));
BEGIN
    IF app.is_blank(p_tag) OR length(v_tag) > 40 THEN
        RAISE 'A tag has 1 to 40 characters. Change it, then try again.';
    END IF;
    IF p_on THEN
        INSERT INTO claims_tag (claim_id, tag, set_by) VALUES (v_claim.id, v_tag, app.me())
        ON CONFLICT DO NOTHING;
    ELSE
        DELETE FROM claims_tag WHERE claim_id = v_claim.id AND tag = v_tag;
    END IF;
    IF FOUND THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, detail)
        VALUES (v_claim.id, app.me(), 'tag', jsonb_build_object('tag', v_tag, 'on', p_on));
        PERFORM app.tell_of(v_claim.id);
    END IF;
END $$;

CREATE FUNCTION app.log_task(p_claim int, p_title text, p_done boolean) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    VALUES (p_claim, app.me(), 'task',
            jsonb_strip_nulls(jsonb_build_object('title', p_title, 'done', p_done)));
    SELECT app.tell_of(p_claim)
$$;

CREATE FUNCTION public.add_task(p_claim int, p_title text, p_due date) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
    v_task int;
BEGIN
    IF app.is_blank(p_title) OR length(p_title) > 200 THEN
        RAISE 'A task has 1 to 200 characters. Change it, then save.';
    END IF;
    INSERT INTO claims_task (claim_id, title, due_on, made_by)
    VALUES (v_claim.id, btrim(p_title), p_due, app.me()) RETURNING id INTO v_task;
    PERFORM app.log_task(v_claim.id, btrim(p_title), NULL);
    RETURN v_task;
END $$;

-- The list of the claim's line; what is there already is not added twice.
CREATE FUNCTION public.start_checklist(p_claim int) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
    v_added int;
BEGIN
    INSERT INTO claims_task (claim_id, title, due_on, made_by, checklist_id)
    SELECT v_claim.id, l.title, current_date + l.days, app.me(), l.id
    FROM desk_checklist l WHERE l.line = v_claim.claim_type ORDER BY l.place
    ON CONFLICT (claim_id, checklist_id) DO NOTHING;
    GET DIAGNOSTICS v_added = ROW_COUNT;
    IF v_added > 0 THEN
        PERFORM app.log_task(v_claim.id, 'the checklist for ' || v_claim.claim_type, NULL);
    END IF;
    RETURN v_added;
END $$;

CREATE FUNCTION public.finish_task(p_task int, p_done boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_task claims_task;
    v_claim claims_claim;
BEGIN
    SELECT * INTO v_task FROM claims_task WHERE id = p_task;
    v_claim := app.claim_at_work(v_task.claim_id);
    UPDATE claims_task SET done_at = CASE WHEN p_done THEN now() END,
        done_by = CASE WHEN p_done THEN app.me() END
    WHERE id = p_task AND (done_at IS NOT NULL) <> p_done;
    IF FOUND THEN
        PERFORM app.log_task(v_claim.id, v_task.title, p_done);
    END IF;
END $$;

CREATE FUNCTION app.end_diary(p_claim int) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_diary SET ended_at = now() WHERE claim_id = p_claim AND ended_at IS NULL;
    UPDATE claims_claim SET diary_until = NULL WHERE id = p_claim AND diary_until IS NOT NULL
$$;

-- Put a claim away until a day. Its clocks run on; only its owner or a supervisor may.
CREATE FUNCTION public.put_away(p_claim int, p_until date, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
BEGIN
    IF v_claim.assigned_to IS DISTINCT FROM app.me() AND NOT app.has('supervisor') THEN
        RAISE 'Only the owner of a claim, or a supervisor, puts it away. Take it first.'
            USING ERRCODE = 'PN001';
    ELSIF v_claim.status IN ('approved', 'denied', 'settled', 'closed', 'withdrawn', 'void') THEN
        RAISE 'A claim that is % is not put away.', app.words(v_claim.status);
    ELSIF p_until IS NULL OR p_until <= current_date OR p_until > current_date + 366 THEN
        RAISE 'Choose a day from tomorrow on, within a year.';
    ELSIF app.is_blank(p_reason) OR length(p_reason) > 200 THEN
        RAISE 'Say in 1 to 200 characters why the claim is put away.';
    END IF;
    PERFORM app.end_diary(p_claim);
    INSERT INTO claims_diary (claim_id, until, reason, set_by)
    VALUES (p_claim, p_until, btrim(p_reason), app.me());
    UPDATE claims_claim SET diary_until = p_until WHERE id = p_claim;
    INSERT INTO claims_event (claim_id, actor_id, kind, note, detail)
    VALUES (p_claim, app.me(), 'diary', btrim(p_reason), jsonb_build_object('until', p_until));
END $$;

CREATE FUNCTION public.bring_back(p_claim int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
BEGIN
    IF v_claim.diary_until IS NULL THEN
        RAISE 'The claim is not put away.';
    ELSIF v_claim.assigned_to IS DISTINCT FROM app.me() AND NOT app.has('supervisor') THEN
        RAISE 'Only the owner of a claim, or a supervisor, brings it back.' USING ERRCODE = 'PN001';
    END IF;
    PERFORM app.end_diary(p_claim);
    INSERT INTO claims_event (claim_id, actor_id, kind) VALUES (p_claim, app.me(), 'diary');
END $$;

-- The worker: what was put away until today comes back to its owner.
CREATE FUNCTION public.wake_claims() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim;
    v_done int := 0;
BEGIN
    FOR v_claim IN
        SELECT * FROM claims_claim WHERE diary_until <= current_date
        ORDER BY diary_until LIMIT 500 FOR NO KEY UPDATE SKIP LOCKED
    LOOP
        INSERT INTO desk_notice (user_id, kind, claim_id, detail)
        SELECT v_claim.assigned_to, 'back', v_claim.id, d.reason
        FROM claims_diary d WHERE d.claim_id = v_claim.id AND d.ended_at IS NULL
          AND v_claim.assigned_to IS NOT NULL;
        PERFORM app.end_diary(v_claim.id);
        INSERT INTO claims_event (claim_id, kind) VALUES (v_claim.id, 'diary');
        v_done := v_done + 1;
    END LOOP;
    RETURN v_done;
END $$;

GRANT EXECUTE ON FUNCTION public.add_note(int, text, text), public.tag_claim(int, text, boolean),
    public.add_task(int, text, date), public.start_checklist(int),
    public.finish_task(int, boolean), public.put_away(int, date, text), public.bring_back(int)
    TO claims_staff;
GRANT EXECUTE ON FUNCTION public.wake_claims() TO claims_worker;

RESET ROLE;
