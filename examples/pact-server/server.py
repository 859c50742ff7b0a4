#!/usr/bin/env python3
"""Footprints by PACT's HTTP interface (3.0), over emitrace, on the loopback address alone.

    python3 server.py steel.json bolt.json --client buyer:secret
    python3 server.py steel.json bolt.json --client buyer:secret --recipient https://127.0.0.1:9443=me:mine --cert cert.pem --key key.pem

Needs emitrace and nothing else. It is an example: it holds footprints in memory, its tokens end with it, and it knows no buyer from
another but by name. Documents are checked when it starts; it does not start with one that is not valid.
"""

import argparse
import base64
import binascii
import hmac
import json
import secrets
import ssl
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import emitrace as et

LOOPBACK = "127.0.0.1"
KIND = "org.wbcsd.pact.ProductFootprint."
#: Events that are understood, with the members that their data must have.
EVENTS = {
    f"{KIND}RequestCreatedEvent.3": (),
    f"{KIND}RequestFulfilledEvent.3": ("requestEventId", "pfs"),
    f"{KIND}RequestRejectedEvent.3": ("requestEventId", "error"),
    f"{KIND}PublishedEvent.3": ("pfIds",),
}
LONGEST = 1 << 20  # bytes of a body
PATIENCE = 10  # seconds for a request, here and at a recipient
TRIES = 3  # times an event is sent; the specification gives up after 72 hours


class Refused(Exception):
    """An answer that is an error: a status, a code of the specification, a sentence."""

    def __init__(self, status: int, code: str, message: str) -> None:
        super().__init__(message)
        self.status, self.code, self.message = status, code, message


def bad(message: str) -> Refused:
    return Refused(400, "BadRequest", message)


def moment(text: str) -> datetime:
    """A time with its offset; one without is no time of the interface."""
    try:
        read = datetime.fromisoformat(text.strip().replace("Z", "+00:00").replace(" ", "+"))
    except ValueError:
        raise bad(f"{text!r} is no date with time") from None
    if read.tzinfo is None:
        raise bad(f"{text!r} has no time zone")
    return read


@dataclass(frozen=True)
class Held:
    """A footprint: its text as it came, and what filters ask of it."""

    text: str
    document: dict[str, Any]
    since: datetime
    until: datetime

    @classmethod
    def read(cls, document: Any) -> "list[Held]":
        """The footprints of a document, each checked by itself.

        Raises:
            ValueError: one is not valid; the sentence lists what is wrong.
        """
        checked = et.footprint_check(document)
        wrong = [f"{one['path']}: {one['message']}" for one in checked.findings if one["severity"] == "error"]
        if wrong or any(not one["spec_version"].startswith("3.") for one in checked.footprints):
            raise ValueError("; ".join(wrong) or "a footprint of 2.x: migrate it first")
        whole = json.loads(checked.text)
        listed = whole if isinstance(whole, list) else whole.get("data", [whole])
        held = []
        for one, summary in zip(listed, checked.footprints, strict=True):
            held.append(cls(et.footprint_check(one).text, one, moment(summary["valid_from"]), moment(summary["valid_until"])))
        return held

    def within(self, place: str) -> bool:
        """Whether it was made there: its region, its country or its subdivision, or a country that its subdivision lies in."""
        pcf = self.document["pcf"]
        stated = [str(pcf.get(f"geography{name}", "")).lower() for name in ("RegionOrSubregion", "Country", "CountrySubdivision")]
        return place in stated or stated[2].startswith(f"{place}-")

    def meets(self, name: str, values: list[str]) -> bool:
        """Whether it meets at least one value of a criterion."""
        wanted = [value.lower() for value in values]
        if name in LISTS:
            return any(str(one).lower() in wanted for one in self.document.get(LISTS[name], []))
        if name == "geography":
            return any(self.within(place) for place in wanted)
        if name == "status":
            return self.document["status"].lower() in wanted
        return any(TIMES[name](self, moment(value)) for value in values)


