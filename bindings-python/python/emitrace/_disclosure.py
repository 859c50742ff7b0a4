"""Sustainability reports: the form, filling it, what is wrong or missing, and the documents (Inline XBRL, xBRL-JSON)."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._energy import EnergyAccount
from ._inventory import Inventory

__all__ = [
    "Disclosure",
    "disclosure_check",
    "disclosure_fill",
    "disclosure_form",
    "disclosure_read",
    "disclosure_taxonomies",
    "disclosure_verify",
]


class Disclosure:
    """A report that was filled or checked.

    Attributes:
        report: the report with every period and unit spelled out, as a dict with ``facts``; values are texts.
        valid: whether no fact is wrong.
        complete: whether nothing that is due is missing.
        counts: how many items have which status.
        items: every concept of the module as dicts with ``concept``, ``title_en``, ``title_vi``, ``status``, ``due``, ``reason`` and ``found_in``.
        findings: what is wrong or to be looked at, as dicts with ``code``, ``path``, ``message`` and ``help``.
        digest: SHA-256 of the canonical JSON of the result.
    """

    def __init__(self, answer: str, packs: Sequence[str] = ()) -> None:
        self._answer: dict[str, Any] = json.loads(answer)
        self._packs = list(packs)
        result = self._answer["result"]
        self.report: dict[str, Any] = result["report"]
        self.valid: bool = result["valid"]
        self.complete: bool = result["complete"]
        self.counts: dict[str, int] = result["counts"]
        self.items: list[dict[str, Any]] = result["items"]
        self.findings: list[dict[str, Any]] = result["findings"]
        self.digest: str = self._answer["digest"]

    def to_dict(self) -> dict[str, Any]:
        """The whole answer, as the engine gave it."""
        return dict(self._answer)

    def table(self, *, lang: str = "en") -> str:
        """What is complete and what is not, as text for people, in English or Vietnamese (``lang``)."""
        return self._written("table", lang)["text"]

    def html(self, *, lang: str = "en") -> str:
        """The same as a page that needs nothing else."""
        return self._written("html", lang)["text"]

    def ixbrl(self, *, lang: str = "en") -> str:
        """The report as one page that people read and programs read exactly (Inline XBRL); ``lang`` is ``en``, ``vi`` or ``both``."""
        return self._written("ixbrl", lang)["text"]

    def xbrl_json(self) -> str:
        """The report as xBRL-JSON."""
        return self._written("xbrl-json", "en")["text"]

    def xbri(self, *, lang: str = "en") -> bytes:
        """The report as a report package (``.xbri``) with its Inline XBRL page."""
        return base64.b64decode(self._written("xbri", lang)["base64"])

    def _written(self, form: str, lang: str) -> dict[str, str]:
        request = {"report": self.report, "format": form, "lang": lang, "packs": self._packs}
        document: dict[str, str] = json.loads(_native.call("disclosure.write", json.dumps(request)))
        return document

    def __repr__(self) -> str:
        state = "valid" if self.valid else "not valid"
        return f"<emitrace.Disclosure: {self.counts['facts']} facts, {state}, {'complete' if self.complete else 'incomplete'}>"


def disclosure_fill(
    report: Mapping[str, Any],
    *,
    answers: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    inventories: Sequence[Inventory | Mapping[str, Any]] = (),
    energy: Sequence[Mapping[str, Any]] = (),
    energy_accounts: Sequence[EnergyAccount | Mapping[str, Any]] = (),
    packs: Sequence[str] = (),
) -> Disclosure:
    """Fills a report from answers, inventories and energy accounts, and works out what formulas give.

    Args:
        report: ``taxonomy``, ``module``, ``entity`` (``scheme``, ``identifier``, ``name``), ``period``, ``previous_period`` and facts of your own.
        answers: what was filled into the form (`disclosure_form`): by concept or input a list of dicts with ``value`` and, where needed, ``unit``,
            ``period``, ``dimensions``, ``decimals``, ``language`` and ``document``; values are texts.
        inventories: computed inventories, each of its own period; for a base year a dict with ``answer`` (a dict) and ``dimensions``.
        energy: dicts with ``carrier`` (``electricity``, ``self-generated``, ``fuels``), ``renewable``, ``quantity`` and ``unit`` as texts; energy
            becomes MWh. Fuels in other units need ``per_unit`` and ``per_unit_energy``, their net calorific value.
        energy_accounts: energy accounts of ledgers (`energy_account`), each of its own period.
        packs: packs of your own as text.

    Raises:
        emitrace.InputError: something is missing or not known; ``path`` says where. What is wrong with facts is in ``findings``.

    Example:
        >>> import emitrace as et
        >>> filled = et.disclosure_fill(
        ...     {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
        ...      "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}},
        ...     answers={"input:employees-left": [{"value": "50"}], "input:employees-begin": [{"value": "201"}],
        ...              "input:employees-end": [{"value": "151"}]},
        ... )
        >>> filled.report["facts"][0]["value"], filled.valid, filled.complete
        ('0.2840909091', True, False)
    """
    request = _given(report, answers, inventories, energy, energy_accounts, packs)
    return Disclosure(_native.call("disclosure.fill", json.dumps(request)), packs)


def _given(
    report: Mapping[str, Any],
    answers: Mapping[str, Sequence[Mapping[str, Any]]] | None,
    inventories: Sequence[Inventory | Mapping[str, Any]],
    energy: Sequence[Mapping[str, Any]],
    energy_accounts: Sequence[EnergyAccount | Mapping[str, Any]],
    packs: Sequence[str],
) -> dict[str, Any]:
    """What a report is filled from, as the engine takes it."""
    return {
        "report": dict(report),
        "answers": {name: [dict(answer) for answer in list] for name, list in (answers or {}).items()},
        "inventories": [{"answer": one.to_dict()} if isinstance(one, Inventory) else dict(one) for one in inventories],
        "energy": [dict(one) for one in energy],
        "energy_accounts": [one.to_dict() if isinstance(one, EnergyAccount) else dict(one) for one in energy_accounts],
        "packs": list(packs),
    }


def disclosure_verify(
    document: Disclosure | str | bytes,
    report: Mapping[str, Any],
    *,
    answers: Mapping[str, Sequence[Mapping[str, Any]]] | None = None,
    inventories: Sequence[Inventory | Mapping[str, Any]] = (),
    energy: Sequence[Mapping[str, Any]] = (),
    energy_accounts: Sequence[EnergyAccount | Mapping[str, Any]] = (),
    ledgers: Sequence[bytes | None] = (),
    packs: Sequence[str] = (),
    list: int | None = None,
) -> dict[str, Any]:
    """Computes a report again from its ledgers and from what people stated, and says which facts do not follow.

    Args:
        document: the report: what `disclosure_fill` gave, its JSON, or of anybody a page (Inline XBRL), a package (``.xbri``, as bytes) or xBRL-JSON.
        report, answers, inventories, energy, energy_accounts, packs: what it is said to be made of, as for `disclosure_fill`; the packs serve the ledgers, too.
        ledgers: the files of the inventories' ledgers, in their order, read as bytes; ``None`` for one that is not at hand.
        list: how many differences and lines are listed; 1,000 if not given.

    Returns:
        A dict with ``holds``, ``reasons``, ``compared`` (counts by where facts come from), ``differences`` (dicts with ``what``, ``concept``,
        ``reported``, ``recomputed``, ``difference`` as texts, ``place``, ``line`` of a page as int or ``None``, ``inventories``), ``findings`` (what of a
        page cannot be read) and ``inventories``, each with ``verified``: what
        `verify_report` says of it, with the ledger's lines that can explain a difference.

    Raises:
        emitrace.InputError: the document is no such report, or something is missing; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> report = {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
        ...           "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}}
        >>> answers = {"vsme:Turnover": [{"value": "1000", "unit": "iso4217:VND"}]}
        >>> text = et.disclosure_fill(report, answers=answers).xbrl_json()
        >>> et.disclosure_verify(text, report, answers=answers)["holds"]
        True
        >>> told = et.disclosure_verify(text.replace('"1000"', '"1001"'), report, answers=answers)
        >>> [(one["concept"], one["difference"]) for one in told["differences"]]
        [('vsme:Turnover', '-1')]
        >>> page = et.disclosure_fill(report, answers=answers).ixbrl(lang="vi")
        >>> told = et.disclosure_verify(page.replace(">1.000</ix", ">1.001</ix"), report, answers=answers)
        >>> [(one["what"], one["place"], one["reported"]) for one in told["differences"]]
        [('value', '/facts/f1', '1001')]
    """
    given = _document(json.dumps(document.to_dict()) if isinstance(document, Disclosure) else document)
    files = [
        {} if ledger is None else {"ledger": {"base64": base64.b64encode(ledger).decode()}, "packs": [*packs]} for ledger in ledgers
    ]
    request = {**given, "fill": _given(report, answers, inventories, energy, energy_accounts, packs), "ledgers": files, "list": list}
    answer: dict[str, Any] = json.loads(_native.call("disclosure.verify", json.dumps(request)))
    return answer


def _document(document: str | bytes) -> dict[str, str]:
    """A report as a request takes it: text, or bytes in base64."""
    return {"report": document} if isinstance(document, str) else {"base64": base64.b64encode(document).decode()}


def disclosure_read(document: str | bytes, *, packs: Sequence[str] = ()) -> dict[str, Any]:
    """The facts of a report of anybody, read offline.

    Args:
        document: a page (Inline XBRL), xBRL-JSON or JSON of this engine as text; a report package (``.xbri``), or any of these, as bytes.
        packs: packs of your own as text: the taxonomy of the report is that of a pack.

    Returns:
        A dict with ``form`` (``"ixbrl"``, ``"xbrl-json"``, ``"json"``), ``report`` (a dict with ``facts``; values are texts), ``places`` (for each fact
        a dict with ``id``, ``line`` as int or ``None``, and ``hidden``), ``xbrl_json`` (the facts as text) and ``findings``: what could not be read.

    Raises:
        emitrace.InputError: the document is no such report, or its taxonomy is not loaded.

    Example:
        >>> import emitrace as et
        >>> filled = et.disclosure_fill(
        ...     {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
        ...      "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"}},
        ...     answers={"vsme:Turnover": [{"value": "1234.5", "unit": "iso4217:EUR"}]},
        ... )
        >>> read = et.disclosure_read(filled.xbri(lang="vi"))
        >>> read["report"]["facts"][0]["value"], read["xbrl_json"] == filled.xbrl_json()
        ('1234.5', True)
    """
    request = {**_document(document), "packs": [*packs]}
    answer: dict[str, Any] = json.loads(_native.call("disclosure.read", json.dumps(request)))
    return answer


def disclosure_check(report: Mapping[str, Any], *, packs: Sequence[str] = ()) -> Disclosure:
    """Says what is wrong with a report and what it misses, all in one pass.

    Args:
        report: the report as a dict, as `Disclosure.report` has it.
        packs: packs of your own as text.

    Raises:
        emitrace.InputError: the taxonomy, the module, the entity or the period is missing or not known.

    Example:
        >>> import emitrace as et
        >>> checked = et.disclosure_check(
        ...     {"taxonomy": "vsme-2026-05-01", "module": "basic", "period": "2025",
        ...      "entity": {"scheme": "http://standards.iso.org/iso/17442", "identifier": "00000000000000000000"},
        ...      "facts": [{"concept": "vsme:GrossScope1GreenhouseGasEmissions", "value": "343.113", "unit": "utr:kg"}]}
        ... )
        >>> checked.findings[0]["code"], checked.findings[0]["path"]
        ('FACT_UNIT', '/facts/0/unit')
    """
    request = {"report": dict(report), "packs": list(packs)}
    return Disclosure(_native.call("disclosure.check", json.dumps(request)), packs)


def disclosure_form(taxonomy: str, module: str, *, packs: Sequence[str] = ()) -> dict[str, Any]:
    """What a taxonomy asks, as a JSON Schema with labels in English (``title``) and Vietnamese (``x-title-vi``), units and rules.

    Args:
        taxonomy: identifier of a loaded taxonomy (`disclosure_taxonomies` has them).
        module: ``"basic"`` or ``"comprehensive"``.
        packs: packs of your own as text.

    Example:
        >>> import emitrace as et
        >>> et.disclosure_form("vsme-2026-05-01", "basic")["properties"]["vsme:Turnover"]["x-title-vi"]
        'Doanh thu'
    """
    request = {"taxonomy": taxonomy, "module": module, "packs": list(packs)}
    form: dict[str, Any] = json.loads(_native.call("disclosure.form", json.dumps(request)))["form"]
    return form


def disclosure_taxonomies(packs: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The taxonomies of the loaded packs, as dicts with ``id``, ``title``, ``edition``, ``entry_point``, ``concepts``, ``members`` and ``rules``.

    Args:
        packs: packs of your own as text.

    Example:
        >>> import emitrace as et
        >>> [one["concepts"] for one in et.disclosure_taxonomies() if one["id"] == "vsme-2026-05-01"]
        [143]
    """
    answer: dict[str, Any] = json.loads(_native.call("disclosure.taxonomies", json.dumps({"packs": list(packs)})))
    taxonomies: list[dict[str, Any]] = answer["taxonomies"]
    return taxonomies
