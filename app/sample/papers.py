"""What firms, police and claimants write about a sample claim."""

from datetime import datetime, timedelta
from email.message import EmailMessage
from email.utils import format_datetime

from app.sample.claim import SampleClaim
from app.sample.dice import Dice
from app.sample.paper import Paper

VAT = 0.2
_PARTS = {
    "motor": (
        ("Bumper cover, remove and refit", 2.1),
        ("Panel, reshape and prime", 4.5),
        ("Paint, blend adjacent panels", 5.0),
        ("Lamp unit, replace", 0.8),
        ("Wheel alignment", 0.9),
        ("Sundries and waste", 0.4),
    ),
    "property": (
        ("Strip out wet plaster", 6.0),
        ("Drying, two machines for eight days", 9.5),
        ("Plaster and make good", 8.0),
        ("Decorate walls and ceiling", 7.5),
        ("Skirting, supply and fit", 3.0),
        ("Skip and waste transfer", 1.5),
    ),
}
_TREATMENT = ("Consultation", "Imaging", "Treatment, three sessions")
_COLUMNS = (56.0, 330.0, 400.0, 480.0)


def police_report(claim: SampleClaim) -> bytes:
    """Return the report that an officer took down."""
    paper = _paper("Incident report", "County Constabulary", claim)
    paper.band("COUNTY CONSTABULARY", "Incident report for insurers")
    _pairs(
        paper,
        ("Reference", claim.authority_reference or "not given"),
        ("Reported on", f"{claim.reported_date:%d %B %Y}"),
        ("Date of the incident", f"{claim.loss_date:%d %B %Y}{_hour(claim)}"),
        ("Place", f"{claim.loss_city}, {claim.loss_country}"),
        ("Reported by", claim.claimant),
        ("Nature", claim.cause.replace("_", " ")),
    )
    paper.heading("Account")
    paper.text(claim.description, font="typed", size=9.5)
    paper.heading("Action")
    paper.text(
        "The account was taken down as told. No arrest was made. No officer attended the place "
        "of the incident unless this is said above. This report is not evidence of the amount "
        "of any loss."
    )
    return paper.save()


def estimate(claim: SampleClaim, dice: Dice, *, share: float = 1.0) -> bytes:
    """Return a repairer's estimate that comes to the amount of the claim times *share*."""
    firm = _firm(claim)
    paper = _paper("Estimate of repairs", firm, claim)
    paper.band(firm.upper(), f"Estimate of repairs · {_number(dice, 'E')}")
    _pairs(paper, ("Prepared for", claim.claimant), ("Item", _item(claim)))
    paper.heading("Work")
    paper.cells("Description", "Hours", "Rate", "Amount", places=_COLUMNS, font="bold")
    net = float(claim.amount) * share / (1 + VAT)
    parts = _PARTS.get(claim.claim_type, _PARTS["property"])
    hours = [part * dice.uniform(0.8, 1.25) for _, part in parts]
    rate = net / sum(hours)
    for (work, _), spent in zip(parts, hours, strict=True):
        told = (f"{spent:.1f}", f"{rate:,.2f}", f"{spent * rate:,.2f}")
        paper.cells(work, *told, places=_COLUMNS)
    _sum(paper, net)
    paper.text("Valid for 30 days. Hidden damage found on dismantling is charged as found.")
    return paper.save()


def invoice(claim: SampleClaim, dice: Dice, *, treatment: bool = False) -> bytes:
    """Return the invoice of a firm, or of a provider of treatment."""
    firm = _firm(claim)
    paper = _paper("Invoice", firm, claim)
    paper.band(firm.upper(), f"Invoice {_number(dice, 'INV')}")
    _pairs(
        paper,
        ("Date", f"{claim.reported_date:%d %B %Y}"),
        ("Patient" if treatment else "Customer", claim.claimant),
        ("Policy", claim.policy_number),
    )
    paper.heading("Services")
    what = (
        ("Consultation", "Imaging", "Treatment, three sessions") if treatment else (_item(claim),)
    )
    shares = [dice.uniform(0.5, 1.5) for _ in what]
    net = float(claim.amount) / (1 + VAT)
    for said, share in zip(what, shares, strict=True):
        amount = net * share / sum(shares)
        paper.cells(said, "1", f"{amount:,.2f}", f"{amount:,.2f}", places=_COLUMNS)
    _sum(paper, net)
    paper.text("Payable within 14 days.")
    return paper.save()


