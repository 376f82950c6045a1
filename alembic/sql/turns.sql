-- One worker at a time writes seals. The lock ends with its transaction.

GRANT EXECUTE ON FUNCTION pg_try_advisory_xact_lock(bigint) TO claims_rules;

SET ROLE claims_rules;

CREATE FUNCTION public.seal_turn() RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT pg_try_advisory_xact_lock(74120002)
$$;

GRANT EXECUTE ON FUNCTION public.seal_turn() TO claims_worker;

RESET ROLE;
