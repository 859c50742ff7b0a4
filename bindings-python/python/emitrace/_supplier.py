"""How far a supplier is: what is asked of it, what it can show, what is missing, and what to do next."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from typing import Any

from . import _native
from ._answer import Page
from ._document import _json
from ._trace import _table

__all__ = ["SupplierAssessment", "supplier_assess", "supplier_ecovadis_medal", "supplier_rba_vap", "supplier_sets", "supplier_size", "supplier_vda63", "supplier_vda63_potential"]


class SupplierAssessment(Page):
    """An assessment.

    Attributes:
        score: ``grade``, ``ready``, ``why_not_ready``, ``coverage``, ``low_percent``, ``high_percent`` and ``themes``, as a dict; numbers are texts.
        requirements: what became of each requirement, as dicts with ``id``, ``status``, ``points``, ``last_day``, ``evidence`` and ``reasons``.
        documents: the evidence that decided, as it was given, as dicts.
        actions: what to do, the most pressing first, as dicts.
        ahead: the same some days later if nothing is done, with its ``lapses``.
        findings: what is wrong with rows of the table, as dicts.
        digest: SHA-256 of the canonical JSON of the result.
    """

    _report = "supplier.report"

    def __init__(self, answer: str) -> None:
        super().__init__(json.loads(answer))
        result = self._answer["result"]
        self.score: dict[str, Any] = result["score"]
        self.requirements: list[dict[str, Any]] = result["requirements"]
        self.documents: list[dict[str, Any]] = result["documents"]
        self.actions: list[dict[str, Any]] = result["actions"]
        self.ahead: dict[str, Any] = result["ahead"]
        self.findings: list[dict[str, Any]] = self._answer["findings"]
        self.digest: str = self._answer["digest"]

    @property
    def ready(self) -> bool:
        """Whether no blocking requirement is open and the grade is good enough."""
        return bool(self.score["ready"])

    def __repr__(self) -> str:
        return f"<emitrace.SupplierAssessment: {'ready' if self.ready else 'not ready'}, grade {self.score['grade'] or 'none'}>"


def supplier_assess(
    set: str | Mapping[str, Any],
    *,
    as_of: str,
    profile: Mapping[str, str | int] | None = None,
    sites: Sequence[str] = (),
    evidence: Sequence[Mapping[str, Any]] | str | os.PathLike[str] | bytes = (),
    answers: Sequence[Any] = (),
    supplier: str = "",
    horizon_days: int | None = None,
    packs: Sequence[str] = (),
    locale: str = "",
    date_order: str = "",
    sheet: str = "",
    columns: Mapping[str, str] | None = None,
) -> SupplierAssessment:
    """Says which requirements a supplier meets on a day, how far it is, and what to do next.

    Args:
        set: identifier of a loaded set of requirements (`supplier_sets` has them), or a set of your own as a dict.
        as_of: the day on which things hold, ``"2026-11-21"``; there is no clock inside.
        profile: what is known of the supplier, as the conditions of the set ask for it; whole numbers or texts.
        sites: its sites; evidence that names sites must cover all of them.
        evidence: dicts with ``id``, ``kind``, ``subject`` and, as far as there are any, days and values as texts; or the path or bytes of a CSV file
            or workbook whose headers may be Vietnamese.
        answers: answers of this package that are evidence, as objects, plain data or JSON texts: inventories, energy accounts, sustainability reports,
            reports of frameworks, operator's reports of CBAM.
        supplier: its name, for the page.
        horizon_days: how far to look ahead; else as the set says.
        packs: packs of your own as text.
        locale, date_order, sheet, columns: how that table is written, which sheet holds it, and headers that are not known by name.

    Raises:
        emitrace.InputError: something is missing or not known; ``path`` says where.

    Example:
        >>> import emitrace as et
        >>> assessment = et.supplier_assess(
        ...     {"id": "quality", "requirements": [{"id": "q1", "kind": "certificate", "level": "blocking", "subject": "ISO 9001"}]},
        ...     as_of="2026-11-21",
        ...     evidence=[{"id": "VN-1", "kind": "certificate", "subject": "ISO 9001:2015", "expires": "2027-01-09"}],
        ... )
        >>> assessment.ready, assessment.ahead["ready"], assessment.requirements[0]["days_left"]
        (True, False, '49')
    """
    request: dict[str, Any] = {"as_of": as_of, "supplier": supplier, "sites": list(sites), "packs": list(packs)}
    request["answers"] = [_json(answer) for answer in answers]
    if isinstance(set, str):
        request["set"] = set
    else:
        request["requirements"] = dict(set)
    request["profile"] = [{"name": name, "value": str(value)} for name, value in (profile or {}).items()]
    if isinstance(evidence, (str, bytes, os.PathLike)):
        request["table"] = _table(evidence, locale=locale, date_order=date_order, sheet=sheet, columns=columns)
    else:
        request["evidence"] = [dict(one) for one in evidence]
    if horizon_days is not None:
        request["horizon_days"] = str(horizon_days)
    return SupplierAssessment(_native.call("supplier.assess", json.dumps(request)))


def supplier_sets(packs: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The sets of requirements of the loaded packs, as dicts that `supplier_assess` takes.

    Args:
        packs: packs of your own as text.

    Example:
        >>> import emitrace as et
        >>> "supplier-electronics-example" in [one["id"] for one in et.supplier_sets()]
        True
    """
    sets: list[dict[str, Any]] = json.loads(_native.call("supplier.sets", json.dumps({"packs": list(packs)})))["sets"]
    return sets


