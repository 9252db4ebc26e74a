#!/usr/bin/python3
"""Anything may be printed, by real processes and to every face: a million lines, a line of 100 MB, bytes of no meaning, sequences that steer a terminal,
halves of characters, text from right to left. Nothing hangs, memory is bounded, and whatever is written can be read.

Usage: repl/it/output_test.py [LAUNCHER]
Needs Debian's python3-jupyter-client and python3-nbformat. (What a terminal shows of it is looked at by terminal.py.)
"""
import html.parser
import json
import os
import subprocess
import sys
import tempfile
import time
import unittest

import nbformat

import scratch
from interrupt_test import Front
from memory import memory

PATIENCE = 120
MOST_MEMORY = 700  # MB; a page of all that follows takes 500
KEPT = 8_000_000
LEFT_OUT = "this cell has shown more than 8,000,000 characters: the rest is left out"

# The name of each cell, what it says, and what must be found of what it shows.
CELLS = {
    "lines": ("for (int i = 0; i < 1_000_000; i++) System.out.println(i + \" of many\")", "0 of many\n1 of many\n"),
    "one line": ('System.out.println("x".repeat(100_000_000))', "x" * 1000),
    "bytes": ("var bytes = new byte[1_000_000]; new Random(1).nextBytes(bytes); System.out.write(bytes, 0, bytes.length); System.out.println();", "\ufffd"),
    "sequences": (r'System.out.println("\033[2J\033]0;taken\007\033[31mred\033[0m")', "red"),
    "halves": (r'System.out.println("a\ud800b\udc00c\ud83d\ude00")', "a\ufffdb\ufffdc\U0001f600\n"),
    "right to left": (r'System.out.println("\u05e9\u05dc\u05d5\u05dd")', "\u05e9\u05dc\u05d5\u05dd\n"),
    "errors": ('for (int i = 0; i < 100_000; i++) System.err.println("error " + i)', "error 0\nerror 1\n"),
    "both": ('for (int i = 0; i < 20_000; i++) { System.out.print("o"); System.err.print("e"); }', ""),
    "threads": ('var printers = IntStream.range(0, 8).mapToObj(n -> new Thread(() -> { for (int i = 0; i < 5_000; i++) System.out.println("t" + n + "." + i); })).toList();\n'
                "printers.forEach(Thread::start);\nfor (var each : printers) each.join();", "t7.4999\n"),
    "value": (r'"a\ud800".repeat(10_000_000)', r'"a\ud800a'),
    "value of lines": (r'new Object() { @Override public String toString() { return "\ud800y\n".repeat(1_000_000); } }', "\ufffdy\n\ufffdy\n"),
    "shown": ('display("<p>shown</p>".repeat(10_000_000), "text/html")', LEFT_OUT),
}
FAILING = {
    "message": (r'throw new IllegalStateException("m\ud800".repeat(10_000_000))', "m\ufffdm\ufffd"),
    "name": ('own("n".repeat(1_000_000), relu())', "at most 200 characters"),
}
SAME_EACH_TIME = [name for name in CELLS if name not in ("threads", "errors", "both")]


def notebook(folder, names, cells):
    path = os.path.join(folder, "printed.jsh")
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join("// %%%% %s%s\n%s\n" % (name, ' tags=["raises-exception"]' if name in FAILING else "", cells[name][0]) for name in names))
    return path


class Done:
    """A run of the program that has ended: its exit code, what it wrote, seconds, and the most memory in MB."""

    def __init__(self, what, arguments, stdin=b""):
        begun = time.monotonic()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            given.write(stdin)
            given.seek(0)
            environment = {**os.environ, "LC_ALL": "C.UTF-8", "LAYERBOOK_ARCHIVE": "off"}
            process = subprocess.Popen([scratch.LAUNCHER, *arguments], stdin=given, stdout=out, stderr=err, env=environment)
            self.memory = 0
            while process.poll() is None:
                self.memory = max(self.memory, memory(process.pid))
                if time.monotonic() - begun > PATIENCE:
                    process.kill()
                    process.wait()
                    raise AssertionError(what + " hangs")
                time.sleep(0.05)
            out.seek(0)
            err.seek(0)
            self.out, self.err = out.read().decode("utf-8"), err.read().decode("utf-8")  # fails where it is no UTF-8
        self.code = process.returncode
        print(f"{time.monotonic() - begun:6.1f} s {self.memory:5d} MB  {what}", flush=True)
        if self.memory > MOST_MEMORY:
            raise AssertionError(f"{what} takes {self.memory} MB")


