#!/usr/bin/env python3
"""Runs the notebook in a kernel of its own, of this interpreter, without a network.

    python3 run.py            run it and write its outputs
    python3 run.py --check    say whether its outputs are what a run gives

Needs emitrace, pandas, pyarrow, nbclient and ipykernel.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
NOTEBOOK = HERE / "inventory.ipynb"


def executed(path=NOTEBOOK):
    """The notebook as a run of all its cells leaves it. A cell that fails raises."""
    import nbclient
    import nbformat
    from jupyter_client.manager import AsyncKernelManager

    class ThisInterpreter(AsyncKernelManager):
        """The kernel of this very interpreter: no kernel of the user, no configuration of the user."""

        @property
        def kernel_spec(self):
            from jupyter_client.kernelspec import KernelSpec

            arguments = [sys.executable, "-I", "-m", "ipykernel_launcher", "-f", "{connection_file}",
                         "--log-level=ERROR"]
            return KernelSpec(argv=arguments, display_name="Python 3", language="python")

    notebook = nbformat.read(path, as_version=4)
    with tempfile.TemporaryDirectory() as place:
        for name in ("IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
            os.environ[name] = place
        client = nbclient.NotebookClient(
            notebook, timeout=120, kernel_manager_class=ThisInterpreter, resources={"metadata": {"path": str(HERE)}},
            record_timing=False,
        )
        client.execute()
    for cell in notebook.cells:
        cell.metadata.clear()
        if cell["cell_type"] == "code":
            cell["outputs"] = whole(cell["outputs"])
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
        "language_info": {"name": "python"},
    }
    return notebook


def whole(outputs):
    """The outputs with printed text in one piece, however the kernel happened to send it."""
    kept = []
    for output in outputs:
        last = kept[-1] if kept else {}
        if output["output_type"] == "stream" == last.get("output_type") and output["name"] == last["name"]:
            last["text"] += output["text"]
        else:
            kept.append(output)
    return kept


def shown(notebook):
    """What each cell shows: its identifier and its outputs, blank runs made one, so that a frame's margins do not count."""
    def text(output):
        if output["output_type"] == "stream":
            return [("text", output["text"])]
        return sorted((kind, data) for kind, data in output["data"].items())

    return [
        (cell["id"], [(kind, re.sub(r"\s+", " ", data)) for output in cell["outputs"] for kind, data in text(output)])
        for cell in notebook.cells
        if cell["cell_type"] == "code"
    ]


def main():
    import nbformat

    fresh = executed()
    if "--check" in sys.argv[1:]:
        stale = [at for (at, new), (_, old) in zip(shown(fresh), shown(nbformat.read(NOTEBOOK, 4))) if new != old]
        sys.exit(f"outputs are not fresh: {', '.join(stale)}; run python3 {sys.argv[0]}" if stale else 0)
    nbformat.write(fresh, NOTEBOOK)


if __name__ == "__main__":
    main()
