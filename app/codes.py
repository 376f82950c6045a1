"""The codes of the domain, and the one table of a claim's lifecycle."""

from dataclasses import dataclass
from enum import StrEnum


class ClaimType(StrEnum):
    """The lines of business."""

    MOTOR = "motor"
    PROPERTY = "property"
    HEALTH = "health"
    TRAVEL = "travel"


class Status(StrEnum):
    """Where a claim stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    TRIAGED = "triaged"
    IN_REVIEW = "in_review"
    PENDING_INFO = "pending_info"
    SIU_REVIEW = "siu_review"
    PENDING_APPROVAL = "pending_approval"
    APPROVED = "approved"
    DENIED = "denied"
    SETTLED = "settled"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"
    VOID = "void"


class Actor(StrEnum):
    """Who may move a claim."""

    USER = "user"
    STAFF = "staff"
    SIU = "siu"
    APPROVER = "approver"
    SUPERVISOR = "supervisor"
    AUTHOR = "author"
    SYSTEM = "system"


class Recommendation(StrEnum):
    """What the engine suggests; a person decides."""

    FAST_TRACK = "fast_track"
    STANDARD_REVIEW = "standard_review"
    ENHANCED_REVIEW = "enhanced_review"
    REFER_SIU = "refer_siu"
    ABSTAIN = "abstain"


class RuleState(StrEnum):
    """Whether a red-flag rule is shown, only recorded, or does not look."""

    SHADOW = "shadow"
    ON = "on"
    OFF = "off"


class Outcome(StrEnum):
    """How a settled claim ended, as its label."""

    SUBSTANTIATED = "substantiated"
    CLEARED = "cleared"


class Action(StrEnum):
    """What a person can do with a claim on the desk."""

    TAKE = "take"
    RELEASE = "release"
    APPROVE = "approve"
    REFER = "refer"
    ASK = "ask"
    RESUME = "resume"
    DENY = "deny"
    PROPOSE = "propose"
    SEND_BACK = "send_back"
    SETTLE = "settle"
    CLOSE = "close"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    VOID = "void"
    UNDO = "undo"


class ReferralReason(StrEnum):
    """Indicators an adjuster refers a claim with."""

    LATE_REPORT = "late_report"
    EARLY_LOSS = "early_loss"
    SHARED_CONTACT = "shared_contact"
    DOCUMENTS_CONFLICT = "documents_conflict"
    AMOUNT_UNUSUAL = "amount_unusual"
    ACCOUNT_INCONSISTENT = "account_inconsistent"


class DenialReason(StrEnum):
    """Grounds of the policy on which a person may deny."""

    NOT_COVERED = "not_covered"
    EXCLUSION = "exclusion"
    POLICY_NOT_IN_FORCE = "policy_not_in_force"
    BELOW_DEDUCTIBLE = "below_deductible"
    CONDITION_BREACHED = "condition_breached"
    NOT_SUBSTANTIATED = "not_substantiated"


class ReviewOutcome(StrEnum):
    """What the review of a claim came to, given when it is closed."""

    JUSTIFIED_REVIEW = "justified_review"
    USEFUL_BUT_CLEAR = "useful_but_clear"
    FALSE_ALARM = "false_alarm"


class ReopenReason(StrEnum):
    """Why a closed claim is opened again."""

    NEW_EVIDENCE = "new_evidence"
    COMPLAINT = "complaint"
    FURTHER_LOSS = "further_loss"
    COURT_OR_OMBUDSMAN = "court_or_ombudsman"
    OUR_MISTAKE = "our_mistake"


class LetterKind(StrEnum):
    """The letters that are sent on a claim."""

    ACKNOWLEDGE = "acknowledge"
    INFORMATION = "information"
    DELAY = "delay"
    DECISION = "decision"


class Disposition(StrEnum):
    """What an investigation ended with."""

    CLEARED = "cleared"
    INCONCLUSIVE = "inconclusive"
    SUBSTANTIATED = "substantiated"


class DocumentType(StrEnum):
    """What a document is to its claim."""

    POLICE_REPORT = "police_report"
    PHOTO = "photo"
    ESTIMATE = "estimate"
    INVOICE = "invoice"
    RECEIPT = "receipt"
    MEDICAL_REPORT = "medical_report"
    PROOF_OF_LOSS = "proof_of_loss"
    POLICY = "policy"
    ID_DOCUMENT = "id_document"
    CORRESPONDENCE = "correspondence"
    STATEMENT = "statement"
    EXPERT_REPORT = "expert_report"
    OTHER = "other"


class MarkKind(StrEnum):
    """What is left beside a document."""

    NOTE = "note"
    HIGHLIGHT = "highlight"
    TAG = "tag"


class DocumentState(StrEnum):
    """How far a version of a document has been checked; only a clean one is opened."""

    RECEIVED = "received"
    SCANNING = "scanning"
    CLEAN = "clean"
    REJECTED = "rejected"
    QUARANTINED = "quarantined"


class ClockKind(StrEnum):
    """What a clock wants done by its day."""

    ACKNOWLEDGE = "acknowledge"
    REPLY = "reply"
    DECIDE = "decide"
    STATUS_LETTER = "status_letter"
    PAY = "pay"
    EXPLAIN = "explain"


class ClockStart(StrEnum):
    """What starts a clock."""

    NOTICE = "notice"
    COMMUNICATION = "communication"
    PROOF = "proof"
    LIABILITY = "liability"


class DayKind(StrEnum):
    """Which days count: all, Monday to Friday, or those without the holidays of the place."""

    CALENDAR = "calendar"
    WORKING = "working"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True)
class Transition:
    """One permitted step of a claim; `start` is None when the claim is made."""

    start: Status | None
    end: Status
    who: frozenset[Actor]
    guard: str
    compensates: bool = False


def _step(
    start: str, end: str, who: str, guard: str, *, undo: bool = False
) -> tuple[Transition, ...]:
    actors = frozenset(Actor(name) for name in who.split("|"))
    starts = [Status(name) if name else None for name in start.split("|")]
    return tuple(Transition(s, Status(end), actors, guard, undo) for s in starts)


LIFECYCLE: tuple[Transition, ...] = (
    *_step("", "draft", "user|staff", "policy number, claim type and loss date are given"),
    *_step("draft", "submitted", "user|staff", "complete, with a reporter"),
    *_step("submitted", "triaged", "system", "scored, or a reason why it cannot be"),
    *_step("triaged", "in_review", "staff", "assigned to the person"),
    *_step("in_review", "triaged", "staff", "released before a decision", undo=True),
    *_step("in_review", "pending_info", "staff", "what is asked, of whom, diary date"),
    *_step(
        "pending_info",
        "in_review",
        "staff|system",
        "the answer arrived or the diary date is reached",
        undo=True,
    ),
    *_step("in_review", "siu_review", "staff", "referral reason"),
    *_step(
        "siu_review",
        "in_review",
        "siu|author",
        "disposition set, or withdrawn by its author before work began",
        undo=True,
    ),
    *_step("in_review", "pending_approval", "staff", "amount above own authority"),
    *_step(
        "pending_approval",
        "in_review",
        "approver|author",
        "sent back with a reason, or withdrawn by its author",
        undo=True,
    ),
    *_step("in_review", "approved", "staff", "amount within authority"),
    *_step("pending_approval", "approved", "approver", "a second person with authority"),
    *_step(
        "approved",
        "in_review",
        "author",
        "nothing paid, nobody acted since, version unchanged",
        undo=True,
    ),
    *_step("in_review", "denied", "staff", "named person, reason, quoted wording"),
    *_step(
        "denied",
        "in_review",
        "author|supervisor",
        "undo or complaint upheld, before the letter left",
        undo=True,
    ),
    *_step("approved", "settled", "staff", "payments final"),
    *_step("settled", "closed", "staff", "no open task, reserves zero, outcome given"),
    *_step("denied", "closed", "staff", "letter sent, no open task, outcome given"),
    *_step("closed", "reopened", "staff", "reason and note"),
    *_step("reopened", "in_review", "staff", "assigned"),
    *_step(
        "submitted|triaged|in_review|pending_info",
        "withdrawn",
        "user|staff",
        "the claimant's word, by whom",
    ),
    *_step("withdrawn", "closed", "staff", "no open task"),
    *_step(
        "draft|submitted|triaged|in_review|pending_info",
        "void",
        "staff",
        "the surviving claim's number, or entered in error",
    ),
)
