"""What only a machine of the servers can look at: the bucket and the scanner that it is told of."""

import os
from collections.abc import Iterator, Mapping

from app.errors import AppError
from app.objects import Bucket, S3Store
from app.services.checks import Check
from app.worker.scanner import Scanner


def examine_servers(environment: Mapping[str, str] = os.environ) -> Iterator[Check]:
    """Check the bucket and the scanner that the environment names, if it names any."""
    bucket, scanner = Bucket.of(environment), Scanner.of(environment)
    if bucket:
        yield _bucket(bucket)
    if scanner:
        yield _scanner(scanner)


def _bucket(bucket: Bucket) -> Check:
    try:
        faults = S3Store(bucket).faults()
    except AppError as error:
        faults = [error.message]
    found = " ".join(faults) or f"{bucket.name} keeps documents as it should"
    return Check("own bucket", good=not faults, found=found)


def _scanner(scanner: Scanner) -> Check:
    try:
        answers = scanner.answers()
    except AppError:
        answers = False
    found = "answers" if answers else "does not answer: documents wait until it does"
    return Check("own scanner", good=answers, found=f"{found} ({scanner.address})")
