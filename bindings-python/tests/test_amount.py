"""Numbers enter exactly or not at all. Runs on the installed wheel."""

import decimal
import unittest
from decimal import Decimal

import emitrace


class Amount(unittest.TestCase):
    def test_exact_types_are_read(self) -> None:
        values: dict[str, Decimal | int | str] = {"1.1": "1.10", "12": 12, "-0.3": Decimal("-0.30"), "1000": Decimal("1E+3")}
        for text, value in values.items():
            result = emitrace.amount(value)
            self.assertIs(type(result), Decimal)
            self.assertEqual(str(result), text)

    def test_the_context_of_decimal_does_not_round(self) -> None:
        with decimal.localcontext() as context:
            context.prec = 3
            self.assertEqual(str(emitrace.amount("1234.5678")), "1234.5678")
            self.assertEqual(str(emitrace.amount(Decimal("1234.5678"))), "1234.5678")

    def test_floats_and_others_are_refused(self) -> None:
        others: list[object] = [0.1, float("nan"), True, None, b"1", [1]]
        for value in others:
            with self.assertRaises(TypeError):
                emitrace.amount(value)  # type: ignore[arg-type]
        with self.assertRaisesRegex(TypeError, "float"):
            emitrace.amount(0.1)  # type: ignore[arg-type]

    def test_a_class_under_decimal_cannot_lie_about_its_text(self) -> None:
        class Liar(Decimal):
            def __str__(self) -> str:
                return "7"

        self.assertEqual(emitrace.amount(Liar("1.5")), Decimal("1.5"))

    def test_what_is_not_exact_is_an_input_error(self) -> None:
        values: dict[Decimal | str, str] = {
            "1.2345678901234567890123456789": "PRECISION_EXCEEDED",
            "1" * 30: "NUMBER_OUT_OF_RANGE",
            "": "MISSING_VALUE",
            "1_000": "BAD_CHAR_IN_NUMBER",
            Decimal("NaN"): "NOT_FINITE",
            Decimal("Infinity"): "NOT_FINITE",
        }
        for value, code in values.items():
            with self.assertRaises(emitrace.InputError) as caught:
                emitrace.amount(value)
            self.assertEqual(caught.exception.code, code, value)


if __name__ == "__main__":
    unittest.main()
