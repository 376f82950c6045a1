-- The history of each claim as a chain: every event carries the hash of the one before it, so that
-- a changed or missing link shows. The newest link shows only by its seal outside the database.

SET ROLE claims_owner;

ALTER TABLE claims_event
    ADD seq integer,
    ADD prev_hash bytea,
    ADD hash bytea,
    DROP CONSTRAINT ck_claims_event_kind,
    ADD CONSTRAINT ck_claims_event_kind CHECK (kind IN (
        'created', 'submitted', 'status', 'assigned', 'scored', 'edited', 'opened'));

RESET ROLE;
SET ROLE claims_rules;

-- Pure of settings, so that it gives the same everywhere; `audit verify` has it word for word.
CREATE FUNCTION app.event_digest(e claims_event) RETURNS bytea
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(coalesce(e.prev_hash, ''::bytea) || convert_to(ROW(
        e.id, e.claim_id, e.seq, extract(epoch FROM e.at), e.actor_id, e.kind, e.from_status,
        e.to_status, e.reason, e.note, e.detail, e.score_id
    )::text, 'UTF8'))
$$;

CREATE FUNCTION app.chain_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- Two who write to one claim's chain do so one after the other.
    PERFORM FROM claims_claim WHERE id = NEW.claim_id FOR NO KEY UPDATE;
    SELECT seq, hash INTO NEW.seq, NEW.prev_hash
    FROM claims_event WHERE claim_id = NEW.claim_id ORDER BY seq DESC LIMIT 1;
    NEW.seq := coalesce(NEW.seq, 0) + 1;
    NEW.hash := app.event_digest(NEW);
    RETURN NEW;
END $$;

GRANT EXECUTE ON FUNCTION app.chain_event() TO claims_owner;

RESET ROLE;

-- What happened before there were chains is chained now, once, with its own guard put aside.
ALTER TABLE claims_event DISABLE TRIGGER t10_never;
DO $$
DECLARE
    v_event claims_event;
    v_last claims_event;
BEGIN
    FOR v_event IN SELECT * FROM claims_event ORDER BY claim_id, id LOOP
        IF v_event.claim_id IS DISTINCT FROM v_last.claim_id THEN
            v_last := NULL;
        END IF;
        v_event.seq := coalesce(v_last.seq, 0) + 1;
        v_event.prev_hash := v_last.hash;
        v_event.hash := app.event_digest(v_event);
        UPDATE claims_event SET seq = v_event.seq, prev_hash = v_event.prev_hash,
            hash = v_event.hash
        WHERE id = v_event.id;
        v_last := v_event;
    END LOOP;
END $$;
ALTER TABLE claims_event ENABLE TRIGGER t10_never;

SET ROLE claims_owner;

ALTER TABLE claims_event
    ALTER seq SET NOT NULL,
    ALTER hash SET NOT NULL,
    ADD CONSTRAINT uq_claims_event_claim_id_seq UNIQUE (claim_id, seq);
DROP INDEX ix_claims_event_claim_id_id;
CREATE TRIGGER t20_chain BEFORE INSERT ON claims_event
    FOR EACH ROW EXECUTE FUNCTION app.chain_event();

-- Whoever watches over the history reads it by itself, not claim by claim.
ALTER POLICY seen_with_claim ON claims_event TO claims_staff;
CREATE POLICY admin_sees_all ON claims_event FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY worker_sees_all ON claims_event FOR SELECT TO claims_worker USING (true);

RESET ROLE;
