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
import tempfile
import time
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


class Lab:
    """Asks as JupyterLab and VS Code do: a request says in its metadata which cell it runs, and which cells were deleted since the last one."""

    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="layerbook")
        self.client.allow_stdin = False

    def begin(self, cell, code, deleted=(), **content):
        request = self.client.session.msg("execute_request", {"code": code, "silent": False, "store_history": True, "user_expressions": {}, "allow_stdin": False,
                                                              "stop_on_error": True, **content},
                                          metadata={"cellId": cell, "deletedCells": list(deleted), "recordTiming": False})
        self.client.shell_channel.send(request)
        return request["header"]["msg_id"]

    def heard(self, asked, condition=lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle"):
        """All that is published because of a request, until the condition holds of a message."""
        messages = []
        while not messages or not condition(messages[-1]):
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == asked:
                messages.append(message)
        return messages

    def reply(self, asked):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == asked:
                return message["content"]

    def run(self, cell, code, deleted=()):
        """What a cell shows, as text."""
        return "".join(m["content"].get("text", "") + m["content"].get("data", {}).get("text/plain", "") for m in self.heard(self.begin(cell, code, deleted)))

    def ask(self, kind, **content):
        request = self.client.session.msg(kind, content)
        self.client.shell_channel.send(request)
        return self.reply(request["header"]["msg_id"])

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


class AsTheLabAsks(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.lab = Lab()

    @classmethod
    def tearDownClass(cls):
        cls.lab.close()

    def setUp(self):
        self.lab.run("fresh", "/reset")

    def test_a_cell_that_is_run_again_replaces_what_it_added(self):
        run = self.lab.run
        run("a", "input(1, 8, 8)")
        run("b", "conv2d(4, 3)")
        third = self.lab.begin("c", "relu()")
        number = next(m for m in self.lab.heard(third) if m["msg_type"] == "execute_input")["content"]["execution_count"]
        self.assertEqual(run("p", "params()"), "40")
        run("b", "conv2d(4, 3)")
        self.assertEqual(run("p", "params()"), "40")
        self.assertIn(f"stale: In[{number}] built on", run("b", "conv2d(8, 3)"))
        self.assertEqual(run("p", "params()"), "80")
        self.assertIn("2  relu", run("c", "relu()"))
        self.assertEqual(run("p", "params()"), "80")

    def test_what_a_deleted_cell_added_goes(self):
        run = self.lab.run
        run("d1", "input(1, 8, 8)")
        run("d2", "conv2d(4, 3)")
        run("d3", "batchNorm2d()")
        self.assertEqual(run("p", "params()"), "48")
        self.assertEqual(run("p", "params()", deleted=["d3", "never there"]), "40")
        run("d4", "batchNorm2d()")
        said = run("p", "System.out.println(net())", deleted=["d2"])
        self.assertIn("stale: In[", said)
        self.assertNotIn("conv2d", said)

    def test_cells_that_use_what_an_earlier_one_changed_are_said_to_be_stale(self):
        run = self.lab.run
        run("e1", "int hidden = 64")
        run("e2", "input(10)")
        run("e3", "linear(hidden)")
        self.assertRegex(run("e1", "int hidden = 128"), r"stale: In\[\d+\] \(uses hidden\)")
        self.assertNotIn("stale", run("e3", "linear(hidden)"))
        self.assertEqual(run("p", "params()"), "1408")

    def test_all_run_again_and_a_restart_give_the_same(self):
        cells = {"f1": "input(3, 32, 32)", "f2": "conv2d(16, 3, padding(1))\nbatchNorm2d()", "f3": "relu()\nparams()", "f4": "explain(1)"}
        once = [self.lab.run(cell, code) for cell, code in cells.items()]
        self.assertEqual([self.lab.run(cell, code) for cell, code in cells.items()], once)
        other = Lab()
        try:
            self.assertEqual([other.run(cell, code) for cell, code in cells.items()], once)
        finally:
            other.close()

    def test_cells_behind_a_failed_one_are_aborted_if_that_is_wanted(self):
        for wanted, others in ((True, ["aborted"] * 4), (False, ["ok"] * 4)):
            asked = [self.lab.begin(f"g{i}", code, stop_on_error=wanted) for i, code in enumerate(["Thread.sleep(500); int zero = 0; 1 / zero", "1", "2", "3", "4"])]
            self.assertEqual([self.lab.reply(each)["status"] for each in asked], ["error", *others])
        self.assertEqual(self.lab.reply(self.lab.begin("g9", "1"))["status"], "ok")

    def test_who_allows_no_input_is_told_so(self):
        asked = self.lab.begin("h", "new Scanner(System.in).nextLine()")
        reply = self.lab.reply(asked)
        self.assertEqual(reply["status"], "error")
        self.assertIn("nobody can be asked for input here", "".join(m["content"].get("text", "") for m in self.lab.heard(asked)) + str(reply))

    def test_a_silent_request_says_nothing_and_counts_nothing(self):
        before = self.lab.reply(self.lab.begin("i", "1"))["execution_count"]
        asked = self.lab.begin("i", "int quiet = 5; System.out.println(1); quiet * 2", silent=True, store_history=False, user_expressions={"five": "quiet", "bad": "quiet / 0"})
        reply = self.lab.reply(asked)
        self.assertEqual([m["msg_type"] for m in self.lab.heard(asked)], ["status", "status"])
        self.assertEqual(reply["execution_count"], before)
        self.assertEqual(reply["user_expressions"]["five"]["data"], {"text/plain": "5"})
        self.assertEqual(reply["user_expressions"]["bad"]["ename"], "ArithmeticException")
        self.assertEqual(self.lab.reply(self.lab.begin("i", "2", store_history=False))["execution_count"], before)
        tail = self.lab.ask("history_request", hist_access_type="tail", n=2, output=False, raw=True)["history"]
        self.assertEqual(tail[-1][2], "1")

    def test_a_thread_that_prints_later_prints_to_its_own_cell(self):
        first = self.lab.begin("j1", 'new Thread(() -> { try { Thread.sleep(1500); } catch (InterruptedException e) { } System.out.println("late"); }).start();')
        self.lab.reply(first)
        second = self.lab.begin("j2", 'System.out.println("second")')
        self.assertEqual(self.lab.reply(second)["status"], "ok")
        late = self.lab.heard(first, lambda m: m["msg_type"] == "stream")[-1]
        self.assertEqual(late["content"]["text"], "late\n")

    def test_completions_carry_types_and_signatures(self):
        def complete(code, cursor=None):
            reply = self.lab.ask("complete_request", code=code, cursor_pos=len(code) if cursor is None else cursor)
            for each in reply["metadata"]["_jupyter_types_experimental"]:
                self.assertEqual((each["start"], each["end"]), (reply["cursor_start"], reply["cursor_end"]))
            typed = {each["text"]: each for each in reply["metadata"]["_jupyter_types_experimental"]}
            self.assertEqual(list(typed), reply["matches"])
            return reply, typed
        reply, typed = complete("conv2")
        self.assertEqual((typed["conv2d("]["type"], reply["cursor_start"], reply["cursor_end"]), ("function", 0, 5))
        self.assertIn("outChannels", typed["conv2d("]["signature"])
        _, typed = complete("conv2d(3, 16, 3, pad")
        self.assertEqual(typed["padding("]["type"], "param")
        self.lab.run("k", 'String word = "abc"\nint number = 3')
        _, typed = complete("wor")
        self.assertEqual((typed["word"]["type"], typed["word"]["signature"]), ("instance", "String word"))
        _, typed = complete("word.leng")
        self.assertEqual(typed["word.length()" if "word.length()" in typed else "length()"]["type"], "function")
        reply, typed = complete('String face = "\U0001F600"; conv2')
        self.assertEqual((reply["cursor_start"], reply["cursor_end"]), (19, 24), "one position for one character, whatever it is made of")
        self.assertIn("conv2d(", typed)
        reply, typed = complete("batchNor2d", cursor=8)
        self.assertIn("batchNorm2d(", typed)
        self.assertEqual(complete('"conv2')[0]["matches"], [])
        self.assertEqual(complete("// conv2")[0]["matches"], [])
        self.assertIn("/flops", complete("/flo")[0]["matches"])
        self.assertIn("%flops", complete("%flo")[0]["matches"])

    def test_inspection_has_two_levels(self):
        short = self.lab.ask("inspect_request", code="x.then(conv2d(3, 16, 3))", cursor_pos=10, detail_level=0)
        full = self.lab.ask("inspect_request", code="x.then(conv2d(3, 16, 3))", cursor_pos=10, detail_level=1)
        self.assertTrue(short["found"] and full["found"])
        self.assertLess(len(short["data"]["text/plain"]), len(full["data"]["text/plain"]))
        self.assertIn("conv2d", short["data"]["text/plain"])
        self.assertFalse(self.lab.ask("inspect_request", code="nothingLikeThis", cursor_pos=3, detail_level=0)["found"])

    def test_history_by_range_search_and_tail(self):
        for code in ("int alpha = 1", "int beta = 2", "int alpha = 1"):
            self.lab.reply(self.lab.begin("l", code))
        ask = lambda **what: [each[2] for each in self.lab.ask("history_request", raw=True, **what)["history"]]
        self.assertEqual(ask(output=False, hist_access_type="tail", n=3), ["int alpha = 1", "int beta = 2", "int alpha = 1"])
        self.assertEqual(ask(output=False, hist_access_type="search", pattern="int alpha*", n=10).count("int alpha = 1"), 2)
        self.assertEqual(ask(output=False, hist_access_type="search", pattern="int alpha*", n=10, unique=True).count("int alpha = 1"), 1)
        last = self.lab.ask("history_request", raw=True, output=True, hist_access_type="tail", n=1)["history"][0]
        self.assertEqual(last[2], ["int alpha = 1", "alpha ==> 1"])
        session, line = last[0], last[1]
        self.assertEqual(ask(output=False, hist_access_type="range", session=0, start=line - 1, stop=line + 1), ["int beta = 2", "int alpha = 1"])
        self.assertEqual(ask(output=False, hist_access_type="range", session=session, start=line, stop=line + 1), ["int alpha = 1"])

    def test_what_is_complete(self):
        status = lambda code: self.lab.ask("is_complete_request", code=code)
        self.assertEqual(status("for (int i = 0; i < 3; i++) {"), {"status": "incomplete", "indent": "    "})
        self.assertEqual(status("x = = 3")["status"], "invalid")
        self.assertEqual(status("conv2d(16, 3)")["status"], "complete")


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


class LeavesNothingBehind(unittest.TestCase):
    @staticmethod
    def runs(pid):
        try:
            with open(f"/proc/{pid}/stat") as stat:
                return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
        except OSError:
            return False

    def ends(self, pid):
        until = time.monotonic() + PATIENCE
        while self.runs(pid) and time.monotonic() < until:
            time.sleep(0.05)
        self.assertFalse(self.runs(pid), "the kernel is still there")

    def test_no_file_and_no_process_after_a_shutdown(self):
        with tempfile.TemporaryDirectory(prefix="layerbook-") as place:
            manager, client = start_new_kernel(kernel_name="layerbook", env={**os.environ, "LAYERBOOK_JAVA_OPTIONS": "-Djava.io.tmpdir=" + place})
            pid = manager.provisioner.process.pid
            client.execute_interactive('input(3, 32, 32)\nconv2d(16, 3)\nchart()\nnew Thread(() -> { while (true) { } }).start()', output_hook=lambda message: None, timeout=PATIENCE)
            client.shutdown()
            self.ends(pid)
            client.stop_channels()
            manager.cleanup_resources()
            self.assertEqual(os.listdir(place), [])

    def test_a_kernel_whose_front_end_was_killed_ends(self):
        front = subprocess.Popen(["/usr/bin/python3", "-c", "import time; from jupyter_client.manager import start_new_kernel as start; m, c = start(kernel_name='layerbook'); "
                                  "c.execute('while (true) { }'); print(m.provisioner.process.pid, flush=True); time.sleep(1000)"], stdout=subprocess.PIPE, text=True)
        pid = int(front.stdout.readline())
        self.assertTrue(self.runs(pid))
        front.kill()
        front.wait()
        front.stdout.close()
        self.ends(pid)


if __name__ == "__main__":
    scratch.install()
    unittest.main(argv=sys.argv[:1], verbosity=2)
