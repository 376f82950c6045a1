-- Documents that a desk fetches before anybody looks, and how many looks needed no transfer.

SET ROLE claims_owner;

ALTER TABLE claims_opening
    ADD ahead boolean DEFAULT false NOT NULL,
    ADD fetched_at timestamptz;
GRANT INSERT (ahead) ON claims_opening TO claims_user, claims_staff, claims_admin;

RESET ROLE;
SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION app.log_opening() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    SELECT v.claim_id, NEW.user_id, 'opened', jsonb_strip_nulls(jsonb_build_object(
        'document', v.document_id, 'number', v.number, 'name', v.name, 'sha256', v.sha256,
        'ahead', nullif(NEW.ahead, false)))
    FROM claims_document_version v WHERE v.id = NEW.version_id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION public.opening_of(p_opening uuid, p_user int) RETURNS TABLE (
    key text, object_version text, size bigint, sha256 text, media_type text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE claims_opening o SET fetched_at = coalesce(o.fetched_at, now())
    FROM claims_document_version v
    WHERE v.id = o.version_id AND o.id = p_opening AND o.user_id = p_user
      AND o.at > now() - interval '2 minutes' AND v.state = 'clean'
    RETURNING v.object_key, v.object_version, v.size, v.sha256, v.media_type
$$;

-- For monitors: the looks of the last hour, and those whose content the desk had at hand.
CREATE FUNCTION public.document_looks() RETURNS TABLE (looks bigint, at_hand bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(*), count(*) FILTER (WHERE fetched_at IS NULL)
    FROM claims_opening
    WHERE NOT ahead AND at > now() - interval '1 hour' AND at < now() - interval '10 seconds'
$$;

GRANT EXECUTE ON FUNCTION public.document_looks() TO claims_tokens, claims_admin, claims_worker;

RESET ROLE;
