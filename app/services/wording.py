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

SYSTEM, PORTAL = "Precedent", "Portal"
STATUS: dict[Status, str] = {
    Status.DRAFT: "Draft",
    Status.SUBMITTED: "Submitted",
    Status.TRIAGED: "Waiting",
    Status.IN_REVIEW: "In review",
    Status.PENDING_INFO: "Waiting for information",
    Status.SIU_REVIEW: "With SIU",
    Status.PENDING_APPROVAL: "Waiting for approval",
    Status.APPROVED: "Approved",
    Status.DENIED: "Denied",
    Status.SETTLED: "Settled",
    Status.CLOSED: "Closed",
    Status.REOPENED: "Reopened",
    Status.WITHDRAWN: "Withdrawn",
    Status.VOID: "Void",
}

# A submitter reads nothing of the triage or of a referral.
OWN_STATUS: dict[Status, str] = {
    **STATUS,
    Status.TRIAGED: "In review",
    Status.SIU_REVIEW: "In review",
    Status.PENDING_APPROVAL: "In review",
    Status.REOPENED: "In review",
    Status.PENDING_INFO: "We need information from you",
}

CLOCK: dict[ClockKind, str] = {
    ClockKind.ACKNOWLEDGE: "Acknowledge",
    ClockKind.REPLY: "Reply",
    ClockKind.DECIDE: "Decide",
    ClockKind.STATUS_LETTER: "Status letter",
    ClockKind.PAY: "Pay",
    ClockKind.EXPLAIN: "Explanation of benefits",
}

CLAIM_TYPE: dict[ClaimType, str] = {
    ClaimType.MOTOR: "Motor",
    ClaimType.PROPERTY: "Property",
    ClaimType.HEALTH: "Health",
    ClaimType.TRAVEL: "Travel",
}

RECOMMENDATION: dict[Recommendation, str] = {
    Recommendation.FAST_TRACK: "Fast track",
    Recommendation.STANDARD_REVIEW: "Review",
    Recommendation.ENHANCED_REVIEW: "Closer review",
    Recommendation.REFER_SIU: "Refer",
    Recommendation.ABSTAIN: "No comparable claims",
}

OUTCOME: dict[Outcome, str] = {
    Outcome.SUBSTANTIATED: "Substantiated",
    Outcome.CLEARED: "Cleared",
}

ACTION: dict[Action, str] = {
    Action.TAKE: "Take",
    Action.RELEASE: "Release",
    Action.APPROVE: "Approve",
    Action.REFER: "Refer to SIU",
    Action.ASK: "Ask for information",
    Action.RESUME: "Resume review",
    Action.DENY: "Deny",
    Action.UNDO: "Undo",
    Action.PROPOSE: "Send for approval",
    Action.SEND_BACK: "Send back",
    Action.SETTLE: "Settle",
    Action.CLOSE: "Close claim",
    Action.REOPEN: "Open again",
    Action.WITHDRAW: "Withdraw",
    Action.VOID: "Void",
}

REFERRAL_REASON: dict[ReferralReason, str] = {
    ReferralReason.LATE_REPORT: "Late report",
    ReferralReason.EARLY_LOSS: "Loss soon after the policy began",
    ReferralReason.SHARED_CONTACT: "Contact shared with unrelated claims",
    ReferralReason.DOCUMENTS_CONFLICT: "Documents contradict each other",
    ReferralReason.AMOUNT_UNUSUAL: "Amount unusual for the cause",
    ReferralReason.ACCOUNT_INCONSISTENT: "Account of the loss is inconsistent",
}

DENIAL_REASON: dict[DenialReason, str] = {
    DenialReason.NOT_COVERED: "Not covered by the policy",
    DenialReason.EXCLUSION: "An exclusion applies",
    DenialReason.POLICY_NOT_IN_FORCE: "Policy not in force at the loss",
    DenialReason.BELOW_DEDUCTIBLE: "Loss below the excess",
    DenialReason.CONDITION_BREACHED: "A policy condition was breached",
    DenialReason.NOT_SUBSTANTIATED: "Loss not substantiated",
}

DISPOSITION: dict[Disposition, str] = {
    Disposition.CLEARED: "Cleared",
    Disposition.INCONCLUSIVE: "Inconclusive",
    Disposition.SUBSTANTIATED: "Substantiated",
}

DOCUMENT_TYPE: dict[DocumentType, str] = {
    DocumentType.POLICE_REPORT: "Police report",
    DocumentType.PHOTO: "Photo",
    DocumentType.ESTIMATE: "Estimate",
    DocumentType.INVOICE: "Invoice",
    DocumentType.RECEIPT: "Receipt",
    DocumentType.MEDICAL_REPORT: "Medical report",
    DocumentType.PROOF_OF_LOSS: "Proof of loss",
    DocumentType.POLICY: "Policy",
    DocumentType.ID_DOCUMENT: "Identity document",
    DocumentType.CORRESPONDENCE: "Correspondence",
    DocumentType.STATEMENT: "Statement",
    DocumentType.EXPERT_REPORT: "Expert report",
    DocumentType.OTHER: "Other",
}

DOCUMENT_STATE: dict[DocumentState, str] = {
    DocumentState.RECEIVED: "Received",
    DocumentState.SCANNING: "Being checked",
    DocumentState.CLEAN: "Accepted",
    DocumentState.REJECTED: "Rejected",
    DocumentState.QUARANTINED: "In quarantine",
}

REVIEW_OUTCOME: dict[ReviewOutcome, str] = {
    ReviewOutcome.JUSTIFIED_REVIEW: "The review was justified",
    ReviewOutcome.USEFUL_BUT_CLEAR: "Useful, but the claim was clear",
    ReviewOutcome.FALSE_ALARM: "It needed no review",
}

REOPEN_REASON: dict[ReopenReason, str] = {
    ReopenReason.NEW_EVIDENCE: "New evidence",
    ReopenReason.COMPLAINT: "Complaint upheld",
    ReopenReason.FURTHER_LOSS: "Further loss or cost",
    ReopenReason.COURT_OR_OMBUDSMAN: "Court or ombudsman",
    ReopenReason.OUR_MISTAKE: "Our own mistake",
}

LETTER: dict[LetterKind, str] = {
    LetterKind.ACKNOWLEDGE: "Acknowledgement",
    LetterKind.INFORMATION: "Request for information",
    LetterKind.DELAY: "Letter on the delay",
    LetterKind.DECISION: "Decision",
}


def who(kind: str, name: str | None) -> str:
    """Return who did what is told of; a claim that nobody here entered came by the portal."""
    return name or (PORTAL if kind in {"created", "submitted"} else SYSTEM)
