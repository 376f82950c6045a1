-- A claim that nobody owns is not its reader's: a comparison with nobody is no.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION app.claim_at(p_claim int, p_version int) RETURNS claims_claim
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    SELECT * INTO v_claim FROM claims_claim WHERE id = p_claim FOR NO KEY UPDATE;
    IF v_claim.version <> p_version THEN
        RETURN NULL;
    ELSIF NOT (app.has('staff') AND (v_claim.assigned_to IS NOT DISTINCT FROM app.me()
        OR app.has('supervisor') OR (app.has('siu') AND v_claim.siu_status IS NOT NULL))) THEN
        RAISE 'This claim is not yours. Take it first, or ask a supervisor.'
            USING ERRCODE = 'PN001';
    END IF;
    RETURN v_claim;
END $$;

RESET ROLE;
