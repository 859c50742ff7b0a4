"""Facts of Inline XBRL pages, read apart from emitrace with another XML reader and plain fractions.

A case of `disclosure.read` or `disclosure.verify` may carry `"oracle": { "page": true }`. Every fact of the xBRL-JSON that the case expects must be on its page,
and no other; of an expected difference, what is said to be reported must be what the page says.
"""

import datetime
import io
import json
import xml.etree.ElementTree as Tree
from fractions import Fraction

IX = "{http://www.xbrl.org/2013/inlineXBRL}"
I = "{http://www.xbrl.org/2003/instance}"
D = "{http://xbrl.org/2006/xbrldi}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
OWN = {
    "https://xbrl.efrag.org/taxonomy/vsme/2026-05-01/vsme": "vsme",
    "http://www.xbrl.org/2009/utr": "utr",
    "http://www.xbrl.org/2003/iso4217": "iso4217",
    "http://www.xbrl.org/2003/instance": "xbrli",
}


class Page:
    """A page whose prefixes are all declared at its root."""

    def __init__(self, text):
        self.prefixes = dict(pair for _, pair in Tree.iterparse(io.BytesIO(text.encode()), events=["start-ns"]))
        self.root = Tree.fromstring(text)
        self.parents = {child: parent for parent in self.root.iter() for child in parent}
        self.contexts = {one.get("id"): self.context(one) for one in self.root.iter(I + "context")}
        self.units = {one.get("id"): self.unit(one) for one in self.root.iter(I + "unit")}
        self.more = {one.get("id"): one for one in self.root.iter(IX + "continuation")}
        self.facts = {one.get("id"): self.fact(one) for one in self.root.iter() if one.tag in (IX + "nonFraction", IX + "nonNumeric")}

    def name(self, text):
        prefix, local = text.strip().split(":")
        return f"{OWN[self.prefixes[prefix]]}:{local}"

    def context(self, one):
        def day(name):
            found = one.find(f"{I}period/{I}{name}")
            return None if found is None else found.text

        members = {}
        for member in one.iter(D + "typedMember"):
            members[self.name(member.get("dimension"))] = member[0].text
        for member in one.iter(D + "explicitMember"):
            members[self.name(member.get("dimension"))] = self.name(member.text)
        return day("startDate"), day("endDate") or day("instant"), members

    def unit(self, one):
        def of(part):
            return "*".join(self.name(measure.text) for measure in part.findall(I + "measure"))

        divided = one.find(I + "divide")
        return of(one) if divided is None else f"{of(divided[0])}/{of(divided[1])}"

    def text(self, one):
        words = one.text or ""
        for child in one:
            words += ("" if child.tag == IX + "exclude" else self.text(child)) + (child.tail or "")
        return words

    def language(self, one):
        while one is not None:
            if one.get(LANG) is not None:
                return one.get(LANG)
            one = self.parents.get(one)
        return ""

    def fact(self, one):
        words, after = self.text(one), one.get("continuedAt")
        while after:
            words, after = words + self.text(self.more[after]), self.more[after].get("continuedAt")
        number = None
        if one.tag == IX + "nonFraction":
            plain = words.replace(".", "").replace(",", ".") if (one.get("format") or "").endswith("num-comma-decimal") else words.replace(",", "")
            number = Fraction(plain) * Fraction(10) ** int(one.get("scale") or 0) * (-1 if one.get("sign") == "-" else 1)
        address, mark, local = words.partition("#")
        named = f"{OWN[address]}:{local}" if mark and address in OWN else words
        start, end, members = self.contexts.get(one.get("contextRef"), (None, None, {}))
        unit = self.units.get(one.get("unitRef"), "")
        return {"concept": self.name(one.get("name")), "number": number, "words": named, "start": start, "end": end, "members": members, "unit": unit,
                "language": self.language(one), "is_name": bool(mark)}


def midnights(fact):
    after = (datetime.date.fromisoformat(fact["end"]) + datetime.timedelta(days=1)).isoformat() + "T00:00:00"
    return after if fact["start"] is None else f"{fact['start']}T00:00:00/{after}"


def check(case):
    request, wanted, found = case["request"], case["expect"]["ok"], []
    page = Page(request["report"])
    if "xbrl_json" in wanted:
        expected = json.loads(wanted["xbrl_json"])["facts"]
        if expected.keys() != page.facts.keys():
            return [f"the case expects the facts {sorted(expected)}, the page has {sorted(page.facts)}"]
        for key, fact in page.facts.items():
            own = {"concept": fact["concept"], "entity": "entity:00000000000000000000", "period": midnights(fact), **fact["members"]}
            if fact["unit"] not in ("", "xbrli:pure"):
                own["unit"] = fact["unit"]
            if fact["number"] is None and not fact["is_name"] and fact["language"]:
                own["language"] = fact["language"]
            value = expected[key]["value"]
            same = Fraction(value) == fact["number"] if fact["number"] is not None else value == fact["words"]
            if not same or expected[key]["dimensions"] != own:
                found.append(f"{key}: the case expects {expected[key]}, the page says {fact}")
        return found
    for one in wanted["differences"]["$contains"]:
        if not one.get("place"):
            if any(fact["concept"] == one["concept"] for fact in page.facts.values()) and "findings" not in wanted:
                found.append(f"{one['concept']} is expected to be missing, and stands on the page")
            continue
        fact = page.facts[one["place"].rsplit("/", 1)[1]]
        says = {"unit": fact["unit"], "period": "/".join(day for day in (fact["start"], fact["end"]) if day)}.get(one["what"])
        same = says == one["reported"] if says is not None else Fraction(one["reported"]) == fact["number"]
        if "difference" in one:
            same = same and Fraction(one["recomputed"]) - fact["number"] == Fraction(one["difference"])
        line = request["report"][: request["report"].index(f'id="{one["place"].rsplit("/", 1)[1]}"')].count("\n") + 1
        if not same or one["line"] != line:
            found.append(f"{one}: the page says {fact} in line {line}")
    return found
