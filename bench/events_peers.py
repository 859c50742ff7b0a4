"""One peer of the trace of events, in a process of its own: `events_peers.py PEER FILE BACK FORWARD`; prints CPU seconds as JSON."""
import json
import resource
import statistics
import sys
import time

peer, file, back, forward = sys.argv[1:]


def asked(question):
    """Median CPU seconds of eleven answers, and how many lots there are."""
    took = []
    for _ in range(11):
        start = time.process_time()
        found = question()
        took.append(time.process_time() - start)
    return statistics.median(took), found


if peer == "rustworkx":
    import orjson
    import rustworkx

    start = time.process_time()
    pairs, numbers = [], {}
    with open(file, "rb") as lines:
        for line in lines:
            event = orjson.loads(line)
            if event["type"] == "TransformationEvent":
                ins = [numbers.setdefault(one, len(numbers)) for one in event["inputEPCList"]]
                for out in event["outputEPCList"]:
                    out = numbers.setdefault(out, len(numbers))
                    pairs.extend((out, one) for one in ins)
    graph = rustworkx.PyDiGraph()
    graph.add_nodes_from(list(numbers))
    graph.add_edges_from_no_data(pairs)
    load = time.process_time() - start
    (took_back, lots_back) = asked(lambda: len(rustworkx.descendants(graph, numbers[back])))
    (took_forward, lots_forward) = asked(lambda: len(rustworkx.ancestors(graph, numbers[forward])))
else:
    import duckdb

    base = duckdb.connect()
    start = time.process_time()
    columns = "{type: 'VARCHAR', inputEPCList: 'VARCHAR[]', outputEPCList: 'VARCHAR[]'}"
    base.execute(f"CREATE TABLE event AS SELECT * FROM read_json('{file}', format='newline_delimited', columns={columns})")
    base.execute("""CREATE TABLE link AS SELECT o.made, i.used FROM (SELECT unnest(outputEPCList) made, inputEPCList list
        FROM event WHERE type = 'TransformationEvent') o, LATERAL (SELECT unnest(o.list) used) i""")
    load = time.process_time() - start

    def lots(have, get, lot):
        query = f"WITH RECURSIVE t(e) AS (SELECT ?::VARCHAR UNION SELECT {get} FROM t JOIN link ON link.{have} = t.e) SELECT count(*) - 1 FROM t"
        return base.execute(query, [lot]).fetchone()[0]

    (took_back, lots_back) = asked(lambda: lots("made", "used", back))
    (took_forward, lots_forward) = asked(lambda: lots("used", "made", forward))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"load": load, "back": took_back, "forward": took_forward, "peak_mib": peak, "lots_back": lots_back, "lots_forward": lots_forward}))
