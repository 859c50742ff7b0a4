"""Networks of processes: embedded emissions of every process, loops included, each with a certified bound."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from . import _native
from ._options import LedgerLike, Number, number
from ._table import Table

__all__ = ["SupplyFigures", "SupplyPlan", "supply_explain", "supply_plan"]


class SupplyFigures:
    """Embedded emissions of every process for one column of own emissions.

    Attributes:
        table: columns ``process`` (utf8) and ``embedded`` (``decimal128(38, 18)``, null where a figure is withheld), in the order
            of the processes; in the unit of the own emissions, for one unit of output.
        faults: what is wrong with this column, in sentences with their codes.
    """

    def __init__(self, plan: SupplyPlan, table: Table, faults: list[str]) -> None:
        self._plan = plan
        self.table = table
        self.faults = faults

    def __getitem__(self, process: str) -> Decimal | None:
        """The figure of a process; ``None`` if it is withheld.

        Raises:
            KeyError: there is no such process.
        """
        at = self._plan._number(process)
        return self.table._data.rows(at, at + 1)[0][1]  # type: ignore[return-value]

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule interface of :attr:`table`."""
        return self.table.__arrow_c_stream__(requested_schema)

    def __len__(self) -> int:
        return len(self.table)

    def __repr__(self) -> str:
        return f"<emitrace.SupplyFigures: {len(self.table)} processes, {len(self.faults)} faults>"


class SupplyPlan:
    """A network that was read and ordered once; made by :func:`supply_plan`.

    Attributes:
        own: names of the columns of own emissions in the table of processes.
        processes, flows: how many there are.
        loops, largest_loop: how many loops there are, and how many processes are in the largest.
        largest_bound: how far a figure can be from the exact one: that is not below the figure and at most this above it; with
            credits it can be on either side.
        findings: what is wrong with rows of both tables: a mapping from ``"processes"`` and ``"flows"`` to tables of findings.
    """

    def __init__(self, native: _native.SupplyPlan) -> None:
        if not isinstance(native, _native.SupplyPlan):
            raise TypeError("plans are made by supply_plan()")
        self._native = native
        self.own: list[str] = native.own
        self.processes, self.flows, self.loops, self.largest_loop = native.size
        self.largest_bound = Decimal(native.largest_bound)
        self.findings: dict[str, Table] = {
            name: Table(native.findings(at)) for at, name in enumerate(("processes", "flows"))
        }

    @property
    def ids(self) -> list[str]:
        """Identifiers of the processes, in the order of their rows."""
        return self._native.ids()

    def bound(self, process: str) -> Decimal | None:
        """How far the figure of a process can be from the exact one; ``None`` if it has no figure.

        Raises:
            KeyError: there is no such process.
        """
        bound = self._native.bound(self._number(process))
        return None if bound is None else Decimal(bound)

    def evaluate(self, own: str | Mapping[str, Number] | Sequence[Number] | Any) -> SupplyFigures:
        """Embedded emissions of every process for a gas, month or scenario.

        Args:
            own: own emissions for one unit of output: the name of a column of the table of processes, numbers in the order of the
                processes, a mapping from identifiers to numbers, or an Arrow stream of one column in the order of the processes.

        Raises:
            KeyError: there is no such column, or the mapping names no such process.
            TypeError: a number is a float.

        Example:
            >>> import emitrace as et
            >>> plan = et.supply_plan(["ore", "steel"], [("steel", "ore", "1.6")])
            >>> plan.evaluate(["0.05", "1.8"])["steel"]
            Decimal('1.88')
            >>> plan.evaluate({"ore": 0, "steel": 1})["steel"]
            Decimal('1')
        """
        if isinstance(own, str):
            solved = self._native.evaluate_column(own)
            if solved is None:
                raise KeyError(own)
            return self._figures(solved)
        if isinstance(own, Mapping):
            numbers: list[Number] = [0] * self.processes
            for process, value in own.items():
                numbers[self._number(process)] = value
            return self._figures(self._native.evaluate(numbers))
        if hasattr(own, "__arrow_c_stream__") or hasattr(own, "__arrow_c_array__"):
            own = _texts(own)
        return self._figures(self._native.evaluate(list(own)))

    def _figures(self, solved: tuple[_native.Table, list[str]]) -> SupplyFigures:
        table, faults = solved
        return SupplyFigures(self, Table(table), faults)

    def _number(self, process: str) -> int:
        at = self._native.process(process)
        if at is None:
            raise KeyError(process)
        return at

    def __repr__(self) -> str:
        return f"<emitrace.SupplyPlan: {self.processes} processes, {self.flows} flows, {self.loops} loops>"


