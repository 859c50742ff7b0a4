"""Footprints of products as PACT exchanges them: checked, migrated, worked out, written."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping, Sequence
from typing import Any, Literal, overload

from . import _native
from ._seal import text_of
from ._trace import _table

__all__ = [
    "ComputedFootprint",
    "FootprintView",
    "Footprints",
    "Shipment",
    "footprint_check",
    "footprint_compute",
    "footprint_migrate",
    "footprint_openlca",
    "footprint_read_sheet",
    "footprint_sheet",
    "footprint_transport",
    "footprint_view",
]

Document = Mapping[str, Any] | Sequence[Mapping[str, Any]] | str | os.PathLike[str]


class Footprints:
    """Footprints that were looked at.

    Attributes:
        valid: whether nothing found is an error.
        footprints: each of them in short, as dicts; figures are texts in kg CO2e, ``mass_kg`` in kg, all of the declared amount.
        findings: what was found, as dicts with ``severity``, ``code``, ``path`` (JSON pointer), ``message`` and ``help``.
        losses: what a migration could not carry over, as dicts with ``path``, ``value``, ``what`` and ``reason``.
        text: the document as it is written: JSON text with every digit as it came.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        result = self._answer["result"]
        self.valid: bool = result["valid"]
        self.footprints: list[dict[str, Any]] = result["footprints"]
        self.findings: list[dict[str, Any]] = result["findings"]
        self.losses: list[dict[str, Any]] = result["losses"]
        self.text: str = result["document"]
        self.digest: str = self._answer["digest"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.Footprints: {len(self.footprints)}, {'valid' if self.valid else 'not valid'}, {len(self.findings)} findings>"


class ComputedFootprint:
    """A footprint that was worked out.

    Attributes:
        valid: whether nothing found is an error and every row of the ledger is counted.
        footprint: it in short, as a dict; figures are texts in kg CO2e of the declared amount.
        contributions: where the total comes from, the largest first: dicts with ``kind``, ``process``, ``row``, ``id``,
            ``factors``, ``kg_co2e``, ``percent`` and ``gases``
            (``member``, ``gas``, ``factor``, ``whole_kg``, ``kg``).
        gases: what is emitted gas by gas, as dicts with ``member`` (empty outside of the totals), ``gas`` (``"CO2e (AR6)"`` for what is only stated in CO2e), ``exact_kg``, ``kg``,
            ``gwp``, ``exact_kg_co2e`` and ``kg_co2e``; texts, of the declared amount.
        parts: the parts of the total, exactly and as the document says them.
        allocations: how outputs share the burdens of their process.
        findings, ledger_findings: what was found, as dicts.
        text: the document of PACT 3.0 as JSON text.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        result = self._answer["result"]
        self.valid: bool = result["valid"]
        self.footprint: dict[str, Any] = result["footprint"]
        self.contributions: list[dict[str, Any]] = result["contributions"]
        self.gases: list[dict[str, Any]] = result["gases"]
        self.parts: list[dict[str, Any]] = result["parts"]
        self.allocations: list[dict[str, Any]] = result["allocations"]
        self.findings: list[dict[str, Any]] = result["findings"]
        self.ledger_findings: list[dict[str, Any]] = self._answer["ledger_findings"]
        self.text: str = result["document"]
        self.digest: str = self._answer["digest"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.ComputedFootprint: {self.footprint['excluding_uptake_kg_co2e']} kg CO2e, {'valid' if self.valid else 'not valid'}>"


class Shipment:
    """The footprint of a shipment.

    Attributes:
        valid: whether nothing found is an error.
        order: identifiers of the elements in the order of the chain.
        activity_tkm, wtw_kg_co2e, ttw_kg_co2e: sums over the elements, as texts; empty if one of them cannot be read.
        wtw_kg_co2e_per_tkm: emissions from well to wheel of a tonne-kilometre, as text.
        losses, findings: activities that were added; what was found, as dicts.
        text: the document as it is written.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        result = self._answer["result"]
        self.valid: bool = result["valid"]
        self.order: list[str] = result["order"]
        self.activity_tkm: str = result["activity_tkm"]
        self.wtw_kg_co2e: str = result["wtw_kg_co2e"]
        self.ttw_kg_co2e: str = result["ttw_kg_co2e"]
        self.wtw_kg_co2e_per_tkm: str = result["wtw_kg_co2e_per_tkm"]
        self.losses: list[dict[str, Any]] = result["losses"]
        self.findings: list[dict[str, Any]] = result["findings"]
        self.text: str = result["document"]
        self.digest: str = self._answer["digest"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.Shipment: {self.wtw_kg_co2e} kg CO2e, {'valid' if self.valid else 'not valid'}, {len(self.findings)} findings>"


class FootprintView:
    """A footprint in the words of others.

    Attributes:
        valid: whether nothing found is an error.
        text: JSON text; its numbers have every digit.
        losses: what it does not say, says otherwise or adds, as dicts with ``path``, ``value``, ``what`` and ``reason``.
        findings: what was found, as dicts; ``path`` begins with ``/document``, ``/stated`` or ``/view``.
    """

    def __init__(self, answer: str) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        self.valid: bool = self._answer["valid"]
        self.text: str = self._answer["document"]
        self.losses: list[dict[str, Any]] = self._answer["losses"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def __repr__(self) -> str:
        return f"<emitrace.FootprintView: {'valid' if self.valid else 'not valid'}, {len(self.losses)} losses, {len(self.findings)} findings>"


def footprint_compute(
    frame: Document,
    good: str,
    *,
    ledger: str,
    processes: Sequence[Mapping[str, Any]],
    options: Mapping[str, Any],
    scope_2: str,
    decimals: int,
    bought: Sequence[Mapping[str, Any]] = (),
    packs: Sequence[str] = (),
) -> ComputedFootprint:
    """Works out the footprint of a good from cradle to gate and writes it as a document of PACT 3.0.

    Args:
        frame: the footprint without its figures, as a dict or the path of a JSON file: names, declared unit, mass, carbon contents, periods.
        good: the good; an output of a process.
        ledger: CSV text of the reference period whose column ``product`` names the process.
        processes: dicts with ``id``, ``outputs`` (``good``, ``amount``, ``unit``, ``basis``), ``inputs`` (``good``, ``amount``, ``unit``, ``packaging``) and
            ``allocation`` (``"mass"``, ``"physical"``, ``"economic"``) with its ``allocation_reason``; amounts are texts.
        options: ``profile``, ``gwp``, ``region`` and whatever else an inventory takes, in the engine's own words.
        scope_2: ``"location"`` or ``"market"``.
        decimals: of the figures, 0 to 18.
        bought: dicts with ``good`` and either ``document`` (a footprint or the answer of `Trace.back` as a dict, or JSON text) or ``figures`` with ``amount``, ``unit``, ``fossil_kg_co2e``,
            ``source`` and ``version``, and ``gwp_set`` (``"AR6"``) if the source says it.
        packs: packs of your own as text.

    Raises:
        emitrace.InputError: something is missing or cannot be read; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> computed = et.footprint_compute(
        ...     {"pcf": {"declaredUnitOfMeasurement": "kilogram", "declaredUnitAmount": "1", "biogenicCarbonContent": "0"}},
        ...     "wire",
        ...     ledger="id,date,activity,quantity,unit,product\\nE1,2023-05-31,electricity,1250,kWh,drawing\\n",
        ...     processes=[{"id": "drawing", "outputs": [{"good": "wire", "amount": "1000", "unit": "kg"}]}],
        ...     options={"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"},
        ...     scope_2="location",
        ...     decimals=6,
        ... )
        >>> computed.footprint["excluding_uptake_kg_co2e"]
        '0.824'
        >>> [(one["gas"], one["kg"]) for one in computed.gases]
        [('CO2', '0.824')]
    """
    goods = [dict(one) for one in bought]
    for one in goods:
        if isinstance(one.get("document"), Mapping):
            one["document"] = json.dumps(one["document"])
    request = {
        "frame": _text(frame),
        "good": good,
        "ledger": {"text": ledger},
        "processes": [dict(one) for one in processes],
        "options": dict(options),
        "scope_2": scope_2,
        "decimals": str(decimals),
        "bought": goods,
        "packs": list(packs),
    }
    return ComputedFootprint(_native.call("footprint.compute", json.dumps(request)))


def footprint_check(document: Document, *, as_of: str = "") -> Footprints:
    """Reads footprints of PACT 3.0 or 2.x and tells everything that is wrong with them.

    Args:
        document: a footprint or a list of them as dicts (amounts are texts), or the path of a JSON file.
        as_of: a day, ``"2026-11-22"``, to be told whether they are in force on it.

    Raises:
        emitrace.InputError: the document is no JSON, or no footprint.

    Example:
        >>> import emitrace as et
        >>> checked = et.footprint_check({"specVersion": "3.0.3", "pcf": {"biogenicCO2Uptake": "120"}})
        >>> [one["message"] for one in checked.findings if one["path"] == "/pcf/biogenicCO2Uptake"]
        ['`120` must be 0 or below']
    """
    return Footprints(_native.call("footprint.check", json.dumps({"document": _text(document), "as_of": as_of})))


def footprint_migrate(document: Document, *, ids: Sequence[str] = (), created: str = "") -> Footprints:
    """Makes footprints of PACT 3.0 of those of 2.x, exactly; `losses` lists what has no place in 3.0.

    Args:
        document: as for `footprint_check`.
        ids: identifiers (UUID) of the new footprints, in their order; without them they keep theirs.
        created: when the new ones are made, ``"2026-11-22T00:00:00Z"``; there is no clock inside.

    Raises:
        emitrace.InputError: as `footprint_check`, and identifiers that are none.

    Example:
        >>> import emitrace as et
        >>> old = {"specVersion": "2.3.0", "pcf": {"declaredUnit": "liter", "unitaryProductAmount": "12", "fossilGhgEmissions": "1.5"}}
        >>> '"fossilGhgEmissions": "18"' in et.footprint_migrate(old).text
        True
    """
    request = {"document": _text(document), "ids": list(ids), "created": created}
    return Footprints(_native.call("footprint.migrate", json.dumps(request)))


def footprint_openlca(computed: ComputedFootprint) -> tuple[bytes, list[dict[str, Any]]]:
    """A footprint that was worked out, as a package for openLCA 2 (JSON-LD): one process with the masses of its gases.

    Args:
        computed: what `footprint_compute` gave.

    Returns:
        The bytes of the zip archive, and what it does not say as dicts with ``path``, ``value``, ``what`` and ``reason``.

    Raises:
        emitrace.InputError: the declared unit is none that openLCA holds exactly (an hour).

    Example:
        >>> import emitrace as et
        >>> computed = et.footprint_compute(
        ...     {"pcf": {"declaredUnitOfMeasurement": "kilogram", "declaredUnitAmount": "1", "biogenicCarbonContent": "0"}},
        ...     "wire",
        ...     ledger="id,date,activity,quantity,unit,product\\nE1,2023-05-31,electricity,1250,kWh,drawing\\n",
        ...     processes=[{"id": "drawing", "outputs": [{"good": "wire", "amount": "1000", "unit": "kg"}]}],
        ...     options={"profile": "ghg-protocol", "gwp": "AR6", "region": "VN"},
        ...     scope_2="location",
        ...     decimals=6,
        ... )
        >>> package, losses = et.footprint_openlca(computed)
        >>> package[:2]
        b'PK'
    """
    request = {"answer": json.dumps(computed.to_dict())}
    answer = json.loads(_native.call("footprint.openlca", json.dumps(request)))
    losses: list[dict[str, Any]] = answer["losses"]
    return base64.b64decode(answer["base64"]), losses


def footprint_read_sheet(
    table: str | os.PathLike[str] | bytes,
    *,
    locale: str = "",
    date_order: str = "",
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> Footprints:
    """Reads a table of footprints, one row each, into documents of PACT 3.0 and checks them.

    Args:
        table: the path or bytes of a CSV file or workbook (XLSX); headers may be Vietnamese.
        locale, date_order, sheet, columns: how it is written, which sheet holds it, and headers that are not known by name.

    Returns:
        Footprints whose paths begin with their row; ``to_dict()["table_findings"]`` says what is wrong with cells.

    Raises:
        emitrace.InputError: a column is missing, or the file cannot be read.

    Example:
        >>> import emitrace as et
        >>> try:
        ...     et.footprint_read_sheet(b"identifier,created\\n")
        ... except et.Error as error:
        ...     print(error.code)
        MISSING_COLUMN
    """
    request = {"table": _table(table, locale=locale, date_order=date_order, sheet=sheet, columns=columns)}
    return Footprints(_native.call("footprint.read_sheet", json.dumps(request)))


@overload
def footprint_sheet(
    document: Document | None = None, *, lang: str = "en", format: Literal["csv"] = "csv"
) -> tuple[str, list[dict[str, Any]]]: ...


@overload
def footprint_sheet(
    document: Document | None = None, *, lang: str = "en", format: Literal["xlsx"]
) -> tuple[bytes, list[dict[str, Any]]]: ...


def footprint_sheet(
    document: Document | None = None, *, lang: str = "en", format: Literal["csv", "xlsx"] = "csv"
) -> tuple[str | bytes, list[dict[str, Any]]]:
    """Footprints of PACT 3.0 as a table, one row each, and what no column holds.

    Args:
        document: as for `footprint_check`; none gives an empty table for a supplier to fill in.
        lang: ``"en"``, or ``"vi"`` with decimal commas, days as 31/12/2025 and ``;`` between cells.
        format: ``"csv"``, or ``"xlsx"`` with typed cells and a second sheet that says what to write into which column.

    Returns:
        The text of the CSV or the bytes of the workbook, and the losses as dicts with ``path``, ``value``, ``what`` and ``reason``.

    Example:
        >>> import emitrace as et
        >>> text, losses = et.footprint_sheet({"specVersion": "3.0.3", "pcf": {"fossilGhgEmissions": "23.4"}}, lang="vi")
        >>> ";23,4;" in text, losses
        (True, [])
        >>> form, _ = et.footprint_sheet(lang="vi", format="xlsx")  # empty, to send to suppliers
        >>> form[:2]
        b'PK'
    """
    request = {"document": "" if document is None else _text(document), "lang": lang, "format": format}
    answer = json.loads(_native.call("footprint.sheet", json.dumps(request)))
    losses: list[dict[str, Any]] = answer["losses"]
    if format == "xlsx":
        return base64.b64decode(answer["base64"]), losses
    text: str = answer["text"]
    return text, losses


def footprint_transport(document: Mapping[str, Any] | str | os.PathLike[str]) -> Shipment:
    """Reads the footprint of a shipment as iLEAP exchanges it and tells everything that is wrong with it.

    Activities that are not stated are worked out: distance in km × mass in kg / 1000, exactly.

    Args:
        document: the footprint of a shipment as a dict (amounts are texts), or the path of a JSON file.

    Raises:
        emitrace.InputError: the document is no JSON, or no object.

    Example:
        >>> import emitrace as et
        >>> leg = {"tceId": "a", "tocId": "truck", "shipmentId": "S", "mass": "230", "distance": {"actual": "700"}, "co2eWTW": "11.27", "co2eTTW": "9.5"}
        >>> et.footprint_transport({"mass": "230", "shipmentId": "S", "tces": [leg]}).activity_tkm
        '161'
    """
    return Shipment(_native.call("footprint.transport", json.dumps({"document": _text(document)})))


def footprint_view(document: Document, form: str = "untp", *, stated: Mapping[str, Any] | None = None) -> FootprintView:
    """A footprint of PACT 3.0 in the words of others, and what it does not say.

    Args:
        document: one footprint, as for `footprint_check`.
        form: ``"untp"``, the emissions of a product passport, in kg CO2e of one unit; ``"catena-x-9"``, a payload of the aspect ``io.catenax.pcf`` 9.0.0;
            ``"battery-passport"``, the carbon footprint of a battery, in kg CO2e of a kilowatt hour that it gives in its life.
        stated: what the form asks and the footprint does not say, by the names of the form; figures are texts.

    Raises:
        emitrace.InputError: the document is no footprint of 3.0, or the view would have no figure.

    Example:
        >>> import emitrace as et
        >>> pcf = {"declaredUnitOfMeasurement": "piece", "declaredUnitAmount": "1000", "pcfExcludingBiogenicUptake": "23.4", "primaryDataShare": "61.5"}
        >>> '"carbonFootprint": 0.0234' in et.footprint_view({"specVersion": "3.0.3", "pcf": pcf}).text
        True
    """
    added = "" if stated is None else json.dumps(dict(stated))
    return FootprintView(_native.call("footprint.view", json.dumps({"document": _text(document), "form": form, "stated": added})))


def _text(document: Document) -> str:
    """The document as JSON: dicts, or the path of a file."""
    if isinstance(document, (str, os.PathLike, Mapping)):
        return text_of(document)
    return json.dumps([dict(one) for one in document])
