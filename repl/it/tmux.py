"""A terminal window to type into and to look at: tmux, by its command line."""
import functools
import itertools
import os
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.abspath(os.path.join(HERE, "..", "bin", "layerbook"))
SOCKET = "term-layerbook-%d" % os.getpid()
PROMPT = "layerbook>"
PATIENCE = 60
NUMBERS = itertools.count(1)


def tmux(*arguments, **options):
    done = subprocess.run(["tmux", "-u", "-L", SOCKET, "-f", "/dev/null", *arguments], capture_output=True, text=True, **options)
    if done.returncode:
        raise AssertionError("tmux %s: %s" % (" ".join(arguments), done.stderr))
    return done.stdout


def surroundings(home):
    """The variables of every run of the program in a check: nothing of the user's is read or touched."""
    return {"LC_ALL": "C.UTF-8", "LAYERBOOK_HOME": home, "LAYERBOOK_ARCHIVE": "off"}


def until(is_so, otherwise):
    """Waits until it is so, as long as patience lasts; then fails with what is said of it by then."""
    end_of_patience = time.monotonic() + PATIENCE
    while not is_so():
        if time.monotonic() > end_of_patience:
            raise AssertionError(otherwise())
        time.sleep(0.05)


@functools.lru_cache(maxsize=None)
def begin():
    """Starts our own tmux server with a window that stays: else it ends with the last session, and a new one may meet it while it does."""
    tmux("new-session", "-d", "-s", "keeper", "cat")


def end():
    """Ends our own tmux server, and with it every window that is still open."""
    subprocess.run(["tmux", "-L", SOCKET, "kill-server"], capture_output=True)


class Window:
    """One session of Layerbook with settings and history of its own."""

    def __init__(self, columns=80, rows=24, environment=None, home=None, settings="", arguments=(), program=LAUNCHER):
        self.name = "term-%d" % next(NUMBERS)
        self.home = home or tempfile.mkdtemp(prefix="layerbook-terminal-")
        if home is None: # else the session before has left its own
            with open(os.path.join(self.home, "settings"), "w") as file:
                file.write("time = off\n" + settings)
        variables = {**surroundings(self.home), "TERM": "tmux-256color", **(environment or {})}
        command = ["env", "-u", "NO_COLOR", "-u", "COLORFGBG", *("%s=%s" % each for each in variables.items()), program, *arguments]
        begin()
        tmux("new-session", "-d", "-s", self.name, "-x", str(columns), "-y", str(rows), "-c", self.home, *command)
        tmux("set-option", "-t", self.name, "history-limit", "5000")
        if not arguments:
            self.idle()

    def screen(self, *options):
        """The screen as lines; "-S", "-" has what scrolled away too, "-e" the colours."""
        lines = tmux("capture-pane", "-p", "-t", self.name, *options).split("\n")
        text = "\n".join(line.rstrip() for line in lines).strip("\n")
        return text

    def wait(self, condition, what=None):
        """Waits until the screen is so: a text that it shows, or a question that is asked of it."""
        is_so = condition if callable(condition) else lambda screen: condition in screen
        until(lambda: is_so(self.screen()), lambda: "not on the screen after %d s: %s\n%s" % (PATIENCE, what or condition, self.screen()))
        return self

    def last(self, line):
        return self.wait(lambda screen: screen.split("\n")[-1] == line, "last line " + line)

    def idle(self):
        """Waits for the bare prompt: what ran is over."""
        return self.last(PROMPT)

    def type(self, text):
        """Types, and waits until the text stands there (the end of it, if it goes over the edge)."""
        escaped = text[:-1] + "\\;" if text.endswith(";") else text
        tmux("send-keys", "-l", "-t", self.name, "--", escaped)
        end = text[-20:].rstrip()

        def stands(screen):
            begins = max(screen.rfind(each) for each in (PROMPT, "...>", "bck-i-search"))
            line = screen[begins:] if begins >= 0 else screen.split("\n")[-1]  # a question has no prompt of ours
            return end in line.replace("\n", "") or end in line  # on the line being typed, not somewhere above it

        return self.wait(stands, "typed " + end)

    def keys(self, *names):
        tmux("send-keys", "-t", self.name, *names)
        return self

    def run(self, statement):
        """Types a statement, runs it, and waits for the next prompt."""
        self.type(statement)
        self.keys("Enter")
        return self.idle()

    def paste(self, text):
        tmux("load-buffer", "-b", self.name, "-", input=text)
        tmux("paste-buffer", "-p", "-b", self.name, "-t", self.name)
        return self

    def clear(self):
        self.keys("C-l")
        return self.wait(lambda screen: screen.startswith(PROMPT), "a cleared screen")

    def resize(self, columns, rows):
        tmux("resize-window", "-t", self.name, "-x", str(columns), "-y", str(rows))
        terminal = tmux("display-message", "-p", "-t", self.name, "#{pane_tty}").strip()
        size = "%d %d" % (rows, columns)  # tmux tells the program's terminal a little later
        return self.wait(lambda _: subprocess.run(["stty", "-F", terminal, "size"], capture_output=True, text=True).stdout.strip() == size, "a window of " + size)

    def pid(self):
        return int(tmux("list-panes", "-t", self.name, "-F", "#{pane_pid}"))

    def is_open(self):
        return self.name in subprocess.run(["tmux", "-L", SOCKET, "list-sessions", "-F", "#{session_name}"], capture_output=True, text=True).stdout.split()

    def leave(self):
        self.keys("C-d")
        self.gone()

    def gone(self):
        """Waits until its window is closed, and its process known to be over."""
        until(lambda: not self.is_open(), lambda: "did not leave\n" + self.screen())


def run(named, title):
    """Runs the sessions that the command line names, or all, and ends the program: with 1 if a screen was not as it should be."""
    wanted = [a for a in sys.argv[1:] if not a.startswith("-")]
    failed = 0
    try:
        subprocess.run([LAUNCHER, "--build"], check=True)
        for name, session in named:
            if wanted and not any(name.startswith(w) for w in wanted):
                continue
            try:
                session()
                print("ok    " + name, flush=True)
            except AssertionError as problem:
                failed += 1
                print("FAIL  %s: %s" % (name, problem), flush=True)
    finally:
        end()
    print(title + ": " + ("all as they should be" if not failed else "%d failed" % failed))
    sys.exit(1 if failed else 0)
