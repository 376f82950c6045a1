-- What happened, written by triggers alone and never changed; and who is told that it did.

SET ROLE claims_rules;

CREATE FUNCTION app.log_new() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    -- A settled claim that the owner brings in has its own history, told by the owner.
    IF NOT app.is_owner() THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, to_status)
        VALUES (NEW.id, app.me(), 'created', NEW.status);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION app.step_detail(p_old claims_claim, p_new claims_claim) RETURNS jsonb
LANGUAGE sql IMMUTABLE SET search_path = public, pg_temp AS $$
    SELECT nullif(jsonb_strip_nulls(coalesce(p_new.status_detail, '{}') || jsonb_build_object(
        'until', p_new.hold_until,
        'disposition', CASE WHEN p_old.status = 'siu_review' THEN p_new.siu_disposition END
    )), '{}')
$$;

CREATE FUNCTION app.log_step(p_old claims_claim, p_new claims_claim) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO claims_event
        (claim_id, actor_id, kind, from_status, to_status, reason, note, detail, score_id)
    VALUES (
        p_new.id, app.me(), CASE p_new.status WHEN 'submitted' THEN 'submitted' ELSE 'status' END,
        p_old.status, p_new.status, p_new.status_reason, nullif(p_new.status_note, ''),
        app.step_detail(p_old, p_new), p_new.score_id
    )
$$;

CREATE FUNCTION app.log_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.status <> OLD.status THEN
        PERFORM app.log_step(OLD, NEW);
    ELSIF NEW.assigned_to IS DISTINCT FROM OLD.assigned_to THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, detail)
        VALUES (NEW.id, app.me(), 'assigned',
                jsonb_build_object('from', OLD.assigned_to, 'to', NEW.assigned_to));
    ELSIF (NEW.siu_status, NEW.siu_disposition)
        IS DISTINCT FROM (OLD.siu_status, OLD.siu_disposition) THEN
        INSERT INTO claims_event (claim_id, actor_id, kind, detail)
        VALUES (NEW.id, app.me(), 'edited', jsonb_strip_nulls(jsonb_build_object(
            'siu_status', NEW.siu_status, 'disposition', NEW.siu_disposition)));
    END IF;
    RETURN NULL;
END $$;

GRANT EXECUTE ON FUNCTION app.log_new(), app.log_change() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE FUNCTION app.never() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE 'The history of claims is never changed.' USING ERRCODE = 'PN001';
END $$;

-- One message a statement: ids only, '*' when there are too many for a hint to be worth it.
CREATE FUNCTION app.tell() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids int[];
BEGIN
    SELECT array_agg(id) INTO v_ids FROM (SELECT DISTINCT id FROM changed LIMIT 101) AS few;
    IF v_ids IS NOT NULL THEN
        PERFORM pg_notify('claims', CASE WHEN cardinality(v_ids) > 100 THEN '*'
                                         ELSE array_to_string(v_ids, ',') END);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER t90_log_new AFTER INSERT ON claims_claim
    FOR EACH ROW EXECUTE FUNCTION app.log_new();
CREATE TRIGGER t90_log_change AFTER UPDATE ON claims_claim
    FOR EACH ROW WHEN (current_user <> 'claims_rules') EXECUTE FUNCTION app.log_change();
CREATE TRIGGER t95_tell_new AFTER INSERT ON claims_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.tell();
CREATE TRIGGER t95_tell_change AFTER UPDATE ON claims_claim REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.tell();
CREATE TRIGGER t10_never BEFORE UPDATE OR DELETE OR TRUNCATE ON claims_event
    FOR EACH STATEMENT EXECUTE FUNCTION app.never();

RESET ROLE;
