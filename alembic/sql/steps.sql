-- The lifecycle, enforced for whoever writes SQL: each insert and update of a claim passes here.

SET ROLE claims_rules;

-- What a step or an assignment may change; everything else is fact and changes in a draft only.
CREATE FUNCTION app.facts_of(p_claim claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT to_jsonb(p_claim) - ARRAY[
        'status', 'assigned_to', 'status_reason', 'status_note', 'status_detail', 'hold_until',
        'siu_status', 'siu_disposition', 'version', 'last_updated'
    ]
$$;

CREATE FUNCTION app.guard_facts(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF p_old.status = 'draft' THEN
        PERFORM app.guard_draft(p_new);
    ELSIF app.facts_of(p_old) <> app.facts_of(p_new) THEN
        RAISE 'A submitted claim keeps the facts it was submitted with.';
    END IF;
END $$;

CREATE FUNCTION app.guard_step(p_old claims_claim, p_new claims_claim) RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_actors text[] := app.actors(p_old);
    v_who text[] := (SELECT who FROM lifecycle
                     WHERE from_status = p_old.status AND to_status = p_new.status);
BEGIN
    IF v_who IS NULL THEN
        RAISE 'A claim that is % cannot become %.', app.words(p_old.status), app.words(p_new.status);
    ELSIF NOT v_who && v_actors AND 'staff' = ANY (v_who) AND app.has('staff') THEN
        RAISE 'This claim is assigned to somebody else. Ask a supervisor to assign it to you.'
            USING ERRCODE = 'PN001';
    ELSIF NOT v_who && v_actors AND 'author' = ANY (v_who) AND app.has('staff') THEN
        RAISE 'Only the person who decided can undo this, as long as nobody acted on it since.'
            USING ERRCODE = 'PN001';
    ELSIF NOT v_who && v_actors THEN
        RAISE 'Your role may not make a claim %.', app.words(p_new.status)
            USING ERRCODE = 'PN001';
    END IF;
    -- Words left over from the step before do not speak for this one.
    p_new.status_reason := CASE WHEN p_new.status_reason IS DISTINCT FROM p_old.status_reason
                                THEN p_new.status_reason END;
    p_new.status_detail := CASE WHEN p_new.status_detail IS DISTINCT FROM p_old.status_detail
                                THEN p_new.status_detail END;
    IF p_old.status NOT IN ('triaged', 'in_review') OR p_new.status NOT IN ('triaged', 'in_review')
    THEN
        p_new.assigned_to := p_old.assigned_to;
    END IF;
    RETURN app.guard_arrival(p_old, p_new, v_actors);
END $$;

CREATE FUNCTION app.guard_assignment(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('supervisor') THEN
        RAISE 'Only a supervisor assigns claims. Take a claim by starting its review.'
            USING ERRCODE = 'PN001';
    ELSIF p_old.status NOT IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review')
    THEN
        RAISE 'A claim that is % is not assigned to anybody else.', app.words(p_old.status);
    ELSIF p_new.assigned_to IS NULL AND p_old.status NOT IN ('submitted', 'triaged') THEN
        RAISE 'A claim under review belongs to somebody. Choose who.';
    ELSIF p_new.assigned_to IS NOT NULL AND NOT EXISTS (
        SELECT FROM auth_user WHERE id = p_new.assigned_to AND role = 'staff' AND is_active
    ) THEN
        RAISE 'A claim can be assigned to active staff only. Choose somebody else.';
    END IF;
END $$;

CREATE FUNCTION app.guard_edit(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF (p_old.status_reason, p_old.status_note, p_old.status_detail, p_old.hold_until)
        IS DISTINCT FROM
       (p_new.status_reason, p_new.status_note, p_new.status_detail, p_new.hold_until) THEN
        RAISE 'The words of a step are written with the step.';
    END IF;
    IF (p_old.siu_status, p_old.siu_disposition)
        IS DISTINCT FROM (p_new.siu_status, p_new.siu_disposition)
        AND NOT (app.has('siu') AND p_old.status = 'siu_review' AND p_new.siu_status IS NOT NULL)
    THEN
        RAISE 'Only the investigators keep the state of an investigation.' USING ERRCODE = 'PN001';
    END IF;
    IF p_old.assigned_to IS DISTINCT FROM p_new.assigned_to THEN
        PERFORM app.guard_assignment(p_old, p_new);
    END IF;
END $$;

CREATE FUNCTION app.guard_siu_in_step(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF (p_old.siu_status, p_old.siu_disposition)
        IS DISTINCT FROM (p_new.siu_status, p_new.siu_disposition)
        AND NOT (app.has('siu') AND p_old.status = 'siu_review') THEN
        RAISE 'Only the investigators keep the state of an investigation.' USING ERRCODE = 'PN001';
    END IF;
END $$;

CREATE FUNCTION app.guard_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.is_owner() THEN
        IF NEW.status <> 'draft' THEN
            RAISE 'A claim begins as a draft. Save it, then submit it.';
        END IF;
        NEW.user_id := coalesce(NEW.user_id, app.me());
        NEW.region := coalesce(NEW.region, app.my_region());
        PERFORM app.guard_draft(NEW);
    END IF;
    IF NEW.claim_number IS NULL AND NEW.status = 'draft' THEN
        NEW.claim_number := 'DRAFT-' || NEW.id;
    ELSIF NEW.claim_number IS NULL THEN
        NEW.claim_number := app.next_number(NEW.claim_type, coalesce(NEW.submission_date, now()));
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION app.guard_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.status_detail := nullif(NEW.status_detail, 'null'::jsonb);
    IF app.is_owner() THEN
        RETURN NEW;
    END IF;
    PERFORM app.guard_facts(OLD, NEW);
    IF NEW.status = OLD.status THEN
        PERFORM app.guard_edit(OLD, NEW);
    ELSE
        PERFORM app.guard_siu_in_step(OLD, NEW);
        NEW := app.guard_step(OLD, NEW);
    END IF;
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.guard_new(), app.guard_change() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE FUNCTION app.bump() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.version := OLD.version + 1;
    NEW.last_updated := clock_timestamp();
    RETURN NEW;
END $$;

CREATE TRIGGER t10_new BEFORE INSERT ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION app.guard_new();
CREATE TRIGGER t10_bump BEFORE UPDATE ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION app.bump();
-- A definer function of ours has checked for itself.
CREATE TRIGGER t20_guard BEFORE UPDATE ON claims_claim
    FOR EACH ROW WHEN (current_user <> 'claims_rules') EXECUTE FUNCTION app.guard_change();

RESET ROLE;
