"""What answers have in common: plain data, and documents for people that the engine writes of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, ClassVar

from . import _native

DOCUMENT = "report.document"
"""The method that writes any answer; it takes the answer as text."""


class Answer:
    """An answer of the engine, with a table for people."""

    _report: ClassVar[str] = DOCUMENT
    """The method that writes it."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        self._answer = dict(answer)

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def table(self, *, lang: str = "en") -> str:
        """The answer as text for people, in English or Vietnamese (``lang``)."""
        return self._written("table", lang)

    def _written(self, form: str, lang: str) -> str:
        return written(self._report, self._answer, form, lang)


class Page(Answer):
    """An answer that can be a page, too."""

    def html(self, *, lang: str = "en") -> str:
        """The answer as a page that needs nothing else, in English or Vietnamese (``lang``)."""
        return self._written("html", lang)


def written(report: str, answer: Mapping[str, Any], form: str, lang: str) -> str:
    """A document of an answer, by the method ``report``."""
    given = json.dumps(dict(answer)) if report == DOCUMENT else dict(answer)
    request = {"answer": given, "format": form, "lang": lang}
    text: str = json.loads(_native.call(report, json.dumps(request)))["text"]
    return text
