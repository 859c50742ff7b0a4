"""Charts as pictures that need no network and no other library."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["Chart"]


class Chart:
    """A chart as SVG: paper, colours and letters stand in it.

    As the last expression of a notebook's cell it shows itself; :meth:`save` writes a file for a report or a page.

    Attributes:
        svg: the document, from ``<svg`` to ``</svg>``.

    Example:
        >>> import emitrace as et
        >>> ledger = b"date,activity,quantity,unit\\n2023-05-31,electricity,1250,kWh\\n"
        >>> chart = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN").chart("category", lang="vi")
        >>> chart.svg[:4], "824,000" in chart.svg
        ('<svg', True)
    """

    __slots__ = ("svg",)
    svg: str

    def __init__(self, svg: str) -> None:
        self.svg = svg

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the picture as an SVG file (UTF-8).

        Raises:
            OSError: the file cannot be written.
        """
        Path(path).write_bytes(self.svg.encode())

    def __eq__(self, other: object) -> bool:
        return self.svg == other.svg if isinstance(other, Chart) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.svg)

    def __repr__(self) -> str:
        return f"<emitrace.Chart: {len(self.svg)} characters of SVG>"

    def _repr_svg_(self) -> str:
        return self.svg
