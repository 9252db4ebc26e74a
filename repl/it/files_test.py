#!/usr/bin/env python3
"""What becomes of files when something is wrong with them or with their place: the whole program, at a full disk, in a folder that may only be read,
with links in loops, files that go or change while they are used. Each time it is said in one line what is wrong and what to do, the exit code says it
too, and what stood there before stands there still.

Usage: repl/it/files_test.py [NAME ...]     runs all, or those whose names begin so
A full disk and a read-only one are mounted (as root); another user is played with setpriv; where that is not allowed it is said and passed over.
"""
import contextlib
import os
import shutil
import subprocess
import tempfile

from tmux import LAUNCHER, PATIENCE, Window, run, surroundings, until

LESSON = "// %%\nvar t = System.nanoTime()\n"
ROOT = tempfile.mkdtemp(prefix="layerbook-files-")


class Missing(Exception):
    """Something that this machine does not allow."""


def path(*names):
    return os.path.join(ROOT, *names)


def write(name, text):
    with open(name, "w", encoding="utf-8") as file:
        file.write(text)
    return name


def read(name):
    with open(name, encoding="utf-8") as file:
        return file.read()


def environment(**more):
    return {**os.environ, **surroundings(path("home")), **more}


def layerbook(*arguments, typed="", before=(), **more):
    """Runs the program; the exit code and all it said."""
    done = subprocess.run([*before, LAUNCHER, *arguments], input=typed, capture_output=True, text=True, env=environment(**more), timeout=PATIENCE, check=False)
    said = done.stdout + done.stderr
    for trace in ("\tat ", "Exception in thread", "java.lang.", "java.nio."):
        assert trace not in said, "a stack trace, or the name of a class:\n" + said
    return done.returncode, said


def refused(code, part, *arguments, **more):
    """One line that says this, and this exit code."""
    got, said = layerbook(*arguments, **more)
    lines = [line for line in said.split("\n") if line.startswith("layerbook")]
    assert got == code and len(lines) == 1 and part in lines[0], "%s: expected %d and %r, got %d and\n%s" % (" ".join(arguments), code, part, got, said)


def snapshot(folder):
    """Everything in a folder: names, links, contents."""
    seen = {}
    for place, folders, files in os.walk(folder):
        for name in folders + files:
            each = os.path.join(place, name)
            if os.path.islink(each):
                seen[each] = os.readlink(each)
            elif os.path.isfile(each):
                with open(each, "rb") as file:
                    seen[each] = file.read()
            else:
                seen[each] = None
    return seen


@contextlib.contextmanager
def untouched(folder):
    before = snapshot(folder)
    yield
    after = snapshot(folder)
    assert before == after, "changed: %s" % sorted(set(before.items()) ^ set(after.items()), key=str)


@contextlib.contextmanager
def disk(name, options):
    folder = path(name)
    os.makedirs(folder)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", folder], capture_output=True, check=False).returncode:
        raise Missing("mounting is not allowed here")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", folder], check=True)


def fill(folder):
    file = os.open(os.path.join(folder, "fill"), os.O_WRONLY | os.O_CREAT)
    with contextlib.suppress(OSError):
        while True:
            os.write(file, b"\0" * 4096)
    os.close(file)


WRITERS = (["run", "--update", "good.jsh"], ["run", "--html", "new.html", "good.jsh"], ["run", "--html", "old.html", "good.jsh"],
           ["run", "--ipynb", "new.ipynb", "good.jsh"], ["run", "--md", "new.md", "good.jsh"], ["convert", "good.jsh", "new.ipynb"])


def place(arguments, folder):
    return [os.path.join(folder, each) if "." in each else each for each in arguments]


