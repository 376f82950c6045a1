-- The rest of the lifecycle: a second person, payment, closing, reopening, and claims that end early.

SET ROLE claims_owner;

INSERT INTO lifecycle (from_status, to_status, who, compensates) VALUES
    ('in_review', 'pending_approval', '{staff}', false),
    ('pending_approval', 'in_review', '{approver,author}', true),
    ('pending_approval', 'approved', '{approver}', false),
    ('approved', 'settled', '{staff}', false),
    ('settled', 'closed', '{staff}', false),
    ('denied', 'closed', '{staff}', false),
    ('closed', 'reopened', '{staff}', false),
    ('reopened', 'in_review', '{staff}', false),
    ('submitted', 'withdrawn', '{user,staff}', false),
    ('triaged', 'withdrawn', '{user,staff}', false),
    ('in_review', 'withdrawn', '{user,staff}', false),
    ('pending_info', 'withdrawn', '{user,staff}', false),
    ('withdrawn', 'closed', '{staff}', false),
    ('draft', 'void', '{staff}', false),
    ('submitted', 'void', '{staff}', false),
    ('triaged', 'void', '{staff}', false),
    ('in_review', 'void', '{staff}', false),
    ('pending_info', 'void', '{staff}', false);

CREATE POLICY staff_voids_draft ON claims_claim FOR UPDATE TO claims_staff
    USING (user_id = (SELECT app.me()) AND status = 'draft')
    WITH CHECK (user_id = (SELECT app.me()) AND status = 'void');
-- One statement denies one claim, so that each denial is somebody's own.
CREATE FUNCTION app.one_denial() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT count(*) FROM changed WHERE status = 'denied') > 1 AND NOT app.is_owner() THEN
        RAISE 'Claims are denied one by one.' USING ERRCODE = 'PN001';
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER t30_one_denial AFTER UPDATE ON claims_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.one_denial();

RESET ROLE;
SET ROLE claims_rules;

-- Who sent the claim for approval; this person never approves it.
CREATE FUNCTION app.proposer(p_claim int) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT actor_id FROM claims_event
    WHERE claim_id = p_claim AND to_status = 'pending_approval'
    ORDER BY seq DESC LIMIT 1
$$;

CREATE OR REPLACE FUNCTION app.actors(p_claim claims_claim) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT array_remove(ARRAY[
        CASE WHEN app.is_worker() THEN 'system' END,
        CASE WHEN app.has('user') AND p_claim.user_id = app.me() THEN 'user' END,
        CASE WHEN app.has('staff') AND coalesce(p_claim.assigned_to, app.me()) = app.me()
             THEN 'staff' END,
        CASE WHEN app.has('siu') THEN 'siu' END,
        CASE WHEN app.has('supervisor') THEN 'supervisor' END,
        CASE WHEN app.has('supervisor') AND p_claim.status = 'pending_approval'
                  AND app.proposer(p_claim.id) IS DISTINCT FROM app.me()
             THEN 'approver' END,
        CASE WHEN app.has('staff') AND app.is_author(p_claim.id, p_claim.status)
             THEN 'author' END
    ], NULL)
$$;

-- How many tasks of the claim are still to be done.
CREATE FUNCTION app.open_tasks(p_claim int) RETURNS int
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 0 WHERE p_claim IS NOT NULL
$$;

-- What of the evidence the person has not opened, in words; null when nothing is left.
CREATE FUNCTION app.unopened(p_claim int) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT 'the claim' WHERE NOT EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = p_claim AND kind = 'opened' AND actor_id = app.me())
$$;

