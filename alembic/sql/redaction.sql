-- A redacted copy is a document of its own that says from which version it was made.

SET ROLE claims_owner;

ALTER TABLE claims_document
    ADD redacted_from integer,
    ADD CONSTRAINT fk_claims_document_redacted_from FOREIGN KEY (redacted_from)
        REFERENCES claims_document_version (id);

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION public.link_redaction(p_document int, p_version int, p_areas int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_copy claims_document;
    v_original claims_document_version;
BEGIN
    SELECT * INTO v_copy FROM claims_document WHERE id = p_document FOR UPDATE;
    SELECT * INTO v_original FROM claims_document_version WHERE id = p_version;
    PERFORM app.claim_at_work(v_copy.claim_id);
    IF v_copy.uploaded_by IS DISTINCT FROM app.me() OR v_copy.newest <> 1
        OR v_copy.redacted_from IS NOT NULL
        OR v_original.claim_id IS DISTINCT FROM v_copy.claim_id
        OR v_original.state <> 'clean' OR v_original.document_id = v_copy.id THEN
        RAISE 'This document cannot stand as a redacted copy of the other.';
    END IF;
    UPDATE claims_document SET redacted_from = p_version WHERE id = p_document;
    PERFORM app.tell_document(v_copy.claim_id, app.me(), jsonb_build_object(
        'act', 'redacted', 'document', p_document, 'name', v_copy.name,
        'original', v_original.document_id, 'original_name', v_original.name,
        'original_number', v_original.number, 'areas', p_areas));
    PERFORM app.tell_of(v_copy.claim_id);
END $$;

GRANT EXECUTE ON FUNCTION public.link_redaction(int, int, int) TO claims_staff;

RESET ROLE;
