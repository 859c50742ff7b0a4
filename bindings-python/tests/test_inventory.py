"""Inventories: the same from every language, source, part and thread. Runs on the installed wheel."""

import _thread
import copy
import io
import os
import pickle
import signal
import tempfile
import threading
import unittest
from decimal import Decimal
from pathlib import Path
from typing import cast

import emitrace as et
from support import ENGLISH, HEADER, SMALL, VIETNAMESE, YEAR, exact_sum, rows

SUMS = [
    "scope_1_kg_co2e",
    "scope_2_location_kg_co2e",
    "scope_2_market_kg_co2e",
    "scope_3_kg_co2e",
    "total_location_kg_co2e",
    "total_market_kg_co2e",
    "biogenic_kg_co2",
    "outside_kg_co2e",
    "offsets_kg_co2e",
]


class Example(unittest.TestCase):
    year: et.Inventory

    @classmethod
    def setUpClass(cls) -> None:
        cls.year = et.inventory(ENGLISH, lines=True, **YEAR)

    def test_charts_are_pictures_that_can_be_kept(self) -> None:
        year = et.inventory(ENGLISH, **YEAR)
        chart = year.chart("site", lang="vi")
        self.assertEqual(chart, year.chart("site", lang="vi"))
        self.assertNotEqual(chart, year.chart())
        self.assertIn("3.777,9", chart._repr_svg_())
        with tempfile.TemporaryDirectory() as folder:
            chart.save(Path(folder) / "sites.svg")
            self.assertEqual((Path(folder) / "sites.svg").read_text(encoding="utf-8"), chart.svg)
        with self.assertRaises(et.InputError) as caught:
            year.chart("site", "gas")
        self.assertEqual(caught.exception.path, "/by")

    def test_both_languages_give_one_digest(self) -> None:
        vietnamese = et.inventory(VIETNAMESE, locale="vi-VN", **YEAR)
        self.assertEqual(vietnamese.digest, self.year.digest)
        self.assertNotEqual(vietnamese, self.year)  # they were read in two ways

    def test_every_view_adds_up_to_the_total(self) -> None:
        self.assertEqual(len(self.year.views), 11)
        for view in self.year.views:
            table = self.year.by(*view)
            self.assertGreater(len(table), 0, view)
            for name in SUMS:
                parts = cast(list[Decimal], table.column(name))
                self.assertEqual(exact_sum(parts), getattr(self.year.total, name), (view, name))

    def test_figures_are_decimals_and_the_same_everywhere(self) -> None:
        plain = self.year.to_dict()["inventory"]["total"]
        for name in SUMS:
            value = getattr(self.year, name)
            self.assertIs(type(value), Decimal)
            self.assertEqual(str(value), plain[name])
        self.assertEqual(self.year.lines_counted, plain["lines"])
        self.assertEqual(len(self.year.gases), len(self.year.total.gases))
        self.assertEqual([gas.kg for gas in self.year.total.gases], self.year.gases.column("kg"))

    def test_rows_add_up_to_the_figures(self) -> None:
        rows = self.year.rows
        self.assertEqual(len(rows), self.year.lines_counted)
        for name in SUMS:
            if not name.startswith("total_"):
                parts = cast(list[Decimal], rows.column(name))
                self.assertEqual(exact_sum(parts), getattr(self.year, name), name)
        with self.assertRaises(et.InputError) as caught:
            et.inventory(ENGLISH, **YEAR).rows
        self.assertEqual(caught.exception.code, "CHOICE_MISSING")

    def test_lines_add_up_to_the_masses(self) -> None:
        sums: dict[tuple[object, object], list[Decimal]] = {}
        for line in self.year.lines:
            sums.setdefault((line["account"], line["gas"]), []).append(cast(Decimal, line["kg"]))
        masses = {(gas.account, gas.gas): gas.kg for gas in self.year.total.gases}
        self.assertEqual({key: exact_sum(parts) for key, parts in sums.items()}, masses)

    def test_findings_name_the_place(self) -> None:
        errors = [f for f in self.year.findings if f["severity"] == "error"]
        found = [(f["code"], f["row"], f["column"], f["header"]) for f in errors]
        self.assertIn(("AMBIGUOUS_UNIT", 253, "unit", "unit"), found)
        self.assertEqual(len(found), 5)
        self.assertTrue(all(f["help"] for f in errors))
        self.assertFalse(self.year.complete)
        self.assertEqual(self.year.coverage["excluded"], 5)

    def test_it_says_what_it_rests_on(self) -> None:
        self.assertEqual(self.year.choices["proxy_places"], ["GB"])
        self.assertIn("song-hong-2025", self.year.packs.column("id"))
        self.assertIn("PROXY_YEAR", self.year.notes.column("code"))
        self.assertIn("vn-grid/electricity-2023", self.year.factors.column("id"))
        self.assertEqual(self.year.reading["delimiter"], ",")

    def test_reports(self) -> None:
        self.assertIn("<html", self.year.to_html("vi"))
        self.assertTrue(self.year.to_csv() and self.year.to_text("vi"))
        with self.assertRaises(et.InputError) as caught:
            self.year.to_html("xx")
        self.assertEqual((caught.exception.code, caught.exception.path), ("UNKNOWN_VALUE", "/lang"))
        shown = self.year._repr_html_()
        self.assertIn(str(self.year.scope_1_kg_co2e), shown)
        self.assertNotIn("<script", shown)
        with tempfile.TemporaryDirectory() as folder:
            self.year.save(Path(folder) / "out", "vi")
            written = sorted(os.listdir(Path(folder) / "out"))
            self.assertEqual(written, ["inventory.csv", "inventory.html", "inventory.json"])
            text = (Path(folder) / "out" / "inventory.json").read_text("utf-8")
            self.assertEqual(et.Inventory.from_json(text), self.year)

    def test_objects_behave_as_values(self) -> None:
        again = pickle.loads(pickle.dumps(self.year))
        self.assertEqual(again, self.year)
        self.assertEqual(len({again, self.year, copy.copy(again), copy.deepcopy(again)}), 1)
        with self.assertRaises(AttributeError):
            again.total = self.year.total
        with self.assertRaises(AttributeError):
            self.year.notes.columns = ()  # type: ignore[misc]
        with self.assertRaises(et.InputError):
            again.lines
        self.assertIn(self.year.digest[:12], repr(self.year))
        with self.assertRaises(TypeError):
            et.Inventory("{}")  # type: ignore[arg-type]