def a_full_disk_leaves_every_file_as_it_was():
    with disk("full", "size=64k") as folder:
        write(os.path.join(folder, "good.jsh"), LESSON)
        write(os.path.join(folder, "old.html"), "as it was")
        fill(folder)
        with untouched(folder):
            for arguments in WRITERS:
                refused(2, "No space left on device); make room there or write to another place", *place(arguments, folder))
            typed = "int a = 1\n/save %s/new.jsh\n/save --over %s/good.jsh\n" % (folder, folder)
            code, said = layerbook(typed=typed)
            assert code == 1 and " ".join(said.split()).count("No space left on device); make room there") == 2, said
        refused(1, "No space left on device; make room there", "jupyter", "install", "--prefix", os.path.join(folder, "prefix"))


def at_a_full_disk_a_session_says_so_once_and_goes_on():
    with disk("home-full", "size=64k") as home:
        write(os.path.join(home, "settings"), "time = off\ntheme = dark\n")
        write(os.path.join(home, "history"), "1700000000000:// %s\n" % ("x" * (4096 - 18)))  # a page: no room behind it
        write(os.path.join(home, "lessons"), "02-cnn=3\n")
        open(os.path.join(home, "history.lock"), "w", encoding="utf-8").close()
        fill(home)
        with untouched(home):
            window = Window(100, 40, home=home)
            window.run("int a = 1").wait("a ==> 1")
            window.run("/set theme light").wait("No space left on device")
            window.run("a + 1").wait("==>")
            said = window.screen("-S", "-")
            window.leave()
            code, learned = layerbook("learn", "1", typed="\n\n\nq\n", LAYERBOOK_HOME=home)
            assert code == 0 and learned.count("your place is not kept") == 1, learned
        assert said.count("What you type is not kept") == 1, said


def a_folder_that_may_only_be_read_keeps_what_is_in_it():
    with disk("ro", "size=1m") as folder:
        write(os.path.join(folder, "good.jsh"), LESSON)
        write(os.path.join(folder, "old.html"), "as it was")
        subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
        for arguments in WRITERS:
            refused(2, "write to another place", *place(arguments, folder))
        code, said = layerbook("learn", "1", typed="\nq\n", LAYERBOOK_HOME=folder)
        assert code == 0 and "your place is not kept" in said, said
        window = Window(100, 40, home=folder)
        window.run("int a = 1").wait("a ==> 1").wait("What you type is not kept for the next time")
        window.run("/set theme light").wait("theme")
        window.leave()


def what_another_may_not_touch_is_named():
    other = ["setpriv", "--reuid=65534", "--clear-groups"]
    if shutil.which("setpriv") is None or subprocess.run([*other, "true"], capture_output=True, check=False).returncode:
        raise Missing("nobody else can be played here")
    folder = path("mine")
    os.makedirs(folder)
    os.chmod(ROOT, 0o755)
    secret = write(os.path.join(folder, "secret.jsh"), LESSON)
    write(os.path.join(folder, "good.jsh"), LESSON)
    os.chmod(secret, 0)
    home = path("others")
    os.makedirs(home)
    os.chmod(home, 0o777)
    as_other = {"before": other, "HOME": home, "LAYERBOOK_HOME": home}
    for command in (["run"], ["run", "--check"], ["run", "--update"], ["convert"], ["learn"]):
        more = [os.path.join(home, "x.ipynb")] if command == ["convert"] else []
        refused(2, "may not be read (permission denied); chmod u+r", *command, secret, *more, **as_other)
    refused(2, "may not be read", "jupyter", "start", secret, **as_other)
    refused(2, "may not be written to", "run", "--update", os.path.join(folder, "good.jsh"), **as_other)
    refused(2, "its folder may not be written to", "run", "--html", os.path.join(folder, "x.html"), os.path.join(folder, "good.jsh"), **as_other)
    refused(1, "no permission to write to", "jupyter", "install", "--prefix", folder, **as_other)
    assert sorted(os.listdir(folder)) == ["good.jsh", "secret.jsh"] and read(os.path.join(folder, "good.jsh")) == LESSON


