"""The inventory of an organisation."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any

from . import _html, _native
from ._chart import Chart
from ._columns import source
from ._document import document, pdf, workbook
from ._figures import SUMS, Figures
from ._options import LedgerLike, PackLike, options_json, packs
from ._organisation import OrganisationLike, declared
from ._table import Table
from .errors import InputError

__all__ = ["Inventory", "inventory", "merge"]


class Inventory:
    """A computed inventory: sums, views, findings, and what they rest on.

    All sums are kilograms of CO2 equivalent as :class:`decimal.Decimal`, exact to the last digit; see
    :class:`emitrace.Figures` for what each means. Two inventories are equal if their canonical JSON is. Pickling
    keeps all but `lines`.

    Example:
        >>> import emitrace as et
        >>> ledger = b"id,date,activity,quantity,unit\\n1,2023-05-31,electricity,1250,kWh\\n2,2023-06-30,electricity,,kWh\\n"
        >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN")
        >>> inventory.total_location_kg_co2e, inventory.complete
        (Decimal('824'), False)
        >>> inventory.findings.column("code")
        ['MISSING_VALUE']
    """

    _answer: _native.Answer

    def __init__(self, native: _native.Answer) -> None:
        if not isinstance(native, _native.Answer):
            raise TypeError("an inventory is computed by emitrace.inventory(), or read by Inventory.from_json()")
        self.__dict__["_answer"] = native

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("an inventory does not change")

    @classmethod
    def from_json(cls, text: str) -> Inventory:
        """Reads an inventory from the JSON that any surface of emitrace wrote.

        Raises:
            emitrace.InputError: the text is no such JSON.
        """
        return cls(_native.Answer.from_json(text))

    @cached_property
    def total(self) -> Figures:
        """The sums of the whole."""
        return Figures._read(json.loads(self._answer.part("total")))

    @property
    def scope_1_kg_co2e(self) -> Decimal:
        """Scope 1."""
        return self.total.scope_1_kg_co2e

    @property
    def scope_2_location_kg_co2e(self) -> Decimal:
        """Scope 2 by where the grid is."""
        return self.total.scope_2_location_kg_co2e

    @property
    def scope_2_market_kg_co2e(self) -> Decimal:
        """Scope 2 by what is contracted."""
        return self.total.scope_2_market_kg_co2e

    @property
    def scope_3_kg_co2e(self) -> Decimal:
        """Scope 3."""
        return self.total.scope_3_kg_co2e

    @property
    def total_location_kg_co2e(self) -> Decimal:
        """Scopes 1, 2 (location-based) and 3."""
        return self.total.total_location_kg_co2e

    @property
    def total_market_kg_co2e(self) -> Decimal:
        """Scopes 1, 2 (market-based) and 3."""
        return self.total.total_market_kg_co2e

    @property
    def biogenic_kg_co2(self) -> Decimal:
        """CO2 from biomass, in kilograms of CO2; outside the totals."""
        return self.total.biogenic_kg_co2

    @property
    def outside_kg_co2e(self) -> Decimal:
        """Gases outside the totals (HCFC, CFC …)."""
        return self.total.outside_kg_co2e

    @property
    def offsets_kg_co2e(self) -> Decimal:
        """Offsets and credits: never part of a total."""
        return self.total.offsets_kg_co2e

    @property
    def lines_counted(self) -> int:
        """Lines of the ledger that are in the result."""
        return self.total.lines

    @property
    def complete(self) -> bool:
        """Whether every row of the ledger is in the result."""
        return self._answer.complete

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of the result, in hexadecimal: a stranger can recompute it."""
        return self._answer.digest

    @property
    def engine(self) -> str:
        """Version of the engine that computed it."""
        return self._answer.engine

    @property
    def choices(self) -> dict[str, Any]:
        """Every choice that changes a number: profile, GWP set, period, region, sources, proxies, rounding."""
        return self._part("choices")

    @property
    def coverage(self) -> dict[str, Any]:
        """How much of the ledger is in the result: rows, counted, excluded, findings by code (ints)."""
        return self._part("coverage")

    @property
    def boundary(self) -> dict[str, Any] | None:
        """What consolidation did, where there is an organisation: ``shares`` by site and span of days, each with its
        figures at 100 % and consolidated (text, kilograms), ``at_100_percent``, ``share_zero_at_100_percent``."""
        found: dict[str, Any] | None = self.to_dict()["inventory"].get("boundary")
        return found

    @property
    def instruments(self) -> list[dict[str, Any]] | None:
        """What each instrument of the register covered: volume, claims, share, covered energy and surplus in kWh as exact
        text, lines (int) and state; None without a register."""
        found: list[dict[str, Any]] | None = self.to_dict()["inventory"].get("instruments")
        return found

    @property
    def reading(self) -> dict[str, Any]:
        """How the ledger was read: number format, date order, delimiter, encoding, columns; of a workbook its sheet."""
        return self._part("reading")

    @property
    def views(self) -> tuple[tuple[str, ...], ...]:
        """The views that were computed; each can be asked for with :meth:`by`."""
        return tuple(tuple(view) for view in self._answer.views)

    def by(self, *dimensions: str) -> Table:
        """The result divided by dimensions; the rows add up to the total exactly.

        Args:
            dimensions: names such as ``"site"``, in the order in which the view was asked for.

        Returns:
            A table with a text column for each dimension, ``lines`` (uint64), and the sums of
            :class:`emitrace.Figures` (decimal, kilograms). A line counts in every row that it touches.

        Raises:
            emitrace.InputError: the view was not computed; pass it with ``by=[…]`` to :func:`emitrace.inventory`.

        Example:
            >>> import emitrace as et
            >>> ledger = b"date,activity,quantity,unit,site\\n2023-05-31,electricity,1250,kWh,Dong Anh\\n"
            >>> inventory = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", by=["site,scope"])
            >>> [(row["site"], row["scope"], row["lines"]) for row in inventory.by("site", "scope")]
            [('Dong Anh', '2', 1)]
        """
        return Table(self._answer.view(list(dimensions)))

    @property
    def gases(self) -> Table:
        """Masses and effects: account, gas, kg, kg_co2e (null without a GWP), in_total."""
        return Table(self._answer.gases())

    @property
    def findings(self) -> Table:
        """What is wrong or odd in the ledger: severity, code, row, line, column, header, value, message, help."""
        return Table(self._answer.findings())

    @property
    def notes(self) -> Table:
        """Fallbacks taken and things to disclose: code, about, rows, first_row, message, help."""
        return Table(self._answer.notes())

    @property
    def factors(self) -> Table:
        """Every value that was multiplied, with its source: one row for each value, as :func:`search_factors`."""
        return Table(self._answer.factors())

    @property
    def packs(self) -> Table:
        """Every pack that numbers came from: id, title, publisher, edition, licence, attribution, sha256, shipped."""
        return Table(self._answer.packs())

    @property
    def rows(self) -> Table:
        """Every counted row of the ledger with what it adds to the figures of the inventory that have the same names.

        Columns: row (uint64), id, start, end (date32), site, activity, category, region, scope_1_kg_co2e,
        scope_2_location_kg_co2e, scope_2_market_kg_co2e, scope_3_kg_co2e, outside_kg_co2e, offsets_kg_co2e
        (decimal128(38, 15)), biogenic_kg_co2 (decimal128(38, 12)), factors (``pack/factor``, separated by spaces), notes (codes
        of the fallbacks and disclosures that touch the row). Each column adds up to the figure, to the last digit; rows that do
        not count are in :attr:`findings`. Kept together with :attr:`lines`.

        Raises:
            emitrace.InputError: the inventory was computed without ``lines=True``.

        Example:
            >>> import emitrace as et
            >>> ledger = b"id,date,activity,quantity,unit\\nA,2023-05-31,electricity,1000,kWh\\nB,2023-06-30,electricity,250,kWh\\n"
            >>> year = et.inventory(ledger, profile="ghg-protocol", gwp="AR5", region="VN", lines=True)
            >>> [(row["id"], row["scope_2_location_kg_co2e"]) for row in year.rows]
            [('A', Decimal('659.2')), ('B', Decimal('164.8'))]
        """
        return Table(self._kept(self._answer.rows()))

    @property
    def lines(self) -> Table:
        """Every counted line by account and gas, before any sum; :attr:`rows` has one row for each line.

        Columns: row (uint64), id, start, end (date32), site, activity, category, region, account, factor, gas, kg
        (decimal128(38, 12)), notes (codes of the fallbacks and disclosures that touch the line). Kept in 44 bytes and
        the identifier for each line, 36 bytes for each of its rows and 21 for each of its figures (some 150 MB for a million
        lines of electricity), up to twice that while they are gathered; Arrow batches of 16,384 rows are made while they are
        read.

        Raises:
            emitrace.InputError: the inventory was computed without ``lines=True``.
        """
        return Table(self._kept(self._answer.lines()))

    def _kept(self, native: _native.Table | None) -> _native.Table:
        if native is None:
            help = "compute the inventory with lines=True; merging needs it in every part, and JSON does not hold lines"
            raise InputError("the lines were not kept", "CHOICE_MISSING", "/lines", help)
        return native

    def to_json(self) -> str:
        """The whole answer as canonical JSON: the same bytes in every language; amounts are text."""
        return self._answer.json()

    def to_dict(self) -> dict[str, Any]:
        """The whole answer as plain data; amounts are text."""
        plain: dict[str, Any] = json.loads(self._answer.json())
        return plain

    def to_html(self, lang: str = "en") -> str:
        """The report as a page to print; `lang` is ``en`` or ``vi``."""
        return self._answer.html(lang)

    def to_csv(self) -> str:
        """The report for a spreadsheet."""
        return self._answer.csv()

    def to_text(self, lang: str = "en") -> str:
        """The report for a terminal; `lang` is ``en`` or ``vi``."""
        return self._answer.text(lang)

    def to_markdown(self, lang: str = "en") -> str:
        """The report as Markdown; `lang` is ``en`` or ``vi``."""
        return document(self, "markdown", lang=lang)

    def to_xlsx(self, lang: str = "en") -> bytes:
        """The report as a workbook whose totals are formulas over the inventory's cells; :func:`emitrace.workbook` lists the lines, too."""
        return workbook(self, lang=lang)

    def to_pdf(self, path: str | os.PathLike[str] | None = None, lang: str = "en") -> bytes:
        """The report as an accessible PDF, also written to `path`; needs ``pip install emitrace[pdf]``: see :func:`emitrace.pdf`."""
        return pdf(self, path, lang=lang)

    def chart(self, *by: str, lang: str = "en") -> Chart:
        """A view as bars, location-based: one bar for each of its rows, at most 24, the rest is counted.

        Args:
            by: the dimensions of a view, as for :meth:`by`; ``category`` if there are none.
            lang: ``en`` or ``vi``.

        Returns:
            The picture, in tonnes of CO2 equivalent, or kilograms where no bar reaches a tonne; rounded for reading.

        Raises:
            emitrace.InputError: the view was not computed.
        """
        return Chart(self._answer.svg(list(by or ("category",)), lang))

    def save(self, folder: str | os.PathLike[str], lang: str = "en") -> None:
        """Writes ``inventory.json``, ``inventory.csv`` and ``inventory.html``, as the command `emitrace` does."""
        page = self.to_html(lang)
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        files = {"inventory.json": self.to_json() + "\n", "inventory.csv": self.to_csv(), "inventory.html": page}
        for name, text in files.items():
            (place / name).write_bytes(text.encode())

    def _part(self, name: str) -> dict[str, Any]:
        part: dict[str, Any] = json.loads(self._answer.part(name))
        return part

    def __add__(self, other: object) -> Inventory:
        return merge([self, other]) if isinstance(other, Inventory) else NotImplemented

    def __eq__(self, other: object) -> bool:
        return self.to_json() == other.to_json() if isinstance(other, Inventory) else NotImplemented

    def __hash__(self) -> int:
        return hash(self.digest)

    def __copy__(self) -> Inventory:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> Inventory:
        return self

    def __reduce__(self) -> tuple[Callable[[str], Inventory], tuple[str]]:
        return Inventory.from_json, (self.to_json(),)

    def __repr__(self) -> str:
        state = "complete" if self.complete else "incomplete"
        sums = f"{self.total_location_kg_co2e} kg CO2e (location), {self.total_market_kg_co2e} (market)"
        return f"<emitrace.Inventory: {sums}, {self.lines_counted} lines, {state}, digest {self.digest[:12]}…>"

    def _repr_html_(self) -> str:
        coverage, choices = self.coverage, self.choices
        rows = [(name, getattr(self.total, name)) for name in SUMS]
        caption = (
            f"{coverage['counted']} of {coverage['rows']} rows counted, {coverage['excluded']} left out; "
            f"{choices['profile']}, {choices['gwp']}, {choices['period'] or 'any period'}"
        )
        return _html.table(("sum", "kg"), rows, caption, (1,))


