-- Rights on the database itself; a copy made from a template loses them and needs them again.

DO $$
BEGIN
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
    EXECUTE format(
        'GRANT CONNECT ON DATABASE %I TO claims_user, claims_staff, claims_admin, claims_worker, '
        'claims_tokens',
        current_database()
    );
END $$;
