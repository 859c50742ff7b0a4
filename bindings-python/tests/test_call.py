"""The door of the binding: text in, text out, errors as exceptions. Runs on the installed wheel."""

import copy
import json
import pickle
import threading
import unittest

import emitrace


class Call(unittest.TestCase):
    def test_answers_text_with_sorted_keys(self) -> None:
        text = emitrace.call("capabilities", "{}")
        answer = json.loads(text)
        self.assertIn("capabilities", answer["methods"])
        self.assertEqual(list(answer), sorted(answer))

    def test_version_is_the_engine_version(self) -> None:
        self.assertEqual(json.loads(emitrace.call("capabilities", "{}"))["engine"], emitrace.__version__)

    def test_unknown_method_is_an_input_error(self) -> None:
        with self.assertRaises(emitrace.InputError) as caught:
            emitrace.call("no-such-method", "{}")
        self.assertEqual(caught.exception.code, "UNKNOWN_METHOD")
        self.assertIsInstance(caught.exception, ValueError)
        self.assertTrue(caught.exception.help)
        self.assertIn("UNKNOWN_METHOD", str(caught.exception))

    def test_broken_json_is_an_input_error(self) -> None:
        for request, code in {"": "BAD_JSON", "{": "BAD_JSON", "nul": "BAD_JSON", "[]": "BAD_REQUEST"}.items():
            with self.assertRaises(emitrace.InputError) as caught:
                emitrace.call("capabilities", request)
            self.assertEqual(caught.exception.code, code)

    def test_only_text_is_taken(self) -> None:
        requests: list[object] = [None, 1, 1.5, b"{}", {}]
        for request in requests:
            with self.assertRaises(TypeError):
                emitrace.call("capabilities", request)  # type: ignore[arg-type]

    def test_many_threads_get_one_answer(self) -> None:
        answers: list[str] = []
        threads = [
            threading.Thread(target=lambda: answers.append(emitrace.call("capabilities", "{}"))) for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(answers), 8)
        self.assertEqual(len(set(answers)), 1)


class Errors(unittest.TestCase):
    def test_classes_have_the_bases_of_python(self) -> None:
        for name, base in {"InputError": ValueError, "UnitError": ValueError, "FactorMissing": LookupError}.items():
            self.assertTrue(issubclass(getattr(emitrace, name), (emitrace.Error, base)))
            self.assertTrue(issubclass(getattr(emitrace, name), base))
        self.assertTrue(issubclass(emitrace.InternalError, emitrace.Error))

    def test_an_error_survives_pickle_and_copy(self) -> None:
        error = emitrace.UnitError("no unit `foo`", "UNKNOWN_UNIT", "/rows/0/unit", "write a unit")
        for again in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
            self.assertIs(type(again), emitrace.UnitError)
            self.assertEqual((again.code, again.path, again.help), (error.code, error.path, error.help))
            self.assertEqual(str(again), str(error))


if __name__ == "__main__":
    unittest.main()
