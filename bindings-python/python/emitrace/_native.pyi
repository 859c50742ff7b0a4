"""The compiled part. Programs use what `emitrace` itself exports; this may change without notice."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from os import PathLike
from typing import BinaryIO, Final, TypeAlias, final

__all__ = [
    "Answer",
    "SupplyPlan",
    "Table",
    "Trace",
    "__version__",
    "amount",
    "call",
    "check",
    "explain",
    "inventory",
    "listing",
    "merge",
    "quality",
    "read_ledger",
    "search",
    "uncertainty",
]

_Ledger: TypeAlias = str | PathLike[str] | bytes | bytearray | BinaryIO
_Pack: TypeAlias = tuple[str, str, str | None]
_Cell: TypeAlias = str | int | bool | date | Decimal | None

__version__: Final[str]

@final
class Table:
    """Named columns of equal length; nothing in it changes."""

    @property
    def columns(self) -> list[str]:
        """Names of the columns."""

    @property
    def types(self) -> list[str]:
        """Arrow types of the columns, as text."""

    def __len__(self) -> int: ...
    def rows(self, start: int, stop: int, /) -> list[tuple[_Cell, ...]]:
        """Rows from `start` to before `stop`, each a tuple."""

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """The Arrow PyCapsule interface: a capsule named `arrow_array_stream`."""

    def __arrow_c_schema__(self) -> object:
        """The Arrow PyCapsule interface: a capsule named `arrow_schema`."""

@final
class SupplyPlan:
    """A planned network."""

    def __new__(
        cls, processes: _Ledger, flows: _Ledger, options_json: str, reading_json: str, /
    ) -> SupplyPlan: ...
    def ids(self) -> list[str]:
        """Identifiers of the processes by their numbers."""

    def process(self, id: str, /) -> int | None:
        """The number of a process."""

    @property
    def own(self) -> list[str]:
        """Names of the columns of own emissions."""

    @property
    def size(self) -> tuple[int, int, int, int]:
        """Processes, flows, loops, processes in the largest loop."""

    @property
    def largest_bound(self) -> str:
        """The largest bound of all figures."""

    def bound(self, process: int, /) -> str | None:
        """The bound of a process, if it has one."""

    def findings(self, table: int, /) -> Table:
        """What was found in `processes` (0) or `flows` (1)."""

    def evaluate(self, own: list[Decimal | int | str], /) -> tuple[Table, list[str]]:
        """Evaluates own emissions by the numbers of the processes: figures, and what is wrong with them."""

    def evaluate_column(self, name: str, /) -> tuple[Table, list[str]] | None:
        """Evaluates a column of the table of processes."""

@final
class Trace:
    """Followed records."""

    def __new__(cls, request_json: str, /) -> Trace: ...
    def answer(self) -> str:
        """The answer of `trace.follow`, as JSON."""

    def back(self, ask_json: str, /) -> str:
        """What may be in a lot, as JSON."""

    def forward(self, ask_json: str, /) -> str:
        """What a lot may be in, as JSON."""

    def ancestors(self, lot: str, /) -> list[str]:
        """Names of the lots that may be in a lot."""

    def descendants(self, lot: str, /) -> list[str]:
        """Names of the lots that a lot may be in."""

@final
class Answer:
    """The engine's answer, its canonical JSON and, if they were asked for, its lines."""

    @staticmethod
    def from_json(text: str, /) -> Answer:
        """Reads an answer from its JSON."""

    def json(self) -> str:
        """The answer as canonical JSON."""

    def part(self, name: str, /) -> str:
        """One part as canonical JSON: `choices`, `coverage`, `reading` or `total`."""

    @property
    def digest(self) -> str:
        """SHA-256 of the canonical JSON of the inventory."""

    @property
    def engine(self) -> str:
        """Version of the engine."""

    @property
    def complete(self) -> bool:
        """Whether every row of the ledger is in the result."""

    @property
    def views(self) -> list[list[str]]:
        """The views that were computed."""

    def view(self, by: list[str], /) -> Table:
        """The cells of a view."""

    def gases(self) -> Table:
        """Masses and effects by account and gas."""

    def findings(self) -> Table:
        """The findings."""

    def notes(self) -> Table:
        """Fallbacks and disclosures."""

    def factors(self) -> Table:
        """The values of the factors that were used."""

    def packs(self) -> Table:
        """The packs that the result rests on."""

    def rows(self) -> Table | None:
        """Every line with what it adds to the figures; `None` if lines were not kept."""

    def lines(self) -> Table | None:
        """Every line, account and gas; `None` if lines were not kept."""

    def html(self, lang: str, /) -> str:
        """The report as a page."""

    def csv(self) -> str:
        """The report for a spreadsheet."""

    def svg(self, by: list[str], lang: str, /) -> str:
        """A view as bars."""

    def text(self, lang: str, /) -> str:
        """The report for a terminal."""

def inventory(
    ledger: _Ledger,
    options_json: str,
    packs: list[_Pack],
    lines: bool,
    progress: Callable[[int, int], bool | None] | None,
    /,
) -> Answer:
    """Computes an inventory."""

def merge(answers: list[Answer], /) -> Answer:
    """The answer for a whole ledger from the answers for its parts."""

def explain(ledger: _Ledger, line: str, options_json: str, packs: list[_Pack], /) -> str:
    """The calculation record of a line, as canonical JSON."""

def uncertainty(
    ledger: _Ledger,
    options_json: str,
    choices_json: str,
    packs: list[_Pack],
    progress: Callable[[int, int], bool | None] | None,
    /,
) -> str:
    """How sure an inventory is, as canonical JSON."""

def quality(
    ledger: _Ledger,
    options_json: str,
    packs: list[_Pack],
    progress: Callable[[int, int], bool | None] | None,
    /,
) -> str:
    """How good the data behind an inventory are, as canonical JSON."""

def read_ledger(ledger: _Ledger, options_json: str, rows: int | None, /) -> tuple[str, Table, Table]:
    """Reads a ledger without any factor: the counts and the reading as JSON, the rows, the findings."""

def call(method: str, request_json: str, packs: list[_Pack] = ..., /) -> str:
    """Carries out one call on the packs of the package and these."""

def search(request_json: str, packs: list[_Pack], /) -> tuple[int, Table]:
    """The call `factors.search` as a table."""

def listing(packs: list[_Pack], /) -> Table:
    """The call `factors.packs` as a table."""

def check(request_json: str, /) -> Table:
    """The call `factors.check` as a table."""

def amount(value: Decimal | int | str, /) -> Decimal:
    """Reads a number exactly, as the engine does.

    Args:
        value: a number of at most 28 significant digits; never a float.

    Returns:
        The same number; trailing zeros are not kept.

    Raises:
        TypeError: the value is a float, a bool or no number type at all.
        emitrace.InputError: the text is no number, or has too many digits.

    Example:
        >>> import emitrace
        >>> emitrace.amount("1.10")
        Decimal('1.1')
    """
