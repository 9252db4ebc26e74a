#!/usr/bin/env python3
"""Nothing is lost however it is stopped or ended: Ctrl-C, Ctrl-\\, Ctrl-Z, a closed window and a kill at a real terminal; an interrupt of a pipe, of run and of learn.

Usage: repl/it/ends.py [NAME ...]     runs all sessions, or those whose names begin so
Needs tmux. Says how long it took to stop each statement; two seconds are promised, ten times as much is let pass, for machines are busy.
"""
import os
import re
import signal
import subprocess
import tempfile
import time

from busy import BUSY
from tmux import LAUNCHER, PATIENCE, PROMPT, Window, run, surroundings, tmux, until

PROMISED = 2.0
SLACK = 10
SHELL = "shell>"
LOOP = 'for (new File(System.getenv("LAYERBOOK_BEGUN")).createNewFile(); true; ) { }'  # the file is the sign that this statement runs, and no other
ENDLESS = '// %% one\nint a = 1\na\n\n// %% two\nSystem.out.println("begun")\n' + LOOP + '\n\n// %% three\nint c = 3\n'


class Shell(Window):
    """A window with a shell in it that has started Layerbook, as most windows have."""

    def __init__(self, home=None):
        super().__init__(home=home, environment={"PS1": SHELL + " ", "HISTFILE": ""}, program="bash", arguments=("--norc", "--noprofile", "--noediting", "-i"))
        self.last(SHELL)
        self.modes = self.stty()
        self.shell('"%s"' % LAUNCHER).idle()

    def stty(self):
        """The modes of the terminal; not the number of its line discipline, which is not set with them (JLine gives what happens to be in memory there)."""
        return re.sub(r"line = \d+;", "", subprocess.run(["stty", "-F", self.terminal(), "-a"], capture_output=True, text=True, check=True).stdout)

    def terminal(self):
        return tmux("display-message", "-p", "-t", self.name, "#{pane_tty}").strip()

    def shell(self, command):
        tmux("send-keys", "-l", "-t", self.name, "--", command)
        return self.keys("Enter")

    def java(self):
        """The process id of the program, which is the shell's child."""
        return int(subprocess.run(["pgrep", "-P", str(self.pid())], capture_output=True, text=True, check=True).stdout.split()[0])

    def at_shell(self):
        """Waits for the shell's prompt, and sees that the terminal is as it was."""
        self.last(SHELL)
        now = self.stty()
        assert now == self.modes, "other terminal modes than before: %s, not %s" % tuple(sorted(set(a.split()) - set(b.split())) for a, b in ((now, self.modes), (self.modes, now)))
        return self


def stopped():
    window = Window(100, 30)
    window.run("int kept = 7").run("input(8)").run("linear(8)")
    for what, code in BUSY.items():
        window.clear().paste('System.out.println("be" + "gun"); ' + code).keys("Enter").wait(lambda screen: {"begun", "on and on"} & set(screen.split("\n")), "begun")
        begun = time.monotonic()
        window.keys("C-c").wait("✗ stopped").idle()
        taken = time.monotonic() - begun
        print("%6.2f s%s  %s, Ctrl-C" % (taken, "" if taken <= PROMISED else " (more than promised)", what), flush=True)
        assert taken < SLACK * PROMISED, what
        window.clear().run("kept + params()").wait("==> 79")
    window.leave()


def threads_are_not_shown():
    """A JVM prints all its threads at Ctrl-\\; here the key does nothing."""
    window = Shell()
    window.type("1 + 1").keys("C-\\").type(" + 1").keys("Enter").wait("==> 3").idle()
    window.type("while (true) {}").keys("Enter").wait("Ctrl-C stops").keys("C-\\", "C-c").wait("stopped").idle()
    assert "Thread" not in window.screen("-S", "-"), window.screen("-S", "-")
    window.keys("C-d").at_shell()


def suspended():
    window = Shell()
    window.run("int kept = 7").type("kept + ")
    window.keys("C-z").wait("Stopped").at_shell().shell("fg").last(PROMPT + " kept +").type("1").keys("Enter").wait("==> 8").idle()
    window.clear().type("while (true) {}").keys("Enter").wait("Ctrl-C stops")
    window.keys("C-z").wait("Stopped").at_shell().shell("fg").keys("C-c").wait("✗ stopped").idle()
    window.run("kept").wait("kept ==> 7").keys("C-d").at_shell()


