-- The same file, or nearly the same photo, in another claim; and what the checks say of a kind.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION app.guard_upload() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_largest bigint := (SELECT largest FROM claims_document_policy);
BEGIN
    NEW.user_id := app.me();
    IF NEW.size > v_largest THEN
        RAISE 'The file has % MB; up to % MB are accepted. Send a smaller one.',
            ceil(NEW.size / 1048576.0), v_largest / 1048576;
    ELSIF NEW.name ~ '[\x01-\x1f\x7f/\\]' OR NEW.name ~ '^\.*$' THEN
        RAISE 'The name of the file is not one. Rename it, then send it.';
    END IF;
    RETURN NEW;
END $$;

-- A claim out of sight is counted, never named. Drafts and what was not accepted prove nothing.
CREATE FUNCTION public.document_matches(p_claim int)
RETURNS TABLE (version_id int, same boolean, claim_id int, claims int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    RETURN QUERY
    SELECT mine.id, other.sha256 = mine.sha256, CASE WHEN app.sees(c) THEN c.id END,
           count(DISTINCT c.id)::int
    FROM claims_document_version mine
    JOIN claims_document_version other ON other.claim_id <> mine.claim_id
        AND (other.sha256 = mine.sha256
             OR bit_count((other.photo_hash # mine.photo_hash)::bit(64)) <= 6)
        AND other.state = 'clean'
    JOIN claims_claim c ON c.id = other.claim_id AND c.status NOT IN ('draft', 'void')
    WHERE mine.claim_id = v_claim.id AND mine.state = 'clean'
    GROUP BY 1, 2, 3;
END $$;

CREATE OR REPLACE FUNCTION public.judge_document(p_version int, p_state text, p_reason text,
                                                 p_facts jsonb, p_photo_hash bigint)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_document_version;
BEGIN
    SELECT * INTO v_old FROM claims_document_version WHERE id = p_version FOR UPDATE;
    IF v_old.id IS NULL OR NOT (v_old.state IN ('received', 'scanning')
        OR (v_old.state = 'clean' AND p_state = 'quarantined')) OR v_old.state = p_state THEN
        RETURN false;
    END IF;
    UPDATE claims_document_version
    SET state = p_state, reason = p_reason, facts = facts || coalesce(p_facts, '{}'),
        media_type = coalesce(p_facts ->> 'kind', media_type),
        photo_hash = coalesce(p_photo_hash, photo_hash),
        checked_at = CASE WHEN p_state = 'scanning' THEN NULL ELSE now() END
    WHERE id = p_version;
    IF p_state <> 'scanning' THEN
        PERFORM app.tell_document(v_old.claim_id, NULL, jsonb_build_object(
            'act', p_state, 'document', v_old.document_id, 'number', v_old.number,
            'name', v_old.name, 'reason', p_reason, 'sha256', v_old.sha256));
    END IF;
    RETURN true;
END $$;

GRANT EXECUTE ON FUNCTION public.document_matches(int)
    TO claims_staff, claims_admin, claims_worker;

RESET ROLE;
