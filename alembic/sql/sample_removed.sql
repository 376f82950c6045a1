-- The sample portfolio can be taken away: its claims are out of everybody's sight from then on, with
-- all that hangs on them. Nothing is deleted, so that the history keeps its chains.

SET ROLE claims_owner;

DO $$
DECLARE
    v_kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                     WHERE conname = 'ck_claims_event_kind');
BEGIN
    ALTER TABLE claims_event DROP CONSTRAINT ck_claims_event_kind;
    EXECUTE 'ALTER TABLE claims_event ADD CONSTRAINT ck_claims_event_kind '
        || replace(v_kinds, 'ARRAY[', 'ARRAY[''removed''::character varying, ');
END $$;

ALTER TABLE claims_claim ADD removed_at timestamptz,
    ADD CONSTRAINT ck_claims_claim_removed CHECK (removed_at IS NULL OR sample);
CREATE INDEX ix_claims_event_removed ON claims_event (claim_id) WHERE kind = 'removed';
CREATE POLICY not_removed ON claims_claim AS RESTRICTIVE
    TO claims_user, claims_staff, claims_admin, claims_worker USING (removed_at IS NULL);

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION public.count_sample() RETURNS int
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('admin') THEN
        RAISE 'Only administrators remove the sample.' USING ERRCODE = 'PN001';
    END IF;
    RETURN (SELECT count(*) FROM claims_claim WHERE sample AND removed_at IS NULL);
END $$;

-- Each claim's history ends with who removed it, and keeps its number for the audit. What is void no
-- function matches, counts or learns from.
CREATE FUNCTION public.remove_sample() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_count int := public.count_sample();
BEGIN
    INSERT INTO claims_event (claim_id, actor_id, kind, from_status, to_status, detail)
    SELECT id, app.me(), 'removed', status, 'void', jsonb_build_object('number', claim_number)
    FROM claims_claim WHERE sample AND removed_at IS NULL ORDER BY id;
    UPDATE claims_claim SET removed_at = now(), status = 'void'
    WHERE sample AND removed_at IS NULL;
    RETURN v_count;
END $$;

CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened', 'document', 'note', 'tag', 'task', 'diary',
                                     'breached', 'takeover', 'viewed', 'disputed', 'flagged',
                                     'exported', 'removed')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

GRANT EXECUTE ON FUNCTION public.count_sample(), public.remove_sample() TO claims_admin;

RESET ROLE;
