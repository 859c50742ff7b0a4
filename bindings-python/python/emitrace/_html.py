"""Small tables for notebooks: escaped, without scripts, without colours of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

LONGEST = 80


def cell(value: object) -> str:
    """A value as escaped text, shortened for the eye."""
    text = "" if value is None else str(value)
    return escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def table(header: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "", numbers: Sequence[int] = ()) -> str:
    """A table; `numbers` are the columns whose cells stand at the right."""
    right = ' style="text-align:right"'
    head = "".join(f"<th>{cell(name)}</th>" for name in header)
    body = "".join(
        "<tr>" + "".join(f"<td{right if at in numbers else ''}>{cell(value)}</td>" for at, value in enumerate(row)) + "</tr>"
        for row in rows
    )
    top = f'<caption style="text-align:left">{cell(caption)}</caption>' if caption else ""
    return f"<table>{top}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
