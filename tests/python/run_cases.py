"""Asks the installed Python package: `run_cases.py REQUESTS OUT`. Knows nothing of what is expected."""

import json
import sys

import emitrace

requests, out = sys.argv[1:]
with open(requests, encoding="utf-8", newline="\n") as lines, open(out, "w", encoding="utf-8", newline="\n") as results:
    for line in lines:
        asked = json.loads(line)
        result = {"case": asked["case"]}
        try:
            result["ok"] = emitrace.call(asked["call"], asked["request"])
        except emitrace.Error as error:
            result["error"] = {"code": error.code, "path": error.path}
        results.write(json.dumps(result, ensure_ascii=False) + "\n")
