"""Small tables for notebooks: escaped, without scripts, without colours of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

LONGEST = 80


def cell(value: object) -> str:
    """A value as escaped text, shortened for the eye."""
    text = "" if value is None else ("no", "yes")[value] if isinstance(value, bool) else str(value)
    return escape(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def table(header: Sequence[str], rows: Iterable[Sequence[object]], caption: str = "", numbers: Sequence[int] = ()) -> str:
    """A table; `numbers` are the columns whose cells stand at the right."""
    # Notebooks put all cells to the right unless they are told.
    sides = [f' style="text-align:{"right" if at in numbers else "left"}"' for at in range(len(header))]
    head = "".join(f'<th scope="col"{side}>{cell(name)}</th>' for name, side in zip(header, sides))
    body = "".join(
        "<tr>" + "".join(f"<td{side}>{cell(value)}</td>" for value, side in zip(row, sides)) + "</tr>" for row in rows
    )
    top = f'<caption style="text-align:left">{escape(caption)}</caption>' if caption else ""
    return f"<table>{top}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