LISTS = {"productid": "productIds", "companyid": "companyIds", "classification": "productClassifications"}
TIMES = {
    "validon": lambda held, day: held.since <= day <= held.until,
    "validafter": lambda held, day: held.since > day,
    "validbefore": lambda held, day: held.until < day,
}
CRITERIA = {*LISTS, *TIMES, "geography", "status"}


def chosen(held: Iterable[Held], criteria: dict[str, list[str]]) -> list[Held]:
    """Footprints that meet every criterion. An unknown one is refused: what it was to leave out would come otherwise."""
    for name in criteria:
        if name not in CRITERIA:
            raise bad(f"{name!r} is no filter here")
    return [one for one in held if all(one.meets(name, values) for name, values in criteria.items())]


@dataclass
class Host:
    """What a host system holds: footprints, clients who may ask, recipients whom events are sent to, events that came."""

    held: list[Held]
    clients: dict[str, str]
    #: Credentials by the address of a recipient.
    recipients: dict[str, tuple[str, str]] = field(default_factory=dict)
    received: list[dict[str, Any]] = field(default_factory=list)
    tokens: dict[str, float] = field(default_factory=dict)
    lifetime: float = 3600.0

    def token(self, authorization: str, body: bytes) -> dict[str, Any]:
        scheme, _, encoded = authorization.partition(" ")
        try:
            name, _, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            name, secret = "", ""
        known = self.clients.get(name, "")
        if scheme.lower() != "basic" or not known or not hmac.compare_digest(known.encode(), secret.encode()):
            return {"error": "invalid_client", "error_description": "client and secret are not known"}
        if urllib.parse.parse_qs(body.decode("utf-8", "replace")).get("grant_type") != ["client_credentials"]:
            return {"error": "unsupported_grant_type", "error_description": "grant_type must be client_credentials"}
        token = secrets.token_urlsafe(32)
        now = time.monotonic()
        self.tokens = {held: end for held, end in self.tokens.items() if end + self.lifetime > now}
        self.tokens[token] = now + self.lifetime
        return {"access_token": token, "token_type": "Bearer", "expires_in": int(self.lifetime)}

    def admit(self, authorization: str) -> None:
        scheme, _, token = authorization.partition(" ")
        end = self.tokens.get(token)
        if scheme.lower() != "bearer" or end is None:
            raise Refused(401, "BadRequest", "the access token is not known")
        if end < time.monotonic():
            raise Refused(401, "TokenExpired", "the access token has expired")

    def event(self, event: Any) -> None:
        """Takes an event in; a request is answered later, by an event of its own."""
        if not isinstance(event, dict):
            raise bad("the event is no object")
        for name in ("type", "specversion", "id", "source", "time"):
            if not isinstance(event.get(name), str) or not event[name]:
                raise bad(f"{name!r} is missing")
        moment(event["time"])
        data, kind = event.get("data"), event["type"]
        if kind not in EVENTS or event["specversion"] != "1.0":
            raise bad(f"events of the type {kind!r} are not known")
        if not isinstance(data, dict) or any(name not in data for name in EVENTS[kind]):
            raise bad("data must be an object with " + (", ".join(EVENTS[kind]) or "criteria"))
        if kind.endswith("FulfilledEvent.3") and not (isinstance(data["pfs"], list) and data["pfs"]):
            raise bad("pfs must name at least one footprint")
        if kind.endswith("CreatedEvent.3"):
            criteria = asked(data)
            found = chosen(self.held, criteria)
            recipient = next((url for url in self.recipients if event["source"].startswith(url)), None)
            if recipient is None:
                raise bad(f"{event['source']!r} is no recipient that is known here")
            threading.Thread(target=self.answer, args=(recipient, event["id"], found), daemon=True).start()
        self.received.append(event)

    def answer(self, recipient: str, request: str, found: list[Held]) -> None:
        """Sends what was found to whoever asked, or says that there is nothing."""
        data: dict[str, Any] = {"requestEventId": request}
        if found:
            kind, data["pfs"] = "RequestFulfilledEvent", [one.document for one in found]
        else:
            kind, data["error"] = "RequestRejectedEvent", {"code": "NotFound", "message": "no footprint meets the criteria"}
        now = datetime.now(timezone.utc).isoformat(timespec="seconds").replace("+00:00", "Z")
        event = {"type": f"{KIND}{kind}.3", "specversion": "1.0", "id": secrets.token_hex(16), "source": "//emitrace-example", "time": now, "data": data}
        for attempt in range(TRIES):
            try:
                self.send(recipient, event)
                return
            except (OSError, ValueError, KeyError) as error:
                print(f"{recipient}: {error}", file=sys.stderr)
                time.sleep(0.2 * 2**attempt)

    def send(self, recipient: str, event: dict[str, Any]) -> None:
        pair = ":".join(self.recipients[recipient]).encode()
        headers = {"authorization": f"Basic {base64.b64encode(pair).decode()}", "content-type": "application/x-www-form-urlencoded"}
        token = json.loads(post(f"{recipient}/auth/token", headers, b"grant_type=client_credentials"))["access_token"]
        headers = {"authorization": f"Bearer {token}", "content-type": "application/cloudevents+json"}
        post(f"{recipient}/3/events", headers, json.dumps(event).encode())


