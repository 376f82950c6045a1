-- What single steps of the lifecycle need. P0001 refuses for now, PN001 forbids; every sentence is
-- for a person. The triggers of steps.sql call all this as claims_rules.

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

RESET ROLE;
