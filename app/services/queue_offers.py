"""What a queue can be filtered by that people made: colleagues, tags and regions."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.access import Role
from app.models import Tag
from app.services.directory import Person, people_of

MOST_TAGS = 100


@dataclass(frozen=True, slots=True)
class Offered:
    """Active staff by name, the tags in use and the regions within reach."""

    colleagues: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


def read_offered(session: Session) -> Offered:
    """Return what there is to filter by, as the signed-in person may see it."""
    used = select(Tag.tag).distinct().order_by(Tag.tag).limit(MOST_TAGS)
    staff = tuple(one for one in people_of(session) if one.role is Role.STAFF)
    regions = session.scalars(select(func.claim_regions().column_valued()))
    return Offered(staff, tuple(session.scalars(used)), tuple(regions))
