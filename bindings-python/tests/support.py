"""What several tests need: the example of a year, and ledgers of any size."""

from decimal import Context, Decimal
from pathlib import Path
from typing import TypedDict

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "fastener"
ENGLISH = EXAMPLE / "ledger.en.csv"
VIETNAMESE = EXAMPLE / "ledger.vi.csv"

HEADER = b"id,date,site,activity,quantity,unit\n"


class Choices(TypedDict):
    profile: str
    gwp: str
    region: str


class YearChoices(Choices):
    period: str
    proxy_years: int
    proxy_places: list[str]
    factors: list[str]


SMALL: Choices = {"profile": "ghg-protocol", "gwp": "AR5", "region": "VN"}
YEAR: YearChoices = {
    "profile": "ghg-protocol",
    "gwp": "AR5",
    "region": "VN",
    "period": "2025-01-01/2025-12-31",
    "proxy_years": 2,
    "proxy_places": ["GB"],
    "factors": [str(EXAMPLE / "factors.pack")],
}


def rows(count: int, start: int = 0) -> bytes:
    """Good rows, without the header."""
    line = "R{0},2023-05-{1:02},Site {2},electricity,{0}.5,kWh\n"
    return "".join(line.format(n, n % 28 + 1, n % 7) for n in range(start, start + count)).encode()


def exact_sum(values: list[Decimal]) -> Decimal:
    """A sum that no context rounds."""
    context = Context(prec=60)
    total = Decimal(0)
    for value in values:
        total = context.add(total, value)
    return total
