#!/usr/bin/python3
"""Runs a notebook with nbclient and with nbconvert, types into jupyter console on a pseudo-terminal, and installs the kernel as others will.

Usage: repl/it/clients_test.py [LAUNCHER]
Needs Debian's jupyter-nbconvert, python3-nbclient, jupyter-console, python3-pexpect.
"""
import json
import os
import re
import subprocess
import sys
import unittest

import nbclient
import nbformat
import pexpect
from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.manager import start_new_kernel

import scratch

PATIENCE = 60
CELLS = ["input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu()", "explain(1)", "var total = params()\nSystem.out.println(total)", "%flops all", "check(total == 448)"]


def notebook(cells, **metadata):
    return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(c) for c in cells],
                                    metadata={"kernelspec": {"name": "layerbook", "display_name": "Layerbook", "language": "java"}, **metadata})


class Nbclient(unittest.TestCase):
    def test_a_notebook_runs_from_top_to_bottom(self):
        book = nbclient.execute(notebook(CELLS), timeout=PATIENCE)
        nbformat.validate(book)
        first, second, third, fourth, fifth = (cell.outputs for cell in book.cells)
        self.assertIn("<table", first[0].data["text/html"])
        self.assertIn("\\begin{aligned}", second[0].data["text/latex"])
        self.assertEqual([o.text for o in third if o.output_type == "stream"], ["448\n"])
        self.assertIn("TORCHINFO", fourth[0].data["text/plain"])
        self.assertEqual(fifth, [])
        self.assertEqual([cell.execution_count for cell in book.cells], [1, 2, 3, 4, 5])
        self.assertEqual(book.metadata.language_info.file_extension, ".java")

    def test_a_failed_cell_ends_the_run_and_says_where(self):
        with self.assertRaises(nbclient.exceptions.CellExecutionError) as failed:
            nbclient.execute(notebook(["int zero = 0", "int one = 1\none / zero", "1"]), timeout=PATIENCE)
        self.assertEqual((failed.exception.ename, failed.exception.evalue), ("ArithmeticException", "/ by zero"))
        plain = re.sub("\x1b\\[[0-9;]*m", "", str(failed.exception))
        self.assertRegex(plain, r"Cell In\[2\], line 2")

    def test_a_cell_that_takes_too_long_is_interrupted(self):
        book = notebook(["while (true) { }", "6 * 7"])
        nbclient.execute(book, timeout=3, interrupt_on_timeout=True, allow_errors=True)
        self.assertEqual(book.cells[0].outputs[0].ename, "Interrupted")
        self.assertEqual(book.cells[1].outputs[0].data["text/plain"], "42")