class Sources(unittest.TestCase):
    def test_path_bytes_and_file_object_give_one_digest(self) -> None:
        content = ENGLISH.read_bytes()
        with ENGLISH.open("rb") as file:
            digests = {
                et.inventory(ledger, **YEAR).digest
                for ledger in (str(ENGLISH), ENGLISH, content, bytearray(content), file, io.BytesIO(content))
            }
        self.assertEqual(len(digests), 1)

    def test_factors_as_file_folder_and_text_are_one(self) -> None:
        text = Path(YEAR["factors"][0]).read_text("utf-8")
        _, description, table = text.split("+++\n", 2)
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "pack.toml").write_text(description, "utf-8")
            (Path(folder) / "table.csv").write_text(table, "utf-8")
            ways: list[list[str | Path]] = [[YEAR["factors"][0]], [text], [Path(folder)], [Path(folder) / "pack.toml"]]
            options = {name: value for name, value in YEAR.items() if name != "factors"}
            digests = {et.inventory(ENGLISH, factors=way, **options).digest for way in ways}  # type: ignore[arg-type]
        self.assertEqual(len(digests), 1)

    def test_errors_of_files_are_pythons_own(self) -> None:
        with self.assertRaises(FileNotFoundError) as caught:
            et.inventory("no-such-file.csv", **SMALL)
        self.assertEqual(caught.exception.filename, "no-such-file.csv")
        with self.assertRaises(IsADirectoryError):
            et.inventory(os.curdir, **SMALL)
        with self.assertRaises(FileNotFoundError):
            et.inventory(b"", factors=["no-such-pack"], **SMALL)
        with tempfile.NamedTemporaryFile() as pack:
            pack.write(b"\xff\xfe")
            pack.flush()
            with self.assertRaises(et.InputError) as bad:
                et.inventory(b"", factors=[pack.name], **SMALL)
        self.assertEqual((bad.exception.code, bad.exception.path), ("INVALID_UTF8", pack.name))

    def test_what_a_file_object_raises_comes_through(self) -> None:
        class Broken(io.RawIOBase):
            def read(self, size: int = -1) -> bytes:
                raise ZeroDivisionError("on purpose")

        with self.assertRaisesRegex(ZeroDivisionError, "on purpose"):
            et.inventory(Broken(), **SMALL)  # type: ignore[arg-type]
        with self.assertRaisesRegex(TypeError, "binary"):
            et.inventory(io.StringIO("date,activity"), **SMALL)  # type: ignore[arg-type]

    def test_other_types_are_refused(self) -> None:
        others: list[object] = [1, 1.5, None, [b"x"], {}]
        for other in others:
            with self.assertRaises(TypeError):
                et.inventory(other, **SMALL)  # type: ignore[arg-type]
        with self.assertRaisesRegex(TypeError, "encode"):
            et.inventory("date,activity,quantity,unit\n", **SMALL)


