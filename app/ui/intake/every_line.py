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

CHANNELS = {code: plain(code) for code in Channel if code is not Channel.BATCH}
CHANNELS[Channel.EMAIL] = "E-mail"
AUTHORITIES = {
    Authority.POLICE: "Police",
    Authority.FIRE: "Fire service",
    Authority.NONE: "Nobody",
    Authority.UNKNOWN: "Not known",
}
CURRENCIES = {"GBP": "GBP (£)", "EUR": "EUR (€)", "USD": "USD ($)"}
GIVEN = "The privacy notice was given"
SIGNED = "The statement of truth is signed"
ACCOUNT = "In the words of who reports it, 20 characters or more"
LATER = "Needed to decide"
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
        need("policy_number", "Policy number", partial(Line, "POL-10956121")),
        need("coverage", "Coverage", partial(Choice, COVERAGES[kind])),
        need("policy_start", "Policy start", Day, THIRD),
        need("policy_expiry", "Policy expiry", Day, THIRD),
        may("policy_changed", "Last changed", Day, THIRD),
    )


def loss(kind: ClaimType, cause: str = "Cause", *more: Ask) -> tuple[Ask, ...]:
    """Ask when, where and how it happened; *more* follows the cause."""
    return (
        need("loss_date", "Date of loss", Day, THIRD),
        may("loss_time", "Time of loss", Clock, THIRD),
        may("reported_date", "Date reported", Day, THIRD, note="Today if left empty"),
        need("how_reported", "Reported by", partial(Choice, CHANNELS), THIRD),
        need("cause", cause, partial(Choice, CAUSES[kind]), THIRD),
        *more,
        need("loss_city", "Place of loss", partial(Line, "City or town")),
        need("loss_country", "Country", Line),
        may("facts.loss_coordinates", "Coordinates", partial(Line, "53.8008, -1.5491"), HALF),
        may("facts.catastrophe_code", "Catastrophe code", partial(Line, "If one is set"), HALF),
        need("description", "What happened", partial(Story, ACCOUNT), WHOLE),
        need("authority_contacted", "Called to the loss", partial(Choice, AUTHORITIES)),
        need("authority_reference", "Report number", Line, when=called),
    )


INJURIES = (
    need(HURT, "Anybody injured", YesNo),
    need("facts.injured_count", "People injured", _Count, when=if_yes(HURT)),
    may("facts.injured", "Who was hurt", Hurt, WHOLE, note=LATER, when=if_yes(HURT)),
)


def amounts(*more: Ask) -> tuple[Ask, ...]:
    """Ask what is claimed and who else pays; *more* follows the excess."""
    return (
        need("amount", "Claimed amount", Money, THIRD),
        need("policy_limit", "Policy limit", Money, THIRD),
        need("deductible", "Excess", Money, THIRD),
        *more,
        may("prior_claims_declared", "Earlier claims declared", _Count, THIRD),
        may("currency", "Currency", partial(Choice, CURRENCIES, unchosen=""), THIRD),
        need(OTHER, "Another insurer covers it", YesNo),
        need("facts.other_insurer", "Other insurer", Line, when=if_yes(OTHER)),
        may("facts.other_insurance_policy", "Its policy", Line, when=if_yes(OTHER)),
    )


def contact(role: str) -> tuple[Ask, ...]:
    """Ask for a name with a phone number or an e-mail address."""
    return (
        need(f"{role}.name", "Name", Line, THIRD),
        need(f"{role}.phone", "Phone", _Phone, THIRD),
        may(f"{role}.email", "E-mail", _Email, THIRD),
    )


def known(role: str) -> tuple[Ask, ...]:
    """Ask for a name and a phone number that may be left out."""
    return (
        may(f"{role}.name", "Name", Line, HALF),
        may(f"{role}.phone", "Phone", _Phone, HALF),
    )


ADDRESS = (
    need("policyholder.address_line", "Address", Line, WHOLE),
    may("policyholder.city", "City", Line, THIRD),
    may("policyholder.postcode", "Postcode", Line, THIRD),
    may("policyholder.country", "Country", partial(Line, "United Kingdom"), THIRD),
    need("facts.holder_born", "Date of birth", Day, THIRD),
    may("facts.holder_company", "or company number", Line, TWO_THIRDS),
)
RELATION = need("reporter.relation", "Relation to the insured", partial(Choice, RELATIONS), HALF)


def same_person(role: str) -> tuple[tuple[str, str], ...]:
    """Pair a party's name and contact with the policyholder's."""
    return tuple((f"{role}.{name}", f"policyholder.{name}") for name in ("name", "phone", "email"))


def people(*between: Part) -> tuple[Part, ...]:
    """Ask who is concerned; *between* come the parties that only one line has."""
    return (
        Part("Policyholder", (*contact("policyholder"), *ADDRESS), "policyholder"),
        Part("Claimant", contact("claimant"), "claimant", same_person("claimant")),
        Part("Reporter", (*contact("reporter"), RELATION), "reporter", same_person("reporter")),
        *between,
        Part("Witnesses", (may("witnesses", "Who else saw it", Witnesses, WHOLE),)),
    )


NOTICE = (
    need("notice_given", "Notice to the person", partial(Tick, GIVEN), WHOLE),
    may("facts.attested", "Statement of truth", partial(Tick, SIGNED), HALF, note=LATER),
    may("facts.attested_by", "Signed by", Line, HALF, when=if_yes("facts.attested")),
    may("facts.attested_on", "Signed on", Day, HALF, when=if_yes("facts.attested")),
)
