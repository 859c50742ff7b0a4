"""Ledgers as they are read, without any factor."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from . import _native
from ._columns import source
from ._options import LedgerLike, options_json
from ._table import Table

__all__ = ["Ledger", "read_ledger"]


@dataclass(frozen=True, slots=True, eq=False)
class Ledger:
    """A ledger as it is read.

    Attributes:
        rows: the good rows: row (uint64), start, end (ISO text), quantity (exact text), and the columns of the file.
        findings: what is wrong or odd: severity, code, row, line, column, header, cell, value, message, help.
        count: data rows of the file.
        skipped: rows with an error, which are not in `rows`.
        reading: how the file was read: number format, date order, delimiter, encoding, columns.
    """

    rows: Table
    findings: Table
    count: int
    skipped: int
    reading: dict[str, Any]

    def __repr__(self) -> str:
        return f"<emitrace.Ledger: {self.count} rows, {self.skipped} skipped, {len(self.findings)} findings>"

    def _repr_html_(self) -> str:
        return self.rows._repr_html_() + (self.findings._repr_html_() if len(self.findings) else "")


def read_ledger(
    ledger: LedgerLike,
    *,
    period: str | None = None,
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
    row_offset: int = 0,
    findings: int | None = None,
    rows: int | None = None,
) -> Ledger:
    """Reads a ledger and says how it is understood; nothing is computed.

    Args:
        ledger: path, bytes, binary file object or columns; see :func:`emitrace.inventory`.
        period, locale, date_order, date_system, delimiter, encoding, ledger_format, sheet, header_row, sheet_numbers,
            columns, row_offset, findings: as there.
        rows: how many good rows to keep; None keeps all of them, in memory.

    Returns:
        Rows and findings as tables, how many rows there are, and how the file was read.

    Raises:
        OSError: the file cannot be read.
        emitrace.InputError: an option is not known.

    Example:
        >>> import emitrace as et
        >>> read = et.read_ledger(b"date,activity,quantity,unit\\n2025-03-01,diesel,12.50,L\\n2025-03-02,diesel,,L\\n")
        >>> read.rows.column("quantity"), read.findings.column("code")
        (['12.5'], ['MISSING_VALUE'])
    """
    options = options_json(
        period=period,
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
        row_offset=row_offset,
        findings=findings,
    )
    plain, records, found = _native.read_ledger(source(ledger, options), options, rows)
    answer: dict[str, Any] = json.loads(plain)
    return Ledger(Table(records), Table(found), answer["rows"], answer["skipped"], answer["reading"])