class Options(unittest.TestCase):
    def test_values_are_judged_by_the_engine(self) -> None:
        cases: list[tuple[dict[str, object], str, str]] = [
            ({"profile": "none"}, "UNKNOWN_VALUE", "/options/profile"),
            ({"gwp": ""}, "CHOICE_MISSING", "/options/gwp"),
            ({"by": ["site,colour"]}, "UNKNOWN_VALUE", "/options/by/0"),
            ({"columns": {"Meter": "metre"}}, "UNKNOWN_VALUE", "/options/columns/0/field"),
            ({"proxy_places": ["VN", "??"]}, "UNKNOWN_PLACE", "/options/proxy_places/1"),
            ({"period": "2025-13"}, "BAD_DATE", "/options/period"),
        ]
        for change, code, path in cases:
            with self.assertRaises(et.InputError) as caught:
                et.inventory(b"", **{**SMALL, **change})  # type: ignore[arg-type]
            self.assertEqual((caught.exception.code, caught.exception.path), (code, path))
            self.assertIsInstance(caught.exception, ValueError)

    def test_types_are_judged_here(self) -> None:
        changes: list[dict[str, object]] = [
            {"proxy_places": "GB"},
            {"by": "site"},
            {"factors": "x.pack"},
            {"proxy_years": 2.0},
            {"proxy_years": True},
            {"period": 2025},
            {"progress": 1},
            {"lines": "yes"},
            {"columns": ["a"]},
        ]
        for change in changes:
            with self.assertRaises(TypeError, msg=str(change)):
                et.inventory(b"", **{**SMALL, **change})  # type: ignore[arg-type]
        with self.assertRaises(TypeError):
            et.inventory(b"", profile="ghg-protocol")  # type: ignore[call-arg]

    def test_columns_views_and_findings(self) -> None:
        ledger = b"When,What,Meter,u\n2023-05-01,electricity,1,kWh\n2023-05-02,electricity,,kWh\n2023-05-03,electricity,,kWh\n"
        columns = {"When": "date", "What": "activity", "Meter": "quantity", "u": "unit"}
        inventory = et.inventory(ledger, columns=columns, by=[("scope", "month"), "gas"], findings=1, row_offset=100, **SMALL)
        self.assertEqual(inventory.views, (("scope", "month"), ("gas",)))
        self.assertEqual(len(inventory.findings), 1)
        self.assertEqual(inventory.findings.column("row"), [103])
        self.assertEqual(inventory.coverage["excluded"], 2)
        with self.assertRaises(et.InputError) as caught:
            inventory.by("month", "scope")
        self.assertIn('by=["month,scope"]', caught.exception.help)

    def test_a_broken_pack_says_which(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.inventory(b"", factors=["+++\nid = 1\n+++\n"], **SMALL)
        self.assertTrue(caught.exception.path.startswith("/factors/0"), caught.exception.path)


class Runs(unittest.TestCase):
    def setUp(self) -> None:
        # A program started in the background may have been told to ignore interrupts.
        self.addCleanup(signal.signal, signal.SIGINT, signal.getsignal(signal.SIGINT))
        signal.signal(signal.SIGINT, signal.default_int_handler)

    def test_progress_is_told_and_can_stop(self) -> None:
        ledger = HEADER + rows(150_000)
        told: list[tuple[int, int]] = []
        et.inventory(ledger, progress=lambda *at: told.append(at), **SMALL)
        # Rows are taken in blocks: told at the first end of a block after each 65,536 rows, and at the end.
        at = [rows for rows, _ in told]
        self.assertEqual(at[-1], 150_000)
        self.assertGreater(len(at), 1)
        self.assertTrue(all(later - earlier >= 65_536 for earlier, later in zip([0, *at], at[:-1], strict=False)), at)
        self.assertEqual(told[-1][1], len(ledger))
        seen: list[int] = []

        def stop(rows: int, size: int) -> bool:
            seen.append(rows)
            return False

        with self.assertRaises(et.Stopped):
            et.inventory(ledger, progress=stop, **SMALL)
        self.assertEqual(seen, at[:1])

    def test_what_progress_raises_comes_through(self) -> None:
        def tell(rows: int, size: int) -> None:
            raise RuntimeError("on purpose")

        with self.assertRaisesRegex(RuntimeError, "on purpose"):
            et.inventory(HEADER + rows(1), progress=tell, **SMALL)

    @unittest.skipUnless(hasattr(os, "mkfifo"), "needs named pipes")
    def test_an_interrupt_ends_a_run_and_other_threads_go_on(self) -> None:
        # The writer is a Python thread: it feeds the run only because the run does not hold the lock.
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "pipe")
            os.mkfifo(path)

            def write() -> None:
                with open(path, "wb", buffering=0) as pipe:
                    pipe.write(HEADER)
                    try:
                        for part in range(1000):
                            if part == 10:
                                _thread.interrupt_main(signal.SIGINT)
                            pipe.write(rows(10_000, part * 10_000))
                    except BrokenPipeError:
                        pass

            writer = threading.Thread(target=write)
            writer.start()
            with self.assertRaises(KeyboardInterrupt):
                et.inventory(path, **SMALL)
            writer.join()

    @unittest.skipUnless(hasattr(os, "mkfifo") and hasattr(signal, "pthread_kill"), "needs named pipes")
    def test_an_interrupt_ends_a_wait_for_data(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "pipe")
            os.mkfifo(path)
            main = threading.get_ident()
            over = threading.Event()

            def write() -> None:
                with open(path, "wb", buffering=0) as pipe:
                    pipe.write(HEADER)
                    while not over.wait(0.5):
                        signal.pthread_kill(main, signal.SIGINT)

            writer = threading.Thread(target=write)
            writer.start()
            interrupted = False
            try:
                et.inventory(path, **SMALL)
            except KeyboardInterrupt:
                interrupted = True
            finally:
                over.set()
            writer.join()
            self.assertTrue(interrupted)

    def test_threads_side_by_side(self) -> None:
        ledger = HEADER + rows(30_000)
        digests: list[str] = []
        threads = [
            threading.Thread(target=lambda: digests.append(et.inventory(ledger, **SMALL).digest)) for _ in range(4)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual((len(digests), len(set(digests))), (4, 1))


class Merge(unittest.TestCase):
    def test_two_halves_are_the_whole(self) -> None:
        head, *body = ENGLISH.read_bytes().splitlines(keepends=True)
        # An identifier that stands in two parts is found in the whole only.
        body = [row for at, row in enumerate(body) if not (row.startswith(b"E-DA-12,") and at > 100)]
        whole = et.inventory(head + b"".join(body), lines=True, **YEAR)
        half = len(body) // 2
        first = et.inventory(head + b"".join(body[:half]), lines=True, **YEAR)
        second = et.inventory(head + b"".join(body[half:]), lines=True, row_offset=half, **YEAR)
        for merged in (first + second, second + first, et.merge([first, second])):
            self.assertEqual(merged.digest, whole.digest)
            self.assertEqual(merged.total, whole.total)
        self.assertEqual((first + second).lines.to_pylist(), whole.lines.to_pylist())
        for name in ("row", "code", "column", "value"):
            self.assertEqual((first + second).findings.column(name), whole.findings.column(name))

    def test_other_choices_cannot_be_merged(self) -> None:
        one = et.inventory(HEADER + rows(1), **SMALL)
        other = et.inventory(HEADER + rows(1), profile="ghg-protocol", gwp="AR6", region="VN")
        for parts in ([one, other], []):
            with self.assertRaises(et.InputError) as caught:
                et.merge(parts)
            self.assertEqual(caught.exception.code, "CANNOT_MERGE")
        with self.assertRaises(TypeError):
            et.merge([one, "x"])  # type: ignore[list-item]
        with self.assertRaises(TypeError):
            one + 1


if __name__ == "__main__":
    unittest.main()
