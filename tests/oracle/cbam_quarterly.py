"""Quarterly reports of the transitional period, read with the XML reader of the standard library.

    "oracle": { "cbam_quarterly": {} }

Of a file that is written: it is XML, its digest is that of its bytes, and the net mass of each code and origin is the sum of the
rows of the ledger, in tonnes. Of a file that is read: every text that the case expects of the report stands in the file.
"""

import csv
import hashlib
import io
import xml.etree.ElementTree as tree
from fractions import Fraction

SPACE = "{http://xmlns.ec.eu/BusinessObjects/CBAM/Types/V1}"
TONNES = {"t": Fraction(1), "kg": Fraction(1, 1000)}
COUNTRIES = {"VIET NAM": "VN"}
EXEMPT = {"CH", "IS", "LI", "NO"}


def masses(text):
    """Tonnes by code and country of origin."""
    sums = {}
    for row in csv.DictReader(io.StringIO(text)):
        code = row["cn_code"].replace(" ", "")
        country = COUNTRIES.get(row["origin"].upper(), row["origin"])
        if country not in EXEMPT:
            sums[code, country] = sums.get((code, country), 0) + Fraction(row["net_mass"]) * TONNES[row["unit"]]
    return sums


def imported(root):
    """The same as an XML states it."""
    return {(good.findtext(f"{SPACE}CommodityCode/{SPACE}CnCode"), good.findtext(f"{SPACE}OriginCountry/{SPACE}Country")):
            Fraction(good.findtext(f"{SPACE}MeasureImported/{SPACE}NetMass")) for good in root.findall(f"{SPACE}ImportedGood")}


def texts(value):
    """Every text in a pattern."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [text for entry in value for text in texts(entry)]
    return [value] if isinstance(value, str) else []


def differences(case):
    request, wanted = case["request"], case["expect"]["ok"]
    if "xml" in request:
        held = {(element.text or "") for element in tree.fromstring(request["xml"]).iter()}
        stated = texts(wanted["report"])
        return [f"`{text}` does not stand in the file" for text in stated if text not in held] if stated else ["no text is expected"]
    sums = masses(request["imports"]["text"])
    found = []
    if hashlib.sha256(wanted["xml"].encode()).hexdigest() != wanted["sha256"]:
        found.append("the digest is not that of the file")
    if imported(tree.fromstring(wanted["xml"])) != sums:
        found.append(f"the file says {imported(tree.fromstring(wanted['xml']))}, the ledger {sums}")
    return found
