"""The refusals of the token service, worded so that they tell nothing to a guesser."""


class Denied(Exception):
    """A request that is answered with an error code and one sentence."""

    def __init__(self, status: int, error: str, description: str) -> None:
        super().__init__(description)
        self.status = status
        self.error = error
        self.description = description


class BadCredentials(Denied):
    """A wrong name, a wrong password, a person who may no longer sign in: one answer."""

    def __init__(self) -> None:
        super().__init__(400, "invalid_grant", "The user name or the password is wrong.")


class BadRefreshToken(Denied):
    """A refresh token that is unknown, used, ended or too old: one answer."""

    def __init__(self) -> None:
        super().__init__(400, "invalid_grant", "The session has ended; sign in again.")


class BadAccessToken(Denied):
    """An access token that is missing, forged, foreign, stale or of an ended session."""

    def __init__(self) -> None:
        super().__init__(401, "invalid_token", "The access token is not valid.")


class BadRequest(Denied):
    """A request that does not say what it wants."""

    def __init__(self, description: str, *, error: str = "invalid_request") -> None:
        super().__init__(400, error, description)


class Busy(Denied):
    """Too many sign-ins at once for the memory they take."""

    def __init__(self) -> None:
        super().__init__(429, "slow_down", "Too many sign-ins at once; try again in a moment.")
