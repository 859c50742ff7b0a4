from decimal import Decimal
from typing import Final

__all__ = ["__version__", "amount", "call"]

__version__: Final[str]

def call(method: str, request_json: str, /) -> str:
    """Carries out one call on the factor packs that belong to the package.

    Args:
        method: e.g. ``"capabilities"``, which lists the others.
        request_json: the request as JSON text; amounts are strings.

    Returns:
        The answer as canonical JSON: keys sorted, no white space, amounts as strings.

    Raises:
        emitrace.Error: or a class under it, with ``code``, ``path`` and ``help``.

    Example:
        >>> import emitrace
        >>> "capabilities" in emitrace.call("capabilities", "{}")
        True
    """

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
