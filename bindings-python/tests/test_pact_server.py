"""The server of examples/pact-server over the installed package: two hosts on the loopback address that ask each other."""

import base64
import importlib.util
import json
import sys
import threading
import time
import unittest
import urllib.error
import urllib.parse
import urllib.request
from typing import Any

from support import EXAMPLE, ROOT

PATIENCE = 5.0
STEEL = EXAMPLE / "footprint" / "steel.json"


def module() -> Any:
    spec = importlib.util.spec_from_file_location("pact_server", ROOT / "examples" / "pact-server" / "server.py")
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded  # where its data classes look for their types
    without, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    spec.loader.exec_module(loaded)
    sys.dont_write_bytecode = without
    return loaded


def documents() -> list[dict[str, Any]]:
    """Three of the same maker: of a country, of a subdivision and replaced, of the world and without validity."""
    country, subdivision, world = (json.loads(STEEL.read_text(encoding="utf-8")) for _ in range(3))
    subdivision |= {"id": "d2b7c9a4-6f1e-4e0a-8c53-000000000002", "status": "Deprecated", "productIds": ["urn:gtin:8930000000040"]}
    subdivision["pcf"] = {name: value for name, value in subdivision["pcf"].items() if name != "geographyCountry"}
    subdivision["pcf"]["geographyCountrySubdivision"] = "VN-HN"
    world |= {"id": "d2b7c9a4-6f1e-4e0a-8c53-000000000003", "productClassifications": ["urn:un:unspsc:30102400"]}
    for name in ("validityPeriodStart", "validityPeriodEnd"):
        del world[name]
    del world["pcf"]["geographyCountry"]
    return [country, subdivision, world]


class Answer:
    """What a server said: status, headers, the JSON of its body."""

    def __init__(self, status: int, headers: Any, body: bytes) -> None:
        self.status, self.headers, self.text = status, headers, body.decode()
        self.json: Any = json.loads(self.text) if self.text else None

    def ids(self) -> list[str]:
        return [one["id"][-1] for one in self.json["data"]]


def ask(url: str, headers: dict[str, str], body: bytes | None = None) -> Answer:
    request = urllib.request.Request(url, data=body, headers=headers)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=PATIENCE) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        with error:
            return Answer(error.code, error.headers, error.read())


