"""What the forms of all lines ask: policy, loss, people, amounts and the notice."""

from collections.abc import Callable
from functools import partial

from app.codes import ClaimType
from app.services.choices import CAUSES, COVERAGES, RELATIONS
from app.services.claim_draft import Authority, Channel
from app.ui.intake.asks import HALF, THIRD, TWO_THIRDS, WHOLE, Ask, Part, may, need
from app.ui.intake.check import Values
from app.ui.intake.choices import Tick, YesNo
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Clock, Line, Money, Story
from app.ui.intake.things import Hurt
from app.ui.intake.witnesses import Witnesses
from app.ui.words import plain
from app.words import say

CHANNELS = {code: plain(code) for code in Channel if code is not Channel.BATCH}
CHANNELS[Channel.EMAIL] = say("E-mail")
AUTHORITIES = {
    Authority.POLICE: say("Police"),
    Authority.FIRE: say("Fire service"),
    Authority.NONE: say("Nobody"),
    Authority.UNKNOWN: say("Not known"),
}
CURRENCIES = {"GBP": say("GBP (£)"), "EUR": say("EUR (€)"), "USD": say("USD ($)")}
GIVEN = say("The privacy notice was given")
SIGNED = say("The statement of truth is signed")
ACCOUNT = say("In the words of who reports it, 20 characters or more")
LATER = say("Needed to decide")
HURT, OTHER = "facts.injuries", "facts.other_insurance"


def called(values: Values) -> bool:
    """Tell whether police or fire service came."""
    return values["authority_contacted"] in {Authority.POLICE, Authority.FIRE}


def if_yes(name: str) -> Callable[[Values], bool]:
    """Ask only where *name* was answered with yes."""
    return lambda values: values[name] is True


def if_one_of(name: str, *codes: str) -> Callable[[Values], bool]:
    """Ask only where *name* is one of *codes*."""
    return lambda values: values[name] in codes


_Count = partial(Line)
_Phone = partial(Line, "+44 7700 900123")
_Email = partial(Line, "name@example.org")


def policy(kind: ClaimType) -> tuple[Ask, ...]:
    """Ask for the policy."""
    return (
        need("policy_number", say("Policy number"), partial(Line, "POL-10956121")),
        need("coverage", say("Coverage"), partial(Choice, COVERAGES[kind])),
        need("policy_start", say("Policy start"), Day, THIRD),
        need("policy_expiry", say("Policy expiry"), Day, THIRD),
        may("policy_changed", say("Last changed"), Day, THIRD),
    )


def loss(kind: ClaimType, cause: str = say("Cause"), *more: Ask) -> tuple[Ask, ...]:
    """Ask when, where and how it happened; *more* follows the cause."""
    return (
        need("loss_date", say("Date of loss"), Day, THIRD),
        may("loss_time", say("Time of loss"), Clock, THIRD),
        may("reported_date", say("Date reported"), Day, THIRD, note=say("Today if left empty")),
        need("how_reported", say("Reported by"), partial(Choice, CHANNELS), THIRD),
        need("cause", cause, partial(Choice, CAUSES[kind]), THIRD),
        *more,
        need("loss_city", say("Place of loss"), partial(Line, say("City or town"))),
        need("loss_country", say("Country"), Line),
        may("facts.loss_coordinates", say("Coordinates"), partial(Line, "53.8008, -1.5491"), HALF),
        may(
            "facts.catastrophe_code",
            say("Catastrophe code"),
            partial(Line, say("If one is set")),
            HALF,
        ),
        need("description", say("What happened"), partial(Story, ACCOUNT), WHOLE),
        need("authority_contacted", say("Called to the loss"), partial(Choice, AUTHORITIES)),
        need("authority_reference", say("Report number"), Line, when=called),
    )


INJURIES = (
    need(HURT, say("Anybody injured"), YesNo),
    need("facts.injured_count", say("People injured"), _Count, when=if_yes(HURT)),
    may("facts.injured", say("Who was hurt"), Hurt, WHOLE, note=LATER, when=if_yes(HURT)),
)


def amounts(*more: Ask) -> tuple[Ask, ...]:
    """Ask what is claimed and who else pays; *more* follows the excess."""
    return (
        need("amount", say("Claimed amount"), Money, THIRD),
        need("policy_limit", say("Policy limit"), Money, THIRD),
        need("deductible", say("Excess"), Money, THIRD),
        *more,
        may("prior_claims_declared", say("Earlier claims declared"), _Count, THIRD),
        may("currency", say("Currency"), partial(Choice, CURRENCIES, unchosen=""), THIRD),
        need(OTHER, say("Another insurer covers it"), YesNo),
        need("facts.other_insurer", say("Other insurer"), Line, when=if_yes(OTHER)),
        may("facts.other_insurance_policy", say("Its policy"), Line, when=if_yes(OTHER)),
    )


def contact(role: str) -> tuple[Ask, ...]:
    """Ask for a name with a phone number or an e-mail address."""
    return (
        need(f"{role}.name", say("Name"), Line, THIRD),
        need(f"{role}.phone", say("Phone"), _Phone, THIRD),
        may(f"{role}.email", say("E-mail"), _Email, THIRD),
    )


def known(role: str) -> tuple[Ask, ...]:
    """Ask for a name and a phone number that may be left out."""
    return (
        may(f"{role}.name", say("Name"), Line, HALF),
        may(f"{role}.phone", say("Phone"), _Phone, HALF),
    )


ADDRESS = (
    need("policyholder.address_line", say("Address"), Line, WHOLE),
    may("policyholder.city", say("City"), Line, THIRD),
    may("policyholder.postcode", say("Postcode"), Line, THIRD),
    may("policyholder.country", say("Country"), partial(Line, say("United Kingdom")), THIRD),
    need("facts.holder_born", say("Date of birth"), Day, THIRD),
    may("facts.holder_company", say("or company number"), Line, TWO_THIRDS),
)
RELATION = need(
    "reporter.relation", say("Relation to the insured"), partial(Choice, RELATIONS), HALF
)


def same_person(role: str) -> tuple[tuple[str, str], ...]:
    """Pair a party's name and contact with the policyholder's."""
    return tuple((f"{role}.{name}", f"policyholder.{name}") for name in ("name", "phone", "email"))


def people(*between: Part) -> tuple[Part, ...]:
    """Ask who is concerned; *between* come the parties that only one line has."""
    return (
        Part(say("Policyholder"), (*contact("policyholder"), *ADDRESS), "policyholder"),
        Part(say("Claimant"), contact("claimant"), "claimant", same_person("claimant")),
        Part(
            say("Reporter"), (*contact("reporter"), RELATION), "reporter", same_person("reporter")
        ),
        *between,
        Part(say("Witnesses"), (may("witnesses", say("Who else saw it"), Witnesses, WHOLE),)),
    )


NOTICE = (
    need("notice_given", say("Notice to the person"), partial(Tick, GIVEN), WHOLE),
    may("facts.attested", say("Statement of truth"), partial(Tick, SIGNED), HALF, note=LATER),
    may("facts.attested_by", say("Signed by"), Line, HALF, when=if_yes("facts.attested")),
    may("facts.attested_on", say("Signed on"), Day, HALF, when=if_yes("facts.attested")),
)
