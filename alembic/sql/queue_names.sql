-- The claimant's name beside the claim, in small letters, so that a queue in that order is found by
-- index; and an index for the order by risk.

SET ROLE claims_owner;

ALTER TABLE claims_claim ADD queue_name text DEFAULT '' NOT NULL;
GRANT SELECT (queue_name) ON claims_claim TO claims_staff, claims_admin, claims_worker;
GRANT SELECT (queue_name), UPDATE (queue_name) ON claims_claim TO claims_rules;

RESET ROLE;
SET ROLE claims_rules;

CREATE FUNCTION app.queue_name_of(p_claim int) RETURNS text
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce((
        SELECT lower(left(p.name, 120)) FROM claims_party p
        WHERE p.claim_id = p_claim AND p.kind IN ('claimant', 'policyholder')
        ORDER BY p.kind, p.id LIMIT 1
    ), '')
$$;

-- Names come and change with a statement at a time, be they of one claim or of a batch.
CREATE FUNCTION app.keep_queue_names() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE claims_claim c SET queue_name = named.name
    FROM (SELECT claim_id, app.queue_name_of(claim_id) AS name
          FROM (SELECT DISTINCT claim_id FROM changed) AS few) AS named
    WHERE c.id = named.claim_id AND c.queue_name <> named.name;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION app.facts_of(p_claim claims_claim) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT to_jsonb(p_claim) - ARRAY[
        'status', 'own_status', 'assigned_to', 'status_reason', 'status_note', 'status_detail',
        'hold_until', 'siu_status', 'siu_disposition', 'version', 'last_updated', 'queue_due',
        'queue_risk', 'queue_name'
    ]
$$;

GRANT EXECUTE ON FUNCTION app.keep_queue_names() TO claims_owner;

RESET ROLE;

ALTER TABLE claims_claim DISABLE TRIGGER USER;
UPDATE claims_claim c SET queue_name = named.name
FROM (SELECT DISTINCT ON (claim_id) claim_id, lower(left(name, 120)) AS name FROM claims_party
      WHERE kind IN ('claimant', 'policyholder') ORDER BY claim_id, kind, id) AS named
WHERE c.id = named.claim_id;
ALTER TABLE claims_claim ENABLE TRIGGER USER;

SET ROLE claims_owner;

CREATE TRIGGER t50_queue_name_new AFTER INSERT ON claims_party REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.keep_queue_names();
CREATE TRIGGER t50_queue_name_change AFTER UPDATE ON claims_party REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.keep_queue_names();
CREATE TRIGGER t50_queue_name_gone AFTER DELETE ON claims_party REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION app.keep_queue_names();

-- A name that is kept beside the claim makes nobody's decision stale.
DROP TRIGGER t10_bump ON claims_claim;
CREATE TRIGGER t10_bump BEFORE UPDATE ON claims_claim
    FOR EACH ROW WHEN ((OLD.due_on, OLD.due_clock, OLD.due_from, OLD.due_warn, OLD.diary_until,
                        OLD.queue_name)
                       IS NOT DISTINCT FROM
                       (NEW.due_on, NEW.due_clock, NEW.due_from, NEW.due_warn, NEW.diary_until,
                        NEW.queue_name))
    EXECUTE FUNCTION app.bump();

CREATE INDEX ix_claims_claim_open_name ON claims_claim (queue_name)
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');
CREATE INDEX ix_claims_claim_open_risk ON claims_claim ((-queue_risk))
    WHERE status IN ('submitted', 'triaged', 'in_review', 'pending_info', 'siu_review',
                     'pending_approval', 'reopened');

RESET ROLE;
