"""Red-flag rules: evaluated by the database, shown beside the score, kept with every version."""

from datetime import date
from decimal import Decimal
from typing import Any

import psycopg2
import pytest
from psycopg2.extras import Json

from app.access import Identity
from app.ml.columns import is_protected
from tests.factories import a_claim, a_model, a_party, a_person, a_receipt
from tests.server import Database, ask

WHY = "Too many false alarms on trial."


def found(database: Database, claim: int) -> dict[str, str]:
    """Return what the last look at a claim found, by the code of the rule."""
    rows = database.run(
        "SELECT r.code, f.said FROM claims_red_flag f JOIN red_flag_rule r ON r.id = f.rule_id"
        " WHERE f.flagging_id = (SELECT max(id) FROM claims_flagging WHERE claim_id = %s)",
        claim,
    )
    return dict(rows)


def scored(database: Database, **changes: Any) -> int:
    """Score a claim as its adjuster does, and with that look at it."""
    if not database.value("SELECT count(*) FROM ml_engine_mlmodel"):
        a_model(database)
    changes.setdefault("policy_number", f"POL-{database.value('SELECT gen_random_uuid()')}")
    lines = frozenset({"motor", "property", "health", "travel"})
    adjuster = a_person(database, lines=lines)
    claim = a_claim(database, "in_review", assigned_to=adjuster.id, **changes)
    ask(database.connect_as(adjuster), "SELECT record_score(%s, %s)", claim, a_receipt())
    return claim


def change(database: Database, person: Identity, code: str, version: int, state: str) -> Any:
    statement = "SELECT change_rule(%s, %s, %s, 3, %s)"
    return ask(database.connect_as(person), statement, code, version, state, WHY)[0][0]


def test_a_claim_is_looked_at_when_it_is_scored_and_the_fact_is_told(database: Database):
    claim = scored(database, loss_date=date(2026, 3, 2), policy_start=date(2026, 2, 25))

    assert found(database, claim)["RF01"] == "Days from the policy's start to the loss: 5"
    kinds = database.run("SELECT kind, detail FROM claims_event WHERE claim_id = %s", claim)
    assert ("flagged", {"rules": ["RF01"], "points": 8}) in kinds


def test_flags_never_move_the_score(database: Database):
    plain = scored(database)
    flagged = scored(database, policy_start=date(2026, 3, 1), amount=Decimal(19900))

    scores = database.run(
        "SELECT ml_score, ml_recommendation FROM claims_claim WHERE id IN (%s, %s)", plain, flagged
    )
    assert found(database, plain) == {}
    assert found(database, flagged)
    assert len(set(scores)) == 1


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("RF02", {"policy_expiry": date(2026, 3, 10)}),
        ("RF04", {"reported_date": date(2026, 5, 2)}),
        ("RF05", {"facts": {"accident_type": "hit_and_run"}}),
        ("RF08", {"amount": Decimal(19500)}),
        ("RF20", {"facts": {"accident_type": "rear_end", "injured_count": 3, "drivable": "yes"}}),
        ("RF21", {"facts": {"injured_count": 3, "occupants_count": 2}}),
        ("RF22", {"facts": {"accident_type": "hit_and_run", "witness_count": 0}}),
        ("RF25", {"cause": "theft", "authority_contacted": "police", "facts": {"keys_count": 1}}),
        (
            "RF30",
            {
                "claim_type": "property",
                "cause": "fire",
                "facts": {"occupants_present": False, "pets_present": "no"},
            },
        ),
        ("RF32", {"claim_type": "property", "facts": {"alarm_worked": False}}),
        (
            "RF33",
            {
                "claim_type": "property",
                "facts": {"items": [{"claimed": 900}, {"claimed": 100, "receipt": True}]},
            },
        ),
        (
            "RF40",
            {
                "claim_type": "health",
                "facts": {"service_lines": [{"day": "2026-03-02", "procedure": "97110"}] * 2},
            },
        ),
        ("RF50", {"claim_type": "travel", "facts": {"policy_purchase_date": "2026-03-01"}}),
        (
            "RF35",
            {
                "claim_type": "property",
                "facts": {"items": [{"name": "Cash in a drawer", "claimed": 900}]},
            },
        ),
        ("RF03", {"policy_changed": date(2026, 2, 20)}),
        (
            "RF46",
            {
                "claim_type": "health",
                "facts": {
                    "provider_id": "1234567893",
                    "service_lines": [
                        {"day": "2026-03-02", "procedure": "97110", "units": 60},
                        {"day": "2026-03-02", "procedure": "97112", "units": 60},
                    ],
                },
            },
        ),
        ("RF51", {"claim_type": "travel", "cause": "baggage_loss", "facts": {}}),
    ],
)
def test_each_rule_holds_for_the_facts_it_is_about(
    database: Database, code: str, changes: dict[str, Any]
):
    claim = scored(database, **changes)

    assert code in found(database, claim)