def asked(data: dict[str, Any]) -> dict[str, list[str]]:
    """The criteria of a request as those of a query."""
    criteria = {}
    for name, value in data.items():
        if name != "comment":
            values = value if isinstance(value, list) else [value]
            if not all(isinstance(one, str) for one in values):
                raise bad(f"{name!r} must hold texts")
            criteria[name.lower()] = values
    return criteria


def post(url: str, headers: dict[str, str], body: bytes) -> bytes:
    # A certificate of an example is signed by nobody; the address is this machine's own.
    trust = ssl._create_unverified_context() if url.startswith("https:") else None
    request = urllib.request.Request(url, data=body, headers=headers, method="POST")
    with urllib.request.urlopen(request, timeout=PATIENCE, context=trust) as answer:
        read: bytes = answer.read(LONGEST)
        return read


class Handler(BaseHTTPRequestHandler):
    host: Host
    scheme = "http"
    protocol_version = "HTTP/1.1"
    timeout = PATIENCE

    def do_GET(self) -> None:
        self.serve(self.read)

    def do_POST(self) -> None:
        self.serve(self.write)

    def serve(self, act: Any) -> None:
        try:
            act(urllib.parse.urlsplit(self.path))
        except Refused as refused:
            self.say(refused.status, json.dumps({"code": refused.code, "message": refused.message}))
        except Exception as error:  # a host answers, whatever happens inside of it
            print(f"{self.path}: {error!r}", file=sys.stderr)
            self.say(500, json.dumps({"code": "InternalError", "message": "the request could not be answered"}))

    def read(self, url: urllib.parse.SplitResult) -> None:
        if url.path == "/.well-known/openid-configuration":
            base = f"{self.scheme}://{self.headers.get('host', '')}"
            self.say(200, json.dumps({"issuer": base, "token_endpoint": f"{base}/auth/token"}))
            return
        self.host.admit(self.headers.get("authorization", ""))
        if url.path == "/3/footprints":
            self.list(url)
        elif url.path.startswith("/3/footprints/"):
            wanted = urllib.parse.unquote(url.path.removeprefix("/3/footprints/")).lower()
            found = [one.text for one in self.host.held if one.document["id"].lower() == wanted]
            if not found:
                raise Refused(404, "NotFound", f"there is no footprint {wanted!r}")
            self.say(200, f'{{"data": {found[0]}}}')
        else:
            raise Refused(404, "NotFound", f"there is nothing at {url.path!r}")

    def list(self, url: urllib.parse.SplitResult) -> None:
        query = urllib.parse.parse_qsl(url.query, keep_blank_values=True)
        criteria: dict[str, list[str]] = {}
        for name, value in query:
            criteria.setdefault(name.lower(), []).append(value)
        offset, limit = whole(criteria.pop("offset", ["0"])), criteria.pop("limit", None)
        found = chosen(self.host.held, criteria)
        shown = found[offset:] if limit is None else found[offset : offset + whole(limit)]
        headers = {}
        if limit is not None and offset + len(shown) < len(found):
            kept = [(name, value) for name, value in query if name.lower() != "offset"]
            onward = urllib.parse.urlencode([*kept, ("offset", str(offset + len(shown)))])
            headers["link"] = f'<{self.scheme}://{self.headers.get("host", "")}/3/footprints?{onward}>; rel="next"'
        self.say(200, '{"data": [' + ", ".join(one.text for one in shown) + "]}", headers)

    def write(self, url: urllib.parse.SplitResult) -> None:
        length = self.headers.get("content-length", "")
        if not length.isdecimal() or int(length) > LONGEST:
            self.close_connection = True  # what follows is not read
            raise bad(f"a body needs its length, at most {LONGEST} bytes")
        body = self.rfile.read(int(length))
        if url.path == "/auth/token":
            answer = self.host.token(self.headers.get("authorization", ""), body)
            status = {"invalid_client": 401, "unsupported_grant_type": 400}.get(answer.get("error", ""), 200)
            self.say(status, json.dumps(answer), {"cache-control": "no-store"})
            return
        self.host.admit(self.headers.get("authorization", ""))
        if url.path != "/3/events":
            raise Refused(404, "NotFound", f"there is nothing at {url.path!r}")
        if self.headers.get_content_type() != "application/cloudevents+json":
            raise bad("an event is application/cloudevents+json")
        try:
            event = json.loads(body)
        except ValueError as error:
            raise bad(f"the event is no JSON: {error}") from None
        self.host.event(event)
        self.say(200, "")

    def say(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        body = text.encode()
        self.send_response(status)
        for name, value in {"content-type": "application/json", "content-length": str(len(body)), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, form: str, *values: Any) -> None:
        """Nothing: addresses hold what a buyer looks for."""


def whole(texts: list[str]) -> int:
    if len(texts) != 1 or not texts[0].isdecimal():
        raise bad(f"{', '.join(texts)!r} is no whole number")
    return int(texts[0])


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """One line for what breaks off: plain HTTP where HTTPS is spoken, a client that goes away."""
        print(f"{client_address[0]}: {sys.exception()}", file=sys.stderr)


def opened(host: Host, port: int = 0, tls: ssl.SSLContext | None = None) -> Server:
    """A server of a host, on the loopback address; port 0 is any that is free."""
    scheme = "http" if tls is None else "https"
    server = Server((LOOPBACK, port), type("HostHandler", (Handler,), {"host": host, "scheme": scheme}))
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    return server


def recipient(text: str) -> tuple[str, tuple[str, str]]:
    url, _, pair = text.rpartition("=")
    name, colon, secret = pair.partition(":")
    if urllib.parse.urlsplit(url).hostname not in {LOOPBACK, "localhost"} or not colon:
        raise argparse.ArgumentTypeError("write http://127.0.0.1:PORT=CLIENT:SECRET; other machines are left alone")
    return url.rstrip("/"), (name, secret)


def main() -> None:
    parser = argparse.ArgumentParser(description="Footprints by PACT's HTTP interface, on the loopback address.")
    parser.add_argument("documents", nargs="+", help="footprints of PACT 3.0 (JSON)")
    parser.add_argument("--client", action="append", required=True, metavar="NAME:SECRET", help="who may ask (repeatable)")
    parser.add_argument("--recipient", action="append", default=[], type=recipient, metavar="URL=CLIENT:SECRET", help="whom answers to requests are sent to (repeatable)")
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--cert", help="certificate (PEM); with it the server speaks HTTPS alone")
    parser.add_argument("--key", help="its key (PEM)")
    given = parser.parse_args()
    clients = {name: secret for name, colon, secret in (one.partition(":") for one in given.client) if colon and secret}
    if len(clients) != len(given.client):
        parser.error("write --client NAME:SECRET, each name once")
    held: list[Held] = []
    for document in given.documents:
        try:
            held += Held.read(document)
        except (ValueError, et.Error) as error:
            parser.error(f"{document}: {error}")
    tls = None
    if given.cert:
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(given.cert, given.key)
    server = opened(Host(held, clients, dict(given.recipient)), given.port, tls)
    print(f"{len(held)} footprints at http{'s' if tls else ''}://{LOOPBACK}:{server.server_port}/3/footprints", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
