-- A User answers what was asked of them; the claim comes back to whoever asked, who is told.

SET ROLE claims_owner;

DO $$
DECLARE
    v_kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                     WHERE conname = 'ck_desk_notice_kind');
BEGIN
    -- Whatever kinds there are, and one more.
    ALTER TABLE desk_notice DROP CONSTRAINT ck_desk_notice_kind;
    EXECUTE 'ALTER TABLE desk_notice ADD CONSTRAINT ck_desk_notice_kind '
        || replace(v_kinds, 'ARRAY[', 'ARRAY[''answered''::character varying, ');
END $$;

RESET ROLE;
SET ROLE claims_rules;

-- The answer arrived, so the system resumes the review. False when the claim is not as it was seen.
CREATE FUNCTION public.answer_request(p_claim int, p_version int, p_answer text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_claim;
    v_new claims_claim;
BEGIN
    SELECT * INTO v_old FROM claims_claim
    WHERE id = p_claim AND user_id = app.me() AND app.has('user') FOR NO KEY UPDATE;
    IF v_old.id IS NULL THEN
        RAISE 'Only the person who handed in a claim answers here.' USING ERRCODE = 'PN001';
    ELSIF v_old.status <> 'pending_info' OR v_old.version <> p_version THEN
        RETURN false;
    ELSIF app.is_blank(p_answer) OR length(p_answer) > 4000 THEN
        RAISE 'Write an answer of at most 4,000 characters, then send it.';
    END IF;
    UPDATE claims_claim SET status = 'in_review', status_reason = NULL, status_detail = NULL,
        status_note = btrim(p_answer), hold_until = NULL
    WHERE id = v_old.id RETURNING * INTO v_new;
    PERFORM app.log_step(v_old, v_new);
    IF v_old.assigned_to IS NOT NULL THEN
        INSERT INTO desk_notice (user_id, kind, claim_id)
        VALUES (v_old.assigned_to, 'answered', v_old.id);
    END IF;
    RETURN true;
END $$;

GRANT EXECUTE ON FUNCTION public.answer_request(int, int, text) TO claims_user;

RESET ROLE;