class Page(html.parser.HTMLParser):
    """Text of a page; each element that is opened has to be closed."""

    def __init__(self, page):
        super().__init__()
        self.open, self.text = [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        if tag not in ("meta", "img", "br", "link", "hr", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.text.append(data)


class AnythingMayBePrinted(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="layerbook output ")
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def file(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.file(name), encoding="utf-8", newline="") as file:
            return file.read()

    def has(self, text, cells):
        for name, (_, found) in cells.items():
            if found not in text:
                self.fail(name + " is not in what was written")

    def test_statements_through_a_pipe(self):
        for cells, code in ((CELLS, 0), (FAILING, 1)):
            done = Done("through a pipe", [], "\n".join(code for code, _ in cells.values()).encode() + b"\n")
            self.assertEqual(done.code, code)
            said = (done.out + done.err)
            self.has(said, {name: each for name, each in cells.items() if name != "shown"})
            self.assertLess(len(said) if code else len(done.err), 2_000_000)
            if not code:
                self.assertIn("999999 of many\n", done.out, "a pipe gets all of it")
                self.assertIn("x" * 100_000_000, done.out)

    def test_run_as_text(self):
        done = Done("run", ["run", notebook(self.folder, CELLS, CELLS)])
        self.assertEqual(done.code, 0)
        self.has(done.out, {name: each for name, each in CELLS.items() if name != "shown"})
        self.assertIn("999999 of many\n", done.out)

    def test_two_notebooks_at_once_show_what_is_kept(self):
        path = notebook(self.folder, ["lines", "one line", "halves"], CELLS)
        done = Done("run, two at once", ["run", path, path])
        self.assertEqual((done.code, done.out.count(LEFT_OUT)), (0, 4))
        self.assertLess(len(done.out), 2 * (3 * KEPT))

    def test_run_as_json(self):
        all_cells = {**CELLS, **FAILING}
        done = Done("run --json", ["run", "--json", notebook(self.folder, all_cells, all_cells)])
        objects = {each["cell"]: each for each in map(json.loads, done.out.splitlines())}
        self.assertEqual(list(objects), list(all_cells))
        self.assertEqual((len(objects["one line"]["stdout"]), objects["one line"]["warnings"]), (KEPT, [LEFT_OUT]))
        self.assertEqual(objects["halves"]["stdout"], "a\ufffdb\ufffdc\U0001f600\n")
        self.assertLess(max(len(str(each["value"])) + len(str(each["error"])) for each in objects.values()), 10_000)
        json.dumps(list(objects.values()), ensure_ascii=False).encode("utf-8")

    def test_pages_and_notebooks(self):
        done = Done("run --html --md --ipynb", ["run", "--html", self.file("p.html"), "--md", self.file("p.md"), "--ipynb", self.file("p.ipynb"), notebook(self.folder, CELLS, CELLS)])
        self.assertEqual((done.code, done.err), (0, ""))
        written = nbformat.read(self.file("p.ipynb"), as_version=4)
        nbformat.validate(written)
        nbformat.writes(written).encode("utf-8")
        page = Page(self.read("p.html"))
        self.assertEqual(page.open, [])
        for text in ("".join(page.text), self.read("p.md"), json.dumps(written.cells, ensure_ascii=False).replace("\\n", "\n").replace('\\"', '"').replace("\\\\", "\\")):
            self.has(text.replace('",\n    "', ""), {name: each for name, each in CELLS.items() if name not in ("lines", "errors", "value of lines", "halves")})
            self.assertEqual(text.count(LEFT_OUT), 3)
        for name in ("p.html", "p.md", "p.ipynb"):
            self.assertLess(os.path.getsize(self.file(name)), 60_000_000)

    def test_what_is_stored_is_short_and_agrees(self):
        path = notebook(self.folder, SAME_EACH_TIME, CELLS)
        self.assertEqual(Done("run --update", ["run", "--update", path]).code, 0)
        self.assertLess(os.path.getsize(path), 600_000)
        stored = self.read("printed.jsh")
        self.assertIn("lines left out", stored)
        self.assertIn("characters left out", stored)
        self.assertEqual(Done("run --check", ["run", "--check", path]).code, 0)
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(stored.replace('println(i + " of many")', 'println(i + (i == 500_000 ? " in many" : " of many"))'))
        other = Done("run --check, one of a million lines changed", ["run", "--check", path])
        self.assertEqual(other.code, 1)
        self.assertLess(len(other.out), 10_000)

    def test_a_lesson(self):
        some = {name: CELLS[name] for name in ("lines", "bytes", "halves", "value")}
        done = Done("learn", ["learn", notebook(self.folder, some, some)], b"\n" * 20)
        self.assertEqual(done.code, 0)
        self.has(done.out, some)

    def test_threads_that_print_on(self):
        path = self.file("late.jsh")
        with open(path, "w") as file:
            file.write('// %%\nnew Thread(() -> { while (true) System.out.println("on and on"); }).start()\n\n// %%\n1 + 1\n')
        done = Done("run --json, a thread prints on", ["run", "--json", path])
        self.assertEqual([json.loads(line)["ok"] for line in done.out.splitlines()], [True, True])
        self.assertEqual(Done("run --ipynb, a thread prints on", ["run", "--ipynb", self.file("late.ipynb"), path]).out, "wrote " + self.file("late.ipynb") + "\n")
        nbformat.validate(nbformat.read(self.file("late.ipynb"), as_version=4))


class NobodyTakesTheOutput(unittest.TestCase):
    FACES = {"statements": ([], b"1 + 1\n"), "run": (["run", scratch.path("one.jsh")], b""), "run --json": (["run", "--json", scratch.path("one.jsh")], b""),
             "learn": (["learn"], b""), "a lesson": (["learn", "1"], b"\n\n\n"), "doctor": (["doctor"], b""), "help": (["run", "--help"], b"")}

    @classmethod
    def setUpClass(cls):
        with open(scratch.path("one.jsh"), "w") as file:
            file.write("// %%\n1 + 1\n")

    def test_a_full_disk_is_said_and_fails(self):
        for name, (arguments, stdin) in self.FACES.items():
            with self.subTest(name), open("/dev/full", "wb") as full:
                done = subprocess.run([scratch.LAUNCHER, *arguments], input=stdin, stdout=full, stderr=subprocess.PIPE, timeout=PATIENCE)
                self.assertEqual(done.returncode, 2)
                self.assertIn(b"layerbook: the output cannot be written (No space left on device)", done.stderr)

    def test_a_reader_who_has_had_enough_ends_it_quietly(self):
        endless = 'while (true) System.out.println("on and on")'
        with open(scratch.path("endless.jsh"), "w") as file:
            file.write("// %%\n" + endless + "\n")
        for name, arguments, stdin in (("statements", [], endless + "\n"), ("run", ["run", scratch.path("endless.jsh")], ""), ("a lesson", ["learn", scratch.path("endless.jsh")], "\n\n\n")):
            with self.subTest(name):
                process = subprocess.Popen([scratch.LAUNCHER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
                process.stdin.write(stdin.encode())
                process.stdin.close()
                process.stdout.readline()
                process.stdout.close()
                self.assertEqual(process.wait(PATIENCE), 141, "128 and the number of SIGPIPE")
                self.assertEqual(process.stderr.read(), b"")
                process.stderr.close()


class TheKernelPrints(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.front = Front()
        cls.front.run("int kept = 7")

    @classmethod
    def tearDownClass(cls):
        cls.front.close()

    def memory(self):
        return memory(self.front.manager.provisioner.process.pid)

    def test_every_cell(self):
        for name, (code, found) in {**CELLS, **FAILING}.items():
            with self.subTest(name):
                reply, said = self.front.run(code)
                said += reply.get("evalue", "") + "".join(reply.get("traceback", []))
                self.assertEqual(reply["status"], "error" if name in FAILING else "ok")
                self.assertIn(found, said)
                self.assertLess(len(said), KEPT + 1000)
                said.encode("utf-8")
        print(f"         {self.memory():5d} MB  the kernel", flush=True)
        self.assertTrue(0 < self.memory() < MOST_MEMORY)

    def test_shows_without_an_end(self):
        reply, said = self.front.run("for (int i = 0; i < 100_000; i++) display(i)")
        self.assertEqual(reply["status"], "ok")
        self.assertIn("more than 10,000 outputs: the rest is left out", said)

    def test_the_next_cell_is_as_ever(self):
        self.assertEqual(self.front.run("kept + 0")[1].strip(), "7")


if __name__ == "__main__":
    scratch.install()
    unittest.main(argv=sys.argv[:1], verbosity=2)
