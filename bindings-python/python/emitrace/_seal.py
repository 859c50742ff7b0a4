"""Sealed documents: a JSON document with one signature (W3C Data Integrity, ``eddsa-jcs-2022``)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from . import _native

__all__ = ["seal_key", "seal_sign", "seal_verify"]


def seal_sign(document: Mapping[str, Any] | str | os.PathLike[str], key: str, *, created: str) -> dict[str, Any]:
    """Signs a JSON document; the key is neither kept nor shown.

    Args:
        document: a dict, or the path of a JSON file. Numbers are whole; amounts are texts.
        key: the secret key: a Multikey (``z3u2…``) or 64 hexadecimal digits.
        created: when it is signed, in UTC: ``"2027-02-01T08:00:00Z"``.

    Returns:
        The document with its ``proof``.

    Raises:
        emitrace.InputError: the document cannot be sealed, or the key is none.

    Example:
        >>> import emitrace as et
        >>> sealed = et.seal_sign({"good": "72142000"}, "07" * 32, created="2027-02-01T08:00:00Z")
        >>> et.seal_verify(sealed)["public_key"] == et.seal_key("07" * 32)
        True
    """
    request = {"document": text_of(document), "key": key, "created": created}
    answer = json.loads(_native.call("seal.sign", json.dumps(request)))
    sealed: dict[str, Any] = json.loads(answer["document"])
    return sealed


def seal_verify(document: Mapping[str, Any] | str | os.PathLike[str], key: str = "") -> dict[str, Any]:
    """Checks the seal of a document, with a given public key or with the one that it names itself.

    Returns:
        A dict: ``public_key``, ``key_given``, ``created``, ``digest``.

    Raises:
        emitrace.Error: the seal does not hold (``SEAL_BROKEN``), or is none that can be checked (``BAD_SEAL``).

    Example:
        >>> import emitrace as et
        >>> sealed = et.seal_sign({"good": "72142000"}, "07" * 32, created="2027-02-01T08:00:00Z")
        >>> try:
        ...     et.seal_verify({**sealed, "good": "72071114"})
        ... except et.Error as error:
        ...     print(error.code)
        SEAL_BROKEN
    """
    request = {"document": text_of(document), "key": key}
    answer: dict[str, Any] = json.loads(_native.call("seal.verify", json.dumps(request)))
    return answer


def seal_key(key: str) -> str:
    """The public key (a Multikey) of a secret one.

    Example:
        >>> import emitrace as et
        >>> et.seal_key("z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq")
        'z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2'
    """
    answer: str = json.loads(_native.call("seal.key", json.dumps({"key": key})))["public_key"]
    return answer


def text_of(document: Mapping[str, Any] | str | os.PathLike[str]) -> str:
    """The document as JSON: a dict, or the path of a file."""
    if isinstance(document, (str, os.PathLike)):
        return Path(document).read_text(encoding="utf-8")
    return json.dumps(dict(document))
