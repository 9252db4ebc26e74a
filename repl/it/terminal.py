#!/usr/bin/env python3
"""What a person sees who types into a real terminal: sessions in tmux, held to golden screens in repl/it/screens.

Usage: repl/it/terminal.py [--renew] [NAME ...]     runs all sessions, or those whose names begin so; --renew writes the screens anew
       repl/it/terminal.py --readme                 writes the first two minutes into the README
Needs tmux.
"""
import os
import re
import signal
import subprocess
import sys
import tempfile

from memory import memory
from tmux import HERE, LAUNCHER, PROMPT, Window, end, run

README = os.path.join(HERE, "..", "..", "README.md")
BEGIN = "<!-- the first two minutes, written by repl/it/terminal.py --readme -->\n"
END = "<!-- /the first two minutes -->\n"
ARTICLE = ["input(3, 32, 32)", "conv2d(16, 3, padding(1))", "batchNorm2d()", "relu()", "maxPool2d(2, 2)", "conv2d(32, 3, padding(1))",
           "batchNorm2d()", "relu()", "maxPool2d(2, 2)", "flatten()", "linear(64)", "relu()", "linear(10)"]
RENEW = "--renew" in sys.argv


def plain(screen):
    return re.sub(r"Java \d+", "Java NN", screen) + "\n"


def golden(name, screen):
    """Compares with the screen that is kept under this name, or keeps it."""
    path = os.path.join(HERE, "screens", name + ".txt")
    if RENEW:
        with open(path, "w", encoding="utf-8") as file:
            file.write(plain(screen))
        return
    with open(path, encoding="utf-8") as file:
        expected = file.read()
    if expected != plain(screen):
        import difflib
        difference = "".join(difflib.unified_diff(expected.splitlines(True), plain(screen).splitlines(True), "golden " + name, "now"))
        raise AssertionError("another screen than the golden one (--renew writes it anew):\n" + difference)


def article(columns):
    window = Window(columns, 24)
    for statement in ARTICLE:
        window.run(statement)
    golden("article-%d" % columns, window.screen("-S", "-"))
    window.leave()


def completion(columns):
    window = Window(columns, 16)
    window.run("input(3, 32, 32)").clear()
    window.type("conv2d(16, 3, pa").wait("conv2d([inChannels=3]" if columns > 60 else "conv2d(")
    window.keys("Tab").wait("paddingMode(")
    golden("completion-%d" % columns, window.screen())
    window.keys("Tab").wait("conv2d's padding:")
    golden("completion-doc-%d" % columns, window.screen())
    window.keys("Tab").wait("padding(\n")
    window.type("1))").keys("Enter").wait("884,736  ◂").idle()
    window.leave()


def error(columns):
    window = Window(columns, 24)
    window.run("input(3, 32, 32)").run("flatten()").clear()
    window.run("linear(1024, 64)")
    window.keys("Tab").last(PROMPT + " linear(3072, 64)").keys("Enter").wait("196,672").idle()
    window.run("linear(10, pading(1))")
    window.run("var y = y + 1")
    golden("error-%d" % columns, window.screen())
    window.leave()


def at_widths(session):
    return [(session.__name__ + "-%d" % columns, lambda columns=columns: session(columns)) for columns in (60, 80, 120)]


def help_screen():
    window = Window(80, 24)
    window.run("/help")
    screen = window.screen()
    assert screen.split("\n")[0].startswith(PROMPT + " /help") or "/help" in screen.split("\n")[1], screen
    for command in "help net list undo redo edit replace drop rerun echo flops batch explain save open run reset vars imports set time why exit".split():
        assert "/" + command in screen, command + " is not in\n" + screen
    window.run("?/undo").clear().type("?conv2d").keys("Enter").wait("q leaves")
    golden("help-conv2d", window.screen())
    window.keys("q").idle()
    window.leave()


