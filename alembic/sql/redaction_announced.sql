-- A redacted copy is announced as one: its document stands as a copy from the moment it is there.

SET ROLE claims_owner;

ALTER TABLE claims_upload
    ADD redacted_from integer,
    ADD areas integer,
    ADD CONSTRAINT fk_claims_upload_redacted_from FOREIGN KEY (redacted_from)
        REFERENCES claims_document_version (id),
    ADD CONSTRAINT ck_claims_upload_redacted CHECK (
        (redacted_from IS NULL) = (areas IS NULL)
        AND (areas IS NULL OR (areas > 0 AND document_id IS NULL)));
GRANT INSERT (redacted_from, areas) ON claims_upload TO claims_staff;

RESET ROLE;
SET ROLE claims_rules;

DROP FUNCTION public.link_redaction(int, int, int);

CREATE FUNCTION app.guard_redaction() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(NEW.claim_id);
BEGIN
    PERFORM FROM claims_document_version
    WHERE id = NEW.redacted_from AND claim_id = v_claim.id AND state = 'clean';
    IF NOT FOUND THEN
        RAISE 'This document cannot stand as a redacted copy of the other.';
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION app.link_redaction(p_upload claims_upload, p_document int) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    UPDATE claims_document SET redacted_from = p_upload.redacted_from WHERE id = p_document;
    SELECT app.tell_document(p_upload.claim_id, p_upload.user_id, jsonb_build_object(
        'act', 'redacted', 'document', p_document, 'name', p_upload.name,
        'original', v.document_id, 'original_name', v.name, 'original_number', v.number,
        'areas', p_upload.areas))
    FROM claims_document_version v WHERE v.id = p_upload.redacted_from
$$;

CREATE OR REPLACE FUNCTION public.finish_upload(p_upload uuid, p_user int, p_object_version text)
RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_upload claims_upload;
    v_document claims_document;
    v_version int;
BEGIN
    SELECT * INTO v_upload FROM claims_upload
    WHERE id = p_upload AND user_id = p_user FOR UPDATE;
    IF v_upload.id IS NULL OR v_upload.version_id IS NOT NULL THEN
        RETURN v_upload.version_id;
    END IF;
    v_document := app.document_for(v_upload);
    INSERT INTO claims_document_version (document_id, claim_id, number, object_key,
        object_version, name, size, sha256, media_type, uploaded_by)
    VALUES (v_document.id, v_upload.claim_id, v_document.newest + 1, app.upload_key(v_upload),
        p_object_version, v_upload.name, v_upload.size, v_upload.sha256, v_upload.media_type,
        p_user)
    RETURNING id INTO v_version;
    UPDATE claims_upload SET version_id = v_version WHERE id = p_upload;
    PERFORM app.tell_document(v_upload.claim_id, p_user, jsonb_build_object(
        'act', 'added', 'document', v_document.id, 'number', v_document.newest + 1,
        'name', v_upload.name, 'sha256', v_upload.sha256));
    IF v_upload.redacted_from IS NOT NULL THEN
        PERFORM app.link_redaction(v_upload, v_document.id);
    END IF;
    RETURN v_version;
END $$;

GRANT EXECUTE ON FUNCTION app.guard_redaction() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t20_redaction BEFORE INSERT ON claims_upload
    FOR EACH ROW WHEN (NEW.redacted_from IS NOT NULL) EXECUTE FUNCTION app.guard_redaction();

RESET ROLE;
