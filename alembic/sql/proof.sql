-- Proof of review: what each person had before them of a claim, and that a denial rests on evidence
-- which its author has opened.

SET ROLE claims_rules;

-- A part of a claim that is not its first page, told once in ten minutes as `open_claim` does.
CREATE FUNCTION public.open_part(p_claim int, p_part text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    IF p_part NOT IN ('precedents', 'timeline', 'money') THEN
        RAISE 'A claim has no such part.';
    ELSIF current_setting('transaction_read_only')::boolean OR EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = v_claim.id AND kind = 'opened' AND actor_id = app.me()
          AND detail ->> 'part' = p_part AND at > now() - interval '10 minutes'
    ) THEN
        RETURN;
    END IF;
    INSERT INTO claims_event (claim_id, actor_id, kind, detail)
    VALUES (v_claim.id, app.me(), 'opened', jsonb_build_object('part', p_part));
END $$;

-- The newest accepted version of each document, and whether the person has opened just that one;
-- what a desk fetched ahead nobody has looked at.
CREATE FUNCTION app.papers_of(p_claim int, p_user int)
RETURNS TABLE (document_id int, name text, opened boolean)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT d.id, d.name, EXISTS (
        SELECT FROM claims_event e
        WHERE e.claim_id = p_claim AND e.kind = 'opened' AND e.actor_id = p_user
          AND e.detail ->> 'document' = d.id::text AND NOT e.detail ? 'ahead'
          AND e.detail ->> 'number' = d.newest::text)
    FROM claims_document d
    WHERE d.claim_id = p_claim AND d.status = 'clean'
$$;

CREATE OR REPLACE FUNCTION app.unopened(p_claim int) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT CASE WHEN NOT EXISTS (
        SELECT FROM claims_event
        WHERE claim_id = p_claim AND kind = 'opened' AND actor_id = app.me()
          AND NOT coalesce(detail ? 'ahead', false)
    ) THEN 'the claim' ELSE (
        SELECT string_agg('“' || name || '”', ', ' ORDER BY document_id)
        FROM (SELECT * FROM app.papers_of(p_claim, app.me()) WHERE NOT opened
              ORDER BY document_id LIMIT 5) AS papers
    ) END
$$;

-- Who looked at what, for whoever decides after them.
CREATE FUNCTION public.claim_proof(p_claim int) RETURNS TABLE (
    user_id int, mine boolean, first_at timestamptz, last_at timestamptz, papers int, of_papers int,
    precedents_at timestamptz, unopened text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_claim claims_claim := app.claim_in_sight(p_claim);
BEGIN
    RETURN QUERY
    SELECT e.actor_id, e.actor_id = app.me(), min(e.at), max(e.at),
           (SELECT count(*) FILTER (WHERE opened) FROM app.papers_of(v_claim.id, e.actor_id))::int,
           (SELECT count(*) FROM app.papers_of(v_claim.id, e.actor_id))::int,
           max(e.at) FILTER (WHERE e.detail ->> 'part' = 'precedents'),
           CASE WHEN e.actor_id = app.me() THEN app.unopened(v_claim.id) END
    FROM claims_event e
    WHERE e.claim_id = v_claim.id AND e.kind = 'opened' AND e.actor_id IS NOT NULL
      AND NOT coalesce(e.detail ? 'ahead', false)
    GROUP BY e.actor_id
    ORDER BY max(e.at) DESC;
END $$;

GRANT EXECUTE ON FUNCTION public.open_part(int, text), public.claim_proof(int)
    TO claims_staff, claims_admin;

RESET ROLE;
