-- Which pages of a version a person has had before them, so that nothing is left out unread.

SET ROLE claims_owner;

ALTER TABLE claims_reading
    ADD seen integer[] DEFAULT '{}' NOT NULL,
    ADD CONSTRAINT ck_claims_reading_seen CHECK (cardinality(seen) <= 20000);
GRANT INSERT (seen), UPDATE (seen) ON claims_reading TO claims_staff, claims_admin;

RESET ROLE;