def paste():
    window = Window(80, 24)
    window.paste("\n".join("int v%d = %d" % (i, i) for i in range(200))).wait("int v199 = 199")
    assert "==>" not in window.screen(), window.screen()
    window.keys("Enter").wait("v199 ==> 199").idle()
    shown = window.screen("-S", "-")
    for i in range(200):
        assert "\nv%d ==> %d\n" % (i, i) in shown, i
    golden("paste", window.screen())
    window.clear().keys("Up").wait("int v199 = 199").keys("C-c").idle()
    window.clear().paste("%s int kept = 4\nkept ==> 4\n\n%s int twice(int a) {\n      ...>     return 2 * a;\n      ...> }\ncreated method twice(int)\n" % (PROMPT, PROMPT))
    window.wait("      ...> }").keys("Enter").wait("created method twice(int)").idle()
    golden("paste-transcript", window.screen())
    window.clear().paste('String s = "a\tb  ";\n\n\n  int length = s.length();').wait("int length").keys("Enter").wait("length ==> 5").idle()
    window.run(r"s.charAt(1) == '\t'").wait("==> true")
    window.clear().paste("jshell> int j = 4\nj ==> 4\n\njshell> int next = j + 1\n$2 ==> 5\n").wait("next = j + 1").keys("Enter").wait("next ==> 5").idle()
    window.leave()


def interrupt():
    window = Window(80, 24)
    window.run("input(8)").run("linear(8)").clear()
    window.type("while (true) {}").keys("Enter").wait("Ctrl-C stops").keys("C-c").wait("stopped").idle()
    window.type("while (true) { try { Thread.sleep(9999); } catch (InterruptedException e) { } }").keys("Enter").wait("Ctrl-C stops").keys("C-c").wait("stopped").idle()
    window.type("for (;;) { add(linear(8)); }").keys("Enter").wait("rows, Ctrl-C stops").keys("C-c").idle()
    window.clear().run("params()")
    golden("interrupt", window.screen())
    window.leave()


def attacked():
    """What a program prints does not take the terminal over: no other screen, no hidden cursor, no title, no answer typed into the next line."""
    window = Window(80, 24)
    window.run(r'System.out.print("\033[?1049h\033[?25l\033]0;taken\007\033[31mred\033[0m\033[6n\033[5;1H\u202eback")')
    window.run("1 + 1").run('for (int i = 0; i < 1_000_000; i++) System.out.println(i)').clear().run("2 + 2")
    window.run(r'System.out.print("\033[2"); System.out.print("J\033[3"); System.out.println("1mred\033[0m")')
    golden("attacked", window.screen())
    window.leave()


def flooded():
    """A line of 100 MB, bytes of no meaning, halves of characters, a thread that prints beside the prompt: the terminal is as ever, and memory has a bound."""
    window = Window(80, 24)
    window.run('System.out.println("x".repeat(100_000_000))').clear()
    window.run("var b = new byte[1_000_000]; new Random(1).nextBytes(b); System.out.write(b, 0, b.length); System.out.println()").clear()
    window.type('var late = new Thread(() -> { for (int i = 0; i < 100_000; i++) System.out.println(i); System.out.println("all"); }); late.start()').keys("Enter").wait("\nall\n").idle()
    window.type('while (true) System.out.print("on and on ")').keys("Enter").wait("on and on on and on").keys("C-c").wait("stopped").idle().clear()
    window.run(r'System.out.println("a\ud800b\udc00c")').run(r'"a\ud800b"').run("1 + 1").run(r'display("\033[2Jhere", "text/plain")')
    golden("flooded", window.screen())
    assert 0 < memory(window.pid()) < 500, "%d MB" % memory(window.pid())
    window.leave()


def resize():
    window = Window(120, 24)
    window.run("input(3, 32, 32)").run("conv2d(16, 3, padding(1))")
    for columns in (60, 40, 120):
        window.resize(columns, 24).clear()
        window.run("batchNorm2d()")
        golden("resize-%d" % columns, window.screen())
        window.run("/undo")
    window.leave()


def typed(window):
    """The line that is being typed, with its colours."""
    return next(line for line in window.screen("-e").split("\n") if "conv2d" in line and "layerbook>" in line)


