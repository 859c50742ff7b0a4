"""What can go wrong, with a stable code, the place in the input and advice."""

from __future__ import annotations

__all__ = ["Error", "FactorMissing", "InputError", "InternalError", "Stopped", "UnitError"]


class Error(Exception):
    """Base of all errors of emitrace.

    Attributes:
        code: stable across languages, e.g. ``"UNKNOWN_UNIT"``; branch on it, not on the message.
        path: JSON pointer into the request, or empty.
        help: what to do about it.
    """

    code: str
    path: str
    help: str

    def __init__(self, message: str, code: str = "INTERNAL", path: str = "", help: str = "") -> None:
        super().__init__(message, code, path, help)
        self.code = code
        self.path = path
        self.help = help

    def __str__(self) -> str:
        where = f" at {self.path}" if self.path else ""
        advice = f" (help: {self.help})" if self.help else ""
        return f"{self.code}{where}: {self.args[0]}{advice}"


class InputError(Error, ValueError):
    """The request or the data in it cannot be used as it is."""


class UnitError(Error, ValueError):
    """A unit is unknown, ambiguous, or of another kind than needed."""


class FactorMissing(Error, LookupError):
    """No loaded pack has the factor that is needed."""


class InternalError(Error):
    """A defect of emitrace itself; please report it with the input that shows it."""


class Stopped(Error):
    """The ``progress`` function of a run returned ``False``; there is no result."""
