from typing import Final

__all__ = ["__version__", "call"]

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
