"""The refusals of the token service, worded so that they tell nothing to a guesser."""


class Denied(Exception):
    """A request that is answered with an error code and one sentence."""

    def __init__(self, status: int, error: str, description: str, **more: str) -> None:
        super().__init__(description)
        self.status = status
        self.error = error
        self.description = description
        self.more = more
        self.headers: dict[str, str] = {}


class BadCredentials(Denied):
    """A wrong name, a wrong password, a person who may no longer sign in: one answer."""

    def __init__(self) -> None:
        super().__init__(400, "invalid_grant", "The user name or the password is wrong.")


class WrongPassword(Denied):
    """A password of a person who is signed in, and that is not theirs."""

    def __init__(self) -> None:
        super().__init__(400, "invalid_grant", "This is not your password. Try again.")


class BadRefreshToken(Denied):
    """A refresh token that is unknown, used, ended or too old: one answer."""

    def __init__(self) -> None:
        super().__init__(400, "invalid_grant", "The session has ended; sign in again.")


class BadAccessToken(Denied):
    """An access token that is missing, forged, foreign, stale or of an ended session."""

    def __init__(self) -> None:
        super().__init__(401, "invalid_token", "The access token is not valid.")
        self.headers = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class BadRequest(Denied):
    """A request that does not say what it wants."""

    def __init__(self, description: str, *, error: str = "invalid_request") -> None:
        super().__init__(400, error, description)


class Missing(Denied):
    """A person or a session that is not there, or is none of the asker's business."""

    def __init__(self, what: str) -> None:
        super().__init__(404, "not_found", f"There is no such {what}.")


class Forbidden(Denied):
    """Something that only an administrator may do."""

    def __init__(self) -> None:
        super().__init__(403, "insufficient_scope", "Only an administrator may do this.")


class Refused(Denied):
    """Something that a rule forbids as things are."""

    def __init__(self, description: str) -> None:
        super().__init__(409, "conflict", description)


class CodeNeeded(Denied):
    """The password is right, or the session is, and a one-time code is wanted as well."""

    def __init__(self, *, status: int = 400) -> None:
        sentence = "Enter a one-time code of your authenticator app."
        super().__init__(status, "otp_required", sentence)


class BadCode(Denied):
    """A one-time code that is wrong, too old or used already: one answer."""

    def __init__(self) -> None:
        sentence = "The one-time code is wrong or was used already; wait for the next one."
        super().__init__(400, "invalid_otp", sentence)


class SpentCode(BadCode):
    """A right one-time code, and too late: to whoever asks, the same answer as for a wrong one."""


class EnrolmentNeeded(Denied):
    """A right password of an administrator who has no one-time codes yet."""

    def __init__(self, token: str) -> None:
        sentence = "Set up one-time codes first; administrators sign in with them."
        super().__init__(400, "otp_enrolment_required", sentence, enrolment_token=token)


class TooMany(Denied):
    """Too many attempts of an account or an address, or too many at once: one answer."""

    def __init__(self, seconds: int) -> None:
        super().__init__(429, "slow_down", "Too many attempts to sign in; try again later.")
        self.headers = {"Retry-After": str(max(1, seconds))}