def medical_report(claim: SampleClaim) -> bytes:
    """Return a short report of a provider of treatment."""
    firm = _firm(claim)
    paper = _paper("Medical report", firm, claim)
    paper.band(firm.upper(), "Report for the insurer, with the patient's consent")
    _pairs(paper, ("Patient", claim.claimant), ("Seen on", f"{claim.loss_date:%d %B %Y}"))
    paper.heading("History and findings")
    paper.text(claim.description)
    paper.heading("Opinion")
    paper.text(
        "The findings are consistent with the history given. Recovery is expected within six to "
        "eight weeks. A further appointment was offered."
    )
    return paper.save()


def statement(claim: SampleClaim) -> bytes:
    """Return the claimant's own statement."""
    paper = _paper("Statement of loss", claim.claimant, claim)
    paper.text("Statement of loss", size=18, font="bold")
    paper.space(8)
    _pairs(
        paper,
        ("Policy", claim.policy_number),
        ("Policyholder", claim.claimant),
        ("Date of loss", f"{claim.loss_date:%d %B %Y}{_hour(claim)}"),
        ("Amount claimed", f"GBP {claim.amount:,.2f}"),
    )
    paper.heading("In my own words")
    paper.text(claim.description)
    paper.space(24)
    paper.text("I believe that the facts stated here are true.")
    paper.space(30)
    paper.rule()
    paper.text(f"{claim.claimant}, {claim.reported_date:%d %B %Y}", size=9)
    return paper.save()


def letter(claim: SampleClaim, sent: datetime) -> bytes:
    """Return an e-mail of the claimant."""
    mail = EmailMessage()
    writer = next(party for party in claim.parties if party.kind == "claimant")
    mail["From"] = f'"{writer.name}" <{writer.email or "unknown@mail.example"}>'
    mail["To"] = "claims@insurer.example"
    mail["Subject"] = f"My claim, policy {claim.policy_number}"
    mail["Date"] = format_datetime(sent)
    mail["Message-ID"] = f"<{claim.precedent_key}@mail.example>"
    mail.set_content(
        "Good morning,\n\n"
        f"I reported this on {claim.reported_date:%d %B} and attach what I have so far. "
        f"{claim.description}\n\n"
        "Please tell me if you need the originals.\n\n"
        f"Kind regards\n{writer.name}\n{writer.phone or ''}\n"
    )
    return mail.as_bytes()


def _paper(title: str, author: str, claim: SampleClaim) -> Paper:
    return Paper(title, author, claim.submission_date + timedelta(hours=2))


def _pairs(paper: Paper, *pairs: tuple[str, str]) -> None:
    for name, said in pairs:
        paper.cells(name, said, places=(56.0, 190.0))


def _sum(paper: Paper, net: float) -> None:
    paper.rule()
    for said, amount in (("Net", net), ("VAT 20%", net * VAT)):
        paper.cells(said, f"{amount:,.2f}", places=(400.0, 480.0))
    paper.cells("Total GBP", f"{net * (1 + VAT):,.2f}", places=(400.0, 480.0), font="bold")
    paper.space(18)


def _number(dice: Dice, letters: str) -> str:
    return f"{letters}-{dice.digits(5)}"


def _hour(claim: SampleClaim) -> str:
    return f", about {claim.loss_time:%H:%M}" if claim.loss_time else ""


def _firm(claim: SampleClaim) -> str:
    firms = [party.name for party in claim.parties if party.kind in {"repairer", "provider"}]
    return firms[0] if firms else f"{claim.loss_city} Trade Services"


def _item(claim: SampleClaim) -> str:
    facts = claim.facts
    if "make" in facts:
        return f"{facts['make']} {facts['model']}, {facts.get('plate_number', '')}"
    if claim.claim_type == "property":
        return f"{claim.parties[0].address_line or claim.loss_city}, as inspected"
    return claim.cause.replace("_", " ").capitalize()
