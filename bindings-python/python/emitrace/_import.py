"""Publishers' own files become packs."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from . import _native

__all__ = ["ImportedPack", "import_factors", "import_formats"]

#: A publisher's file: its path, or its name and content.
FileLike: TypeAlias = str | os.PathLike[str] | tuple[str, bytes]


@dataclass(frozen=True)
class ImportedPack:
    """A pack made from a publisher's files, and what of the files is in it.

    Attributes:
        pack: the pack as one text: pass it in ``factors=[...]`` of other functions, or write it to a file.
        id: identifier of the pack.
        edition: its edition.
        factors: factors in the pack.
        rows: rows of its table.
        values: values of the files that were looked at: ``taken`` and ``left``.
        taken: values in the pack, blank ones included.
        blank: of these, values that the source leaves blank; absent in the pack, never zero.
        left: values that are not in the pack; each is a finding.
        counts: findings by code: dicts with ``code``, ``severity`` and ``count``.
        findings: the first findings: dicts with ``cell``, ``severity``, ``code``, ``value``, ``message``, ``help``.
        not_read: sheets, tables and columns that hold no factor: dicts with ``part`` and ``reason``.
        files: the files: dicts with ``name`` and ``sha256``.
    """

    pack: str
    id: str
    edition: str
    factors: int
    rows: int
    values: int
    taken: int
    blank: int
    left: int
    counts: list[dict[str, Any]]
    findings: list[dict[str, str]]
    not_read: list[dict[str, str]]
    files: list[dict[str, str]]

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes the pack to a file, byte for byte."""
        Path(path).write_bytes(self.pack.encode())


def import_factors(
    format: str,
    files: FileLike | Iterable[FileLike],
    *,
    mapping: Mapping[str, Any] | str | None = None,
    **options: str | int,
) -> ImportedPack:
    """Turns a publisher's own files into a pack, each value with the cell that it came from.

    Args:
        format: the publisher's layout; :func:`import_formats` lists them.
        files: the path of a file, ``(name, bytes)``, or a list of these.
        mapping: for ``"table"``: which column is what, as a dict or JSON text.
        options: choices such as ``edition``, ``year``, ``licence``, ``publisher``, ``place``, ``gwp_set``, ``gases``,
            ``sheet``, ``encoding``, ``confidence``, ``retrieved``, ``id``, ``findings``; see docs/importers.md.

    Returns:
        The pack, counts, and the findings with their cells.

    Raises:
        emitrace.InputError: the file has not the layout, or a choice is missing.

    Example:
        >>> import emitrace as et
        >>> csv = b"Area,ISO 3 code,Year,Variable,Unit,Value\\nViet Nam,VNM,2024,CO2 intensity,gCO2/kWh,486.02\\n"
        >>> answer = et.import_factors("ember", ("yearly.csv", csv), edition="2025-04")
        >>> answer.taken, answer.left
        (1, 0)
        >>> et.show_factor("ember-2025-04/electricity-vn-2024", factors=[answer.pack])["factor"]["values"][0]["value"]
        '486.02'
    """
    single = isinstance(files, (str, os.PathLike, tuple))
    listed: list[Any] = [files] if single else list(files)  # type: ignore[arg-type]
    if mapping is not None:
        options["mapping"] = mapping if isinstance(mapping, str) else json.dumps(dict(mapping))
    request = {"format": format, "files": [_file(file) for file in listed], "options": options}
    answer: dict[str, Any] = json.loads(_native.call("factors.import", json.dumps(request)))
    return ImportedPack(**answer)


def import_formats() -> list[dict[str, Any]]:
    """The layouts that can be imported.

    Returns:
        A dict for each: ``format``, ``title``, ``publisher``, ``licence``, ``files`` (kinds of files), ``url``.

    Example:
        >>> import emitrace as et
        >>> "desnz" in [format["format"] for format in et.import_formats()]
        True
    """
    formats: list[dict[str, Any]] = json.loads(_native.call("factors.formats", "{}"))["formats"]
    return formats


def _file(file: FileLike) -> dict[str, str]:
    if isinstance(file, tuple):
        name, content = file
        if not isinstance(content, (bytes, bytearray)):
            raise TypeError(f"files: the content of {name!r} must be bytes")
    else:
        path = Path(file)
        name, content = path.name, path.read_bytes()
    return {"name": name, "base64": base64.b64encode(content).decode()}
