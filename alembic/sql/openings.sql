-- Who looked at which claim: told by the desk through open_claim, kept in the claim's history.

SET ROLE claims_rules;

-- Once in ten minutes for each person and claim. A database that only reads lets people read.
CREATE FUNCTION public.open_claim(p_claim int) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF current_setting('transaction_read_only')::boolean OR EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = v_claim.id AND kind = 'opened' AND actor_id = app.me()
          AND at > now() - interval '10 minutes'
    ) THEN
        RETURN;
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind) VALUES (v_claim.id, app.me(), 'opened');
END $$;

GRANT EXECUTE ON FUNCTION public.open_claim(int) TO claims_staff, claims_admin;

-- Whoever only looked has not acted.
CREATE OR REPLACE FUNCTION app.is_author(p_claim int, p_status text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT e.actor_id = app.me() AND e.to_status = p_status AND NOT EXISTS (
            SELECT FROM claims_event later
            WHERE later.claim_id = p_claim AND later.seq > e.seq
              AND later.kind NOT IN ('scored', 'opened')
              AND later.actor_id IS DISTINCT FROM app.me()
        )
        FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind IN ('status', 'submitted')
        ORDER BY e.seq DESC LIMIT 1
    ), false)
$$;

RESET ROLE;
