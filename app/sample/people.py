"""The people who can sign in to the sample workspace."""

from dataclasses import dataclass, field
from decimal import Decimal

from app.access import Role
from app.codes import ClaimType

ALL_LINES = tuple(ClaimType)


@dataclass(frozen=True, slots=True)
class SamplePerson:
    """A person of the sample, as in `auth_user`."""

    username: str
    full_name: str
    role: Role
    region: str = "north"
    lines: tuple[ClaimType, ...] = ALL_LINES
    authority: Decimal = field(default=Decimal(0))
    siu: bool = False
    supervisor: bool = False
    analyst: bool = False


PEOPLE = (
    SamplePerson("maya", "Maya Chen", Role.STAFF, authority=Decimal(25000)),
    SamplePerson(
        "tom",
        "Tom Reyes",
        Role.STAFF,
        lines=(ClaimType.MOTOR, ClaimType.TRAVEL),
        authority=Decimal(7500),
    ),
    SamplePerson("ines", "Ines Duarte", Role.STAFF, authority=Decimal(25000), siu=True),
    SamplePerson("samir", "Samir Haddad", Role.STAFF, authority=Decimal(150000), supervisor=True),
    SamplePerson(
        "bea", "Bea Lindqvist", Role.STAFF, region="south", authority=Decimal(5000), analyst=True
    ),
    SamplePerson("ruth", "Ruth Okafor", Role.ADMIN),
    SamplePerson("leo", "Leo Brandt", Role.ADMIN),
    SamplePerson("grace", "Grace Holroyd", Role.USER, lines=()),
    SamplePerson("peter", "Peter Nowak", Role.USER, lines=()),
)

ADJUSTERS = {"north": ("maya", "tom", "samir"), "south": ("bea",)}
USERS = tuple(person for person in PEOPLE if person.role is Role.USER)
