#!/usr/bin/python3
"""Whatever knocks at a real kernel's five doors: nothing runs that was not signed, memory stays bounded, and after each round it answers and counts on.

Usage: repl/it/doors_test.py [LAUNCHER] [--rounds N]
Needs Debian's python3-jupyter-client. Each round is made from its number alone; what fails says which it was.
"""
import json
import os
import random
import socket
import sys
import time

import zmq

import scratch
from memory import NOW, memory

from jupyter_client.manager import start_new_kernel

PATIENCE = 60
ROUNDS = int(sys.argv[sys.argv.index("--rounds") + 1]) if "--rounds" in sys.argv else 40
HEAP = 256  # MB
MOST = 450  # MB: the heap, and what a Java process has beside it, 110 at its start
DELIMITER = b"<IDS|MSG>"
REQUESTS = ("execute_request", "complete_request", "inspect_request", "history_request", "is_complete_request", "comm_info_request", "kernel_info_request",
            "comm_open", "comm_msg", "comm_close", "interrupt_request", "input_reply", "execute_reply", "status", "debug_request", "create_subshell_request", "no_such_request")
ODD = (None, True, -1, 0, 7, 1 << 31, -(1 << 63), 1 << 80, 1.5, 1e308, "", "x", "\0", "\ud800", "../../x", "\u202e", [], [[]], {}, {"a": {"b": []}}, "x" * 100_000)
FIELDS = {"execute_request": ("silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error"), "complete_request": ("code", "cursor_pos"),
          "inspect_request": ("code", "cursor_pos", "detail_level"), "history_request": ("output", "raw", "hist_access_type", "session", "start", "stop", "n", "pattern", "unique"),
          "is_complete_request": ("code",), "comm_info_request": ("target_name",), "comm_open": ("comm_id", "target_name", "data"), "comm_msg": ("comm_id", "data"),
          "comm_close": ("comm_id", "data"), "input_reply": ("value", "status")}


class Kernel:
    def __init__(self):
        options = {"LAYERBOOK_JAVA_OPTIONS": "-Xmx%dm" % HEAP}
        self.manager, self.client = start_new_kernel(kernel_name="layerbook", startup_timeout=PATIENCE, env={**os.environ, **options})
        self.pid = self.manager.provisioner.process.pid
        self.ports = {"shell": self.manager.shell_port, "control": self.manager.control_port, "stdin": self.manager.stdin_port, "iopub": self.manager.iopub_port,
                      "hb": self.manager.hb_port}
        self.context = zmq.Context()
        self.marks = scratch.path("marks")
        os.mkdir(self.marks)
        self.counted = 0
        self.ask("int counted = 0")
        self.ask(self.mark("signed"))
        os.remove(os.path.join(self.marks, "signed"))  # what is signed is run: so the others would have been

    def mark(self, name):
        """Code that leaves a trace, if anybody runs it."""
        return 'Files.createFile(Path.of("%s"))' % os.path.join(self.marks, name)

    def door(self, name, kind=zmq.DEALER):
        door = self.context.socket(kind)
        door.linger = 0
        door.sndhwm = 100_000
        door.sndtimeo = door.rcvtimeo = PATIENCE * 1000
        door.connect("tcp://127.0.0.1:%d" % self.ports[name])
        return door

    def frames(self, kind, content, **parts):
        """A message as it goes over the wire, signed with the right key."""
        session = self.client.session
        return session.serialize(session.msg(kind, content), **parts)

    def signed(self, *parts):
        """These four parts, whatever they are, with a signature that is right."""
        return [DELIMITER, self.client.session.sign(list(parts)), *parts]

    def raw(self, name):
        return socket.create_connection(("127.0.0.1", self.ports[name]), PATIENCE)

    def ask(self, code):
        """What a cell shows as its value."""
        shown = []
        reply = self.client.execute_interactive(code, timeout=PATIENCE, allow_stdin=False,
                                                output_hook=lambda m: shown.append(m["content"].get("data", {}).get("text/plain", "")))
        return reply["content"]["status"], "".join(shown).strip()

    def answers(self):
        reply = self.client.kernel_info(reply=True, timeout=PATIENCE)["content"]
        assert (reply["status"], reply["implementation"]) == ("ok", "layerbook"), reply
        beat = self.door("hb", zmq.REQ)
        beat.send(b"still there?")
        assert beat.recv() == b"still there?"
        beat.close()
        assert self.ask("6 * 7") == ("ok", "42")
        assert self.ask("counted + 0") == ("ok", str(self.counted)), "a request was run twice, or not at all"
        assert os.listdir(self.marks) == [], "run, though nobody signed it: %s" % os.listdir(self.marks)
        assert 0 < memory(self.pid, NOW) < MOST, "%d MB" % memory(self.pid, NOW)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()
        self.context.destroy(0)


def anything(chance):
    """One of the four parts of a message, such as nobody would send."""
    odd = chance.choice(ODD)
    return chance.choice((json.dumps(odd).encode(), chance.randbytes(chance.randrange(200)), b"{" * chance.randrange(20_000), b'{"msg_id":' + b"[" * chance.randrange(20_000), b"",
                          b'{"msg_id":"%d","msg_type":%s}' % (chance.getrandbits(60), json.dumps(odd).encode())))


def speaking(kernel, chance):
    """A door that messages go in by, or ought not to."""
    return kernel.door(chance.choice(("shell", "control", "stdin", "hb", "shell")))


def forged(kernel, chance):
    door = speaking(kernel, chance)
    for i in range(50):
        frames = kernel.frames(chance.choice(("execute_request", "execute_request", "shutdown_request")), {"code": kernel.mark("forged%d" % i), "silent": False, "restart": False})
        right = frames[1]
        frames[1] = chance.choice((b"", right[:-1], right[1:], right.upper(), right + right, chance.randbytes(32).hex().encode(), b"\0" * 64, right[::-1],
                                   kernel.client.session.sign(frames[2:5])))
        if frames[1] == right:
            frames[2] = frames[2] + b" "
        door.send_multipart(frames)
    return door


