-- What guards documents, and the only ways in which servers write them.

SET ROLE claims_rules;

CREATE FUNCTION app.tell_document(p_claim int, p_actor int, p_detail jsonb) RETURNS void
LANGUAGE sql SET search_path = public, pg_temp AS $$
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    VALUES (p_claim, p_actor, 'document', jsonb_strip_nulls(p_detail))
$$;

CREATE FUNCTION app.guard_upload() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_largest bigint := (SELECT largest FROM claims_document_policy);
BEGIN
    NEW.user_id := app.me();
    IF NEW.size > v_largest THEN
        RAISE 'The file has % MB; up to % MB are accepted. Send a smaller one.',
            ceil(NEW.size / 1048576.0), v_largest / 1048576;
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION app.guard_opening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    NEW.user_id := app.me();
    RETURN NEW;
END $$;

CREATE FUNCTION app.log_opening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    SELECT v.claim_id, NEW.user_id, 'opened', jsonb_build_object(
        'document', v.document_id, 'number', v.number, 'name', v.name, 'sha256', v.sha256)
    FROM claims_document_version v WHERE v.id = NEW.version_id;
    RETURN NULL;
END $$;

-- A restored version is the older one again: same object, same content, a number of its own.
CREATE FUNCTION app.guard_restoring() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_document_version;
    v_newest int;
BEGIN
    SELECT newest INTO v_newest FROM claims_document WHERE id = NEW.document_id FOR UPDATE;
    SELECT * INTO v_old FROM claims_document_version
    WHERE document_id = NEW.document_id AND number = NEW.restored_from;
    IF v_old.id IS NULL OR v_old.state <> 'clean' THEN
        RAISE 'This version cannot be restored, because it was not accepted.';
    ELSIF NEW.number IS DISTINCT FROM v_newest + 1 THEN
        RAISE 'The document has a newer version by now. Look at it again, then restore.';
    ELSIF v_old.number = v_newest THEN
        RAISE 'This version is the newest already.';
    END IF;
    NEW.claim_id := v_old.claim_id;
    NEW.object_key := v_old.object_key;
    NEW.object_version := v_old.object_version;
    NEW.name := v_old.name;
    NEW.size := v_old.size;
    NEW.sha256 := v_old.sha256;
    NEW.media_type := v_old.media_type;
    NEW.state := v_old.state;
    NEW.facts := v_old.facts;
    NEW.photo_hash := v_old.photo_hash;
    NEW.checked_at := v_old.checked_at;
    NEW.uploaded_by := app.me();
    RETURN NEW;
END $$;

-- The document stands for its newest version.
CREATE FUNCTION app.follow_version() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE claims_document d
    SET newest = NEW.number, name = NEW.name, file_path = NEW.object_key, status = NEW.state,
        upload_date = NEW.uploaded_at
    WHERE d.id = NEW.document_id AND d.newest <= NEW.number;
    IF NEW.restored_from IS NOT NULL AND TG_OP = 'INSERT' THEN
        PERFORM app.tell_document(NEW.claim_id, app.me(), jsonb_build_object(
            'act', 'restored', 'document', NEW.document_id, 'number', NEW.number,
            'restored_from', NEW.restored_from, 'name', NEW.name, 'sha256', NEW.sha256));
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION app.upload_key(p_upload claims_upload) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'claims/' || p_upload.id || '/' || p_upload.sha256
$$;

-- For the token service: an unfinished upload of the person, as it stands.
CREATE FUNCTION public.upload_of(p_upload uuid, p_user int) RETURNS TABLE (
    key text, size bigint, sha256 text, media_type text, multipart text, version_id int)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT app.upload_key(u), u.size, u.sha256, u.media_type, u.multipart, u.version_id
    FROM claims_upload u
    WHERE u.id = p_upload AND u.user_id = p_user AND u.begun_at > now() - interval '7 days'
$$;

-- The first part begins the upload at the store; of two who begin at once, one is kept.
CREATE FUNCTION public.upload_begun(p_upload uuid, p_user int, p_multipart text) RETURNS text
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE claims_upload SET multipart = coalesce(multipart, p_multipart)
    WHERE id = p_upload AND user_id = p_user RETURNING multipart
$$;

