-- What people are told of besides: a second person asked, the answer, a note that names them; and
-- what of it each person wants to hear, and when.

SET ROLE claims_owner;

ALTER TABLE desk_notice DROP CONSTRAINT ck_desk_notice_kind;
ALTER TABLE desk_notice ADD CONSTRAINT ck_desk_notice_kind CHECK (kind IN (
    'assigned', 'at_risk', 'late', 'back', 'takeover', 'answered',
    'approval', 'decided', 'mention'));
CREATE INDEX ix_desk_notice_user_id ON desk_notice (user_id, id DESC);

CREATE TABLE desk_notice_choice (
    user_id integer NOT NULL,
    silent text[] DEFAULT '{}' NOT NULL,
    desktop boolean DEFAULT true NOT NULL,
    quiet_from time DEFAULT '18:00' NOT NULL,
    quiet_until time DEFAULT '08:00' NOT NULL,
    CONSTRAINT pk_desk_notice_choice PRIMARY KEY (user_id),
    CONSTRAINT fk_desk_notice_choice_user_id FOREIGN KEY(user_id) REFERENCES auth_user (id),
    CONSTRAINT ck_desk_notice_choice_silent CHECK (cardinality(silent) <= 20)
);
ALTER TABLE desk_notice_choice ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_notice_choice FORCE ROW LEVEL SECURITY;
CREATE POLICY rules ON desk_notice_choice TO claims_rules USING (true);
CREATE POLICY own ON desk_notice_choice FOR SELECT TO claims_staff
    USING (user_id = (SELECT app.me()));
GRANT SELECT, INSERT, UPDATE ON desk_notice_choice TO claims_rules;
GRANT SELECT ON desk_notice_choice TO claims_staff;

RESET ROLE;
SET ROLE claims_rules;

-- A claim sent for approval is told to the supervisors who may decide it, the answer to who sent it.
CREATE FUNCTION app.tell_approval() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NEW.status = 'pending_approval' THEN
        INSERT INTO desk_notice (user_id, kind, claim_id)
        SELECT u.id, 'approval', NEW.id FROM auth_user u
        WHERE u.role = 'staff' AND u.supervisor AND u.is_active AND u.region = NEW.region
          AND NEW.claim_type = ANY (u.lines) AND u.id IS DISTINCT FROM app.me();
    ELSE
        INSERT INTO desk_notice (user_id, kind, claim_id, detail)
        SELECT p.id, 'decided', NEW.id, NEW.status FROM (SELECT app.proposer(NEW.id) AS id) p
        WHERE p.id IS NOT NULL AND p.id IS DISTINCT FROM app.me();
    END IF;
    RETURN NULL;
END $$;

-- A note that names a colleague as @username is told to them; they read it if they see the claim.
CREATE FUNCTION app.tell_named() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO desk_notice (user_id, kind, claim_id)
    SELECT u.id, 'mention', NEW.claim_id FROM auth_user u
    WHERE u.role = 'staff' AND u.is_active AND u.id IS DISTINCT FROM NEW.actor_id
      AND lower(u.username) IN (
          SELECT lower(named.words[1])
          FROM regexp_matches(NEW.note, '(?:^|[^[:alnum:]_.-])@([[:alnum:]_.-]*[[:alnum:]])', 'g')
              AS named (words));
    RETURN NULL;
END $$;

CREATE FUNCTION public.choose_notices(
    p_silent text[], p_desktop boolean, p_quiet_from time, p_quiet_until time
) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT app.has('staff') THEN
        RAISE 'Only staff are told of claims.' USING ERRCODE = 'PN001';
    END IF;
    INSERT INTO desk_notice_choice (user_id, silent, desktop, quiet_from, quiet_until)
    VALUES (app.me(), p_silent, p_desktop, p_quiet_from, p_quiet_until)
    ON CONFLICT (user_id) DO UPDATE SET silent = p_silent, desktop = p_desktop,
        quiet_from = p_quiet_from, quiet_until = p_quiet_until;
END $$;

-- One notice, when its claim is opened from it.
CREATE FUNCTION public.see_notice(p_notice int) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE desk_notice SET seen_at = now()
    WHERE id = p_notice AND user_id = app.me() AND seen_at IS NULL
$$;

GRANT EXECUTE ON FUNCTION public.choose_notices(text[], boolean, time, time),
    public.see_notice(int) TO claims_staff;
GRANT EXECUTE ON FUNCTION app.tell_approval(), app.tell_named() TO claims_owner;

RESET ROLE;
SET ROLE claims_owner;

CREATE TRIGGER t93_tell_approval AFTER UPDATE OF status ON claims_claim
    FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status
                       AND 'pending_approval' IN (NEW.status, OLD.status))
    EXECUTE FUNCTION app.tell_approval();
CREATE TRIGGER t93_tell_named AFTER INSERT ON claims_event
    FOR EACH ROW WHEN (NEW.kind = 'note' AND NEW.note LIKE '%@%')
    EXECUTE FUNCTION app.tell_named();

RESET ROLE;
