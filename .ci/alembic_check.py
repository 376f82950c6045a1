"""Migrate an empty PostgreSQL of our own, and fail when the models want anything more."""

import secrets
import sys
import tempfile
from pathlib import Path

from alembic import command
from alembic.util import CommandError

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from app.commands import alembic_config
from app.embedded.cluster import SUPERUSER, Cluster


def main() -> int:
    """Print what differs, if anything, and return the exit code."""
    password = secrets.token_urlsafe()
    with tempfile.TemporaryDirectory() as place:
        cluster = Cluster(Path(place) / "pg")
        cluster.init(password, durable=False)
        try:
            cluster.start()
            config = alembic_config(cluster.dsn("postgres", SUPERUSER, password))
            command.upgrade(config, "head")
            command.check(config)
        except CommandError as error:
            print(error)
            return 1
        finally:
            cluster.remove()
    return 0


if __name__ == "__main__":
    sys.exit(main())
