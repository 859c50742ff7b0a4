"""EPCIS events as records of the oracle: what transforms, begins, ends and leaves, straight from the JSON, knowing nothing of emitrace.

Only what the cases need: canonical identifiers of classes and things with a GTIN, quantities in mass, volume and pieces, transformations joined by
`transformationID`, shipments of classes that nothing answers. Containers are followed by worked answers, not here.
"""

import json
from datetime import datetime, timezone

UNIT = {"KGM": "kg", "GRM": "g", "MGM": "mg", "TNE": "t", "LTR": "L", "H87": "item", "C62": "item", "": "item"}


def canonical(urn):
    """The Digital Link of `urn:epc:class:lgtin:` and `urn:epc:id:sgtin:`, and the item of it."""
    scheme, fields = urn.removeprefix("urn:epc:").rsplit(":", 1)
    ai = {"class:lgtin": "10", "id:sgtin": "21"}[scheme]
    prefix, reference, tail = fields.split(".", 2)
    digits = reference[0] + prefix + reference[1:]
    check = -sum(int(digit) * (3 if at % 2 == 0 else 1) for at, digit in enumerate(reversed(digits))) % 10
    item = f"https://id.gs1.org/01/{digits}{check}"
    return item, f"{item}/{ai}/{tail}"


def events(card):
    text = card["text"].lstrip("\ufeff")
    try:
        document = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError:
        return [json.loads(line, parse_float=str, parse_int=str) for line in text.splitlines() if line.strip()]
    if isinstance(document, list):
        return document
    return document["epcisBody"]["eventList"] if "epcisBody" in document else [document]


def records(request):
    """Records as of a request without events, in the order of time."""
    told = [event for card in request.get("cards", []) for event in events(card)]
    void = {event["eventID"] for event in told if "errorDeclaration" in event}
    moment = lambda event: datetime.fromisoformat(event["eventTime"]).astimezone(timezone.utc)
    seen, out = set(), []
    for event in sorted((event for event in told if event.get("eventID") not in void), key=moment):
        if "eventID" in event and event["eventID"] in seen:
            continue
        seen.add(event.get("eventID"))
        things = lambda *names: [thing for name in names for thing in event.get(name, [])]

        def add(kind, names, **more):
            for thing in things(*names):
                one = isinstance(thing, str)
                item, lot = canonical(thing if one else thing["epcClass"])
                out.append({"kind": kind, "date": moment(event).isoformat(), "item": item, "lot": lot,
                            "quantity": "1" if one else thing.get("quantity", ""), "unit": UNIT["" if one else thing.get("uom", "")], **more})

        run = event.get("transformationID") or event.get("eventID") or str(len(out))
        country = next((value for name, value in event.get("ilmd", {}).items() if name.endswith("countryOfOrigin")), "")
        if event["type"] == "TransformationEvent":
            add("consume", ["inputEPCList", "inputQuantityList"], run=run)
            add("produce", ["outputEPCList", "outputQuantityList"], run=run)
        elif event["type"] == "ObjectEvent" and event["action"] == "ADD":
            add("receive", ["epcList", "quantityList"], country=country)
        elif event["type"] == "ObjectEvent" and event["action"] == "DELETE":
            add("scrap", ["epcList", "quantityList"])
        elif event["type"] == "ObjectEvent" and event.get("bizStep") == "shipping":
            add("ship", ["epcList", "quantityList"])
    return out
