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

HEALTH = ClaimType.HEALTH
VISITS = {code: plain(code) for code in VisitType}
CARE = {CareType.IN_PATIENT: "In-patient", CareType.OUT_PATIENT: "Out-patient"}
ACCIDENTS = {
    Accident.NO: "No",
    Accident.WORK: "At work",
    Accident.AUTO: "On the road",
    Accident.OTHER: "Another accident",
}
_stays = if_one_of("facts.care_type", CareType.IN_PATIENT)
_referred = if_one_of("facts.visit_type", VisitType.REFERRAL)

PATIENT = (
    need("facts.patient_name", "Name", Line, THIRD),
    need("facts.patient_born", "Date of birth", Day, THIRD),
    need("facts.patient_relation", "Relation", partial(Choice, RELATIONS), THIRD),
    need("facts.member_id", "Member number", Line, THIRD),
)
HERSELF = (
    ("facts.patient_name", "policyholder.name"),
    ("facts.patient_born", "facts.holder_born"),
)
TREATMENT = (
    need("facts.diagnosis_codes", "Diagnosis codes", partial(Codes, "S52.5, J18.9"), TWO_THIRDS),
    need("facts.visit_type", "Kind of visit", partial(Choice, VISITS), THIRD),
    need("facts.care_type", "Kind of care", partial(Choice, CARE), THIRD),
    need("facts.accident_related", "After an accident", partial(Choice, ACCIDENTS), THIRD),
    may("facts.pre_authorization_no", "Authorisation number", Line, THIRD),
    need("facts.admission_date", "Admitted", Day, THIRD, when=_stays),
    need("facts.discharge_date", "Discharged", Day, THIRD, when=_stays),
    need("facts.referral_code", "Referral code", Line, THIRD, when=_referred),
)
PROVIDER = (
    *contact("provider")[:1],
    may("provider.phone", "Phone", partial(Line, "+44 7700 900123"), THIRD),
    need("facts.provider_id", "Provider number", partial(Line, "NPI or registry"), THIRD),
)
BILL = (need("facts.service_lines", "Services billed", Services, WHOLE),)

SECTIONS = (
    Section("Policy", 0, (Part("", policy(HEALTH)),)),
    Section("Event", 0, (Part("", loss(HEALTH)),)),
    Section("Patient", 0, (Part("Who was treated", PATIENT, same=HERSELF),)),
    Section("Treatment", 0, (Part("", TREATMENT),)),
    Section("People", 1, people(Part("Provider", PROVIDER, "provider"))),
    Section("Amounts", 1, (Part("", amounts()),)),
    Section("Notice", 1, (Part("", NOTICE),)),
    Section("Bill", 2, (Part("", BILL),)),
)
