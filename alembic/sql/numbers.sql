-- A claim's number: DRAFT-17 at first, then MOT-2026-000123-K, given once and never reused.

SET ROLE claims_rules;

CREATE SEQUENCE app.claim_serial;

-- The letter is the remainder by 23, so that one wrong digit or two swapped ones never fit.
CREATE FUNCTION app.check_letter(p_digits bigint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT substr('ABCDEFGHJKLMNPQRSTVWXYZ', (p_digits % 23)::int + 1, 1)
$$;

CREATE FUNCTION app.next_number(p_type text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    v_year bigint := extract(year FROM p_at AT TIME ZONE 'UTC');
    v_serial bigint;
    v_number text;
BEGIN
    LOOP
        v_serial := nextval('app.claim_serial');
        v_number := format(
            '%s-%s-%s-%s',
            upper(left(p_type, 3)),
            v_year,
            lpad(v_serial::text, greatest(6, length(v_serial::text)), '0'),
            app.check_letter(v_year * 1000000 + v_serial)
        );
        EXIT WHEN NOT EXISTS (SELECT FROM claims_claim WHERE claim_number = v_number);
    END LOOP;
    RETURN v_number;
END $$;

RESET ROLE;