def supply_plan(
    processes: LedgerLike | Sequence[str],
    flows: LedgerLike | Iterable[tuple[str, str, Number]],
    *,
    credits: bool = False,
    repeated_flows: str = "refuse",
    locale: str | None = None,
    delimiter: str | None = None,
    columns: Mapping[str, str] | None = None,
    own: Sequence[str] = (),
    findings: int | None = None,
) -> SupplyPlan:
    """Reads a network of processes and makes it ready to be evaluated for one gas, month or scenario after the other.

    Args:
        processes: path, bytes or binary file object of CSV with columns ``process``, ``unit`` and own emissions for one unit of
            output (``own_kg_co2e`` …); an Arrow stream with these columns; or just the identifiers.
        flows: the same with columns ``consumer``, ``supplier``, ``amount`` (of the supplier's good for one unit of the consumer's
            output) and ``unit``; or tuples of consumer, supplier and amount.
        credits: whether amounts and own emissions below zero are meant.
        repeated_flows: ``"refuse"`` or ``"add"`` flows that stand twice between the same two processes.
        locale, delimiter: how the text is written; else numbers have a decimal point.
        columns: headers that are not known by name, and the columns that they hold.
        own: headers of the columns of own emissions; else those that begin with ``own_``.
        findings: how many findings to keep for each table.

    Returns:
        The plan; faults of rows are in its ``findings``, and processes that they touch get no figure.

    Raises:
        emitrace.InputError: a table cannot be read at all.
        TypeError: a number is a float.

    Example:
        >>> import emitrace as et
        >>> processes = b"process,own_kg_co2e\\nmelt,150\\nmill,63\\n"
        >>> flows = b"consumer,supplier,amount\\nmill,melt,1.05\\nmelt,mill,0.02\\n"
        >>> plan = et.supply_plan(processes, flows)
        >>> plan.loops, plan.evaluate("own_kg_co2e")["mill"], plan.bound("mill")
        (1, Decimal('225.229826353421859039'), Decimal('2.095E-18'))
    """
    options = json.dumps({"credits": credits, "repeated_flows": repeated_flows})
    reading: dict[str, Any] = {
        "columns": [{"header": header, "field": field} for header, field in (columns or {}).items()],
        "own": list(own),
    }
    for name, value in (("locale", locale), ("delimiter", delimiter), ("findings", findings)):
        if value is not None:
            reading[name] = value
    tables = _source(processes, _ids), _source(flows, _flows)
    return SupplyPlan(_native.SupplyPlan(*tables, options, json.dumps(reading)))


def supply_explain(
    processes: bytes,
    flows: bytes,
    process: str,
    *,
    own: str = "",
    top: int = 10,
    depth: int = 1,
    credits: bool = False,
    repeated_flows: str = "refuse",
) -> dict[str, Any]:
    """What the figure of a process is made of, supplier by supplier; the parts add up to it exactly.

    Args:
        processes, flows: the tables as CSV text, see :func:`supply_plan`.
        process: the process.
        own: the column of own emissions; else the first.
        top: how many suppliers to name at each step.
        depth: how many steps down.
        credits, repeated_flows: as for :func:`supply_plan`.

    Returns:
        ``process``, ``figure``, ``bound``, ``own``, ``inputs`` (each with ``supplier``, ``amount``, ``contribution``, ``percent`` and, further
        down, ``process``), ``rest_inputs``, ``rest`` and ``rounded_off``; numbers are exact texts.

    Raises:
        emitrace.InputError: a table cannot be read, or the process has no figure.

    Example:
        >>> import emitrace as et
        >>> part = et.supply_explain(b"process,own_kg\\nore,0.05\\nsteel,1.8\\n", b"consumer,supplier,amount\\nsteel,ore,1.6\\n", "steel")
        >>> part["figure"], part["inputs"][0]["contribution"]
        ('1.88', '0.08')
    """
    request = {
        "process": process,
        "own": own,
        "top": top,
        "depth": depth,
        "request": {
            "processes": {"text": processes.decode()},
            "flows": {"text": flows.decode()},
            "options": {"credits": credits, "repeated_flows": repeated_flows},
        },
    }
    part: dict[str, Any] = json.loads(_native.call("supply.explain", json.dumps(request)))["process"]
    return part


def _source(table: Any, rows: Any) -> Any:
    """What the engine reads: CSV as it is, columns and lists as text."""
    if hasattr(table, "__arrow_c_stream__"):
        return _csv_of(table)
    if isinstance(table, (list, tuple)) or not (isinstance(table, (str, bytes, bytearray)) or hasattr(table, "read") or hasattr(table, "__fspath__")):
        return rows(table)
    return table


def _ids(processes: Iterable[str]) -> bytes:
    return "".join(["process\n", *(f"{_cell(process)}\n" for process in processes)]).encode()


def _flows(flows: Iterable[tuple[str, str, Number]]) -> bytes:
    rows = (f"{_cell(consumer)},{_cell(supplier)},{number('amount', amount)}\n" for consumer, supplier, amount in flows)
    return "".join(["consumer,supplier,amount\n", *rows]).encode()


def _cell(text: str) -> str:
    if not isinstance(text, str):
        raise TypeError(f"expected the identifier of a process, not {type(text).__name__}")
    return '"' + text.replace('"', '""') + '"'


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise ImportError("Arrow streams are read with pyarrow: pip install pyarrow") from error
    return pyarrow


def _csv_of(columns: Any) -> bytes:
    pa = _pyarrow()
    import pyarrow.csv

    table = pa.table(columns)
    _refuse_floats(pa, table)
    texts = pa.table({name: table.column(name).cast(pa.string()) for name in table.column_names})
    out = io.BytesIO()
    pa.csv.write_csv(texts, out)
    return out.getvalue()


def _texts(columns: Any) -> list[str]:
    pa = _pyarrow()
    table = pa.table(columns) if hasattr(columns, "__arrow_c_stream__") else pa.table({"own": pa.array(columns)})
    if table.num_columns != 1:
        raise TypeError(f"expected one column of own emissions, found {table.num_columns}")
    _refuse_floats(pa, table)
    texts: list[str] = table.column(0).cast(pa.string()).to_pylist()
    return texts


def _refuse_floats(pa: Any, table: Any) -> None:
    for column in table.schema:
        if pa.types.is_floating(column.type):
            raise TypeError(f"{column.name}: a float does not hold the number that was written: pass decimals, integers or texts")