def test_what_is_not_known_raises_no_flag(database: Database):
    nothing: dict[str, Any] = {
        "policy_start": None,
        "policy_expiry": None,
        "policy_limit": None,
        "facts": {},
    }

    claim = scored(database, authority_contacted="unknown", reported_date=None, **nothing)

    assert found(database, claim) == {}


def test_facts_that_are_not_what_they_should_be_stop_no_score(database: Database):
    odd = {"occupants_count": "many", "injured_count": [], "drivable": 7, "impact_points": "front"}

    claim = scored(database, facts=odd | {"keys_count": "9" * 40})

    assert found(database, claim) == {}


def test_the_same_loss_told_twice_is_flagged_s_duplicate_fnol(database: Database):
    scored(database, policy_number="POL-TWICE")

    second = scored(database, policy_number="POL-TWICE")

    assert found(database, second)["RF12"] == "Other claims of the same loss: 1"


def test_a_contact_of_somebody_else_is_flagged_and_an_own_one_is_not(database: Database):
    for name in ("Ada Other", "Rita Reporter"):
        earlier = a_claim(database, policy_number=f"POL-{name}")
        database.run("UPDATE claims_party SET phone = '+441' WHERE claim_id = %s", earlier)
        a_party(database, earlier, kind="claimant", name=name, phone="+447700900777")

    claim = scored(database)
    before = found(database, claim)
    a_party(database, claim, kind="claimant", name="Rita Reporter", phone="+447700900777")
    database.run("INSERT INTO red_flag_due VALUES (%s)", claim)
    ask(database.connect_worker(), "SELECT look_again(10)")

    assert "RF11" not in before
    assert found(database, claim)["RF11"] == ("Claims under other names with the same contact: 1")


def test_a_rule_in_shadow_is_recorded_but_not_shown_to_those_who_decide(database: Database):
    claim = scored(database, amount=Decimal(2000))
    owner = database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim)
    adjuster = Identity(owner, "", "", a_person(database).role)
    admin = a_person(database, "admin")

    rows = {
        who.role: ask(database.connect_as(who), "SELECT said FROM claims_red_flag")
        for who in (adjuster, admin)
    }

    assert found(database, claim) == {"RF10": "A round amount is claimed"}
    assert list(rows.values()) == [[], [("A round amount is claimed",)]]


