#!/usr/bin/python3
"""Measures a running kernel as a front end meets it, beside ipykernel in the same run.

Usage: repl/bench/kernel.py [--cells N] [KERNEL ...]      (kernels by name; standard: layerbook python3)
Needs Debian's python3-jupyter-client, python3-ipykernel, and the kernel installed (layerbook jupyter install).
Times are medians; memory is what the kernel's process has resident.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import time

from jupyter_client.manager import KernelManager

WORDS = {
    "layerbook": dict(declaration="int a{n} = {n};", expression="{n} + 1", loop="while (true) {{ }}",
                      flood='for (int i = 0; i < 20000; i++) System.out.println("line " + i);',
                      layers="input(3, 32, 32)\nconv2d(16, 3, padding(1))\nrelu()", method="int f{n}(int x) {{ return x + {n}; }}"),
    "python3": dict(declaration="a{n} = {n}", expression="{n} + 1", loop="while True: pass",
                    flood="for i in range(20000): print('line', i)", layers="x = 1", method="def f{n}(x): return x + {n}"),
}


class Kernel:
    def __init__(self, name):
        begun = time.perf_counter()
        self.manager = KernelManager(kernel_name=name)
        self.manager.start_kernel()
        self.client = self.manager.blocking_client()
        self.client.start_channels()
        while True:
            self.client.kernel_info()
            try:
                self.client.get_shell_msg(timeout=0.02)
                break
            except Exception:
                continue
        self.to_info = time.perf_counter() - begun
        self.wait_until_heard()
        self.run("1 + 1")
        self.to_result = time.perf_counter() - begun

    def wait_until_heard(self):
        """What a kernel says before our subscription has arrived is lost: ask until something is heard."""
        while True:
            self.client.kernel_info()
            try:
                self.client.get_iopub_msg(timeout=0.02)
                return
            except Exception:
                continue

    def run(self, code, whilst=None):
        """Runs a cell: seconds until it is idle and answered, messages of its streams, the lines in them."""
        begun = time.perf_counter()
        asked = self.client.execute(code)
        messages = lines = 0
        while True:
            message = self.client.get_iopub_msg(timeout=60)
            if message["parent_header"].get("msg_id") != asked:
                continue
            if message["msg_type"] == "execute_input" and whilst:
                time.sleep(0.5)
                begun = time.perf_counter()
                whilst()
            if message["msg_type"] == "stream":
                messages += 1
                lines += message["content"]["text"].count("\n")
            if message["msg_type"] == "status" and message["content"]["execution_state"] == "idle":
                break
        while self.client.get_shell_msg(timeout=60)["parent_header"].get("msg_id") != asked:
            continue
        return time.perf_counter() - begun, messages, lines

    def round_trip(self):
        taken = []
        for _ in range(100):
            begun = time.perf_counter()
            asked = self.client.kernel_info()
            while self.client.get_shell_msg(timeout=5)["parent_header"].get("msg_id") != asked:
                continue
            taken.append(time.perf_counter() - begun)
        return statistics.median(taken)

    def memory(self):
        """Megabytes resident in all processes that the kernel consists of."""
        pids = subprocess.run(["pgrep", "-f", self.manager.connection_file], capture_output=True, text=True).stdout.split()
        total = 0
        for pid in pids:
            try:
                with open(f"/proc/{pid}/status") as status:
                    total += sum(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
            except OSError:
                continue
        return total // 1024

    def shutdown(self):
        begun = time.perf_counter()
        self.client.shutdown()
        while self.manager.is_alive():
            time.sleep(0.005)
        taken = time.perf_counter() - begun
        self.client.stop_channels()
        self.manager.cleanup_resources()
        return taken


def measure(name, cells):
    words = WORDS[name]
    kernel = Kernel(name)
    found = {"launch to kernel_info, s": kernel.to_info, "launch to the end of 1 + 1, s": kernel.to_result}
    found["three layers, first time, s"] = kernel.run(words["layers"])[0]
    found["memory early, MB"] = kernel.memory()
    taken = []
    for n in range(1, cells + 1):
        taken.append(kernel.run(words["declaration"].format(n=n))[0])
        if n in (30, 100, 1000):
            found[f"a declaration, median of 20 up to cell {n}, ms"] = 1000 * statistics.median(taken[-20:])
            expressions = [kernel.run(words["expression"].format(n=i))[0] for i in range(20)]
            found[f"an expression, median of 20 at cell {n}, ms"] = 1000 * statistics.median(expressions)
            found[f"memory at cell {n}, MB"] = kernel.memory()
    taken = [kernel.run(words["method"].format(n=n))[0] for n in range(1, 501)]
    found["a method, median of the last 20 of 500, ms"] = 1000 * statistics.median(taken[-20:])
    found["memory after 500 methods more, MB"] = kernel.memory()
    found["kernel_info round trip, ms"] = 1000 * kernel.round_trip()
    seconds, messages, lines = kernel.run(words["flood"])
    found["20,000 lines, s"] = seconds
    found["20,000 lines, messages"] = messages
    found["20,000 lines, lines lost"] = 20000 - lines
    found["interrupt of a loop, s"] = kernel.run(words["loop"].format(), whilst=kernel.manager.interrupt_kernel)[0]
    found["shutdown, s"] = kernel.shutdown()
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("kernels", nargs="*", default=["layerbook", "python3"])
    parser.add_argument("--cells", type=int, default=1000)
    parser.add_argument("--json", action="store_true", help="as one JSON object")
    given = parser.parse_args()
    found = {name: measure(name, given.cells) for name in given.kernels}
    if given.json:
        print(json.dumps(found, indent=1))
        return
    print(f"{'':52}" + "".join(f"{name:>12}" for name in found))
    for what in next(iter(found.values())):
        row = (f"{values[what]:12.3f}" if isinstance(values[what], float) else f"{values[what]:12d}" for values in found.values())
        print(f"{what:52}" + "".join(row))


if __name__ == "__main__":
    sys.exit(main())
