"""Sealed bundles: statements about lots that can be shown in part and still be checked whole; credentials; Merkle trees."""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from . import _native
from ._seal import text_of

__all__ = ["bundle_redact", "bundle_seal", "bundle_verify", "credential_sign", "credential_verify", "merkle_check", "merkle_tree"]

Document = Mapping[str, Any] | str | os.PathLike[str]


def _call(method: str, request: Mapping[str, Any]) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(_native.call(method, json.dumps(request)))
    return answer


def bundle_seal(
    documents: Mapping[str, Document],
    *,
    subject: Sequence[str],
    key: str,
    created: str,
    previous: Document | None = None,
    seed: str = "",
) -> dict[str, Any]:
    """Seals documents into a bundle: one signature over the root of a Merkle tree of all their members.

    Args:
        documents: names and documents: dicts, or paths of JSON files. Numbers are whole; amounts are texts. Each member can be
            hidden alone.
        subject: identifiers of the lots that the bundle is about; they cannot be hidden.
        key: the secret key: a Multikey (``z3u2…``) or 64 hexadecimal digits; neither kept nor shown.
        created: when it is sealed, in UTC: ``"2027-02-01T08:00:00Z"``.
        previous: the bundle that this one replaces.
        seed: 64 hexadecimal digits from which the salts come; empty: fresh ones of the system's randomness.

    Returns:
        The bundle: ``v``, ``alg``, ``subject``, ``tree``, ``prev``, ``proof``, ``entries``.

    Raises:
        emitrace.InputError: something cannot be sealed.

    Example:
        >>> import emitrace as et
        >>> box = {"carbon_kg_co2e": "41.2", "supplier": "Thép Bình Nguyên"}
        >>> bundle = et.bundle_seal({"box 17": box}, subject=["box 17"], key="07" * 32, created="2027-02-01T08:00:00Z")
        >>> shown = et.bundle_redact(bundle, hide=["supplier"])
        >>> et.bundle_verify(shown, key=et.seal_key("07" * 32))["documents"]
        {'box 17': {'carbon_kg_co2e': '41.2'}}
    """
    request = {
        "documents": [{"name": name, "document": text_of(document)} for name, document in documents.items()],
        "subject": list(subject),
        "previous": "" if previous is None else text_of(previous),
        "seed": seed or secrets.token_hex(32),
        "key": key,
        "created": created,
    }
    bundle: dict[str, Any] = json.loads(_call("bundle.seal", request)["bundle"])
    return bundle


def bundle_redact(bundle: Document, hide: Iterable[str | tuple[str, str]]) -> dict[str, Any]:
    """Hides members of documents: their hashes stay, so the seal holds for the rest.

    Args:
        bundle: a dict, or the path of a JSON file.
        hide: names of members, hidden in every document; or pairs of document and member, where an empty member means all.

    Returns:
        The bundle without what is hidden.

    Raises:
        emitrace.InputError: the bundle does not hold, or does not show what is to be hidden.

    Example:
        >>> import emitrace as et
        >>> bundle = et.bundle_seal({"box": {"kg": "9", "price": "7"}}, subject=["1"], key="07" * 32, created="2027-02-01T08:00:00Z")
        >>> et.bundle_verify(et.bundle_redact(bundle, hide=[("box", "price")]))["hidden"]
        1
    """
    parts = [("", part) if isinstance(part, str) else part for part in hide]
    request = {"bundle": text_of(bundle), "hide": [{"document": document, "member": member} for document, member in parts]}
    redacted: dict[str, Any] = json.loads(_call("bundle.redact", request)["bundle"])
    return redacted


def bundle_verify(bundle: Document, key: str = "", *, earlier: Iterable[Document] = ()) -> dict[str, Any]:
    """Checks a bundle: form, every shown member, the root, the signature, and the bundles before it.

    Args:
        bundle: a dict, or the path of a JSON file.
        key: the public key that it must be sealed with; empty: the one that it names itself.
        earlier: the bundles before it, the oldest first.

    Returns:
        A dict: ``holds``, ``documents`` (names and what is shown; empty if it does not hold), ``public_key``, ``key_given``,
        ``created``, ``digest``, ``previous``, ``subject``, ``leaves``, ``shown``, ``hidden``, ``findings``.

    Raises:
        emitrace.InputError: the text is no JSON, or the key is none.

    Example:
        >>> import emitrace as et
        >>> bundle = et.bundle_seal({"box": {"kg": "9"}}, subject=["1"], key="07" * 32, created="2027-02-01T08:00:00Z")
        >>> bundle["entries"][0]["doc"]["value"] = "8"
        >>> answer = et.bundle_verify(bundle)
        >>> answer["holds"], answer["findings"][0]["code"], answer["documents"]
        (False, 'LEAF_BROKEN', {})
    """
    request = {"bundle": text_of(bundle), "key": key, "earlier": [text_of(document) for document in earlier]}
    answer = _call("bundle.verify", request)
    answer["documents"] = {document["name"]: json.loads(document["document"]) for document in answer["documents"]}
    return answer


