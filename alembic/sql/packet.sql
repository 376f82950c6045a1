-- The packet of a referral leaves the house only through those who investigate, and the history of
-- the claim tells of it.

SET ROLE claims_owner;

DO $$
DECLARE
    v_kinds text := (SELECT pg_get_constraintdef(oid) FROM pg_constraint
                     WHERE conname = 'ck_claims_event_kind');
BEGIN
    ALTER TABLE claims_event DROP CONSTRAINT ck_claims_event_kind;
    EXECUTE 'ALTER TABLE claims_event ADD CONSTRAINT ck_claims_event_kind '
        || replace(v_kinds, 'ARRAY[', 'ARRAY[''exported''::character varying, ');
END $$;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION public.begin_packet(p_claim int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF NOT (app.has('siu') OR app.has('supervisor')) THEN
        RAISE 'Investigators and supervisors make the packet of a referral.'
            USING ERRCODE = 'PN001';
    ELSIF v_claim.siu_status IS NULL THEN
        RAISE 'This claim was not referred. Refer it first, then make its packet.';
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    VALUES (v_claim.id, app.me(), 'exported', '{"what": "packet"}');
    PERFORM app.tell_of(v_claim.id);
END $$;

GRANT EXECUTE ON FUNCTION public.begin_packet(int) TO claims_staff;

-- A copy that was made has acted on no decision.
CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened', 'document', 'note', 'tag', 'task', 'diary',
                                     'breached', 'takeover', 'viewed', 'disputed', 'flagged',
                                     'exported')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

RESET ROLE;