def inventory(
    ledger: LedgerLike,
    *,
    profile: str,
    gwp: str,
    period: str | None = None,
    region: str | None = None,
    locale: str | None = None,
    date_order: str | None = None,
    date_system: str | None = None,
    delimiter: str | None = None,
    encoding: str | None = None,
    ledger_format: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    sheet_numbers: str | None = None,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_years: int = 0,
    proxy_places: Iterable[str] = (),
    by: Iterable[str | tuple[str, ...]] | None = None,
    factors: Iterable[PackLike] = (),
    organisation: OrganisationLike | None = None,
    instruments: Mapping[str, Any] | None = None,
    upstream: bool = False,
    row_offset: int = 0,
    findings: int | None = None,
    lines: bool = False,
    progress: Callable[[int, int], bool | None] | None = None,
) -> Inventory:
    """Computes the inventory of a ledger.

    Bad rows do not stop the run: each becomes a finding. The ledger is streamed; memory grows with the number of
    groups in views, not with the number of rows. Other threads run meanwhile.

    Args:
        ledger: the path of a file, the content of one as bytes, or a binary file object, read in chunks: CSV, a
            workbook (XLSX) or JSON lines. Or columns: anything with ``__arrow_c_stream__`` (pyarrow, Polars, pandas,
            DuckDB) and Parquet files, read with pyarrow, a batch at a time; a column of floats is refused.
        profile: ``ghg-protocol``, ``iso-14064-1`` or ``vn-circular-38``. There is no default.
        gwp: ``AR4``, ``AR5`` or ``AR6``. There is no default.
        period: ``2025``, ``2025-03`` or ``2025-01-01/2025-12-31``; rows outside become findings.
        region: where rows without a region happen, e.g. ``VN`` or ``VN-HN``.
        locale: how numbers and dates are written, e.g. ``vi-VN`` or ``en-US``; nothing is guessed.
        date_order: ``dmy`` or ``mdy``; goes before the locale.
        date_system: ``excel1900`` or ``excel1904`` if dates are serial numbers.
        delimiter: ``,``, ``;`` or ``tab``; else it is read off the header.
        encoding: ``utf-8``, ``utf-16le``, ``utf-16be`` or ``windows-1258``; else by the byte-order mark.
        ledger_format: ``csv``, ``xlsx`` or ``jsonl``; else told by the first bytes.
        sheet: the sheet of a workbook, by name or by number from 1 (as text); else the one that holds a ledger.
        header_row: the row of the sheet that holds the headers; else the first that has all that a ledger needs.
        sheet_numbers: digits of a workbook's numbers: ``excel15``, the 15 that the user saw (the default), or ``raw``.
        columns: headers that are not known by name, and the fields they hold: ``{"Meter reading": "quantity"}``.
        sources: packs that are asked for factors, the preferred first; else the profile's order.
        proxy_years: how many years older than the activity a factor may be; every use is noted.
        proxy_places: places whose factors may stand in, e.g. ``["GB"]``; every use is noted.
        by: views such as ``"site"`` or ``"supplier,scope"`` (or a tuple of names); else one for each dimension.
        factors: packs of your own: paths of files or folders, or texts that start with ``+++``.
        organisation: whose emissions are counted and with which share: a dict, a file (CSV or JSON) or its text; see
            :func:`emitrace.organisation`. Without it every row counts wholly.
        instruments: a register of certificates, contracts and rates for bought energy, e.g.
            ``{"register": [{"id": "REC-1", "kind": "certificate", …}], "vintage_window_days": 0}``. A ledger that is a file
            object is then read into memory, for it is read twice.
        upstream: add the upstream emissions (scope 3 category 3) of fuels and bought energy, where packs have factors.
        row_offset: added to row numbers, for a part of a larger ledger.
        findings: how many findings to list (1,000 if not given); all are counted.
        lines: keep every line for :attr:`Inventory.rows` and :attr:`Inventory.lines`; see there for the memory it takes.
        progress: called about every 65,536 rows and at the end with rows and bytes read so far; False stops.

    Returns:
        The inventory: sums in kilograms of CO2 equivalent as :class:`decimal.Decimal`, views and other tables as Arrow
        streams, findings, notes and the digest.

    Raises:
        emitrace.InputError: an option or a pack cannot be used, or a limit is exceeded; ``code`` and ``path`` say
            which.
        emitrace.Stopped: `progress` returned False.
        OSError: the file cannot be read (FileNotFoundError, PermissionError …).
        TypeError: an argument is of another type.

    Example:
        >>> import emitrace as et
        >>> ledger = "Ngày;Hoạt động;Số lượng;ĐVT\\n31/05/2023;điện lưới;1.250,5;kWh\\n".encode()
        >>> et.inventory(ledger, profile="vn-circular-38", gwp="AR5", region="VN", locale="vi-VN").total_location_kg_co2e
        Decimal('824.3296')
    """
    options = options_json(
        profile=profile,
        gwp=gwp,
        period=period,
        region=region,
        locale=locale,
        date_order=date_order,
        date_system=date_system,
        delimiter=delimiter,
        encoding=encoding,
        ledger_format=ledger_format,
        sheet=sheet,
        header_row=header_row,
        sheet_numbers=sheet_numbers,
        columns=columns,
        sources=sources,
        proxy_years=proxy_years,
        proxy_places=proxy_places,
        by=by,
        organisation=declared(organisation),
        instruments=instruments,
        upstream=upstream,
        row_offset=row_offset,
        findings=findings,
    )
    if progress is not None and not callable(progress):
        raise TypeError("progress: expected a function of rows and bytes")
    # Claims on instruments are read first, and a stream comes once.
    again = ledger.read() if instruments is not None and hasattr(ledger, "read") else ledger
    return Inventory(_native.inventory(source(again, options), options, packs(factors), lines, progress))


def merge(parts: Iterable[Inventory]) -> Inventory:
    """The inventory of a whole ledger from those of its parts, in any order and grouping.

    The result is that of one run over the whole if the parts were computed with ``row_offset`` and no record
    identifier stands in two parts.

    Args:
        parts: inventories with the same choices, packs and views.

    Returns:
        The inventory of the whole, with the digest that one run over it has; its lines, if all parts keep theirs.

    Raises:
        emitrace.InputError: they differ (``CANNOT_MERGE``), or there is none.

    Example:
        >>> import emitrace as et
        >>> header, a, b = b"date,activity,quantity,unit\\n", b"2023-05-31,electricity,1,kWh\\n", b"2023-06-30,electricity,2,kWh\\n"
        >>> options = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}
        >>> whole = et.inventory(header + a + b, **options)
        >>> et.merge([et.inventory(header + a, **options), et.inventory(header + b, row_offset=1, **options)]).digest == whole.digest
        True
    """
    answers = []
    for part in parts:
        if not isinstance(part, Inventory):
            raise TypeError(f"expected inventories, found {type(part).__name__}")
        answers.append(part._answer)
    return Inventory(_native.merge(answers))
