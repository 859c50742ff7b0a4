"""From keyword arguments to what the engine takes. Types are checked here, values by the engine."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO, Protocol, TypeAlias

from .errors import InputError

class ArrowStream(Protocol):
    """Columns: anything that gives an Arrow stream, such as a pyarrow Table, a Polars frame or a DuckDB result."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The stream, as a capsule."""


#: A ledger: the path of a file, the content of a file, a binary file object, or columns as an Arrow stream.
LedgerLike: TypeAlias = str | os.PathLike[str] | bytes | bytearray | BinaryIO | ArrowStream
#: An exact number. Never a float.
Number: TypeAlias = Decimal | int | str
#: A factor pack: the path of a file, or of a folder with pack.toml and table.csv, or the pack's text (``+++ …``).
PackLike: TypeAlias = str | os.PathLike[str]


def options_json(
    *,
    columns: Mapping[str, str] | None = None,
    sources: Iterable[str] | None = None,
    proxy_places: Iterable[str] = (),
    by: Iterable[str | tuple[str, ...]] | None = None,
    organisation: Any = None,
    upstream: bool = False,
    instruments: Mapping[str, Any] | None = None,
    **plain: str | int | None,
) -> str:
    """The options as the engine reads them; what is not given is left out."""
    options: dict[str, Any] = {name: value for name, value in plain.items() if value is not None}
    for name, value in options.items():
        wanted: type = int if name in ("proxy_years", "row_offset", "findings", "header_row") else str
        if not isinstance(value, wanted) or isinstance(value, bool):
            raise TypeError(f"{name}: expected {wanted.__name__}, not {type(value).__name__}")
    if columns is not None:
        if not isinstance(columns, Mapping):
            raise TypeError('columns: expected a dict from header to field, e.g. {"Meter reading": "quantity"}')
        options["columns"] = [{"header": header, "field": field} for header, field in columns.items()]
    if sources is not None:
        options["sources"] = _texts("sources", sources)
    options["proxy_places"] = _texts("proxy_places", proxy_places)
    if by is not None:
        _refuse_text("by", by)
        options["by"] = _texts("by", [",".join(view) if isinstance(view, tuple) else view for view in by])
    if not isinstance(upstream, bool):
        raise TypeError(f"upstream: expected bool, not {type(upstream).__name__}")
    if upstream:
        options["upstream"] = True
    if instruments is not None:
        if not isinstance(instruments, Mapping):
            raise TypeError(f"instruments: expected a dict, not {type(instruments).__name__}")
        options["instruments"] = dict(instruments)
    if organisation is not None:
        options["organisation"] = organisation
    return json.dumps(options)


def packs(factors: Iterable[PackLike]) -> list[tuple[str, str, str | None]]:
    """The packs as text, each with a name for messages."""
    _refuse_text("factors", factors)
    return [pack(f"/factors/{at}", factor) for at, factor in enumerate(factors)]


def pack(place: str, factor: PackLike) -> tuple[str, str, str | None]:
    """One pack: its place, its text or description, and its table if that is a file of its own."""
    if isinstance(factor, str) and factor.startswith("+++"):
        return place, factor, None
    path = Path(factor)
    if path.name == "pack.toml":
        path = path.parent
    if path.is_dir():
        return str(path), _read(path / "pack.toml"), _read(path / "table.csv")
    return str(path), _read(path), None


def number(name: str, value: Number) -> str:
    """An exact number as text; a float is refused."""
    if isinstance(value, float):
        raise TypeError(f'{name}: a float does not hold the number that was written: pass Decimal, int or str, e.g. "0.1"')
    if isinstance(value, bool) or not isinstance(value, (Decimal, int, str)):
        raise TypeError(f"{name}: expected decimal.Decimal, int or str, not {type(value).__name__}")
    return str(value)


def _texts(name: str, values: Iterable[str]) -> list[str]:
    _refuse_text(name, values)
    texts = list(values)
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"{name}: expected texts, found {type(text).__name__}")
    return texts


def _refuse_text(name: str, values: object) -> None:
    """A text is an iterable of letters, which nobody means."""
    if isinstance(values, (str, bytes, os.PathLike)):
        raise TypeError(f"{name}: expected a list, e.g. {name}=[{values!r}]")


def _read(path: Path) -> str:
    # Line ends stay as they are: the pack's own sum is over the bytes.
    try:
        return path.read_bytes().decode()
    except UnicodeDecodeError as error:
        help = "save the pack as UTF-8"
        raise InputError(f"byte {error.start} is no UTF-8", "INVALID_UTF8", str(path), help) from error
