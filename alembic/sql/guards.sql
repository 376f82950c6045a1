-- The lifecycle, enforced for whoever writes SQL. P0001 refuses a step for now, PN001 forbids it;
-- every sentence is for a person. The two triggers run as claims_rules, and all they call with them.

SET ROLE claims_rules;

CREATE FUNCTION app.words(p_code text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT replace(p_code, '_', ' ')
$$;

CREATE FUNCTION app.is_blank(p_text text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(btrim(p_text), '') = ''
$$;

-- The author made the last step to where the claim stands, and nobody else acted on it since.
CREATE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.id > e.id AND later.kind <> 'scored'
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.id DESC LIMIT 1
    ), false)
$$;

-- In which capacities the session may act on the claim. Staff act on what is theirs or nobody's.
CREATE FUNCTION app.actors(p_claim claims_claim) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN app.is_worker() THEN 'system' END,
        CASE WHEN app.has('user') AND p_claim.user_id = app.me() THEN 'user' END,
        CASE WHEN app.has('staff') AND coalesce(p_claim.assigned_to, app.me()) = app.me()
             THEN 'staff' END,
        CASE WHEN app.has('siu') THEN 'siu' END,
        CASE WHEN app.has('supervisor') THEN 'supervisor' END,
        CASE WHEN app.has('staff') AND app.is_author(p_claim.id, p_claim.status)
             THEN 'author' END
    ], NULL)
$$;

