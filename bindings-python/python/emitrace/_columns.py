"""Ledgers that come as columns: Arrow streams and Parquet, read with pyarrow if it is installed."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from . import _native
from ._options import LedgerLike
from .errors import InputError

#: First bytes of a Parquet file.
MAGIC = b"PAR1"
#: Fields whose cells are numbers.
NUMBERS = ("quantity", "calorific_value")


def source(ledger: LedgerLike, options: str, *, again: bool = False) -> Any:
    """What the engine reads: the ledger as it is, or the rows of its columns as text.

    A stream of columns can be read once; `again` keeps its text, for calls that read a ledger twice.
    """
    if hasattr(ledger, "__arrow_c_stream__"):
        reader = _pyarrow().RecordBatchReader.from_stream(ledger)
        batches: Iterator[Any] = iter(reader)
        schema = reader.schema
    elif _is_parquet(ledger):
        _pyarrow()
        import pyarrow as pa
        import pyarrow.parquet as pq

        content = pa.BufferReader(bytes(ledger)) if isinstance(ledger, (bytes, bytearray)) else ledger
        file = pq.ParquetFile(content)
        batches, schema = file.iter_batches(), file.schema_arrow
    else:
        return ledger
    text = _Text(schema, batches, options)
    return text.read() if again else text


def _is_parquet(ledger: object) -> bool:
    if isinstance(ledger, (bytes, bytearray)):
        return ledger[:4] == MAGIC
    if isinstance(ledger, (str, os.PathLike)):
        try:
            # A pipe comes once: what is read here would be lost.
            if not Path(ledger).is_file():
                return False
            with Path(ledger).open("rb") as file:
                return file.read(4) == MAGIC
        except (OSError, ValueError):
            # The engine says what is wrong with the path.
            return False
    return False


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ImportError("Arrow streams and Parquet are read with pyarrow: pip install pyarrow") from error
    return pyarrow


class _Text(io.RawIOBase):
    """The rows of record batches as delimited text, a batch at a time."""

    def __init__(self, schema: Any, batches: Iterator[Any], options: str) -> None:
        import pyarrow as pa
        import pyarrow.csv

        self._batches = batches
        self._schema = pa.schema([(name, pa.string()) for name in schema.names])
        self._write = pa.csv.write_csv
        self._plain = pa.csv.WriteOptions(include_header=False)
        head = io.BytesIO()
        empty = pa.Table.from_batches([], self._schema)
        self._write(empty, head, pa.csv.WriteOptions(include_header=True))
        self._left = memoryview(head.getvalue())
        # How the engine understands the headers: columns that it does not use are left out unread.
        understood = json.loads(_native.read_ledger(head.getvalue(), options, 0)[0])["reading"].get("columns", [])
        self._fields = [column["field"] for column in understood] or [""] * len(schema.names)
        for field, column in zip(self._fields, schema, strict=True):
            if field:
                _check(column)

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size is None or size < 0:
            parts = [bytes(self._left)]
            self._left = memoryview(b"")
            while self._more():
                parts.append(bytes(self._left))
                self._left = memoryview(b"")
            return b"".join(parts)
        if not self._left and not self._more():
            return b""
        part, self._left = self._left[:size], self._left[size:]
        return bytes(part)

    def _more(self) -> bool:
        import pyarrow as pa

        for batch in self._batches:
            if batch.num_rows:
                columns = [_texts(column, field) for column, field in zip(batch.columns, self._fields, strict=True)]
                out = io.BytesIO()
                self._write(pa.RecordBatch.from_arrays(columns, schema=self._schema), out, self._plain)
                self._left = memoryview(out.getvalue())
                return True
        return False


def _check(column: Any) -> None:
    """Refuses what does not say exactly which number or day it is."""
    import pyarrow as pa

    kind = column.type.value_type if pa.types.is_dictionary(column.type) else column.type
    types = pa.types
    good = (
        types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind) or types.is_null(kind)
        or types.is_integer(kind) or types.is_decimal128(kind) or types.is_date(kind)
        or (types.is_timestamp(kind) and kind.tz is None)
    )
    if good:
        return
    if types.is_floating(kind):
        help = "cast it to decimal128, e.g. decimal128(38, 6), or to text: a float does not hold the number that was written"
    elif types.is_timestamp(kind):
        help = "cast it to date32: which day a time with a zone is depends on where one looks from"
    else:
        help = "cast it to text, an integer, decimal128 or date32"
    message = f"the column `{column.name}` is {column.type}"
    raise InputError(message, "WRONG_TYPE", f"/ledger/{column.name}", help)


def _texts(column: Any, field: str) -> Any:
    """A column as text, every value exactly."""
    import pyarrow as pa
    import pyarrow.compute as pc

    if not field or pa.types.is_null(column.type):
        return pa.nulls(len(column), pa.string()).fill_null("")
    if pa.types.is_dictionary(column.type):
        column = column.cast(column.type.value_type)
    kind = column.type
    if pa.types.is_decimal128(kind) and kind.scale and field in NUMBERS:
        # Digits and an exponent read the same whatever mark is declared for decimals.
        values = column.to_pylist()
        text = pa.array([None if value is None else _digits(value) for value in values], pa.string())
    elif pa.types.is_timestamp(kind):
        text = pc.strftime(column.cast(pa.timestamp("s"), safe=False), "%Y-%m-%d")
    else:
        text = column.cast(pa.string())
    return text.fill_null("")


def _digits(value: Any) -> str:
    """A decimal without its mark: ``1.25`` is ``125E-2``."""
    sign, digits, exponent = value.as_tuple()
    body = "".join(map(str, digits))
    return f"{'-' * sign}{body}E{exponent}" if exponent else f"{'-' * sign}{body}"
