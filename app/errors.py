"""Every failure a person may read about, in words that say what to do next."""

from app.words import mark


class AppError(Exception):
    """An expected failure, worded for a person."""

    title = mark("Something went wrong")

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class BadFile(AppError):
    """A file that cannot be used, or a place in it that is wrong."""

    title = mark("This file cannot be used")


class BadModel(AppError):
    """A model bundle that is damaged, foreign or of another version."""

    title = mark("This model cannot be used")


class Invalid(AppError):
    """Facts that do not satisfy a rule; `problems` maps a field to its sentence."""

    title = mark("Please check the form")

    def __init__(self, message: str, problems: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.problems = problems or {}


class NotAllowed(AppError):
    """The person's role or authority does not reach this far."""

    title = mark("Not allowed")


class Refused(AppError):
    """A rule of the claim's lifecycle forbids this step now."""

    title = mark("Not possible now")


class NotFound(AppError):
    """There is no such thing, or the person may not see it."""

    title = mark("Not found")


class Conflict(AppError):
    """Somebody else changed the same thing first."""

    title = mark("Changed by someone else")


class Busy(Conflict):
    """The database gave way to somebody else's transaction; the same may be tried again."""

    title = mark("Busy")


class Offline(AppError):
    """A server could not be reached; nothing was changed."""

    title = mark("No connection")


class ReadOnly(Offline):
    """The database answers but takes no changes at the moment; nothing was changed."""

    title = mark("Read-only")


class SignInFailed(AppError):
    """The token service did not accept the credentials."""

    title = mark("Sign-in failed")


class CodeNeeded(SignInFailed):
    """A one-time code is wanted, or the one that was given is not good."""

    title = mark("One-time code")


class EnrolmentNeeded(SignInFailed):
    """One-time codes must be set up first: `secret` goes into the person's authenticator app."""

    title = mark("Set up one-time codes")

    def __init__(self, message: str, *, token: str, secret: str = "", uri: str = "") -> None:
        super().__init__(message)
        self.token = token
        self.secret = secret
        self.uri = uri
