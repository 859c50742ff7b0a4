"""What becomes of a panic. Takes a module that was built with the feature `testing`, which no wheel has.

Run by `./check python`: `python panic.py path/to/the/library`.
"""

import importlib.machinery
import importlib.util
import sys

import emitrace

loader = importlib.machinery.ExtensionFileLoader("_native", sys.argv[1])
spec = importlib.util.spec_from_file_location("_native", sys.argv[1], loader=loader)
assert spec is not None
native = importlib.util.module_from_spec(spec)
loader.exec_module(native)

for _ in range(2):  # the second call finds nothing broken by the first
    try:
        native.panic()
    except Exception as error:
        assert type(error) is emitrace.InternalError, type(error)
        assert error.code == "INTERNAL" and "on purpose" in str(error), error
    else:
        raise SystemExit("no panic came")
assert not hasattr(emitrace._native, "panic"), "the wheel was built with the feature `testing`"
assert str(native.amount("1.10")) == "1.1"
print("a panic is an emitrace.InternalError")
