#!/usr/bin/python3
"""Interrupts a real kernel's process, by message and by SIGINT, whatever it is doing; and runs what would end other kernels.

Usage: repl/it/interrupt_test.py [LAUNCHER]
Needs Debian's python3-jupyter-client. Says how long each interrupt took; fails where one takes longer than ten times the two seconds that are promised,
for machines are busy, or where the session has lost what it had.
"""
import os
import signal
import sys
import time
import unittest

import scratch
from busy import BUSY

from jupyter_client.manager import start_new_kernel

PATIENCE = 120
PROMISED = 2.0
SLACK = 10


class Front:
    """A front end that runs cells one at a time and hears all that is said of them."""

    def __init__(self):
        self.manager, self.client = start_new_kernel(kernel_name="layerbook", startup_timeout=PATIENCE)

    def begin(self, code):
        return self.client.execute(code)

    def hears(self, asked, condition):
        """Takes messages until the condition holds of one that belongs to the cell."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            message = self.client.get_iopub_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == asked and condition(message):
                return message
        raise AssertionError(f"not heard within {PATIENCE} s")

    def reply(self, asked):
        while True:
            message = self.client.get_shell_msg(timeout=PATIENCE)
            if message["parent_header"].get("msg_id") == asked:
                return message["content"]

    def run(self, code):
        """The reply to a cell, and what it printed or showed as text."""
        asked = self.begin(code)
        said = []

        def ends(message):
            content = message["content"]
            said.append(content.get("text", "") + content.get("data", {}).get("text/plain", ""))
            return message["msg_type"] == "status" and content["execution_state"] == "idle"
        self.hears(asked, ends)
        return self.reply(asked), "".join(said)

    def by_message(self):
        self.client.session.send(self.client.control_channel.socket, self.client.session.msg("interrupt_request", {}))

    def by_signal(self):
        os.kill(self.manager.provisioner.process.pid, signal.SIGINT)

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel()


class Interrupts(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.front = Front()
        cls.front.run("int kept = 7")
        cls.front.run("input(3, 32, 32)\nconv2d(16, 3)")

    @classmethod
    def tearDownClass(cls):
        cls.front.close()

    def interrupted(self, what, code, how, printed):
        asked = self.front.begin(code)
        if printed:
            self.front.hears(asked, lambda m: m["msg_type"] == "stream" and "begun" in m["content"]["text"])
        else:
            self.front.hears(asked, lambda m: m["msg_type"] == "execute_input")
        time.sleep(0.3)
        begun = time.monotonic()
        how()
        reply = self.front.reply(asked)
        taken = time.monotonic() - begun
        self.front.hears(asked, lambda m: m["msg_type"] == "status" and m["content"]["execution_state"] == "idle")
        print(f"{taken:6.2f} s{'' if taken <= PROMISED else ' (more than promised)'}  {what}, {how.__name__.replace('_', ' ')}", flush=True)
        self.assertEqual((reply["status"], reply.get("ename")), ("error", "Interrupted"), reply)
        self.assertLess(taken, SLACK * PROMISED, what)
        self.assertEqual(self.front.run("kept + 0")[1].strip(), "7")
        self.assertEqual(self.front.run("params()")[1].strip(), "448")

    def test_whatever_a_cell_does_it_can_be_stopped(self):
        for what, code in BUSY.items():
            for how in (self.front.by_message, self.front.by_signal):
                with self.subTest(what=what, how=how.__name__):
                    self.interrupted(what, 'System.out.println("begun");\n' + code, how, True)

    def test_while_it_is_still_compiling(self):
        products = "+".join(f"({i}*{i + 1})" for i in range(60_000))
        for how in (self.front.by_message, self.front.by_signal):
            with self.subTest(how=how.__name__):
                self.interrupted("a statement that is being compiled", "int huge = " + products, how, False)

    def test_cells_behind_an_interrupted_one_are_not_run(self):
        asked = self.front.begin('System.out.println("begun"); while (true) { }')
        behind = [self.front.begin(f"int never{i} = {i}") for i in range(4)]
        self.front.hears(asked, lambda m: m["msg_type"] == "stream")
        self.front.by_message()
        self.assertEqual(self.front.reply(asked)["status"], "error")
        self.assertEqual([self.front.reply(each)["status"] for each in behind], ["aborted"] * 4)

    def test_five_interrupted_loops_leave_nothing_that_spins(self):
        for _ in range(5):
            asked = self.front.begin('System.out.println("begun"); while (true) { }')
            self.front.hears(asked, lambda m: m["msg_type"] == "stream")
            self.front.by_message()
            self.front.reply(asked)
        before = self.cpu()
        time.sleep(2)
        self.assertLess(self.cpu() - before, 1.0, "seconds of work in two seconds of rest")

    def cpu(self):
        with open(f"/proc/{self.front.manager.provisioner.process.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class NothingEndsTheKernel(unittest.TestCase):
    """What would end a Java program: the kernel lives, says what happened, and has kept what it had."""

    @classmethod
    def setUpClass(cls):
        cls.front = Front()
        cls.front.run("int kept = 7")
        cls.pid = cls.front.manager.provisioner.process.pid

    @classmethod
    def tearDownClass(cls):
        cls.front.close()

    def lives(self):
        self.assertEqual(self.front.run("kept + 0")[1].strip(), "7")
        self.assertTrue(self.front.manager.is_alive())
        self.assertEqual(self.front.manager.provisioner.process.pid, self.pid, "it was not started again")

    def fails(self, code, name, said):
        reply, _ = self.front.run(code)
        self.assertEqual(reply["status"], "error", code)
        self.assertEqual(reply["ename"], name, reply)
        self.assertIn(said, reply["evalue"] + "\n".join(reply["traceback"]))
        self.lives()

    def test_exit(self):
        self.fails("System.exit(3)", "ExitRefused", "System.exit(3)")
        self.fails("Runtime.getRuntime().exit(3)", "ExitRefused", "exit(3)")
        self.fails("Runtime.getRuntime().halt(3)", "ExitRefused", "halt(3)")

    def test_errors_of_the_virtual_machine(self):
        self.front.run("int deep(int n) { return deep(n + 1) + 1; }")
        self.fails("deep(0)", "StackOverflowError", "")
        self.fails("var all = new ArrayList<long[]>(); while (true) all.add(new long[1 << 24]);", "OutOfMemoryError", "heap")
        self.front.run("all = null")
        self.fails("new int[Integer.MAX_VALUE][Integer.MAX_VALUE]", "OutOfMemoryError", "")

    def test_a_thread_that_dies(self):
        reply, said = self.front.run('var t = new Thread(() -> { throw new IllegalStateException("died here"); }); t.start(); t.join(); Thread.sleep(200);')
        self.assertEqual(reply["status"], "ok")
        self.assertIn("IllegalStateException", said)
        self.assertIn("died here", said)
        self.lives()

    def test_streams_that_are_taken_away(self):
        self.front.run("System.out.close(); System.err.close(); System.in.close();")
        self.assertIn("still here", self.front.run('System.out.println("still here")')[1])
        self.lives()


if __name__ == "__main__":
    scratch.install()
    unittest.main(argv=sys.argv[:1], verbosity=2)