def nothing_lost(home):
    """The next session has the history, and offers what was typed."""
    after = Window(80, 24, home=home)
    after.wait("The last session ended without leaving")
    after.keys("Up").last(PROMPT + " conv2d(16, 3)").keys("C-c").idle()
    after.run("/open " + os.path.join(home, "lost.jsh")).clear().run("params()").wait("==> 448")
    after.leave()


def killed_gently():
    for busy in (False, True):
        window = Shell()
        window.run("input(3, 32, 32)").run("conv2d(16, 3)")
        if busy:
            window.type("while (true) {}; //").keys("Enter").wait("Ctrl-C stops")
        else:
            window.type("linear(1")
        pid = window.java()
        os.kill(pid, signal.SIGTERM)
        ends(pid)
        window.shell("echo ended with $?").wait("ended with 143").at_shell()
        assert "Exception" not in window.screen("-S", "-"), window.screen("-S", "-")
        window.shell("exit").gone()
        if not busy:
            nothing_lost(window.home)


def hung_up():
    """The window is closed, or the line to it broken."""
    window = Shell()
    window.run("input(3, 32, 32)").run("conv2d(16, 3)").type("linear(1")
    pid = window.java()
    tmux("kill-session", "-t", window.name)
    ends(pid)
    nothing_lost(window.home)


def ends(pid):
    until(lambda: not os.path.exists("/proc/%d" % pid), lambda: "the program is still there")


def environment(home):
    return {**os.environ, **surroundings(home), "LAYERBOOK_BEGUN": os.path.join(home, "begun")}


def interrupted(arguments, typed=""):
    """Starts the program, waits until its loop runs, interrupts it; gives its exit code, and what it said until its end. Its input stays open."""
    home = tempfile.mkdtemp(prefix="layerbook-ends-")
    process = subprocess.Popen([LAUNCHER, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # who runs this in the background may ignore it, and hand that down
                               env=environment(home))
    process.stdin.write(typed.encode())
    process.stdin.flush()
    until(lambda: os.path.exists(os.path.join(home, "begun")) or process.poll() is not None, lambda: "no loop runs")
    begun = time.monotonic()
    process.send_signal(signal.SIGINT)
    try:
        code = process.wait(PATIENCE)
    finally:
        process.kill()
    print("%6.2f s  %s" % (time.monotonic() - begun, "layerbook " + (" ".join(arguments[:2]) or "< statements")), flush=True)
    out, err = process.stdout.read().decode(), process.stderr.read().decode()
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()
    return code, out, err, home


def a_pipe():
    code, out, err, _ = interrupted([], 'int kept = 7\nSystem.out.println("begun")\n' + LOOP + '\nSystem.out.println("never")\n')
    assert (code, out) == (130, "kept ==> 7\nbegun\n"), (code, out)
    assert "✗ stopped\n     for (" in err and "nothing behind this statement was run" in err, err


def notebook(folder):
    path = os.path.join(folder, "endless.jsh")
    with open(path, "w") as file:
        file.write(ENDLESS)
    return path


def runs():
    with tempfile.TemporaryDirectory(prefix="layerbook-ends-") as folder:
        path = notebook(folder)
        page = os.path.join(folder, "page.html")
        for arguments in (["run", path], ["run", "--json", path], ["run", "--watch", path], ["run", "--update", "--html", page, path], ["run", "--keep-going", path, path]):
            code, out, err, _ = interrupted(arguments)
            assert code == 130, (arguments, code)
            assert "%s:7: cell two failed: stopped" % path in err, err
            assert "int c = 3" not in out, out
        assert os.listdir(folder) == ["endless.jsh"], os.listdir(folder)
        with open(path) as file:
            assert file.read() == ENDLESS


def a_lesson():
    with tempfile.TemporaryDirectory(prefix="layerbook-ends-") as folder:
        path = notebook(folder)
        code, _, _, home = interrupted(["learn", path], "\n" * 6)
        assert code == 130, code
        again = subprocess.run([LAUNCHER, "learn", path], input="q\n", capture_output=True, text=True, env=environment(home))
        assert "cell 2 of 3" in again.stdout, again.stdout


SESSIONS = [(each.__name__, each) for each in (stopped, threads_are_not_shown, suspended, killed_gently, hung_up, a_pipe, runs, a_lesson)]


if __name__ == "__main__":
    run(SESSIONS, "stops and ends")