CREATE FUNCTION app.guard_draft(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.is_blank(p_claim.policy_number) THEN
        RAISE 'A draft needs a policy number. Enter it, then save.';
    ELSIF p_claim.claim_type IS NULL THEN
        RAISE 'A draft needs a claim type. Choose it, then save.';
    ELSIF p_claim.loss_date IS NULL THEN
        RAISE 'A draft needs the date of the loss. Enter it, then save.';
    ELSIF p_claim.loss_date > current_date + 1 THEN
        RAISE 'The date of the loss is in the future. Correct it, then save.';
    END IF;
END $$;

CREATE FUNCTION app.missing_to_submit(p_claim claims_claim) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT string_agg(word, ', ')
    FROM (VALUES
        ('how it was reported', app.is_blank(p_claim.how_reported)),
        ('what happened, in 20 characters or more',
         length(btrim(coalesce(p_claim.description, ''))) < 20),
        ('the amount', coalesce(p_claim.amount, 0) <= 0),
        ('the cause', app.is_blank(p_claim.cause)),
        ('the coverage', app.is_blank(p_claim.coverage)),
        ('the policy limit', coalesce(p_claim.policy_limit, 0) <= 0),
        ('the deductible', p_claim.deductible IS NULL),
        ('the start of the policy', p_claim.policy_start IS NULL),
        ('the end of the policy', p_claim.policy_expiry IS NULL),
        ('the place of the loss',
         app.is_blank(p_claim.loss_city) OR app.is_blank(p_claim.loss_country)),
        ('whether an authority was called', app.is_blank(p_claim.authority_contacted)),
        ('the report number of the authority',
         p_claim.authority_contacted IN ('police', 'fire')
         AND app.is_blank(p_claim.authority_reference)),
        ('that the privacy notice was given', NOT p_claim.notice_given),
        ('a reporter with a phone number or an e-mail address', NOT EXISTS (
            SELECT FROM claims_party p
            WHERE p.claim_id = p_claim.id AND p.kind = 'reporter' AND NOT app.is_blank(p.name)
              AND NOT (app.is_blank(p.phone) AND app.is_blank(p.email))))
    ) AS needed (word, lacking)
    WHERE lacking
$$;

CREATE FUNCTION app.guard_question(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.is_blank(p_claim.status_detail ->> 'what')
        OR app.is_blank(p_claim.status_detail ->> 'of_whom') THEN
        RAISE 'Say what is asked and of whom, then ask.';
    ELSIF p_claim.hold_until IS NULL OR p_claim.hold_until < current_date THEN
        RAISE 'Choose a day from today on until which the claim waits.';
    END IF;
END $$;

CREATE FUNCTION app.guard_amount(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v_limit numeric := (SELECT authority_limit FROM auth_user WHERE id = app.me());
BEGIN
    IF p_claim.amount IS NULL OR p_claim.amount > v_limit THEN
        RAISE 'The amount of % % is above your authority of %. Ask a supervisor to take the claim.',
            p_claim.currency, to_char(p_claim.amount, 'FM999,999,999,990.00'),
            to_char(v_limit, 'FM999,999,999,990.00');
    END IF;
END $$;

CREATE FUNCTION app.guard_denial(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.me() IS NULL THEN
        RAISE 'Only a person can deny a claim.' USING ERRCODE = 'PN001';
    ELSIF app.is_blank(p_claim.status_reason) THEN
        RAISE 'A denial needs its reason. Choose one, then deny.';
    ELSIF app.is_blank(p_claim.status_detail ->> 'wording') THEN
        RAISE 'A denial quotes the wording of the policy. Enter it, then deny.';
    END IF;
END $$;

CREATE FUNCTION app.finish_referral(p_old claims_claim, p_new claims_claim, p_actors text[])
RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF 'siu' = ANY (p_actors) AND p_new.siu_disposition IS NOT NULL THEN
        p_new.siu_status := 'concluded';
    ELSIF 'author' = ANY (p_actors) AND p_old.siu_status = 'referred' THEN
        p_new.siu_status := NULL;
        p_new.siu_disposition := NULL;
    ELSIF 'siu' = ANY (p_actors) THEN
        RAISE 'Choose what the investigation found, then return the claim.';
    ELSE
        RAISE 'The investigation has begun. The investigators return the claim.';
    END IF;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_return(p_old claims_claim, p_new claims_claim, p_actors text[])
RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    CASE p_old.status
    WHEN 'triaged' THEN
        IF p_new.assigned_to IS DISTINCT FROM app.me() THEN
            RAISE 'Take the claim for yourself to review it.';
        END IF;
        RETURN p_new;
    WHEN 'pending_info' THEN
        IF 'staff' <> ALL (p_actors) AND p_old.hold_until > current_date THEN
            RAISE 'The claim waits for an answer until %.', p_old.hold_until;
        END IF;
        p_new.hold_until := NULL;
    WHEN 'siu_review' THEN
        p_new := app.finish_referral(p_old, p_new, p_actors);
    ELSE
        NULL;
    END CASE;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_arrival(p_old claims_claim, p_new claims_claim, p_actors text[])
RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_missing text;
BEGIN
    CASE p_new.status
    WHEN 'submitted' THEN
        v_missing := app.missing_to_submit(p_new);
        IF v_missing IS NOT NULL THEN
            RAISE 'The claim cannot be submitted yet. It still needs: %.', v_missing;
        END IF;
        p_new.claim_number := app.next_number(p_new.claim_type, now());
        p_new.submission_date := now();
        p_new.reported_date := coalesce(p_new.reported_date, greatest(current_date, p_new.loss_date));
    WHEN 'triaged' THEN
        IF p_new.assigned_to IS NOT NULL THEN
            RAISE 'A released claim belongs to nobody. Clear who it is assigned to.';
        END IF;
    WHEN 'in_review' THEN
        p_new := app.guard_return(p_old, p_new, p_actors);
    WHEN 'pending_info' THEN
        PERFORM app.guard_question(p_new);
    WHEN 'siu_review' THEN
        IF app.is_blank(p_new.status_reason) THEN
            RAISE 'A referral needs its reason. Choose one, then refer.';
        END IF;
        p_new.siu_status := 'referred';
        p_new.siu_disposition := NULL;
    WHEN 'approved' THEN
        PERFORM app.guard_amount(p_new);
    WHEN 'denied' THEN
        PERFORM app.guard_denial(p_new);
    ELSE
        NULL;
    END CASE;
    RETURN p_new;
END $$;

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