def colours():
    coloured = Window(80, 24)
    coloured.run("input(3, 32, 32)").type("conv2d(16, 3, padding(1))")
    assert re.search("\x1b\\[[0-9;]*3[0-9]m", coloured.screen("-e")), "no colour"
    golden("colour-typing", typed(coloured))
    coloured.keys("C-c").idle().leave()
    light = Window(80, 24, environment={"COLORFGBG": "0;15"})
    light.run("input(3, 32, 32)").type('for (var s : List.of("a")) conv2d(16, 3, padding(1)) // all').wait("all")
    golden("colour-light", typed(light))
    light.keys("C-c").idle().leave()
    without = Window(80, 24, environment={"NO_COLOR": "1"})
    without.run("input(3, 32, 32)").run("linear(5, 5)").run("conv2d(16, 3, padding(1))")
    assert not re.search("\x1b\\[[0-9;]*(3[0-79]|4[0-79]|9[0-7])m", without.screen("-e").replace("\x1b[39m", "").replace("\x1b[49m", "")), without.screen("-e")
    golden("no-color", without.screen())
    without.leave()


def dumb():
    window = Window(80, 24, environment={"TERM": "dumb"})
    window.run("input(3, 32, 32)").run("linear(5, 5)").run("conv2d(16, 3)")
    window.type("int f() {").keys("Enter").last("      ...>").type("return 1;").keys("Enter").last("      ...>").type("}").keys("Enter").wait("created method f()").idle()
    golden("dumb", window.screen())
    window.leave()


def ascii_only():
    window = Window(80, 24, environment={"LC_ALL": "C"})
    window.run("input(3, 32, 32)").run("conv2d(16, 3, padding(1))").run("linear(5, 5)").clear().run("explain(1)")
    screen = window.screen()
    assert all(ord(c) < 128 for c in screen) and "?" not in screen, screen
    golden("ascii", screen)
    window.leave()


def changes():
    window = Window(80, 30)
    for statement in ARTICLE[:4] + ["flatten()", "linear(16384, 10)"]:
        window.run(statement)
    window.clear().run("/list")
    window.type("/edit 2").keys("Enter").wait("/replace 2 conv2d(16, 3, padding(1))")
    window.keys(*["BSpace"] * len("16, 3, padding(1))")).wait(lambda screen: PROMPT + " /replace 2 conv2d(\n" in screen + "\n", "an open bracket").type("32, 3, padding(1))").keys("Enter").wait("/undo brings").idle()
    golden("replace", window.screen())
    window.clear().run("/undo").run("/drop 3")
    golden("drop", window.screen())
    window.leave()


def history():
    window = Window(80, 24, settings="suggest = on\n")
    window.type("int one() {").keys("Enter").last("      ...>").type("return 1;").keys("Enter").last("      ...>").type("}").keys("Enter").wait("created method one()").idle()
    window.run("int two = 2").run("String three = \"3\"")
    window.type("int").keys("Up").last(PROMPT + " int two = 2").keys("Up").last("      ...> }").keys("C-c").idle()
    window.keys("C-r").wait("bck-i-search").type("thr").wait("String three").keys("C-c").idle()
    window.type("Str").keys("Right", "Enter").wait("three ==> \"3\"\n" + PROMPT).idle()
    window.leave()
    again = Window(80, 24, home=window.home)
    again.keys("Up").last(PROMPT + " String three = \"3\"").keys("C-c").idle().leave()
    vi = Window(80, 24, settings="keys = vi\n")
    vi.type("xint v = 1").keys("Escape", "0", "x").last(PROMPT + " int v = 1").keys("Enter").wait("v ==> 1").idle().leave()


def killed():
    window = Window(80, 24)
    window.run("input(3, 32, 32)").run("conv2d(16, 3, padding(1))").type("linear(10")
    os.kill(window.pid(), signal.SIGKILL)
    window.gone()
    after = Window(80, 24, home=window.home)
    after.wait("The last session ended without leaving")
    after.run("/open " + os.path.join(window.home, "lost.jsh"))
    after.clear().run("params()").wait("448")
    after.leave()


