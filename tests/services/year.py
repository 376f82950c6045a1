"""A year of claims whose labels come late: each month arrives open, and is told as days pass."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from psycopg2.extras import Json, execute_values
from sqlalchemy import select
from sqlalchemy.orm import sessionmaker

from app.ml import TriageModel
from app.models import Bundle, Claim, Judge, MLModel
from app.services.facts import ClaimFacts, features, frame
from tests.server import Database
from tests.services.labelled_claims import FIRST, settled_claims

ENDED = ("siu_status", "siu_disposition", "closed_outcome", "last_updated")
_QUIET = "SET session_replication_role = replica"
_SCORE = (
    "INSERT INTO ml_engine_score (claim_id, model_id, score, probability, confidence,"
    " recommendation, receipt, explanation) VALUES %s RETURNING id, claim_id"
)
_CHANGE = f"""
    {_QUIET};
    UPDATE claims_claim SET amount = 5500 + id * 37 %% 2500,
        loss_date = reported_date - (26 + id %% 9),
        cause = CASE siu_disposition WHEN 'substantiated' THEN 'sinkhole' ELSE cause END
    WHERE id = ANY (%s)
"""


class Year:
    """Lets claims arrive month by month, scored by the model that judges."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._sessions = sessionmaker(database.owner_engine(), expire_on_commit=False)
        self._waiting: dict[int, tuple[Any, ...]] = {}
        self._models: dict[str, TriageModel] = {}
        database.run("CREATE TABLE alerted (month int)")

    def before(self, count: int) -> None:
        """Insert settled claims of the time before the year."""
        settled_claims(self._database, count, start=-count)

    def month(self, number: int, *, changed: bool, claims: int = 60) -> None:
        """Let a month's claims arrive, score them, and let the labels come that are due.

        Where the world has *changed*, all are dear and late, which told the substantiated ones
        apart before; these are of a cause now that nobody knew.
        """
        start = 60 * (number - 1)
        ids = settled_claims(self._database, claims, start=start)
        if changed:
            self._database.run(_CHANGE, ids)
        self._hold(ids)
        self._score(ids)
        self.labels(FIRST + timedelta(days=30 * number))

    def labels(self, today: date) -> None:
        """Tell the outcomes of claims whose label has come by *today*."""
        now = datetime.combine(today, time(), UTC)
        due = {claim: told for claim, told in self._waiting.items() if told[-1] <= now}
        self._waiting = {claim: t for claim, t in self._waiting.items() if claim not in due}
        self._write(due, "closed")

    def note(self, month: int) -> None:
        """Note in which month there is an alert."""
        self._database.run(
            "INSERT INTO alerted SELECT %s WHERE EXISTS (SELECT FROM ml_engine_alert)", month
        )

    def _hold(self, ids: list[int]) -> None:
        columns = ", ".join(ENDED)
        rows = self._database.run(
            f"SELECT id, {columns} FROM claims_claim WHERE id = ANY (%s)", ids
        )
        self._waiting |= {number: tuple(told) for number, *told in rows}
        came = "SELECT id, submission_date FROM claims_claim WHERE id = ANY (%s)"
        opened = {n: (None, None, None, day) for n, day in self._database.run(came, ids)}
        self._write(opened, "triaged")

    def _write(self, told: dict[int, tuple[Any, ...]], status: str) -> None:
        if not told:
            return
        statement = (
            "UPDATE claims_claim c SET siu_status = v.a, siu_disposition = v.b,"
            f" closed_outcome = v.c, last_updated = v.d, status = '{status}'"
            " FROM (VALUES %s) AS v (id, a, b, c, d) WHERE c.id = v.id"
        )
        rows = [(number, *values) for number, values in told.items()]
        template = "(%s, %s::text, %s::text, %s::text, %s::timestamptz)"
        with self._database.connect_owner().cursor() as cursor:
            cursor.execute(_QUIET)
            execute_values(cursor, statement, rows, template=template, page_size=5000)

    def _score(self, ids: list[int]) -> None:
        number, model = self._judge()
        with self._sessions.begin() as session:
            claims = session.scalars(select(Claim).where(Claim.id.in_(ids))).all()
        told = [features(ClaimFacts.of(claim)) for claim in claims]
        judged = model.judge(frame(told))
        rows = [
            (
                claim.id,
                number,
                float(judged.score[n]),
                float(judged.probability[n]),
                float(judged.confidence[n]),
                str(judged.recommendation[n]),
                Json(judged.receipt(n)),
                Json({}),
            )
            for n, claim in enumerate(claims)
        ]
        shown = (
            "UPDATE claims_claim c SET score_id = v.score FROM (VALUES %s) AS v (score, claim)"
            " WHERE c.id = v.claim"
        )
        with self._database.connect_owner().cursor() as cursor:
            made = execute_values(cursor, _SCORE, rows, fetch=True, page_size=5000)
            cursor.execute(_QUIET)
            execute_values(cursor, shown, made, page_size=5000)

    def _judge(self) -> tuple[int, TriageModel]:
        from app.ml import bundle

        judging = (
            select(MLModel.id, MLModel.sha256, Bundle.data)
            .join(Judge, Judge.model_id == MLModel.id)
            .join(Bundle, Bundle.sha256 == MLModel.sha256)
        )
        with self._sessions.begin() as session:
            number, seal, data = session.execute(judging).one()
        if seal not in self._models:
            self._models[seal] = bundle.unpack(data, TriageModel)[0]
        return number, self._models[seal]
