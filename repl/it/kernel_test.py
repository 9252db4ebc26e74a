#!/usr/bin/python3
"""Runs Jupyter's public kernel test suite on our kernel, with every sample filled in: a skipped test is a failure.

Usage: repl/it/kernel_test.py [LAUNCHER]
Needs Debian's python3-jupyter-client, python3-jupyter-kernel-test.
"""
import sys
import unittest

import scratch

import jupyter_kernel_test
from jupyter_client.manager import KernelManager


class LayerbookKernelTests(jupyter_kernel_test.KernelTests):
    kernel_name = "layerbook"
    language_name = "java"
    file_extension = ".java"
    code_hello_world = 'System.out.println("hello, world");'
    code_stderr = 'System.err.println("oops");'
    completion_samples = [
        {"text": "Math.sqr", "matches": {"sqrt("}},
        {"text": '"x".toUpp'},
        {"text": "maxPo"},
        {"text": "/fl"},
    ]
    complete_code_samples = ["1 + 1", "int x = 7;", "conv2d(3, 16, 3)", "/undo", "class A { }", ""]
    incomplete_code_samples = ["int f() {", "conv2d(3,", "class A {\n  int x;", '"""\ntext']
    invalid_code_samples = ["int 7q = ;", "} int", "x = = 3", "int x = 3 int y"]
    code_page_something = "?conv2d"
    code_generate_error = 'throw new IllegalStateException("boom")'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 + 6", "result": "12"},
        {"code": '"a".repeat(3)', "result": '"aaa"'},
        {"code": "6 * 8", "result": "48"},
    ]
    code_display_data = [
        {"code": 'display("<b>bold</b>", "text/html")', "mime": "text/html"},
    ]
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "conv2d"
    code_clear_output = "clearOutput()"


class IopubWelcome(unittest.TestCase):
    """The check that release 0.7.0 of the suite adds: what a subscriber hears first is that it is heard."""

    def test_recv_iopub_welcome_msg(self):
        manager = KernelManager(kernel_name="layerbook")
        manager.start_kernel()
        client = manager.blocking_client()
        client.start_channels()
        try:
            message = client.get_iopub_msg(timeout=15)
            self.assertEqual(message["msg_type"], "iopub_welcome")
            self.assertEqual(message["content"]["subscription"], "")
        finally:
            client.stop_channels()
            manager.shutdown_kernel()


def main():
    scratch.install()
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules[__name__])
    result = unittest.TextTestRunner(verbosity=2).run(suite)
    for test, why in result.skipped:
        print(f"skipped: {test}: {why}", file=sys.stderr)
    print(f"{result.testsRun} tests, {len(result.failures) + len(result.errors)} failed, {len(result.skipped)} skipped")
    return 0 if result.wasSuccessful() and not result.skipped else 1


if __name__ == "__main__":
    sys.exit(main())
