"""The energy of a ledger. Runs on the installed wheel."""

import json
import unittest

import emitrace as et

LEDGER = b"""id,date,activity,quantity,unit,instrument,factor
1,2023-05-31,electricity,1250,kWh,,
2,2023-05-31,anthracite-stationary,10,t,,
3,2023-05-31,steam,5,t,,
"""
CHOICES = {"profile": "vn-circular-38", "gwp": "AR5", "region": "VN"}


class Energy(unittest.TestCase):
    def test_carriers(self) -> None:
        account = et.energy_account(LEDGER, **CHOICES)  # type: ignore[arg-type]
        cells = [(cell["carrier"], cell["renewable"], cell["figure"]["gj"]) for cell in account.cells]
        self.assertEqual(cells, [("electricity", "non-renewable", "4.5"), ("fuels", "non-renewable", "267")])
        self.assertIn("Energy account", account.table())
        self.assertIn("Tài khoản năng lượng", account.html("vi"))
        self.assertEqual(json.loads(account.to_json()), account.to_dict())

    def test_a_view_by_gas_is_refused(self) -> None:
        with self.assertRaises(et.InputError) as caught:
            et.energy_account(LEDGER, by=["gas"], **CHOICES)  # type: ignore[arg-type]
        self.assertEqual((caught.exception.code, caught.exception.path), ("UNKNOWN_VALUE", "/options/by"))


if __name__ == "__main__":
    unittest.main()
