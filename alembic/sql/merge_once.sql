-- A batch that came in whole needs no second look at its rows; only where fewer came in than were
-- staged are those counted that fit. And of claims without a vehicle there is nothing to index.

SET ROLE claims_owner;

DROP INDEX ix_claims_claim_vin;
CREATE INDEX ix_claims_claim_vin ON claims_claim ((facts ->> 'vin'))
    WHERE (facts ->> 'vin') IS NOT NULL;

RESET ROLE;
SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.merge_batch(p_batch uuid)
RETURNS TABLE (inserted int, known int, refused int)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
#variable_conflict use_column
DECLARE
    v_batch claims_batch;
    v_lines text[] := app.my_lines();
    v_staged int;
    v_fitting int;
BEGIN
    SELECT * INTO v_batch FROM claims_batch WHERE id = p_batch AND loaded_by = app.me() FOR UPDATE;
    IF v_batch.id IS NULL OR NOT app.may_import() THEN
        RAISE 'There is no such batch of yours.' USING ERRCODE = 'PN001';
    ELSIF v_batch.merged_at IS NULL THEN
        v_batch.inserted := CASE
            WHEN EXISTS (SELECT FROM claims_stage s
                         WHERE s.batch = p_batch AND s.loaded_by = session_user
                           AND s.row_hash IS NOT NULL)
            THEN app.insert_checked(p_batch) ELSE app.insert_staged(p_batch) END;
        SELECT count(*) INTO v_staged
        FROM claims_stage s WHERE batch = p_batch AND loaded_by = session_user;
        v_fitting := v_batch.inserted;
        IF v_fitting < v_staged THEN
            SELECT count(*) INTO v_fitting FROM claims_stage s
            WHERE batch = p_batch AND loaded_by = session_user AND app.fits(s, v_lines);
        END IF;
        UPDATE claims_batch SET merged_at = clock_timestamp(), inserted = v_batch.inserted,
            known = v_fitting - v_batch.inserted, refused = v_staged - v_fitting,
            digest = app.batch_digest(p_batch)
        WHERE id = p_batch RETURNING * INTO v_batch;
        DELETE FROM claims_stage WHERE batch = p_batch AND loaded_by = session_user;
    END IF;
    RETURN QUERY SELECT v_batch.inserted, v_batch.known, v_batch.refused;
END $$;

RESET ROLE;
