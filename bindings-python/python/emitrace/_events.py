"""Identifiers of things and places, and events of EPCIS."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from . import _native
from .errors import InputError

__all__ = ["event_hashes", "identify", "read_events"]


def identify(
    identifiers: Iterable[str],
    *,
    kind: str = "",
    company_prefixes: Iterable[str] = (),
    aliases: Mapping[str, str] | None = None,
    stem: str = "",
) -> dict[str, Any]:
    """Reads identifiers in whatever form: Digital Links, EPC URNs, element strings, digits, codes of your own.

    Args:
        identifiers: the texts.
        kind: what digits alone number: ``"item"``, ``"place"``, ``"party"``, ``"logistic_unit"`` or ``"code"``.
        company_prefixes: prefixes of GS1 that are known; without one no EPC URN is made of a key.
        aliases: which identifiers are read as which others.
        stem: what Digital Links begin with, ``"https://id.gs1.org"`` if empty.

    Returns:
        A dict: ``identifiers`` (``text`` and, if it can be read, ``identifier`` with ``canonical``, ``form``, ``elements``,
        ``globally_unique``, ``same_as`` …) and ``findings`` with ``path``, ``code`` and ``help``.

    Raises:
        emitrace.InputError: a company prefix is none.

    Example:
        >>> import emitrace as et
        >>> read = et.identify(["urn:epc:class:lgtin:4054739.099914.L7", "PHÔI-07"])
        >>> read["identifiers"][0]["identifier"]["canonical"]
        'https://id.gs1.org/01/04054739999148/10/L7'
        >>> read["findings"][0]["code"]
        'NOT_GLOBALLY_UNIQUE'
    """
    def written(text: str) -> dict[str, str]:
        return {"text": text, "kind": kind}

    request = {
        "identifiers": [written(text) for text in identifiers],
        "company_prefixes": list(company_prefixes),
        "aliases": [
            {"identifier": written(one), "same_as": written(other)} for one, other in (aliases or {}).items()
        ],
        "stem": stem,
    }
    answer: dict[str, Any] = json.loads(_native.call("trace.identify", json.dumps(request)))
    return answer


def read_events(
    document: Mapping[str, Any] | str | bytes | os.PathLike[str],
    *,
    sameness: str = "id",
    hashes: bool = False,
    write: str = "",
    created: str = "",
    credential: Mapping[str, str] | None = None,
    names: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """Reads events of EPCIS: which of them count, in which order, and what cannot have been.

    Args:
        document: a dict, JSON or XML text as bytes, or the path of a file: a document, a query's answer, one event, or
            one a line; JSON of EPCIS 2.0, XML of EPCIS 1.2 and 2.0 (UTF-8), or a credential of UNTP 0.6 or 0.7.
        sameness: what events are the same by: ``"id"`` (those without ``eventID`` by their hash) or ``"hash"``.
        hashes: whether each event has its hash.
        write: what is made of the events that count, as text: ``"epcis"`` for a document, ``"untp-0.6"`` or ``"untp-0.7"``
            for a credential that is not signed yet (see :func:`credential_sign`).
        created: when that document is made, if the source does not say; for a credential when it is valid from.
        credential: what a credential says beside its events, all required for one: ``id``, ``issuer``, ``issuer_name``,
            ``name``.
        names: what things and places are called in a credential, by identifier.

    Returns:
        A dict: ``envelope``, ``counts``, ``events`` (``status`` is ``"ok"``, ``"warning"``, ``"void"`` or ``"unreadable"``;
        ``order``, ``things`` with ``id`` and ``quantity`` as text …), ``findings``, ``losses`` (what one format
        says and the other has no place for), ``document``.

    Raises:
        emitrace.InputError: the text around the events cannot be read, or a credential lacks what it has to say.

    Example:
        >>> import json
        >>> import emitrace as et
        >>> event = {"type": "ObjectEvent", "action": "ADD", "eventTime": "2026-03-01T08:00:00+07:00",
        ...          "eventTimeZoneOffset": "+07:00", "epcList": ["urn:epc:id:sgtin:4012345.012345.12"]}
        >>> read = et.read_events(event)
        >>> read["counts"]["ok"], read["events"][0]["things"][0]["id"]
        (1, 'https://id.gs1.org/01/04012345123456/21/12')
        >>> xml = (
        ...     '<e:EPCISDocument xmlns:e="urn:epcglobal:epcis:xsd:1"><EPCISBody><EventList><ObjectEvent>'
        ...     "<eventTime>2026-03-01T08:00:00Z</eventTime><action>ADD</action>"
        ...     "</ObjectEvent></EventList></EPCISBody></e:EPCISDocument>"
        ... )
        >>> et.read_events(xml.encode())["events"][0]["path"]
        '/EPCISDocument/EPCISBody/EventList/ObjectEvent[1]'
        >>> told = {"id": "urn:uuid:1", "issuer": "did:web:a.example", "issuer_name": "A", "name": "Bolts"}
        >>> made = et.read_events(event, write="untp-0.7", created="2026-03-02T00:00:00Z", credential=told)
        >>> json.loads(made["document"])["credentialSubject"][0]["type"]
        ['MakeEvent', 'LifecycleEvent']
        >>> [(loss["severity"], loss["path"]) for loss in made["losses"]][-1]
        ('warning', '/bizLocation')
    """
    request = {
        "document": _text(document),
        "sameness": sameness,
        "hashes": hashes,
        "write": write,
        "created": created,
        "credential": dict(credential or {}),
        "names": [{"identifier": identifier, "name": name} for identifier, name in (names or {}).items()],
    }
    answer: dict[str, Any] = json.loads(_native.call("trace.events", json.dumps(request)))
    return answer


def event_hashes(document: Mapping[str, Any] | str | bytes | os.PathLike[str]) -> list[str | None]:
    """The hashes of events by CBV 2.0: they tell statements apart and prove nothing (see :func:`seal_sign`).

    Args:
        document: as for :func:`read_events`.

    Returns:
        One text for each event (``"ni:///sha-256;…?ver=CBV2.0"``), None for one that cannot be read.

    Raises:
        emitrace.InputError: the text around the events cannot be read.

    Example:
        >>> import emitrace as et
        >>> event = {"type": "ObjectEvent", "action": "OBSERVE", "eventTime": "2026-03-01T08:00:00Z",
        ...          "eventTimeZoneOffset": "+07:00", "epcList": ["a:2", "a:1"]}
        >>> other = {**event, "epcList": ["a:1", "a:2"], "eventTime": "2026-03-01T15:00:00+07:00"}
        >>> et.event_hashes(event) == et.event_hashes(other)
        True
    """
    answer = json.loads(_native.call("trace.hash", json.dumps({"document": _text(document)})))
    return [told.get("hash") for told in answer["hashes"]]


def _text(document: Mapping[str, Any] | str | bytes | os.PathLike[str]) -> str:
    if isinstance(document, Mapping):
        return json.dumps(document, ensure_ascii=False)
    given = document if isinstance(document, bytes) else Path(document).read_bytes()
    try:
        return given.decode("utf-8")
    except UnicodeDecodeError as error:
        help = "events are read as UTF-8, in JSON and in XML; save the file so"
        raise InputError(f"byte {error.start} is no UTF-8", "INVALID_UTF8", "/document", help) from error