CREATE OR REPLACE FUNCTION app.guard_amount(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v_limit numeric := (SELECT authority_limit FROM auth_user WHERE id = app.me());
BEGIN
    IF p_claim.amount IS NULL OR p_claim.amount > v_limit THEN
        RAISE 'The amount of % % is above your authority of %. Send it for approval.',
            p_claim.currency, app.in_words(p_claim.amount), app.in_words(v_limit);
    END IF;
END $$;

-- The claim is ready to be approved by whoever has the authority.
CREATE FUNCTION app.guard_ready(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF p_claim.stop_payment IS NOT NULL THEN
        RAISE 'Payments on this claim are stopped: %', p_claim.stop_payment;
    ELSIF p_claim.coverage_checked_at IS NULL THEN
        RAISE 'The coverage has not been checked. Check that the policy covers the loss.';
    ELSIF app.reserved(p_claim.id) < p_claim.amount THEN
        RAISE 'The reserve of % is below the amount of %. Raise it, then approve.',
            app.in_words(app.reserved(p_claim.id)), app.in_words(p_claim.amount);
    END IF;
END $$;

CREATE FUNCTION app.guard_approval(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM app.guard_amount(p_new);
    PERFORM app.guard_ready(p_new);
    IF p_old.status = 'pending_approval' AND app.me() = (
        SELECT made_by FROM claims_money WHERE claim_id = p_old.id AND kind = 'reserve'
        ORDER BY id DESC LIMIT 1
    ) THEN
        RAISE 'You set the reserve of this claim. Another person approves it.'
            USING ERRCODE = 'PN001';
    END IF;
END $$;

CREATE FUNCTION app.guard_proposal(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF p_claim.amount <= (SELECT authority_limit FROM auth_user WHERE id = app.me()) THEN
        RAISE 'The amount is within your own authority. Approve the claim yourself.';
    END IF;
    PERFORM app.guard_ready(p_claim);
END $$;

CREATE OR REPLACE FUNCTION app.guard_denial(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.me() IS NULL THEN
        RAISE 'Only a person can deny a claim.' USING ERRCODE = 'PN001';
    ELSIF app.is_blank(p_claim.status_reason) THEN
        RAISE 'A denial needs its reason. Choose one, then deny.';
    ELSIF app.is_blank(p_claim.status_detail ->> 'wording') THEN
        RAISE 'A denial quotes the wording of the policy. Enter it, then deny.';
    ELSIF app.unopened(p_claim.id) IS NOT NULL THEN
        RAISE 'You have not opened %. Look at it, then deny.', app.unopened(p_claim.id);
    END IF;
END $$;

CREATE FUNCTION app.guard_closing(p_old claims_claim, p_new claims_claim) RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v_outcome text := p_new.status_reason;
BEGIN
    IF app.open_tasks(p_old.id) > 0 THEN
        RAISE 'The claim still has open tasks. Finish or drop them, then close it.';
    ELSIF app.reserved(p_old.id) <> app.paid(p_old.id) THEN
        RAISE 'The reserve still holds %. Release it, then close the claim.',
            app.in_words(app.reserved(p_old.id) - app.paid(p_old.id));
    ELSIF p_old.status = 'denied' AND NOT app.letter_left(p_old.id) THEN
        RAISE 'The letter on the denial has not been sent. Send it, then close the claim.';
    ELSIF p_old.status <> 'withdrawn' AND (v_outcome IS NULL OR v_outcome NOT IN
        ('justified_review', 'useful_but_clear', 'false_alarm')) THEN
        RAISE 'Say what the review came to, then close the claim.';
    END IF;
    p_new.review_outcome := v_outcome;
    p_new.closed_outcome := CASE
        WHEN p_old.status = 'withdrawn' THEN 'withdrawn'
        WHEN p_old.status = 'settled' AND app.paid(p_old.id) < p_old.amount THEN 'paid_partial'
        WHEN p_old.status = 'settled' THEN 'paid_full'
        WHEN p_old.status_reason = 'below_deductible' THEN 'below_deductible'
        WHEN p_old.status_reason IN ('not_covered', 'policy_not_in_force') THEN 'no_coverage'
        ELSE 'denied' END;
    -- A closed claim is nobody's, so that its desk may read it; elsewhere it stays in sight.
    IF p_old.region = app.my_region() AND p_old.claim_type = ANY (app.my_lines()) THEN
        p_new.assigned_to := NULL;
    END IF;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_reopening(p_old claims_claim, p_new claims_claim) RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.is_blank(p_new.status_reason) OR app.is_blank(p_new.status_note) THEN
        RAISE 'Say why the claim is opened again, with a reason and a note.';
    END IF;
    p_new.assigned_to := coalesce(p_old.assigned_to, app.me());
    p_new.review_outcome := NULL;
    p_new.closed_outcome := NULL;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_void(p_old claims_claim, p_new claims_claim) RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    v_survivor text := p_new.status_detail ->> 'survivor';
BEGIN
    IF v_survivor IS NOT NULL THEN
        IF v_survivor = p_old.claim_number OR NOT EXISTS (
            SELECT FROM claims_claim WHERE claim_number = v_survivor AND status <> 'void') THEN
            RAISE 'There is no other claim %. Give the number of the claim that survives.',
                v_survivor;
        END IF;
        p_new.closed_outcome := 'duplicate';
    ELSIF p_new.status_reason = 'entered_in_error' THEN
        p_new.closed_outcome := 'error';
    ELSE
        RAISE 'Name the claim that survives, or say that this one was entered in error.';
    END IF;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_withdrawal(p_claim claims_claim) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF app.is_blank(p_claim.status_detail ->> 'by_whom') OR app.is_blank(p_claim.status_note) THEN
        RAISE 'Say who withdraws the claim and what they said.';
    END IF;
END $$;

CREATE OR REPLACE FUNCTION app.guard_return(
    p_old claims_claim, p_new claims_claim, p_actors text[]
) RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    CASE p_old.status
    WHEN 'triaged', 'reopened' THEN
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
    WHEN 'pending_approval' THEN
        IF 'author' <> ALL (p_actors) AND app.is_blank(p_new.status_note) THEN
            RAISE 'Say why the claim goes back, then send it back.';
        END IF;
    WHEN 'approved' THEN
        IF app.paid(p_old.id) <> 0 THEN
            RAISE 'Money was paid on this claim. The approval cannot be undone any more.';
        END IF;
    WHEN 'denied' THEN
        IF app.letter_left(p_old.id) THEN
            RAISE 'The letter on the denial has left. Close the claim, then open it again.';
        END IF;
    ELSE
        NULL;
    END CASE;
    RETURN p_new;
END $$;

CREATE FUNCTION app.guard_end(p_old claims_claim, p_new claims_claim) RETURNS claims_claim
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    CASE p_new.status
    WHEN 'settled' THEN
        IF p_old.stop_payment IS NOT NULL THEN
            RAISE 'Payments on this claim are stopped: %', p_old.stop_payment;
        ELSIF NOT app.payments_final(p_old.id) THEN
            RAISE 'The payments are not final. Record the final payment, then settle.';
        END IF;
    WHEN 'closed' THEN
        p_new := app.guard_closing(p_old, p_new);
    WHEN 'reopened' THEN
        p_new := app.guard_reopening(p_old, p_new);
    WHEN 'withdrawn' THEN
        PERFORM app.guard_withdrawal(p_new);
        p_new.hold_until := NULL;
    WHEN 'void' THEN
        p_new := app.guard_void(p_old, p_new);
        p_new.hold_until := NULL;
    ELSE
        NULL;
    END CASE;
    RETURN p_new;
END $$;

CREATE OR REPLACE FUNCTION app.guard_arrival(
    p_old claims_claim, p_new claims_claim, p_actors text[]
) RETURNS claims_claim
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
    WHEN 'pending_approval' THEN
        PERFORM app.guard_proposal(p_new);
    WHEN 'approved' THEN
        PERFORM app.guard_approval(p_old, p_new);
    WHEN 'denied' THEN
        PERFORM app.guard_denial(p_new);
    ELSE
        p_new := app.guard_end(p_old, p_new);
    END CASE;
    RETURN p_new;
END $$;

CREATE OR REPLACE FUNCTION app.guard_step(p_old claims_claim, p_new claims_claim)
RETURNS claims_claim
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
    ELSIF NOT v_who && v_actors AND 'approver' = ANY (v_who) AND app.has('staff') THEN
        RAISE 'A second person decides this: a supervisor who did not send it for approval.'
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
    p_new.status_note := CASE WHEN p_new.status_note IS DISTINCT FROM p_old.status_note
                              THEN p_new.status_note END;
    IF p_old.status NOT IN ('triaged', 'in_review', 'reopened')
        OR p_new.status NOT IN ('triaged', 'in_review') THEN
        p_new.assigned_to := p_old.assigned_to;
    END IF;
    RETURN app.guard_arrival(p_old, p_new, v_actors);
END $$;

CREATE OR REPLACE FUNCTION app.guard_assignment(p_old claims_claim, p_new claims_claim)
RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('supervisor') THEN
        RAISE 'Only a supervisor assigns claims. Take a claim by starting its review.'
            USING ERRCODE = 'PN001';
    ELSIF p_old.status NOT IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                               'reopened') THEN
        RAISE 'A claim that is % is not assigned to anybody else.', app.words(p_old.status);
    ELSIF p_new.assigned_to IS NULL AND p_old.status NOT IN ('submitted', 'triaged') THEN
        RAISE 'A claim under review belongs to somebody. Choose who.';
    ELSIF p_new.assigned_to IS NOT NULL AND NOT EXISTS (
        SELECT FROM auth_user WHERE id = p_new.assigned_to AND role = 'staff' AND is_active
    ) THEN
        RAISE 'A claim can be assigned to active staff only. Choose somebody else.';
    END IF;
END $$;

-- What stands in the way of an end, for screens that explain it.
CREATE FUNCTION public.claim_standing(p_claim int)
RETURNS TABLE (letter_left boolean, open_tasks int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    RETURN QUERY SELECT app.letter_left(v_claim.id), app.open_tasks(v_claim.id);
END $$;

GRANT EXECUTE ON FUNCTION public.claim_standing(int) TO claims_staff, claims_admin;

-- A User's own word. What a referral or a second person has in hand is not told apart.
CREATE FUNCTION public.withdraw_claim(p_claim int, p_note text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_status text;
BEGIN
    SELECT status INTO v_status FROM claims_claim
    WHERE id = p_claim AND user_id = app.me() AND app.has('user')
      AND status IN ('submitted', 'triaged', 'in_review', 'pending_info')
    FOR NO KEY UPDATE;
    IF v_status IS NULL THEN
        RAISE 'This claim cannot be withdrawn here any more. Write to us about it.'
            USING ERRCODE = 'PN001';
    END IF;
    UPDATE claims_claim SET status = 'withdrawn', status_reason = NULL, hold_until = NULL,
        status_note = nullif(btrim(p_note), ''),
        status_detail = jsonb_build_object('by_whom', 'the claimant')
    WHERE id = p_claim;
    INSERT INTO claims_event
        (claim_id, actor_id, kind, from_status, to_status, note, detail)
    VALUES (p_claim, app.me(), 'status', v_status, 'withdrawn', nullif(btrim(p_note), ''),
            jsonb_build_object('by_whom', 'the claimant'));
END $$;

GRANT EXECUTE ON FUNCTION public.withdraw_claim(int, text) TO claims_user;

RESET ROLE;
