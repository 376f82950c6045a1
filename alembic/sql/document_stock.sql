-- Where the rows of documents and the objects of the store do not agree, and which contents were
-- read again and when. Nothing here removes evidence.

SET ROLE claims_owner;

CREATE TABLE claims_document_fault (
    object_key varchar(255) NOT NULL,
    kind varchar(10) NOT NULL,
    version_id integer,
    found_at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_claims_document_fault PRIMARY KEY (object_key),
    CONSTRAINT ck_claims_document_fault_kind CHECK (kind IN ('missing', 'stray')),
    CONSTRAINT fk_claims_document_fault_version_id FOREIGN KEY (version_id)
        REFERENCES claims_document_version (id)
);
CREATE TABLE claims_document_check (
    version_id integer NOT NULL,
    at timestamptz DEFAULT now() NOT NULL,
    CONSTRAINT pk_claims_document_check PRIMARY KEY (version_id),
    CONSTRAINT fk_claims_document_check_version_id FOREIGN KEY (version_id)
        REFERENCES claims_document_version (id)
);
CREATE INDEX ix_claims_document_check_at ON claims_document_check (at);

ALTER TABLE claims_document_fault ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_document_fault FORCE ROW LEVEL SECURITY;
ALTER TABLE claims_document_check ENABLE ROW LEVEL SECURITY;
ALTER TABLE claims_document_check FORCE ROW LEVEL SECURITY;

CREATE POLICY admin_sees_all ON claims_document_fault FOR SELECT TO claims_admin
    USING ((SELECT app.me()) IS NOT NULL);
CREATE POLICY worker_sees_all ON claims_document_fault FOR SELECT TO claims_worker USING (true);
CREATE POLICY rules ON claims_document_fault TO claims_rules USING (true);
CREATE POLICY worker_sees_all ON claims_document_check FOR SELECT TO claims_worker USING (true);
CREATE POLICY rules ON claims_document_check TO claims_rules USING (true);

GRANT SELECT ON claims_document_fault TO claims_admin, claims_worker;
GRANT SELECT ON claims_document_check TO claims_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON claims_document_fault, claims_document_check
    TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

-- What was found now; what is found no longer is well again.
CREATE FUNCTION public.report_document_faults(p_missing int[], p_stray text[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM claims_document_fault f
    WHERE (f.kind = 'stray' AND f.object_key <> ALL (p_stray))
       OR (f.kind = 'missing' AND f.version_id <> ALL (p_missing));
    INSERT INTO claims_document_fault (object_key, kind, version_id)
    SELECT DISTINCT ON (v.object_key) v.object_key, 'missing', v.id
    FROM claims_document_version v WHERE v.id = ANY (p_missing)
    UNION ALL
    SELECT stray, 'stray', NULL FROM unnest(p_stray) AS stray
    ON CONFLICT (object_key) DO NOTHING
$$;

CREATE FUNCTION public.documents_verified(p_versions int[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO claims_document_check (version_id)
    SELECT unnest(p_versions)
    ON CONFLICT (version_id) DO UPDATE SET at = now()
$$;

GRANT EXECUTE ON FUNCTION public.report_document_faults(int[], text[]),
    public.documents_verified(int[]) TO claims_worker;

RESET ROLE;
