"""What the health form asks."""

from functools import partial

from app.codes import ClaimType
from app.services.choices import RELATIONS
from app.services.line_codes import Accident, CareType, VisitType
from app.ui.intake.asks import THIRD, TWO_THIRDS, WHOLE, Part, Section, may, need
from app.ui.intake.dates import Day
from app.ui.intake.editors import Choice, Codes, Line
from app.ui.intake.every_line import NOTICE, amounts, contact, if_one_of, loss, people, policy
from app.ui.intake.things import Services
from app.ui.words import plain
from app.words import say

HEALTH = ClaimType.HEALTH
VISITS = {code: plain(code) for code in VisitType}
CARE = {CareType.IN_PATIENT: say("In-patient"), CareType.OUT_PATIENT: say("Out-patient")}
ACCIDENTS = {
    Accident.NO: say("No"),
    Accident.WORK: say("At work"),
    Accident.AUTO: say("On the road"),
    Accident.OTHER: say("Another accident"),
}
_stays = if_one_of("facts.care_type", CareType.IN_PATIENT)
_referred = if_one_of("facts.visit_type", VisitType.REFERRAL)

PATIENT = (
    need("facts.patient_name", say("Name"), Line, THIRD),
    need("facts.patient_born", say("Date of birth"), Day, THIRD),
    need("facts.patient_relation", say("Relation"), partial(Choice, RELATIONS), THIRD),
    need("facts.member_id", say("Member number"), Line, THIRD),
)
HERSELF = (
    ("facts.patient_name", "policyholder.name"),
    ("facts.patient_born", "facts.holder_born"),
)
TREATMENT = (
    need(
        "facts.diagnosis_codes", say("Diagnosis codes"), partial(Codes, "S52.5, J18.9"), TWO_THIRDS
    ),
    need("facts.visit_type", say("Kind of visit"), partial(Choice, VISITS), THIRD),
    need("facts.care_type", say("Kind of care"), partial(Choice, CARE), THIRD),
    need("facts.accident_related", say("After an accident"), partial(Choice, ACCIDENTS), THIRD),
    may("facts.pre_authorization_no", say("Authorisation number"), Line, THIRD),
    need("facts.admission_date", say("Admitted"), Day, THIRD, when=_stays),
    need("facts.discharge_date", say("Discharged"), Day, THIRD, when=_stays),
    need("facts.referral_code", say("Referral code"), Line, THIRD, when=_referred),
)
PROVIDER = (
    *contact("provider")[:1],
    may("provider.phone", say("Phone"), partial(Line, "+44 7700 900123"), THIRD),
    need("facts.provider_id", say("Provider number"), partial(Line, say("NPI or registry")), THIRD),
)
BILL = (need("facts.service_lines", say("Services billed"), Services, WHOLE),)

SECTIONS = (
    Section(say("Policy"), 0, (Part("", policy(HEALTH)),)),
    Section(say("Event"), 0, (Part("", loss(HEALTH)),)),
    Section(say("Patient"), 0, (Part(say("Who was treated"), PATIENT, same=HERSELF),)),
    Section(say("Treatment"), 0, (Part("", TREATMENT),)),
    Section(say("People"), 1, people(Part(say("Provider"), PROVIDER, "provider"))),
    Section(say("Amounts"), 1, (Part("", amounts()),)),
    Section(say("Notice"), 1, (Part("", NOTICE),)),
    Section(say("Bill"), 2, (Part("", BILL),)),
)
