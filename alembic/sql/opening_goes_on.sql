-- A download that began in time is carried to its end, however slow the line; each address it is
-- given still lasts two minutes, and what is quarantined meanwhile is given none.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.opening_of(p_opening uuid, p_user int) RETURNS TABLE (
    key text, object_version text, size bigint, sha256 text, media_type text)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE claims_opening o SET fetched_at = coalesce(o.fetched_at, now())
    FROM claims_document_version v
    WHERE v.id = o.version_id AND o.id = p_opening AND o.user_id = p_user AND v.state = 'clean'
      AND o.at > now() - CASE WHEN o.fetched_at IS NULL THEN interval '2 minutes'
                              ELSE interval '1 hour' END
    RETURNING v.object_key, v.object_version, v.size, v.sha256, v.media_type
$$;

RESET ROLE;