class AsTheLabAsks(unittest.TestCase):
    """JupyterLab says in the metadata of a request which cell it is."""

    def test_a_cell_that_is_run_again_replaces_what_it_added(self):
        manager, client = start_new_kernel(kernel_name="layerbook")
        try:
            def run(cell, code):
                request = client.session.msg("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                                                                 "stop_on_error": True}, metadata={"cellId": cell, "deletedCells": [], "recordTiming": False})
                client.shell_channel.send(request)
                shown = []
                while True:
                    message = client.get_iopub_msg(timeout=PATIENCE)
                    if message["parent_header"].get("msg_id") != request["header"]["msg_id"]:
                        continue
                    if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                        return "".join(shown)
                    content = message["content"]
                    shown.append(content.get("text", "") + content.get("data", {}).get("text/plain", ""))
            run("a", "input(1, 8, 8)")
            run("b", "conv2d(4, 3)")
            run("c", "relu()")
            self.assertEqual(run("p", "params()"), "40")
            run("b", "conv2d(4, 3)")
            self.assertEqual(run("p", "params()"), "40")
            self.assertRegex(run("b", "conv2d(8, 3)"), r"stale: In\[3\]")
            self.assertEqual(run("p", "params()"), "80")
            self.assertIn("2  relu", run("c", "relu()"))
            self.assertEqual(run("p", "params()"), "80")
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


class Nbconvert(unittest.TestCase):
    def test_it_executes_and_writes_a_page(self):
        source = scratch.path("one.ipynb")
        nbformat.write(notebook(CELLS), source)
        ran = subprocess.run(["/usr/bin/jupyter", "nbconvert", "--to", "html", "--execute", source], capture_output=True, text=True, timeout=4 * PATIENCE)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        with open(scratch.path("one.html"), encoding="utf-8") as page:
            text = page.read()
        self.assertIn("conv2d 3→16 k3 p1", text)
        self.assertIn("layerbook", text)


class Console(unittest.TestCase):
    """What a person types is echoed with cursor movements in between: only what the kernel answers is looked for."""

    def test_typed_into_a_terminal(self):
        console = pexpect.spawn("/usr/bin/jupyter", ["console", "--kernel", "layerbook", "--simple-prompt"], encoding="utf-8", timeout=PATIENCE,
                                dimensions=(50, 110), env={**os.environ, "TERM": "xterm"})
        try:
            console.expect(r"Layerbook [\d.]+")
            console.expect(r"In \[1\]")
            console.sendline("input(3, 32, 32)")
            console.expect("N×3×32×32")
            console.expect(r"In \[2\]")
            console.sendline("conv2d(16, 3, padding(1))")
            console.expect("884,736")
            console.expect(r"In \[3\]")
            console.sendline("linear(7, 5)")
            console.expect("does not fit its input")
            console.expect(r"In \[4\]")
            console.sendline("new Scanner(System.in).nextLine()")
            console.expect(r"\r\n")
            console.sendline("Ada")
            console.expect('"Ada"')
            console.expect(r"In \[5\]")
            console.sendline("/exit")
            console.expect(pexpect.EOF)
        finally:
            console.close(force=True)


class Installed(unittest.TestCase):
    """The kernel as it is told to Jupyter: by which words, from where, for whom; and taken back without a trace."""

    def layerbook(self, *words):
        return subprocess.run([scratch.LAUNCHER, "jupyter", *words], capture_output=True, text=True, timeout=PATIENCE)

    def spec(self, folder):
        with open(os.path.join(folder, "kernel.json"), encoding="utf-8") as file:
            return json.load(file)

    def test_prefix_and_name(self):
        prefix = scratch.path("a prefix")
        self.assertEqual(self.layerbook("install", "--prefix", prefix, "--name", "layers-2").returncode, 0)
        kernels = os.path.join(prefix, "share", "jupyter", "kernels")
        self.assertEqual(sorted(os.listdir(os.path.join(kernels, "layers-2"))), ["kernel.js", "kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"])
        spec = self.spec(os.path.join(kernels, "layers-2"))
        self.assertEqual((spec["language"], spec["interrupt_mode"]), ("java", "message"))
        self.assertTrue(os.access(spec["argv"][0], os.X_OK), spec)
        self.assertEqual(self.layerbook("uninstall", "--prefix", prefix, "--name", "layers-2").returncode, 0)
        self.assertEqual(os.listdir(kernels), [])

    def test_jupyter_lists_it(self):
        self.assertIn("layerbook", KernelSpecManager().find_kernel_specs())

    def test_what_cannot_be_done_is_said(self):
        self.assertEqual(self.layerbook("install", "--name", "../evil").returncode, 2)
        self.assertEqual(self.layerbook("install", "--sideways").returncode, 2)
        self.assertEqual(self.layerbook("uninstall", "--name", "never-there").returncode, 0)

    def test_nothing_is_left_in_the_runtime_directory(self):
        book = notebook(["1"])
        nbclient.execute(book, timeout=PATIENCE)
        self.assertEqual([f for f in os.listdir(scratch.path("runtime")) if f.startswith("kernel-")], [])


if __name__ == "__main__":
    scratch.install()
    unittest.main(argv=sys.argv[:1], verbosity=2)