def test_a_user_reads_neither_rules_nor_flags(database: Database):
    user = database.connect_as(a_person(database, "user"))

    for table in ("red_flag_rule", "claims_flagging", "claims_red_flag", "red_flag_current"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            ask(user, f"SELECT * FROM {table}")


def test_a_changed_rule_is_a_new_version_with_its_reason_in_a_chained_history(database: Database):
    claim = scored(database, policy_expiry=date(2026, 3, 10))
    analyst = a_person(database, analyst=True)

    version = change(database, analyst, "RF02", 1, "off")
    ask(database.connect_worker(), "SELECT look_again(10)")

    assert version == 2
    assert found(database, claim) == {}
    versions = database.run(
        "SELECT version, state, why, made_by FROM red_flag_rule WHERE code = 'RF02' ORDER BY 1"
    )
    assert versions == [(1, "on", "As delivered", None), (2, "off", WHY, analyst.id)]
    told = database.run("SELECT actor_id, reason, detail ->> 'rule' FROM ml_engine_event")
    assert told == [(analyst.id, WHY, "RF02")]


def test_whoever_was_slower_with_a_rule_changes_nothing(database: Database):
    analyst, admin = a_person(database, analyst=True), a_person(database, "admin")
    change(database, analyst, "RF02", 1, "shadow")

    assert change(database, admin, "RF02", 1, "off") is None
    assert database.value("SELECT count(*) FROM red_flag_rule WHERE code = 'RF02'") == 2


@pytest.mark.parametrize("flags", [{}, {"supervisor": True}, {"siu": True}])
def test_those_who_decide_change_no_rule(database: Database, flags: dict[str, Any]):
    with pytest.raises(psycopg2.Error, match="Only analysts and administrators"):
        change(database, a_person(database, **flags), "RF02", 1, "off")


def test_no_rule_looks_at_a_protected_fact_or_a_proxy_of_one(database: Database):
    lines = ("motor", "property", "health", "travel")
    claims = [a_claim(database, claim_type=line) for line in lines]
    told = database.run(
        "SELECT jsonb_object_keys(app.claim_facts(c) || app.line_facts(c) || app.earlier_facts(c)"
        " || app.shared_facts(c) || app.more_facts(c)) FROM claims_claim c WHERE id = ANY (%s)",
        claims,
    )
    facts = {name for (name,) in told}
    looked = database.run(
        "SELECT DISTINCT part #>> '{}' FROM red_flag_rule,"
        " jsonb_path_query(condition, '$.**.fact') AS part"
        " UNION SELECT part #>> '{}' FROM red_flag_rule,"
        " jsonb_path_query(condition, '$.**.other') AS part"
    )

    assert {name for (name,) in looked} <= facts
    assert [name for name in facts if is_protected(name)] == []


def test_the_record_of_a_rule_counts_claims_and_what_reviews_came_to(database: Database):
    for outcome in ("justified_review", "false_alarm", None):
        claim = scored(database, policy_expiry=date(2026, 3, 10), facts={})
        database.run("UPDATE claims_claim SET review_outcome = %s WHERE id = %s", outcome, claim)

    lead = database.connect_as(a_person(database, supervisor=True))
    rows = ask(lead, "SELECT * FROM rule_record()")

    assert rows == [("RF02", 3, 2, 1)]
    with pytest.raises(psycopg2.Error, match="watch over rules"):
        ask(database.connect_as(a_person(database)), "SELECT * FROM rule_record()")


def test_a_paper_that_lies_in_another_claim_is_flagged_once_it_is_clean(database: Database):
    claim, other = scored(database), scored(database)
    for number in (other, claim):
        _clean_paper(database, number)

    done = ask(database.connect_worker(), "SELECT look_again(10)")

    assert done == [(2,)]
    assert found(database, claim)["RF13"] == "The same paper lies in other claims: 1"


def bill(patient: str) -> dict[str, Any]:
    """Return what a provider billed for one patient of a policy."""
    service = {"day": "2026-03-02", "procedure": "97110", "units": 1}
    return {"provider_id": "1234567893", "patient_name": patient, "service_lines": [service]}


def test_three_patients_of_a_policy_on_one_day_are_told(database: Database):
    whose = {"claim_type": "health", "policy_number": "POL-FAMILY"}

    claims = [scored(database, facts=bill(name), **whose) for name in ("Ann", "Ben", "Cem")]

    assert ["RF45" in found(database, claim) for claim in claims] == [False, False, True]


def test_an_estimate_far_above_its_kind_of_accident_is_told(database: Database):
    for n in range(40):
        facts = {"accident_type": "parked", "estimate_amount": 900 + 10 * n}
        a_claim(database, "closed", policy_number=f"POL-{n}", facts=facts)

    claims = [
        scored(database, facts={"accident_type": "parked", "estimate_amount": amount})
        for amount in (1200, 12000)
    ]
    for claim in claims:
        database.run("INSERT INTO red_flag_due VALUES (%s)", claim)
    ask(database.connect_worker(), "SELECT look_again(10)")

    assert ["RF27" in found(database, claim) for claim in claims] == [False, True]


@pytest.mark.parametrize(
    ("tag", "code"),
    [("presses for a quick settlement", "RF16"), ("knows the terms of claims well", "RF17")],
)
def test_what_an_adjuster_notes_by_a_tag_is_flagged_until_the_tag_goes(
    database: Database, tag: str, code: str
):
    claim = scored(database)
    owner = database.value("SELECT assigned_to FROM claims_claim WHERE id = %s", claim)
    adjuster = database.connect_as(Identity(owner, "", "", a_person(database).role))

    told = []
    for on in (True, False):
        ask(adjuster, "SELECT tag_claim(%s, %s, %s)", claim, tag, on)
        ask(database.connect_worker(), "SELECT look_again(10)")
        told.append(set(found(database, claim)))

    assert told == [{code}, set()]


@pytest.mark.parametrize(
    ("kind", "facts", "flagged"),
    [
        ("photo", {"taken": "2026-02-20T10:00:00"}, True),
        ("photo", {"taken": "2026-03-02T10:00:00"}, False),
        ("photo", {"taken": "0000-00-00T00:00:00"}, False),
        ("invoice", {"producer": "Adobe Photoshop 25.1"}, True),
        ("invoice", {"producer": "Microsoft Word"}, False),
    ],
)
def test_papers_that_contradict_the_claim_are_flagged(
    database: Database, kind: str, facts: dict[str, Any], flagged: bool
):
    claim = scored(database)
    _clean_paper(database, claim, kind=kind, facts=facts)

    ask(database.connect_worker(), "SELECT look_again(10)")

    assert ("RF14" in found(database, claim)) is flagged


def test_a_photo_that_only_looks_like_one_of_another_claim_is_flagged(database: Database):
    claim, other = scored(database), scored(database)
    _clean_paper(database, other, digest="c" * 64, photo=0b1011)
    _clean_paper(database, claim, photo=0b0011)

    ask(database.connect_worker(), "SELECT look_again(10)")

    assert found(database, claim)["RF13"] == "The same paper lies in other claims: 1"


def test_a_receipt_of_another_journey_is_told(database: Database):
    claims = [scored(database, claim_type="travel", facts={}) for _ in range(2)]
    for claim in claims:
        _clean_paper(database, claim, kind="receipt")

    ask(database.connect_worker(), "SELECT look_again(10)")

    assert found(database, claims[0])["RF52"] == "The same receipt lies in other claims: 1"


def _clean_paper(
    database: Database,
    claim: int,
    *,
    kind: str = "other",
    digest: str = "b" * 64,
    facts: dict[str, Any] | None = None,
    photo: int | None = None,
) -> None:
    document = "INSERT INTO claims_document (claim_id, document_type) VALUES (%s, %s) RETURNING id"
    database.run(
        "INSERT INTO claims_document_version (document_id, claim_id, number, object_key, name,"
        " size, sha256, media_type, facts, photo_hash)"
        " VALUES (%s, %s, 1, 'key', 'a.pdf', 9, %s, 'application/pdf', %s, %s)",
        database.value(document, claim, kind),
        claim,
        digest,
        Json(facts or {}),
        photo,
    )
    database.run("UPDATE claims_document_version SET state = 'clean' WHERE claim_id = %s", claim)
