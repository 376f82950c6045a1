-- Two functions more that answer a device only while its lease holds.

SET ROLE claims_rules;

CREATE OR REPLACE FUNCTION public.report_fault(p_source text, p_version text, p_kind text, p_stack text)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_fingerprint text := encode(sha256(convert_to(p_kind || E'\n' || p_stack, 'UTF8')), 'hex');
BEGIN
    IF session_user ~ '^d_[0-9a-f]{20}$' AND app.me() IS NULL THEN
        RAISE 'Your session has ended. Sign in again.' USING ERRCODE = 'PN001';
    ELSIF (p_source IN ('desktop', 'worker', 'tokens') AND p_version ~ '^[0-9A-Za-z.+-]{1,20}$'
        AND p_kind ~ '^[A-Za-z_][A-Za-z0-9_.]{0,99}$' AND length(p_stack) <= 8000
        AND p_stack ~ '^([\w./<>-]+:\d+ in [\w<>.]+\n)*$') IS NOT TRUE THEN
        RAISE 'This is not a report of an error.' USING ERRCODE = '22023';
    END IF;
    INSERT INTO monitor_fault AS f (fingerprint, version, source, kind, stack, last_at)
    VALUES (v_fingerprint, p_version, p_source, p_kind, p_stack, clock_timestamp())
    ON CONFLICT (fingerprint, version) DO UPDATE SET
        count = least(f.count + 1, 2000000000), last_at = clock_timestamp();
    DELETE FROM monitor_fault WHERE (fingerprint, version) IN (
        SELECT fingerprint, version FROM monitor_fault ORDER BY last_at DESC OFFSET 500);
END $$;

CREATE OR REPLACE FUNCTION public.document_looks() RETURNS TABLE (looks bigint, at_hand bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF session_user ~ '^d_[0-9a-f]{20}$' AND app.me() IS NULL THEN
        RAISE 'Your session has ended. Sign in again.' USING ERRCODE = 'PN001';
    END IF;
    RETURN QUERY SELECT count(*), count(*) FILTER (WHERE fetched_at IS NULL)
    FROM claims_opening
    WHERE NOT ahead AND at > now() - interval '1 hour' AND at < now() - interval '10 seconds';
END $$;

RESET ROLE;
