"""Plots, recomputed: areas with decimals of 60 digits, rings with fractions, unions of reference numbers by closure.

A case of `eudr.check` may carry `"oracle": { "eudr": {} }`: areas of its polygons on the sphere and on the ellipsoid (by the closed
form with the inverse hyperbolic tangent, not by a series), which polygons are simple, and the reference numbers of its lots.
"""

import json
from decimal import ROUND_HALF_EVEN, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60
R = Decimal(6378137)


def arctan(x):
    """Of a small number."""
    total, power, k = Decimal(0), x, 1
    while abs(power) > Decimal(10) ** -58:
        total += power / k
        power, k = -power * x * x, k + 2
    return total


PI = 4 * (4 * arctan(Decimal(1) / 5) - arctan(Decimal(1) / 239))
F = 1 / Decimal("298.257223563")
E2 = F * (2 - F)
E = E2.sqrt()


def sine(degrees):
    x = degrees * PI / 180
    total, term, k = Decimal(0), x, 1
    while abs(term) > Decimal(10) ** -55:
        total += term
        term, k = -term * x * x / ((k + 1) * (k + 2)), k + 2
    return total


def strip(s):
    """Twice the area between equator and latitude for one radian, in half axes squared."""
    return (1 - E2) * (s / (1 - E2 * s * s) + ((1 + E * s) / (1 - E * s)).ln() / (2 * E))


def six(value):
    return Decimal(value).quantize(Decimal("0.000001"), ROUND_HALF_EVEN)


def area(ring, of, parts):
    points = [(six(lon), of(sine(six(lat)))) for lon, lat in ring]
    total = sum(((b[0] - a[0]) * (a[1] + b[1]) for a, b in zip(points, points[1:])), Decimal(0))
    return (abs(total) * PI / 180 * R * R / parts / 10000).quantize(Decimal("0.0001"), ROUND_HALF_EVEN)


def crosses(ring):
    """Whether two sides that are no neighbours have a point in common, with fractions."""
    points = [tuple(Fraction(six(value)) for value in position[:2]) for position in ring]
    points = [p for at, p in enumerate(points) if at == 0 or p != points[at - 1]]
    sides = list(zip(points, points[1:]))
    turn = lambda a, b, c: (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
    box = lambda a, b, c: min(a[0], b[0]) <= c[0] <= max(a[0], b[0]) and min(a[1], b[1]) <= c[1] <= max(a[1], b[1])
    for i, (a, b) in enumerate(sides):
        for j, (c, d) in enumerate(sides):
            if j <= i + 1 or (i == 0 and j == len(sides) - 1):
                continue
            one, two, three, four = turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)
            if one * two < 0 and three * four < 0:
                return True
            if any(t == 0 and box(*side, p) for t, side, p in ((one, (a, b), c), (two, (a, b), d), (three, (c, d), a), (four, (c, d), b))):
                return True
    return False


def polygons(node):
    if node["type"] == "FeatureCollection":
        return [p for feature in node["features"] for p in polygons(feature)]
    if node["type"] == "Feature":
        return polygons(node["geometry"])
    if node["type"] == "GeometryCollection":
        return [p for part in node["geometries"] for p in polygons(part)]
    if node["type"] == "Polygon":
        return [node["coordinates"][0]]
    if node["type"] == "MultiPolygon":
        return [polygon[0] for polygon in node["coordinates"]]
    return []


def check(case):
    request, expected, differences = case["request"], case["expect"]["ok"]["result"], []
    if request.get("geojson"):
        rings = polygons(json.loads(request["geojson"], parse_float=Decimal, parse_int=Decimal))
        closed = [ring for ring in rings if len(ring) >= 4 and ring[0] == ring[-1]]
        rules = [finding["rule"] for finding in expected.get("findings", [])]
        if any(crosses(ring) for ring in closed) and not {"crossing", "no-area", "folding"} & set(rules):
            differences.append("two sides cross, and the case does not expect it")
        if "crossing" in rules and not any(crosses(ring) for ring in closed):
            differences.append("no sides cross")
        wanted = [plot for plot in expected.get("plots", []) if plot.get("kind") == "polygon"]
        for ring, plot in zip(closed if wanted else [], wanted):
            for key, found in (("area_ha", area(ring, lambda s: s, 2)), ("ellipsoid_area_ha", area(ring, strip, 4))):
                if key in plot and Decimal(plot[key]) != found:
                    differences.append(f"{key} {plot[key]} expected, recomputed {found}")
    lots = {lot["id"]: lot for lot in request.get("lots", [])}
    for wanted in expected.get("lots", []):
        reach = {wanted["id"]}
        while True:
            more = reach | {other for lot in reach for other in lots.get(lot, {}).get("inputs", [])}
            if more == reach:
                break
            reach = more
        references = sorted({number for lot in reach for number in lots.get(lot, {}).get("references", [])})
        unknown = sorted(lot for lot in reach if not lots.get(lot, {}).get("references") and not lots.get(lot, {}).get("inputs"))
        if (references, unknown) != (wanted["references"], wanted["unknown"]):
            differences.append(f"{wanted} expected, recomputed {references}, {unknown}")
    return differences
