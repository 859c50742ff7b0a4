"""The notebook of examples/notebook runs, and shows what is saved in it. Runs where Jupyter's kernel is installed."""

import importlib.util
import os
import sys
import unittest
from typing import Any

from support import ROOT

FOLDER = ROOT / "examples" / "notebook"
NEEDED = ("nbclient", "ipykernel", "pandas", "pyarrow")
MISSING = [name for name in NEEDED if importlib.util.find_spec(name) is None]


def setUpModule() -> None:
    what = "left out, for want of " + ", ".join(MISSING) if MISSING else "run in a kernel of its own"
    print(f"notebook: {what}", file=sys.stderr)


def module(name: str) -> Any:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None and spec.loader is not None
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


class Notebook(unittest.TestCase):
    def test_the_stage_that_asks_for_it_has_it(self) -> None:
        if "nbclient" in os.environ.get("EMITRACE_FRAMES", "").split():
            self.assertEqual(MISSING, [])

    def test_its_ledgers_are_fresh(self) -> None:
        data = module("make_data")
        files = {name: year.text() for name, year in data.ledgers().items()} | {"he-so.pack": data.PACK}
        for name, text in files.items():
            self.assertEqual((FOLDER / name).read_text(encoding="utf-8"), text, name)

    @unittest.skipIf(MISSING, f"not installed: {', '.join(MISSING)}")
    def test_a_run_shows_what_is_saved(self) -> None:
        import nbformat

        run = module("run")
        fresh, saved = run.executed(), nbformat.read(run.NOTEBOOK, as_version=4)
        self.assertEqual(len(fresh.cells), len(saved.cells))
        for (cell, now), (_, before) in zip(run.shown(fresh), run.shown(saved), strict=True):
            self.assertEqual(now, before, f"cell {cell}: run python3 examples/notebook/run.py")

    @unittest.skipIf(MISSING, f"not installed: {', '.join(MISSING)}")
    def test_its_charts_are_pictures(self) -> None:
        import nbformat

        saved = nbformat.read(FOLDER / "inventory.ipynb", as_version=4)
        shown = [output.get("data", {}) for cell in saved.cells for output in cell.get("outputs", [])]
        pictures = [data["image/svg+xml"] for data in shown if "image/svg+xml" in data]
        self.assertEqual(len(pictures), 6)
        self.assertTrue(all(picture.startswith("<svg") and "http" not in picture[60:] for picture in pictures))


if __name__ == "__main__":
    unittest.main()
