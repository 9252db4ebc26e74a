"""A program in a pseudo-terminal: what is typed, and when what is waited for appears."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time


class Session:
    def __init__(self, command, environment=None, columns=80, rows=24):
        self.began = time.monotonic()
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update({"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"})
            os.environ.update(environment or {})
            os.execvp(command[0], command)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.seen = b""

    def wait(self, pattern, patience=60):
        """Milliseconds from the start until the pattern is there; what was seen up to it is forgotten."""
        until = time.monotonic() + patience
        while not (found := re.search(pattern, self.seen)):
            ready, _, _ = select.select([self.fd], [], [], max(0, until - time.monotonic()))
            data = os.read(self.fd, 65536) if ready else b""
            if not data:
                raise RuntimeError(f"waited for {pattern!r}, have {self.seen[-800:]!r}")
            self.seen += data
        self.seen = self.seen[found.end():]
        return self.now()

    def type(self, keys):
        os.write(self.fd, keys)
        return self.now()

    def now(self):
        return (time.monotonic() - self.began) * 1000

    def rss(self):
        """Resident memory in MB, now."""
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.fd)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()


def process(command, text=None, environment=None):
    """Runs a program to its end: milliseconds, its largest memory in MB."""
    import subprocess
    began = time.monotonic()
    child = subprocess.Popen(command, stdin=subprocess.PIPE if text else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                             stderr=subprocess.PIPE, env={**os.environ, **(environment or {})})
    if text:
        child.stdin.write(text.encode())
        child.stdin.close()
    err = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"{command} ended with {child.returncode}: {err.decode()[-400:]}")
    return (time.monotonic() - began) * 1000, usage.ru_maxrss / 1024