def links_are_followed_and_loops_refused():
    folder = path("links")
    os.makedirs(os.path.join(folder, "far"))
    write(os.path.join(folder, "good.jsh"), LESSON)
    good = os.path.join(folder, "good.jsh")
    for ending in ("jsh", "html", "ipynb", "md"):
        os.symlink("two." + ending, os.path.join(folder, "one." + ending))
        os.symlink("one." + ending, os.path.join(folder, "two." + ending))
        os.symlink("far/end." + ending, os.path.join(folder, "to." + ending))
    one, to = (os.path.join(folder, name) for name in ("one", "to"))
    with untouched(folder):
        for command in (["run"], ["run", "--update"], ["run", "--check"], ["learn"]):
            refused(2, "links in a loop", *command, one + ".jsh")
            refused(2, "is a link to a file that does not exist", *command, to + ".jsh")
        for option in ("html", "ipynb", "md"):
            refused(2, "links in a loop; remove it, or write to another name", "run", "--" + option, one + "." + option, good)
        refused(2, "links in a loop", "convert", good, one + ".ipynb")
        code, said = layerbook(typed="int a = 1\n/save %s.jsh\n/save --over %s.jsh\n/open %s.jsh\n" % (one, one, one))
        assert code == 1 and said.count("links in a loop") == 3, said
    for option in ("html", "ipynb", "md"):
        assert layerbook("run", "--" + option, to + "." + option, good)[0] == 0
        assert os.path.islink(to + "." + option) and os.path.getsize(os.path.join(folder, "far", "end." + option)) > 0
    assert layerbook(typed="int a = 1\n/save %s.jsh\n" % to)[0] == 0
    assert read(os.path.join(folder, "far", "end.jsh")) == "// %%\nint a = 1\n" and os.path.islink(to + ".jsh")
    refused(2, "would replace", "run", "--html", good, good)
    assert read(good) == LESSON


