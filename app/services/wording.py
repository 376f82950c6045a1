"""The words people read for the domain's codes."""

from app.codes import (
    Action,
    ClaimType,
    ClockKind,
    DenialReason,
    Disposition,
    DocumentState,
    DocumentType,
    LetterKind,
    Outcome,
    Recommendation,
    ReferralReason,
    ReopenReason,
    ReviewOutcome,
    Status,
)
from app.words import say

SYSTEM, PORTAL = "Precedent", say("Portal")
STATUS: dict[Status, str] = {
    Status.DRAFT: say("Draft"),
    Status.SUBMITTED: say("Submitted"),
    Status.TRIAGED: say("Waiting"),
    Status.IN_REVIEW: say("In review"),
    Status.PENDING_INFO: say("Waiting for information"),
    Status.SIU_REVIEW: say("With SIU"),
    Status.PENDING_APPROVAL: say("Waiting for approval"),
    Status.APPROVED: say("Approved"),
    Status.DENIED: say("Denied"),
    Status.SETTLED: say("Settled"),
    Status.CLOSED: say("Closed"),
    Status.REOPENED: say("Reopened"),
    Status.WITHDRAWN: say("Withdrawn"),
    Status.VOID: say("Void"),
}

# A submitter reads nothing of the triage or of a referral.
OWN_STATUS: dict[Status, str] = {
    **STATUS,
    Status.TRIAGED: say("In review"),
    Status.SIU_REVIEW: say("In review"),
    Status.PENDING_APPROVAL: say("In review"),
    Status.REOPENED: say("In review"),
    Status.PENDING_INFO: say("We need information from you"),
}

CLOCK: dict[ClockKind, str] = {
    ClockKind.ACKNOWLEDGE: say("Acknowledge"),
    ClockKind.REPLY: say("Reply"),
    ClockKind.DECIDE: say("Decide"),
    ClockKind.STATUS_LETTER: say("Status letter"),
    ClockKind.PAY: say("Pay"),
    ClockKind.EXPLAIN: say("Explanation of benefits"),
}

CLAIM_TYPE: dict[ClaimType, str] = {
    ClaimType.MOTOR: say("Motor"),
    ClaimType.PROPERTY: say("Property"),
    ClaimType.HEALTH: say("Health"),
    ClaimType.TRAVEL: say("Travel"),
}

RECOMMENDATION: dict[Recommendation, str] = {
    Recommendation.FAST_TRACK: say("Fast track"),
    Recommendation.STANDARD_REVIEW: say("Review"),
    Recommendation.ENHANCED_REVIEW: say("Closer review"),
    Recommendation.REFER_SIU: say("Refer"),
    Recommendation.ABSTAIN: say("No comparable claims"),
}

OUTCOME: dict[Outcome, str] = {
    Outcome.SUBSTANTIATED: say("Substantiated"),
    Outcome.CLEARED: say("Cleared"),
}

ACTION: dict[Action, str] = {
    Action.TAKE: say("Take"),
    Action.RELEASE: say("Release"),
    Action.APPROVE: say("Approve"),
    Action.REFER: say("Refer to SIU"),
    Action.ASK: say("Ask for information"),
    Action.RESUME: say("Resume review"),
    Action.DENY: say("Deny"),
    Action.UNDO: say("Undo"),
    Action.PROPOSE: say("Send for approval"),
    Action.SEND_BACK: say("Send back"),
    Action.SETTLE: say("Settle"),
    Action.CLOSE: say("Close claim"),
    Action.REOPEN: say("Open again"),
    Action.WITHDRAW: say("Withdraw"),
    Action.VOID: say("Void"),
}

REFERRAL_REASON: dict[ReferralReason, str] = {
    ReferralReason.LATE_REPORT: say("Late report"),
    ReferralReason.EARLY_LOSS: say("Loss soon after the policy began"),
    ReferralReason.SHARED_CONTACT: say("Contact shared with unrelated claims"),
    ReferralReason.DOCUMENTS_CONFLICT: say("Documents contradict each other"),
    ReferralReason.AMOUNT_UNUSUAL: say("Amount unusual for the cause"),
    ReferralReason.ACCOUNT_INCONSISTENT: say("Account of the loss is inconsistent"),
}

DENIAL_REASON: dict[DenialReason, str] = {
    DenialReason.NOT_COVERED: say("Not covered by the policy"),
    DenialReason.EXCLUSION: say("An exclusion applies"),
    DenialReason.POLICY_NOT_IN_FORCE: say("Policy not in force at the loss"),
    DenialReason.BELOW_DEDUCTIBLE: say("Loss below the excess"),
    DenialReason.CONDITION_BREACHED: say("A policy condition was breached"),
    DenialReason.NOT_SUBSTANTIATED: say("Loss not substantiated"),
}

DISPOSITION: dict[Disposition, str] = {
    Disposition.CLEARED: say("Cleared"),
    Disposition.INCONCLUSIVE: say("Inconclusive"),
    Disposition.SUBSTANTIATED: say("Substantiated"),
}

DOCUMENT_TYPE: dict[DocumentType, str] = {
    DocumentType.POLICE_REPORT: say("Police report"),
    DocumentType.PHOTO: say("Photo"),
    DocumentType.ESTIMATE: say("Estimate"),
    DocumentType.INVOICE: say("Invoice"),
    DocumentType.RECEIPT: say("Receipt"),
    DocumentType.MEDICAL_REPORT: say("Medical report"),
    DocumentType.PROOF_OF_LOSS: say("Proof of loss"),
    DocumentType.POLICY: say("Policy"),
    DocumentType.ID_DOCUMENT: say("Identity document"),
    DocumentType.CORRESPONDENCE: say("Correspondence"),
    DocumentType.STATEMENT: say("Statement"),
    DocumentType.EXPERT_REPORT: say("Expert report"),
    DocumentType.OTHER: say("Other"),
}

DOCUMENT_STATE: dict[DocumentState, str] = {
    DocumentState.RECEIVED: say("Received"),
    DocumentState.SCANNING: say("Being checked"),
    DocumentState.CLEAN: say("Accepted"),
    DocumentState.REJECTED: say("Rejected"),
    DocumentState.QUARANTINED: say("In quarantine"),
}

REVIEW_OUTCOME: dict[ReviewOutcome, str] = {
    ReviewOutcome.JUSTIFIED_REVIEW: say("The review was justified"),
    ReviewOutcome.USEFUL_BUT_CLEAR: say("Useful, but the claim was clear"),
    ReviewOutcome.FALSE_ALARM: say("It needed no review"),
}

REOPEN_REASON: dict[ReopenReason, str] = {
    ReopenReason.NEW_EVIDENCE: say("New evidence"),
    ReopenReason.COMPLAINT: say("Complaint upheld"),
    ReopenReason.FURTHER_LOSS: say("Further loss or cost"),
    ReopenReason.COURT_OR_OMBUDSMAN: say("Court or ombudsman"),
    ReopenReason.OUR_MISTAKE: say("Our own mistake"),
}

LETTER: dict[LetterKind, str] = {
    LetterKind.ACKNOWLEDGE: say("Acknowledgement"),
    LetterKind.INFORMATION: say("Request for information"),
    LetterKind.DELAY: say("Letter on the delay"),
    LetterKind.DECISION: say("Decision"),
}


def who(kind: str, name: str | None) -> str:
    """Return who did what is told of; a claim that nobody here entered came by the portal."""
    return name or (PORTAL if kind in {"created", "submitted"} else SYSTEM)