def credential_sign(credential: Document, key: str, *, key_id: str = "") -> str:
    """A credential of the W3C data model 2.0 (for example of UNTP) as a signed token, ``vc+jwt``.

    Args:
        credential: a dict, or the path of a JSON file. The numbers of a file keep the digits that they are written with.
        key: the secret key; neither kept nor shown.
        key_id: what names the key to who checks: ``"did:web:example.com#key-1"``; empty: the ``did:key`` of the key.

    Raises:
        emitrace.InputError: the credential lacks something, all of it named at once.

    Example:
        >>> import emitrace as et
        >>> try:
        ...     et.credential_sign({"id": "urn:uuid:1"}, "07" * 32)
        ... except et.Error as error:
        ...     print(error.code, error.path)
        MISSING_VALUE /credential/@context, /credentialSubject, /issuer, /name, /type, /validFrom
    """
    token: str = _call("credential.sign", {"credential": text_of(credential), "key": key, "key_id": key_id})["token"]
    return token


def credential_verify(token: str, key: str = "") -> dict[str, Any]:
    """Checks the signature of a credential's token.

    Returns:
        A dict: ``text`` (the credential as JSON with the digits that were signed: ``read_events(answer["text"].encode())``),
        ``credential`` (the same as a dict, read by Python's :mod:`json`), ``public_key``, ``key_given``.

    Raises:
        emitrace.Error: the signature does not fit (``SEAL_BROKEN``), or the text is no such token (``BAD_SEAL``).

    Example:
        >>> import emitrace as et
        >>> try:
        ...     et.credential_verify("e30.e30.AAAA")
        ... except et.Error as error:
        ...     print(error.code)
        BAD_SEAL
    """
    answer = _call("credential.verify", {"token": token, "key": key})
    answer["text"] = answer["credential"]
    answer["credential"] = json.loads(answer["text"])
    return answer


def merkle_tree(leaves: Sequence[str], *, index: int | None = None, earlier_size: int | None = None) -> dict[str, Any]:
    """The root of hashes (RFC 6962) and the proofs that are asked for.

    Args:
        leaves: hashes of 64 hexadecimal digits, in small letters.
        index: the leaf whose path is wanted, from 0.
        earlier_size: the number of first leaves whose tree this one continues.

    Returns:
        A dict: ``root``, ``inclusion`` and ``consistency`` (lists of hashes).

    Example:
        >>> import emitrace as et
        >>> len(et.merkle_tree(["00" * 32, "11" * 32, "22" * 32], index=0)["inclusion"])
        2
    """
    request: dict[str, Any] = {"leaves": list(leaves), "index": index, "earlier_size": earlier_size}
    return _call("merkle.tree", request)


def merkle_check(
    *, inclusion: Iterable[Mapping[str, Any]] = (), consistency: Iterable[Mapping[str, Any]] = ()
) -> dict[str, list[bool]]:
    """Whether proofs of Merkle trees hold.

    Args:
        inclusion: dicts of ``index``, ``size``, ``leaf``, ``path``, ``root``.
        consistency: dicts of ``earlier_size``, ``earlier_root``, ``size``, ``root``, ``path``.

    Returns:
        A dict of two lists in the order of the arguments: ``inclusion``, ``consistency``.

    Example:
        >>> import emitrace as et
        >>> alone = {"index": 0, "size": 1, "leaf": "00" * 32, "path": [], "root": "00" * 32}
        >>> et.merkle_check(inclusion=[alone])["inclusion"]
        [True]
    """
    request = {"inclusion": [dict(proof) for proof in inclusion], "consistency": [dict(proof) for proof in consistency]}
    answer: dict[str, list[bool]] = _call("merkle.check", request)
    return answer
