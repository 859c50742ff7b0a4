"""Networks of processes: plans, figures, bounds, faults, and what is taken apart."""

import io
import unittest
from decimal import Decimal

import emitrace as et

PROCESSES = b"process,own_kg_co2e,own_kg_ch4\nmelt,150,0.5\nmill,63,0\n"
FLOWS = b"consumer,supplier,amount\nmill,melt,1.05\nmelt,mill,0.02\n"
MILL = Decimal("225.229826353421859039")


class Supply(unittest.TestCase):
    def test_a_plan_is_evaluated_again_and_again(self) -> None:
        plan = et.supply_plan(PROCESSES, io.BytesIO(FLOWS))
        self.assertEqual((plan.processes, plan.flows, plan.loops, plan.largest_loop), (2, 2, 1, 2))
        self.assertEqual((plan.own, plan.ids), (["own_kg_co2e", "own_kg_ch4"], ["melt", "mill"]))
        self.assertEqual(plan.evaluate("own_kg_co2e")["mill"], MILL)
        self.assertEqual(plan.evaluate([150, Decimal(63)])["mill"], MILL)
        self.assertEqual(plan.evaluate({"mill": "63", "melt": "150"})["mill"], MILL)
        self.assertEqual(plan.evaluate([0, 0])["mill"], Decimal(0))
        bound = plan.bound("mill")
        assert bound is not None
        self.assertTrue(0 < bound <= plan.largest_bound < Decimal("1e-17"))

    def test_lists_and_tuples_are_tables_too(self) -> None:
        flows = [("mill", "melt", Decimal("1.05")), ("melt", "mill", Decimal("0.02"))]
        plan = et.supply_plan(["melt", "mill"], flows)
        figures = plan.evaluate(["150", "63"])
        self.assertEqual(figures.table.column("embedded")[1], MILL)
        self.assertEqual(figures.table.types, ("Utf8", "Decimal128(38, 18)"))
        odd = et.supply_plan(['a "b", c'], [])
        self.assertEqual(odd.ids, ['a "b", c'])

    def test_faults_are_findings_and_keep_figures_back(self) -> None:
        plan = et.supply_plan(["a", "b"], [("b", "a", "-1"), ("b", "nobody", 1)])
        self.assertEqual(plan.findings["flows"].column("code"), ["NEGATIVE_QUANTITY", "UNKNOWN_REFERENCE"])
        figures = plan.evaluate([1, -2])
        self.assertEqual((figures["a"], figures["b"], plan.bound("b")), (Decimal(1), None, None))
        self.assertIn("NEGATIVE_QUANTITY", figures.faults[0])
        credited = et.supply_plan(["a", "b"], [("b", "a", "-1")], credits=True)
        self.assertEqual(credited.evaluate([1, 2])["b"], Decimal(1))

    def test_what_no_number_is_is_refused(self) -> None:
        plan = et.supply_plan(["a"], [])
        for wrong, error in [([0.5], TypeError), ([True], TypeError), ("own_kg", KeyError), ({"z": 1}, KeyError)]:
            with self.assertRaises(error):
                plan.evaluate(wrong)
        with self.assertRaises(TypeError):
            et.supply_plan(["a"], [("a", "a", 0.5)])  # type: ignore[list-item]
        with self.assertRaises(TypeError):
            et.supply_plan([1], [])  # type: ignore[list-item]
        with self.assertRaises(et.InputError) as caught:
            et.supply_plan(b"id\na\n", b"consumer,supplier\n")
        self.assertEqual((caught.exception.code, caught.exception.path), ("MISSING_COLUMN", "/flows"))

    def test_a_figure_is_taken_apart(self) -> None:
        part = et.supply_explain(PROCESSES, FLOWS, "mill", depth=2)
        together = Decimal(part["own"]) + Decimal(part["inputs"][0]["contribution"]) - Decimal(part["rounded_off"])
        self.assertEqual((together, Decimal(part["figure"])), (MILL, MILL))
        self.assertEqual(part["inputs"][0]["process"]["process"], "melt")


if __name__ == "__main__":
    unittest.main()