def recorded():
    window = Window(80, 24)
    window.run("int before = 1").run("/save -r lesson.jsh").run("input(8)").run("linear(8)").run("linear(3)").run("/undo").run("nonsense")
    os.kill(window.pid(), signal.SIGKILL)
    file = os.path.join(window.home, "lesson.jsh")
    with open(file, encoding="utf-8") as lesson:
        assert lesson.read() == "// %%\ninput(8)\n\n// %%\nlinear(8)\n", "recorded otherwise"
    assert subprocess.run([LAUNCHER, "run", file], capture_output=True).returncode == 0


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def files():
    """Names of notebooks, and of folders on the way to them, are completed behind /open, /run and /save; no others are."""
    window = Window(80, 24)
    os.mkdir(os.path.join(window.home, "course"))
    write(os.path.join(window.home, "course", "first-layer.jsh"), "// %% [markdown]\n// # The first layer\n\n// %%\ninput(8)\n\n// %%\nlinear(3)\n")
    write(os.path.join(window.home, "course", "first-notes.txt"), "not a notebook\n")
    for command, shown in (("/open", "linear 8→3"), ("/run", "The first layer")):
        window.clear().type(command + " cou").keys("Tab").last(PROMPT + " " + command + " course/")
        window.type("fi").keys("Tab").last(PROMPT + " " + command + " course/first-layer.jsh").keys("Enter").wait(shown).idle()
    window.clear().type("/save course/").keys("Tab").last(PROMPT + " /save course/first-layer.jsh").keys("Enter").wait("--over").idle()  # it is there already
    window.clear().type("/open course/none").keys("Tab", "Enter").wait("no such file").idle()
    window.leave()


def startup():
    """What stands in the start-up file has run before the first statement; what is wrong in it is said, and the session begins all the same."""
    window = Window(80, 24)
    window.leave()
    write(os.path.join(window.home, "startup.jsh"), "int hidden = 64\nTensor mlp(Tensor x) { return x.then(linear(hidden)).relu(); }\n")
    again = Window(80, 24, home=window.home)
    again.clear().run("mlp(tensor(8))").wait("linear 8→64").leave()
    write(os.path.join(window.home, "startup.jsh"), "int width = 3\nint hidden = nothing\n")
    wrong = Window(120, 24, home=window.home)
    wrong.run("width + 1").wait("there is no variable nothing").wait("That is in line 2 of " + os.path.join(window.home, "startup.jsh")).wait("==> 4").leave()


def asked():
    """What reads System.in gets the line that is typed behind the question; Ctrl-D is the end of the input, Ctrl-C stops the statement, a thread that reads at the prompt gets nothing."""
    window = Window(80, 24)
    window.run("var scanner = new Scanner(System.in);").clear()
    window.type('System.out.print("Units? "); int units = scanner.nextInt()').keys("Enter")
    window.wait(lambda screen: screen.endswith("Units?"), "the question").type("6x").keys("BSpace", "4", "Enter")
    window.wait("units ==> 64").idle().run("linear(2, units)").clear()
    reads = 'System.out.println("begun"); System.in.read()'
    window.type(reads).keys("Enter").wait(lambda screen: screen.endswith("\nbegun"), "a line to type at").keys("C-c")
    window.wait("stopped").idle().clear()
    window.type(reads).keys("Enter").wait(lambda screen: screen.endswith("\nbegun"), "a line to type at").keys("C-d")
    window.wait("==> -1").idle()
    window.run("units + 1").run('new Thread(() -> { try { System.out.println("late: " + System.in.read()); } catch (IOException e) { } }).start();').wait("late: -1").run("units")
    window.leave()


def networks():
    """/net shows the network of a tensor, whatever came after it; of what has none it says what to do."""
    window = Window(80, 24)
    window.run("Tensor x = tensor(4)").run("x = x.then(linear(4, 2))").run("input(3, 32, 32)").run("Layer c = relu()").run("class Net extends Model { public Tensor forward(Tensor x) { return x; } }")
    window.run("var net = new Net()").clear().run("/net x")
    for wrong in ("/net a", "/net c", "/net net"):
        window.run(wrong)
    golden("networks", window.screen())
    window.leave()


