-- Documents that a claim needs and one does without, and what a document is to its claim.

SET ROLE claims_owner;

CREATE TABLE claims_document_waiver (
    claim_id integer NOT NULL,
    document_type varchar(50) NOT NULL,
    reason text NOT NULL,
    waived_by integer NOT NULL,
    at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_claims_document_waiver PRIMARY KEY (claim_id, document_type),
    CONSTRAINT ck_claims_document_waiver_reason CHECK (
        length(reason) <= 400 AND reason ~ '[^[:space:]]'),
    CONSTRAINT fk_claims_document_waiver_claim_id FOREIGN KEY (claim_id)
        REFERENCES claims_claim (id),
    CONSTRAINT fk_claims_document_waiver_waived_by FOREIGN KEY (waived_by)
        REFERENCES auth_user (id)
);
ALTER TABLE claims_document_waiver ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_document_waiver FORCE ROW LEVEL SECURITY;
CREATE POLICY seen_with_claim ON claims_document_waiver FOR SELECT TO claims_staff, claims_admin
    USING (EXISTS (SELECT FROM claims_claim c WHERE c.id = claim_id));
CREATE POLICY rules ON claims_document_waiver TO claims_rules USING (true);
GRANT SELECT ON claims_document_waiver TO claims_staff, claims_admin;
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_document_waiver TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION public.waive_document(p_claim int, p_type text, p_reason text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
BEGIN
    IF app.is_blank(p_reason) THEN
        RAISE 'Say why the claim can do without this document.';
    ELSIF length(p_reason) > 400 THEN
        RAISE 'The reason has room for 400 characters. Shorten it, then save.';
    END IF;
    INSERT INTO claims_document_waiver (claim_id, document_type, reason, waived_by)
    VALUES (v_claim.id, p_type, btrim(p_reason), app.me())
    ON CONFLICT (claim_id, document_type) DO UPDATE
    SET reason = EXCLUDED.reason, waived_by = EXCLUDED.waived_by, at = now();
    PERFORM app.tell_document(v_claim.id, app.me(), jsonb_build_object(
        'act', 'waived', 'type', p_type, 'reason', btrim(p_reason)));
    PERFORM app.tell_of(v_claim.id);
END $$;

CREATE FUNCTION public.require_document(p_claim int, p_type text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_at_work(p_claim);
BEGIN
    DELETE FROM claims_document_waiver WHERE claim_id = v_claim.id AND document_type = p_type;
    IF FOUND THEN
        PERFORM app.tell_document(v_claim.id, app.me(), jsonb_build_object(
            'act', 'required', 'type', p_type));
        PERFORM app.tell_of(v_claim.id);
    END IF;
END $$;

CREATE FUNCTION public.set_document_type(p_document int, p_type text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_document;
    v_claim claims_claim;
BEGIN
    SELECT * INTO v_old FROM claims_document WHERE id = p_document;
    v_claim := app.claim_at_work(v_old.claim_id);
    IF v_old.document_type IS DISTINCT FROM p_type THEN
        UPDATE claims_document SET document_type = p_type WHERE id = p_document;
        PERFORM app.tell_document(v_claim.id, app.me(), jsonb_build_object(
            'act', 'typed', 'document', p_document, 'name', v_old.name,
            'was', v_old.document_type, 'type', p_type));
        PERFORM app.tell_of(v_claim.id);
    END IF;
END $$;

GRANT EXECUTE ON FUNCTION public.waive_document(int, text, text),
    public.require_document(int, text), public.set_document_type(int, text) TO claims_staff;

RESET ROLE;