def replayed(kernel, chance):
    door, other = kernel.door("shell"), kernel.door("shell")
    for _ in range(5):
        frames = kernel.frames("execute_request", {"code": "counted++;", "silent": False, "store_history": False, "user_expressions": {}, "allow_stdin": False, "stop_on_error": False})
        kernel.counted += 1
        door.send_multipart(frames)
        heard = door.recv_multipart()
        assert json.loads(heard[heard.index(DELIMITER) + 5])["status"] == "ok"
        for _ in range(chance.randrange(1, 10)):
            chance.choice((door, other)).send_multipart(frames)
    return door, other


def truncated(kernel, chance):
    door = speaking(kernel, chance)
    for i in range(50):
        frames = kernel.frames("execute_request", {"code": kernel.mark("truncated%d" % i), "silent": False})
        cut = chance.randrange(2, 6)
        door.send_multipart(chance.choice((frames[:cut], frames[:1] + frames[2:], frames[1:], [*frames[:cut], frames[cut][:chance.randrange(len(frames[cut]))], *frames[cut + 1:]])))
    for _ in range(20):
        door.send_multipart(kernel.signed(*(anything(chance) for _ in range(4))))
    return door


def disordered(kernel, chance):
    door = speaking(kernel, chance)
    for i in range(50):
        frames = kernel.frames("execute_request", {"code": kernel.mark("disordered%d" % i), "silent": False})
        head, parts = frames[:2], frames[2:6]
        while parts == frames[2:6]:
            chance.shuffle(parts)
        door.send_multipart(head + parts)
        door.send_multipart([chance.randbytes(chance.randrange(300)) for _ in range(chance.randrange(12))] + head + parts)
    return door


def mistyped(kernel, chance):
    door = speaking(kernel, chance)
    for _ in range(60):
        kind = chance.choice(REQUESTS)
        content = {field: chance.choice(ODD) for field in FIELDS.get(kind, ()) if chance.random() < 0.8}
        session = kernel.client.session
        message = session.msg(kind, content)
        message[chance.choice(("parent_header", "metadata"))] = chance.choice(ODD)
        message["header"][chance.choice(("session", "date", "version", "username"))] = chance.choice(ODD)
        door.send_multipart(kernel.signed(*(json.dumps(message[part], default=str).encode() for part in ("header", "parent_header", "metadata", "content"))))
    return door


def oversized(kernel, chance):
    door = speaking(kernel, chance)
    door.send(b"x" * ((1 << 26) + chance.randrange(1 << 20)))
    many = speaking(kernel, chance)
    many.send_multipart([b"y" * 1_000_000] * 100)
    heads = speaking(kernel, chance)
    heads.send_multipart([b""] * 20_000)
    return door, many, heads


def flooded(kernel, chance):
    doors = [kernel.door(chance.choice(("shell", "control"))) for _ in range(4)]
    for _ in range(250):
        for door in doors:
            kind = chance.choice(("kernel_info_request", "is_complete_request", "comm_info_request", "complete_request"))
            door.send_multipart(kernel.frames(kind, {"code": "conv", "cursor_pos": 4}))  # and no answer is read
    listeners = [kernel.door("iopub", zmq.SUB) for _ in range(20)]
    for listener in listeners:
        listener.subscribe(b"")
        listener.subscribe(chance.randbytes(1000))
    return (*doors, *listeners)


def raw(kernel, chance):
    greeting = b"\xff" + b"\0" * 8 + b"\x7f\x03\x00NULL" + b"\0" * 48
    ready = b"\x04\x19\x05READY\x0bSocket-Type\0\0\0\x06DEALER"
    visitors = []
    for _ in range(40):
        visitor = kernel.raw(chance.choice(tuple(kernel.ports)))
        visitors.append(visitor)
        noise = chance.randbytes(chance.randrange(2000))
        try:
            visitor.sendall(chance.choice((noise, b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n" + noise, greeting[:chance.randrange(64)], greeting + noise, greeting + ready + noise,
                                           greeting + ready + b"\x02" + b"\xff" * 8 + noise, greeting + ready + b"\x03\0\0\0\0\x03\xff\0\0", b"\xac\xed\0\x05sr" + noise)))
        except OSError:
            pass  # it hung up: just so
    return visitors


KINDS = (forged, replayed, truncated, disordered, mistyped, raw, flooded, oversized)


def main():
    scratch.install()
    kernel = Kernel()
    try:
        kernel.answers()
        print("%d MB before" % memory(kernel.pid, NOW))
        for number in range(ROUNDS):
            kind = KINDS[number % len(KINDS)]
            begun = time.monotonic()
            try:
                opened = kind(kernel, random.Random(number))
                kernel.answers()
                for door in opened if isinstance(opened, (tuple, list)) else (opened,):
                    door.close()
            except Exception:
                print("FAIL  round %d, %s, process %s" % (number, kind.__name__, "lives" if kernel.manager.is_alive() else "is over"), flush=True)
                raise
            if number >= ROUNDS - len(KINDS):
                print("%6.2f s  round %d, %s, %d MB" % (time.monotonic() - begun, number, kind.__name__, memory(kernel.pid, NOW)), flush=True)
        kernel.answers()
        assert memory(kernel.pid) < MOST, "%d MB" % memory(kernel.pid)
        print("%d rounds at the doors: at most %d MB, nothing run that nobody signed" % (ROUNDS, memory(kernel.pid)))
    finally:
        kernel.close()


if __name__ == "__main__":
    main()
