-- The regions of the claims within a person's reach, found by hopping through the index.

SET ROLE claims_rules;

CREATE FUNCTION public.claim_regions() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH RECURSIVE found (region) AS (
        (SELECT region FROM claims_claim WHERE region IS NOT NULL ORDER BY region LIMIT 1)
        UNION ALL
        SELECT (SELECT c.region FROM claims_claim c WHERE c.region > f.region
                ORDER BY c.region LIMIT 1)
        FROM found f WHERE f.region IS NOT NULL
    )
    SELECT region FROM found
    WHERE region IS NOT NULL
      AND (region = app.my_region() OR app.has('siu') OR app.has('admin'))
$$;
GRANT EXECUTE ON FUNCTION public.claim_regions() TO claims_staff, claims_admin;

RESET ROLE;