def a_notebook_that_changes_while_it_runs_is_left_as_it_is():
    for change, said in ((lambda name: write(name, "// %%\nint other = 1\n"), "has changed while it ran"), (os.remove, "no such file"),
                         (lambda name: (os.remove(name), os.makedirs(name)), "is a directory")):
        folder = tempfile.mkdtemp(dir=ROOT)
        name = write(os.path.join(folder, "changing.jsh"), '// %%%%\nFiles.writeString(Path.of("%s/begun"), "")\nwhile (!Files.exists(Path.of("%s/go"))) Thread.onSpinWait();\n1 + 1\n' % (folder, folder))
        process = subprocess.Popen([LAUNCHER, "run", "--update", name], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        until(lambda: os.path.exists(os.path.join(folder, "begun")) or process.poll() is not None, lambda: "it did not begin")
        change(name)
        before = snapshot(folder)
        write(os.path.join(folder, "go"), "")
        out = process.communicate(timeout=PATIENCE)[0]
        assert process.returncode == 2 and said in out, out
        after = snapshot(folder)
        after.pop(os.path.join(folder, "go"))
        assert before == after, after


def names_that_lead_nowhere_get_a_next_step():
    folder = path("names")
    os.makedirs(os.path.join(folder, "dir.jsh"))
    good = write(os.path.join(folder, "good.jsh"), LESSON)
    for command in (["run"], ["run", "--update"], ["learn"], ["convert"]):
        more = [os.path.join(folder, "x.ipynb")] if command == ["convert"] else []
        refused(2, "no such file; did you mean %s?" % good, *command, os.path.join(folder, "god.jsh"), *more)
        refused(2, "no such file, and no folder", *command, os.path.join(folder, "no", "good.jsh"), *more)
        refused(2, "is a directory, not a file; name a file in it", *command, os.path.join(folder, "dir.jsh"), *more)
    refused(2, "its folder does not exist; make it first: mkdir -p", "run", "--html", os.path.join(folder, "no", "x.html"), good)
    refused(2, "is a directory, cannot be written as a file", "run", "--html", os.path.join(folder, "dir.jsh"), good)
    refused(2, "there is no folder", "run", "--watch", os.path.join(folder, "no", "good.jsh"))
    refused(2, "cannot be the name of a file in this locale", "run", os.path.join(folder, "größe.jsh"), LC_ALL="C")
    refused(2, "cannot be the name of a file in this locale", "run", "--check", os.path.join(folder, "größe.jsh"), LC_ALL="C")
    code, said = layerbook(typed="/open %s/god.jsh\n/run %s/no/a.jsh\n/open %s/dir.jsh\n/open a\0b\n" % (folder, folder, folder))
    assert code == 1 and " ".join(said.split()).count("✗") == 4 and "did you mean" in " ".join(said.split()), said


def a_connection_file_that_is_none_is_named():
    for text, part in (("", "is not the JSON object"), ("{", "is not the JSON object"), ("[" * 5000, "is not the JSON object"), ("caf\udce9", "is not UTF-8 text"),
                       ('{"shell_port": "x"}', "no usable shell_port"), ('{"transport": "ipc"}', "only tcp"), (" " * 2000000, "is longer than")):
        name = path("connection.json")
        with open(name, "w", encoding="utf-8", errors="surrogateescape") as file:
            file.write(text)
        refused(2, part, "jupyter", "start", name)
    refused(2, "no such file", "jupyter", "start", path("none.json"))
    refused(2, "is a directory", "jupyter", "start", ROOT)


def broken_places_of_the_user_are_named_and_left_alone():
    home = path("broken")
    os.makedirs(os.path.join(home, "history"))
    for name in ("settings", "lessons", "startup.jsh"):
        with open(os.path.join(home, name), "wb") as file:
            file.write(b"# caf\xe9\ntime = off\n")
    window = Window(100, 40, home=home)
    window.wait("Your settings are not used")
    window.run("int a = 1").wait("a ==> 1").wait("Not run:").wait("What you type is not kept for the next time")
    window.run("/set theme light").wait("is set for this session only")
    window.leave()
    for name in ("settings", "lessons", "startup.jsh"):
        with open(os.path.join(home, name), "rb") as file:
            assert file.read() == b"# caf\xe9\ntime = off\n", name
    code, said = layerbook("learn", LAYERBOOK_HOME=home)
    assert code == 0 and "your places in the lessons cannot be read" in said and "is not UTF-8 text" in said, said


def what_is_too_big_for_the_memory_is_said():
    name = path("big.jsh")
    with open(name, "w", encoding="utf-8") as file:
        for i in range(2000):
            file.write("// %%%% [markdown]\n%s\n" % ("// words\n" * 11000))
    assert os.path.getsize(name) > 190_000_000
    small = {"LAYERBOOK_JAVA_OPTIONS": "-Xmx80m"}
    refused(2, "does not fit into the", "run", name, **small)
    code, said = layerbook(typed="/open %s\nint after = 1\n" % name, **small)
    assert code == 1 and "does not fit into the" in " ".join(said.split()) and "after ==> 1" in said, said
    os.remove(name)


def passing(session):
    def whole():
        try:
            session()
        except Missing as what:
            print("skip  %s: %s" % (session.__name__, what), flush=True)
    return whole


PROMISES = [a_full_disk_leaves_every_file_as_it_was, at_a_full_disk_a_session_says_so_once_and_goes_on, a_folder_that_may_only_be_read_keeps_what_is_in_it,
            what_another_may_not_touch_is_named, links_are_followed_and_loops_refused, a_notebook_that_changes_while_it_runs_is_left_as_it_is,
            names_that_lead_nowhere_get_a_next_step, a_connection_file_that_is_none_is_named, broken_places_of_the_user_are_named_and_left_alone,
            what_is_too_big_for_the_memory_is_said]

if __name__ == "__main__":
    try:
        run([(each.__name__.replace("_", " "), passing(each)) for each in PROMISES], "files")
    finally:
        shutil.rmtree(ROOT, ignore_errors=True)