class PactServer(unittest.TestCase):
    server: Any
    maker: Any
    buyer: Any
    base: str
    back: str
    running: list[Any]

    @classmethod
    def setUpClass(cls) -> None:
        cls.server = module()
        cls.maker = cls.server.Host(cls.server.Held.read(documents()), {"buyer": "secret"})
        cls.buyer = cls.server.Host([], {"maker": "other"})
        cls.running = [cls.server.opened(cls.maker), cls.server.opened(cls.buyer)]
        for one in cls.running:
            threading.Thread(target=one.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        cls.base, cls.back = (f"http://127.0.0.1:{one.server_port}" for one in cls.running)
        cls.maker.recipients[cls.back] = ("maker", "other")

    @classmethod
    def tearDownClass(cls) -> None:
        for one in cls.running:
            one.shutdown()
            one.server_close()

    def token(self, name: str = "buyer", secret: str = "secret", grant: str = "client_credentials") -> Answer:
        pair = base64.b64encode(f"{name}:{secret}".encode()).decode()
        return ask(f"{self.base}/auth/token", {"authorization": f"Basic {pair}"}, f"grant_type={grant}".encode())

    def admitted(self) -> dict[str, str]:
        return {"authorization": f"Bearer {self.token().json['access_token']}"}

    def get(self, way: str, *criteria: tuple[str, str]) -> Answer:
        query = f"?{urllib.parse.urlencode(criteria)}" if criteria else ""
        return ask(f"{self.base}{way}{query}", self.admitted())

    def event(self, kind: str, data: Any, **other: Any) -> Answer:
        event = {"type": f"org.wbcsd.pact.ProductFootprint.{kind}.3", "specversion": "1.0", "id": f"{kind}-1"}
        event |= {"source": f"{self.back}/3/events", "time": "2026-11-22T00:00:00Z", "data": data} | other
        headers = {**self.admitted(), "content-type": "application/cloudevents+json; charset=UTF-8"}
        return ask(f"{self.base}/3/events", headers, json.dumps(event).encode())

    def refused(self, answer: Answer, status: int, code: str) -> None:
        self.assertEqual((answer.status, answer.json["code"]), (status, code), answer.text)

    def test_tokens_are_for_those_who_are_known(self) -> None:
        answer = self.token()
        self.assertEqual((answer.status, answer.json["token_type"]), (200, "Bearer"))
        self.assertEqual((self.token(secret="guess").status, self.token(name="").status, self.token(grant="password").status), (401, 401, 400))
        found = ask(f"{self.base}/.well-known/openid-configuration", {}).json
        self.assertEqual(found["token_endpoint"], f"{self.base}/auth/token")
        for headers in ({}, {"authorization": "Bearer very-invalid"}):
            self.refused(ask(f"{self.base}/3/footprints", headers), 401, "BadRequest")
        token = self.token().json["access_token"]
        self.maker.tokens[token] = time.monotonic() - 1
        self.refused(ask(f"{self.base}/3/footprints", {"authorization": f"Bearer {token}"}), 401, "TokenExpired")

    def test_footprints_come_with_their_digits(self) -> None:
        answer = self.get(f"/3/footprints/{documents()[0]['id'].upper()}")
        self.assertEqual(answer.json["data"], documents()[0])
        self.refused(self.get("/3/footprints/00000000-0000-0000-0000-000000000000"), 404, "NotFound")
        self.refused(self.get("/3/other"), 404, "NotFound")

    def test_pages_follow_each_other_to_the_end(self) -> None:
        answer, seen = self.get("/3/footprints", ("limit", "1"), ("geography", "vn")), []
        for _ in range(5):
            seen += answer.ids()
            link = answer.headers["link"]
            if link is None:
                break
            url, _, rest = link.partition("; ")
            self.assertEqual(rest, 'rel="next"')
            answer = ask(url.strip("<>"), self.admitted())
        self.assertEqual(seen, ["f", "2"])
        for limit in ("-1", "ten", ""):
            self.refused(self.get("/3/footprints", ("limit", limit)), 400, "BadRequest")

    def test_filters_are_any_of_the_values_and_all_of_the_criteria(self) -> None:
        for criteria, ids in (
            ((), ["f", "2", "3"]),
            ((("productId", "URN:GTIN:8930000000040"),), ["2"]),
            ((("productId", "urn:gtin:8930000000040"), ("productid", "urn:gtin:8930000000033")), ["f", "2", "3"]),
            ((("companyId", "urn:company:example:binh-nguyen"), ("status", "active")), ["f", "3"]),
            ((("classification", "urn:un:unspsc:30102400"),), ["3"]),
            ((("geography", "VN-HN"),), ["2"]),
            ((("status", "BogusStatusValue"),), []),
            # The third has no validity stated: three years from the end of its reference period, 2025-01-01.
            ((("validOn", "2027-12-31T12:00:00Z"),), ["3"]),
            ((("validOn", "2027-12-31T07:00:00+07:00"),), ["f", "2", "3"]),
            ((("validAfter", "2024-12-31T00:00:00Z"), ("validBefore", "2028-01-01T00:00:00Z")), ["f", "2"]),
        ):
            with self.subTest(criteria=criteria):
                self.assertEqual(self.get("/3/footprints", *criteria).ids(), ids)
        self.refused(self.get("/3/footprints", ("validOn", "yesterday")), 400, "BadRequest")
        self.refused(self.get("/3/footprints", ("$filter", "pcf eq 1")), 400, "BadRequest")

    def arrived(self, request: str) -> Any:
        """The event that answers a request, when it has come."""
        for _ in range(100):
            for event in self.buyer.received:
                if event["data"].get("requestEventId") == request:
                    return event
            time.sleep(0.05)
        return self.fail(f"nothing came for {request}")

    def test_a_request_is_answered_by_an_event(self) -> None:
        answer = self.event("RequestCreatedEvent", {"productId": ["urn:gtin:8930000000040"], "comment": "for 2025"}, id="R1")
        self.assertEqual((answer.status, answer.text), (200, ""))
        event = self.arrived("R1")
        self.assertTrue(event["type"].endswith("RequestFulfilledEvent.3"))
        self.assertEqual(event["data"]["pfs"], [documents()[1]])
        self.assertEqual(self.event("RequestCreatedEvent", {"geography": ["XX"]}, id="R2").status, 200)
        event = self.arrived("R2")
        self.assertEqual((event["type"].rsplit(".", 2)[1], event["data"]["error"]["code"]), ("RequestRejectedEvent", "NotFound"))

    def test_events_are_taken_or_refused(self) -> None:
        for kind, data in (
            ("PublishedEvent", {"pfIds": [documents()[0]["id"]]}),
            ("RequestFulfilledEvent", {"requestEventId": "1", "pfs": documents()[:1]}),
            ("RequestRejectedEvent", {"requestEventId": "1", "error": {"code": "NotFound", "message": "none"}}),
        ):
            self.assertEqual(self.event(kind, data).status, 200, kind)
        for answer in (
            self.event("PublishedEvent", {}),
            self.event("PublishedEvent", None),
            self.event("RemovedEvent", {}),
            self.event("RequestFulfilledEvent", {"requestEventId": "1", "pfs": []}),
            self.event("PublishedEvent", {"pfIds": []}, time="now"),
            self.event("PublishedEvent", {"pfIds": []}, id=None),
            self.event("RequestCreatedEvent", {"colour": ["red"]}),
            self.event("RequestCreatedEvent", {"geography": [7]}),
            self.event("RequestCreatedEvent", {}, source="https://example.com/3/events"),
            ask(f"{self.base}/3/events", self.admitted(), b"{}"),
            ask(f"{self.base}/3/events", {**self.admitted(), "content-type": "application/cloudevents+json"}, b"{"),
        ):
            self.refused(answer, 400, "BadRequest")

    def test_what_is_not_valid_is_not_served(self) -> None:
        wrong = documents()[0]
        wrong["pcf"]["biogenicCO2Uptake"] = "120"
        with self.assertRaises(ValueError) as caught:
            self.server.Held.read(wrong)
        self.assertEqual(str(caught.exception), "/pcf/biogenicCO2Uptake: `120` must be 0 or below")