def supplier_size(group: str, employees: int | str, *, revenue_vnd: int | str = "", capital_vnd: int | str = "") -> dict[str, Any]:
    """Whether an enterprise in Viet Nam is micro, small, medium or large (Decree 80/2021, Article 5).

    Args:
        group: ``"A"`` (agriculture, forestry, fishery, industry, construction) or ``"B"`` (trade, services).
        employees: with social insurance, average of the year.
        revenue_vnd, capital_vnd: in VND; one of them is enough if it decides.

    Returns:
        ``size``, empty if what is given does not decide, ``missing`` with what would, and the ``source``.

    Raises:
        emitrace.InputError: a number or the group cannot be read.

    Example:
        >>> import emitrace as et
        >>> et.supplier_size("A", 80, revenue_vnd=45_000_000_000)["size"]
        'small'
    """
    request = {"group": group, "employees": str(employees), "revenue_vnd": str(revenue_vnd), "capital_vnd": str(capital_vnd)}
    answer: dict[str, Any] = json.loads(_native.call("supplier.size", json.dumps(request)))
    return answer


def supplier_vda63(ratings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Degree of conformity and grade of a process audit by VDA 6.3 (2023) from its ratings; the questions are the publisher's.

    Args:
        ratings: dicts with ``element`` (``"P2"`` to ``"P7"``), ``question``, ``points`` (``"0"``, ``"4"``, ``"6"``, ``"8"``, ``"10"`` or empty), ``star``
            and, for P6, ``sub_element`` and ``step``.

    Returns:
        ``overall_percent``, ``grade``, ``parts`` and ``reasons``; per cents are texts.

    Raises:
        emitrace.InputError: a rating cannot be read; ``path`` says which.

    Example:
        >>> import emitrace as et
        >>> answer = et.supplier_vda63([{"element": "P5", "question": "5.1", "points": "10"}, {"element": "P5", "question": "5.2", "points": "8"}])
        >>> answer["overall_percent"], answer["grade"]
        ('90', 'A')
    """
    answer: dict[str, Any] = json.loads(_native.call("supplier.vda63", json.dumps({"ratings": [dict(one) for one in ratings]})))
    return answer


def supplier_vda63_potential(yellow: int, red: int) -> str:
    """The verdict of a potential analysis by VDA 6.3 (P1): ``"green"``, ``"yellow"`` or ``"red"``.

    Args:
        yellow: how many questions are rated yellow.
        red: how many questions are rated red.

    Raises:
        emitrace.InputError: a count is negative or not whole.

    Example:
        >>> import emitrace as et
        >>> et.supplier_vda63_potential(7, 0)
        'yellow'
    """
    answer: dict[str, Any] = json.loads(_native.call("supplier.vda63_potential", json.dumps({"yellow": yellow, "red": red})))
    return str(answer["verdict"])


def supplier_rba_vap(
    *,
    conformance: int,
    risk: int = 0,
    risk_conforms: bool = False,
    findings: Mapping[str, int] | None = None,
    closed: Mapping[str, int] | None = None,
    not_applicable: int = 0,
    audited: str = "",
) -> dict[str, Any]:
    """Score, colour and recognition of an audit by the Responsible Business Alliance (VAP) from its counts (M-234).

    Args:
        conformance: questions that conform.
        risk: questions with a risk of nonconformance.
        risk_conforms: count those as conformance, as newer protocols do.
        findings: questions with a finding: ``{"priority": 1, "major": 4, "minor": 3}``.
        closed: how many of the findings are closed, with the same keys.
        not_applicable: questions that do not apply.
        audited: last day of the audit, ``"2026-03-01"``, for ``last_day``.

    Returns:
        ``score``, ``conformance_points`` and ``deduction`` (texts, points of 200), ``questions``, ``applicable``, ``colour``, ``recognition``, ``reasons``,
        ``last_day`` and ``confidence`` of the formula.

    Raises:
        emitrace.InputError: no question applies, or more findings are closed than there are; ``path`` says which.

    Example:
        >>> import emitrace as et
        >>> answer = et.supplier_rba_vap(conformance=72, risk=2, findings={"priority": 1, "major": 4, "minor": 3})
        >>> answer["conformance_points"], answer["score"], answer["colour"]
        ('175.6098', '136.6098', 'red')
    """
    request = {
        "conformance": conformance,
        "risk": risk,
        "risk_conforms": risk_conforms,
        "findings": dict(findings or {}),
        "closed": dict(closed or {}),
        "not_applicable": not_applicable,
        "audited": audited,
    }
    answer: dict[str, Any] = json.loads(_native.call("supplier.rba_vap", json.dumps(request)))
    return answer


def supplier_ecovadis_medal(
    percentile: str | int,
    themes: Mapping[str, str | int],
    *,
    published: str,
    as_of: str,
    score: str | int = "",
) -> dict[str, Any]:
    """The medal that a scorecard of EcoVadis stands for (M-235). It follows from the percentile, never from a score.

    Args:
        percentile: the percentile that the scorecard states, 0 to 100.
        themes: scores of ``environment``, ``labor_and_human_rights``, ``ethics`` and ``sustainable_procurement``, 0 to 100.
        published: day of publication, ``"2026-03-01"``.
        as_of: day of the question.
        score: the overall score; it decides nothing.

    Returns:
        ``medal`` (``"platinum"``, ``"gold"``, ``"silver"``, ``"bronze"`` or empty), ``valid``, ``last_day`` and ``reasons``.

    Raises:
        emitrace.InputError: something is missing or beyond 0 to 100; ``path`` says what.

    Example:
        >>> import emitrace as et
        >>> themes = {"environment": 70, "labor_and_human_rights": 60, "ethics": 50, "sustainable_procurement": 40}
        >>> et.supplier_ecovadis_medal(96, themes, published="2026-03-01", as_of="2026-11-21")["medal"]
        'gold'
    """
    request = {
        "percentile": str(percentile),
        "themes": {name: str(value) for name, value in themes.items()},
        "score": str(score),
        "published": published,
        "as_of": as_of,
    }
    answer: dict[str, Any] = json.loads(_native.call("supplier.ecovadis_medal", json.dumps(request)))
    return answer
