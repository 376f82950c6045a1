"""The packet of a referral: what an investigator needs, in one archive with its digests."""

import hashlib
import json
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session, sessionmaker

from app.access import Identity, Permission
from app.codes import ReferralReason
from app.database import translate
from app.errors import AppError, NotAllowed
from app.files.names import safe_name
from app.models import Claim, Score
from app.progress import Progress, silent
from app.services import wording
from app.services.claim_views import ClaimDetail
from app.services.claims import ClaimService
from app.services.document_views import DocumentView
from app.services.documents import DocumentService
from app.services.explaining import Explainer, explanation_of
from app.services.letter_texts import rendered

NOT_YOURS = "Investigators and supervisors make the packet of a referral."
COVER, SCORE, MANIFEST = "packet.pdf", "score.json", "manifest.json"
_BEGIN = text("SELECT begin_packet(:claim)")
_BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class PacketDraft:
    """A packet before it is written: its number, its cover as HTML and the receipt of its score."""

    claim_id: int
    number: str
    html: str
    receipt: dict[str, Any]


class PacketService:
    """Make packets of referred claims, as the signed-in person."""

    def __init__(
        self,
        sessions: sessionmaker[Session],
        identity: Identity,
        explainer: Explainer | None = None,
    ) -> None:
        self._sessions, self._identity, self._explainer = sessions, identity, explainer
        self._claims = ClaimService(sessions, identity, explainer)

    @property
    def may(self) -> bool:
        """Tell whether the person ever makes packets."""
        flags = self._identity.siu or self._identity.supervisor
        return flags and self._identity.may(Permission.CLAIM_DECIDE)

    def draft(self, claim_id: int) -> PacketDraft:
        """Gather what the claim says now; its history keeps that a packet was made.

        Raises NotAllowed for whom it is not, Refused where the claim was not referred.
        """
        if not self.may:
            raise NotAllowed(NOT_YOURS)
        with translate(), self._sessions.begin() as session:
            session.execute(_BEGIN, {"claim": claim_id})
            claim = session.get_one(Claim, claim_id)
            score = session.get(Score, claim.score_id) if claim.score_id else None
        receipt = _receipt(score, explanation_of(score, self._explainer)) if score else {}
        detail = self._claims.detail(claim_id)
        html = rendered("packet.html", _told(detail, claim, self._identity.full_name))
        return PacketDraft(claim_id, detail.row.number, html, receipt)

    def write(
        self,
        path: Path,
        draft: PacketDraft,
        pdf: bytes,
        documents: DocumentService,
        progress: Progress = silent,
    ) -> int:
        """Write the archive and return how many documents it holds; AppError if it cannot be.

        Only accepted documents go in; the others are named in the manifest with their state.
        """
        known = documents.list(draft.claim_id)
        inside = [document for document in known if document.newest.opens]
        left = [document for document in known if not document.newest.opens]
        try:
            with zipfile.ZipFile(path, "x", zipfile.ZIP_DEFLATED) as archive:
                entries = [_add(archive, COVER, pdf), _add(archive, SCORE, _json(draft.receipt))]
                for place, document in enumerate(inside, start=1):
                    entries.append(_copy(archive, place, document, documents))
                    progress(place, len(inside))
                told = {"claim": draft.number, "files": entries, "left_out": _left_out(left)}
                archive.writestr(MANIFEST, _json(told))
        except FileExistsError as error:
            raise AppError(f"{path.name} is there already. Choose another name.") from error
        except OSError as error:
            raise AppError(f"{path} cannot be written: {error.strerror}.") from error
        return len(inside)


def _told(detail: ClaimDetail, claim: Claim, reader: str) -> dict[str, Any]:
    known = set(ReferralReason)
    code = claim.status_reason
    reason = wording.REFERRAL_REASON[ReferralReason(code)] if code in known else "Not given"
    return {
        "number": detail.row.number,
        "reader": reader,
        "reason": reason,
        "notes": [claim.status_note] if claim.status_note else [],
        "flags": detail.flags.flags,
        "score": detail.score,
        "facts": detail.facts,
        "parties": detail.parties,
        "description": detail.description,
        "events": [
            {
                "at": f"{event.at.astimezone():%d %b %Y, %H:%M}",
                "text": f"{event.actor}: {event.text}",
            }
            for event in detail.events
        ],
    }


def _receipt(score: Score, explanation: Mapping[str, Any]) -> dict[str, Any]:
    precedents = explanation.get("precedents", [])
    told = {"score": float(score.score), "recommendation": score.recommendation}
    return {**told, "receipt": score.receipt, "precedents": precedents}


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> dict[str, Any]:
    archive.writestr(name, content)
    return {"name": name, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}


def _copy(
    archive: zipfile.ZipFile, place: int, document: DocumentView, documents: DocumentService
) -> dict[str, Any]:
    """Copy a verified document into the archive without holding it in memory."""
    newest = document.newest
    name = f"documents/{place:03}-{safe_name(newest.name)}"
    with tempfile.TemporaryDirectory(prefix="precedent-packet-") as folder:
        scratch = Path(folder) / "document"
        documents.save(newest.id, scratch)
        digest = hashlib.sha256()
        with scratch.open("rb") as source, archive.open(name, "w", force_zip64=True) as target:
            while block := source.read(_BLOCK):
                digest.update(block)
                target.write(block)
    kept = {"document": document.type, "version": newest.number, "kept_sha256": newest.sha256}
    return {"name": name, "size": newest.size, "sha256": digest.hexdigest(), **kept}


def _left_out(documents: list[DocumentView]) -> list[dict[str, str]]:
    return [{"name": one.newest.name, "state": str(one.newest.state)} for one in documents]


def _json(told: object) -> bytes:
    return json.dumps(told, indent=1, ensure_ascii=False, default=str).encode()