CREATE FUNCTION public.drop_upload(p_upload uuid, p_user int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM claims_upload WHERE id = p_upload AND user_id = p_user AND version_id IS NULL
$$;

CREATE FUNCTION app.document_for(p_upload claims_upload) RETURNS claims_document
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    v_document claims_document;
BEGIN
    IF p_upload.document_id IS NULL THEN
        INSERT INTO claims_document (claim_id, document_type, name, uploaded_by)
        VALUES (p_upload.claim_id, p_upload.document_type, p_upload.name, p_upload.user_id)
        RETURNING * INTO v_document;
    ELSE
        SELECT * INTO v_document FROM claims_document
        WHERE id = p_upload.document_id FOR UPDATE;
    END IF;
    RETURN v_document;
END $$;

-- The object lies in the store: the row is written now, once, however often this is asked.
CREATE FUNCTION public.finish_upload(p_upload uuid, p_user int, p_object_version text)
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
    RETURN v_version;
END $$;

-- A ticket is good for two minutes, for the person who asked.
CREATE FUNCTION public.opening_of(p_opening uuid, p_user int) RETURNS TABLE (
    key text, object_version text, size bigint, sha256 text, media_type text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT v.object_key, v.object_version, v.size, v.sha256, v.media_type
    FROM claims_opening o JOIN claims_document_version v ON v.id = o.version_id
    WHERE o.id = p_opening AND o.user_id = p_user AND o.at > now() - interval '2 minutes'
      AND v.state = 'clean'
$$;

-- What the checks found, told by the worker; a judged version is not judged a second time,
-- except that what was clean may be quarantined when its object is found altered.
CREATE FUNCTION public.judge_document(p_version int, p_state text, p_reason text, p_facts jsonb,
                                      p_photo_hash bigint) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_old claims_document_version;
BEGIN
    SELECT * INTO v_old FROM claims_document_version WHERE id = p_version FOR UPDATE;
    IF v_old.id IS NULL OR NOT (v_old.state IN ('received', 'scanning')
        OR (v_old.state = 'clean' AND p_state = 'quarantined')) THEN
        RETURN false;
    END IF;
    UPDATE claims_document_version
    SET state = p_state, reason = p_reason, facts = facts || coalesce(p_facts, '{}'),
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

CREATE FUNCTION public.set_document_policy(p_largest bigint, p_per_claim int, p_kept boolean)
RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF app.me() IS NULL OR NOT app.has('admin') THEN
        RAISE 'Only an administrator changes the rules for documents.' USING ERRCODE = 'PN001';
    END IF;
    UPDATE claims_document_policy
    SET largest = p_largest, per_claim = p_per_claim, kept_on_desks = p_kept;
END $$;

-- What was never finished, and tickets that are used up.
CREATE FUNCTION public.sweep_documents() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_swept int;
BEGIN
    DELETE FROM claims_opening WHERE at < now() - interval '1 day';
    DELETE FROM claims_upload
    WHERE begun_at < now() - interval '14 days';
    GET DIAGNOSTICS v_swept = ROW_COUNT;
    RETURN v_swept;
END $$;

GRANT EXECUTE ON FUNCTION app.guard_upload(), app.guard_opening(), app.log_opening(),
    app.guard_restoring(), app.follow_version() TO claims_owner;
GRANT EXECUTE ON FUNCTION public.upload_of(uuid, int), public.upload_begun(uuid, int, text),
    public.drop_upload(uuid, int), public.finish_upload(uuid, int, text),
    public.opening_of(uuid, int) TO claims_tokens;
GRANT EXECUTE ON FUNCTION public.judge_document(int, text, text, jsonb, bigint),
    public.sweep_documents() TO claims_worker;
GRANT EXECUTE ON FUNCTION public.set_document_policy(bigint, int, boolean) TO claims_admin;

-- A look at a document does not stand for a look at the claim.
CREATE OR REPLACE FUNCTION public.open_claim(p_claim int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF current_setting('transaction_read_only')::boolean OR EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = v_claim.id AND kind = 'opened' AND actor_id = app.me()
          AND detail IS NULL AND at > now() - interval '10 minutes'
    ) THEN
        RETURN;
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind) VALUES (v_claim.id, app.me(), 'opened');
END $$;

-- A document that arrives is no act on a decision.
CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened', 'document')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

RESET ROLE;
SET ROLE claims_owner;

CREATE FUNCTION app.tell_documents() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids int[];
BEGIN
    SELECT array_agg(claim_id) INTO v_ids
    FROM (SELECT DISTINCT claim_id FROM changed LIMIT 101) AS few;
    IF v_ids IS NOT NULL THEN
        PERFORM pg_notify('claims', CASE WHEN cardinality(v_ids) > 100 THEN '*'
                                         ELSE array_to_string(v_ids, ',') END);
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER t10_guard BEFORE INSERT ON claims_upload
    FOR EACH ROW EXECUTE FUNCTION app.guard_upload();
CREATE TRIGGER t10_guard BEFORE INSERT ON claims_opening
    FOR EACH ROW EXECUTE FUNCTION app.guard_opening();
CREATE TRIGGER t90_log AFTER INSERT ON claims_opening
    FOR EACH ROW EXECUTE FUNCTION app.log_opening();
CREATE TRIGGER t10_restore BEFORE INSERT ON claims_document_version
    FOR EACH ROW WHEN (NEW.restored_from IS NOT NULL AND current_user <> 'claims_rules')
    EXECUTE FUNCTION app.guard_restoring();
CREATE TRIGGER t50_follow AFTER INSERT OR UPDATE ON claims_document_version
    FOR EACH ROW EXECUTE FUNCTION app.follow_version();
CREATE TRIGGER t95_tell_new AFTER INSERT ON claims_document_version
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tell_documents();
CREATE TRIGGER t95_tell_change AFTER UPDATE ON claims_document_version
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION app.tell_documents();

RESET ROLE;

-- What addresses of the local store are signed with.
INSERT INTO auth.secret
SELECT 'object_address', sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
