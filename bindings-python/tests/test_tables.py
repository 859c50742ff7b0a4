"""Tables without any other library. Runs on the installed wheel."""

import datetime
import subprocess
import sys
import unittest
from decimal import Decimal

import emitrace as et
from support import HEADER, SMALL, rows


class Tables(unittest.TestCase):
    def test_rows_are_dicts_of_exact_values(self) -> None:
        table = et.inventory(HEADER + rows(3), lines=True, **SMALL).lines
        self.assertEqual(len(table), 6)  # both views of scope 2
        first = next(iter(table))
        self.assertEqual((first["row"], first["id"], first["start"]), (2, "R0", datetime.date(2023, 5, 1)))
        self.assertEqual((first["account"], first["gas"], first["kg"]), ("scope_2_location", "CO2", Decimal("0.3296")))
        self.assertEqual(tuple(first), table.columns)
        self.assertEqual(table.to_pylist(), list(table))
        self.assertEqual(table.column("site"), ["Site 0"] * 2 + ["Site 1"] * 2 + ["Site 2"] * 2)
        with self.assertRaisesRegex(KeyError, "no column"):
            table.column("colour")

    def test_long_tables_are_whole(self) -> None:
        count = 40_000  # several batches of lines
        inventory = et.inventory(HEADER + rows(count), lines=True, **SMALL)
        table = (inventory + et.inventory(HEADER + rows(5), lines=True, row_offset=count, **SMALL)).lines
        ids = table.column("id")
        self.assertEqual(len(ids), 2 * (count + 5))
        self.assertEqual(ids[::2], [f"R{n}" for n in range(count)] + [f"R{n}" for n in range(5)])

    def test_gases_without_a_gwp_are_none(self) -> None:
        self.assertEqual(et.inventory(HEADER, **SMALL).gases.to_pylist(), [])
        self.assertEqual(len(et.inventory(HEADER, **SMALL).by("site")), 0)

    def test_html_is_escaped_and_short(self) -> None:
        ledger = HEADER + b"<script>alert(1)</script>,2023-05-01,<b>&x,electricity,1,kWh\n" + rows(100)
        inventory = et.inventory(ledger, lines=True, **SMALL)
        shown = inventory.lines._repr_html_()
        self.assertIn("the first 20 of 202 rows", shown)
        for text in (shown, inventory.by("site")._repr_html_()):
            self.assertNotIn("<script", text)
            self.assertNotIn("<b>", text)
        self.assertIn("&lt;b&gt;&amp;x", shown)

    def test_capsules_have_the_names_of_the_interface(self) -> None:
        table = et.packs()
        self.assertIn("arrow_array_stream", repr(table.__arrow_c_stream__()))
        self.assertIn("arrow_schema", repr(table.__arrow_c_schema__()))
        for _ in range(100):
            table.__arrow_c_stream__()  # never read: must be released, too
        self.assertIn("columns id, title", repr(table))

    def test_nothing_else_is_imported(self) -> None:
        code = "import emitrace, sys; print({\"numpy\", \"pandas\", \"polars\", \"pyarrow\"} & set(sys.modules))"
        said = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=True)
        self.assertEqual(said.stdout.strip(), "set()")

    def test_a_missing_library_is_named(self) -> None:
        hidden = {name: sys.modules.get(name) for name in ("polars", "pyarrow", "pandas")}
        try:
            sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type]
            for method, name in (("to_polars", "polars"), ("to_arrow", "pyarrow"), ("to_pandas", "pandas")):
                with self.assertRaisesRegex(ImportError, f"{method}.. needs the package {name}"):
                    getattr(et.packs(), method)()
        finally:
            for name, module in hidden.items():
                if module is None:
                    del sys.modules[name]
                else:
                    sys.modules[name] = module


if __name__ == "__main__":
    unittest.main()