def watched():
    """run --watch: at first all runs, then what has changed and what stands behind it; a mistake is waited for until it is mended; Ctrl-C ends it."""
    home = tempfile.mkdtemp(prefix="layerbook-terminal-")
    lesson = os.path.join(home, "lesson.jsh")
    text = "// %%\ninput(8)\nSystem.out.println(\"one\")\n\n// %%\nlinear(4)\nSystem.out.println(\"two\")\n\n// %%\nlinear(WIDTH)\nSystem.out.println(\"three\")\n"
    write(lesson, text.replace("WIDTH", "2"))
    window = Window(80, 60, home=home, arguments=("run", "--watch", "lesson.jsh"))

    def ran(width, *behind):
        """Waits until this has run; says what was shown for it."""
        write(lesson, text.replace("WIDTH", width))
        window.wait(lambda screen: screen.count("watching lesson.jsh") == len(behind) + 1, "run %d" % (len(behind) + 1))
        return window.screen().split("watching lesson.jsh")[len(behind)]

    window.wait("watching lesson.jsh")
    first = window.screen()
    assert "one" in first and "two" in first and "linear 4→2" in first, first
    changed = ran("3", 1)
    assert "linear 4→3" in changed and "three" in changed and "one" not in changed and "two" not in changed, changed
    broken = ran("nothing", 1, 2)
    assert "there is no variable nothing" in broken and "lesson.jsh:10: cell 3 failed" in broken and "two" not in broken, broken
    mended = ran("5", 1, 2, 3)
    assert "linear 4→5" in mended and "three" in mended and "two" not in mended, mended
    window.keys("C-c").gone()


def settings():
    """What is set is kept: the next session begins with it."""
    window = Window(60, 24)
    window.run("/set batch 8").run("/set echo brief").run("/set bach").leave()
    again = Window(60, 24, home=window.home)
    again.run("input(3, 32, 32)").run("conv2d(16, 3, padding(1))").run("/net").run("set(\"echo\", \"table\")").run("relu()")
    golden("settings-60", again.screen())
    again.leave()


def wide():
    window = Window(60, 24)
    window.run("String 名 = \"畳み込み層\"").run("String b = \"漢字\" + nothing")
    golden("wide", window.screen())
    window.leave()


def readme():
    """The first two minutes: a network, a mistake and its fix, a question."""
    window = Window(80, 500)
    for statement in ["input(3, 32, 32)", "conv2d(16, 3, padding(1))"]:
        window.run(statement)
    window.run("linear(1024, 64)")
    window.keys("Tab").last(PROMPT + " linear(32, 64)").keys("C-c").idle()
    window.run("explain(1)")
    lines = window.screen().split("\n")
    window.leave()
    shown = [line for line in lines[1:] if line != PROMPT and line != PROMPT + " linear(32, 64)"]
    return BEGIN + "```\n" + re.sub(r"\n(?=layerbook>)", r"\n\n", "\n".join(shown)) + "\n```\n" + END


def readme_is_current():
    with open(README, encoding="utf-8") as file:
        if readme() not in file.read():
            raise AssertionError("the README shows other first two minutes; repl/it/terminal.py --readme writes them anew")


def write_readme():
    with open(README, encoding="utf-8") as file:
        text = file.read()
    begin, close = text.index(BEGIN), text.index(END) + len(END)
    with open(README, "w", encoding="utf-8") as file:
        file.write(text[:begin] + readme() + text[close:])


SESSIONS = [*at_widths(article), *at_widths(completion), *at_widths(error),
            *((each.__name__, each) for each in (help_screen, paste, interrupt, attacked, flooded, resize, colours, dumb, ascii_only, changes, history, killed, recorded, files, startup, asked, networks, watched, settings, wide,
                                                 readme_is_current))]


if __name__ == "__main__":
    if "--readme" in sys.argv:
        try:
            subprocess.run([LAUNCHER, "--build"], check=True)
            write_readme()
        finally:
            end()
    else:
        run(SESSIONS, "terminal sessions")
