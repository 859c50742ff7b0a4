"""Every example in the documentation runs. Runs on the installed wheel."""

import contextlib
import doctest
import importlib
import pkgutil
import unittest

import emitrace
from support import ROOT

README = ROOT / "bindings-python" / "README.md"


class Examples(unittest.TestCase):
    def test_docstrings(self) -> None:
        counted = {}
        for module in pkgutil.iter_modules(emitrace.__path__, "emitrace."):
            outcome = doctest.testmod(importlib.import_module(module.name))
            self.assertEqual(outcome.failed, 0, module.name)
            counted[module.name] = outcome.attempted
        self.assertGreater(sum(counted.values()), 40, counted)

    def test_the_package_and_its_readme(self) -> None:
        self.assertGreater(doctest.testmod(emitrace).attempted, 0)
        with contextlib.chdir(ROOT):
            outcome = doctest.testfile(str(README), module_relative=False, encoding="utf-8")
        self.assertEqual(outcome.failed, 0)
        self.assertGreater(outcome.attempted, 8)

    def test_everything_public_is_described(self) -> None:
        for name in emitrace.__all__:
            item = getattr(emitrace, name)
            self.assertTrue(isinstance(item, str) or item.__doc__, name)


if __name__ == "__main__":
    unittest.main()
