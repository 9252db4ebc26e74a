"""Prints the table of what one waits for. Each figure is a median; in brackets the least and the most; rounds of both sides alternate."""
import argparse
import datetime
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from pty_session import Session, process

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LAYERBOOK = str(ROOT / "repl" / "bin" / "layerbook")
JAVA_HOME = os.environ.get("JAVA_HOME") or str(Path(shutil.which("java")).resolve().parent.parent)
TABLE = rb"\xe2\x97\x82 new"  # the mark of the row that was just added
PROMPT = rb"layerbook> "
ROWS = []
MISSING = set()


def figure(values):
    if not values:
        return "-"
    unit = statistics.median(values)
    digits = 0 if unit >= 20 else 1
    return f"{unit:,.{digits}f} ({min(values):,.{digits}f} to {max(values):,.{digits}f})"


def row(what, ours, theirs=None, goal=None, limit=None, unit="ms"):
    ratio = statistics.median(ours) / statistics.median(theirs) if theirs else None
    met = ratio <= goal if goal and ratio is not None else statistics.median(ours) <= limit if limit else None
    said = f"at most {goal} of theirs" if goal else f"at most {limit} {unit}" if limit else ""
    ROWS.append((what, f"{figure(ours)} {unit}", f"{figure(theirs)} {unit}" if theirs else "-", f"{ratio:.2f}" if ratio is not None else "-",
                 said, "" if met is None else "yes" if met else "no"))
    print("  " + " | ".join(ROWS[-1]), file=sys.stderr)


def start_up(rounds):
    jshell = [str(Path(JAVA_HOME) / "bin" / "jshell")]
    prompt, first, later, their_prompt, their_first = [], [], [], [], []
    for _ in range(rounds):
        with Session(jshell) as s:
            their_prompt.append(s.wait(rb"jshell> "))
            s.type(b"40 + 2\r")
            their_first.append(s.wait(rb"==> 42"))
        with Session([LAYERBOOK]) as s:
            prompt.append(s.wait(PROMPT))
            s.type(b"input(3, 32, 32)\r")
            first.append(s.wait(TABLE))
        with Session([LAYERBOOK]) as s:
            s.wait(PROMPT)
            time.sleep(1.5)
            typed = s.type(b"input(3, 32, 32)\r")
            later.append(s.wait(TABLE) - typed)
    row("time to prompt (theirs: the jshell tool)", prompt, their_prompt, goal=0.15)
    row("first table, typed at once (theirs: jshell's first result)", first, their_first, goal=0.3)
    row("first table, typed 1.5 s after the prompt", later, limit=100)


def warm(rounds):
    """Statements at the terminal, the same texts to JShell in its own process, completion."""
    enter, compiled, menu, first_menu = [], [], [], []
    for _ in range(max(1, rounds // 3)):
        with Session([LAYERBOOK], rows=50) as s:
            s.wait(PROMPT)
            s.type(b"input(3, 32, 32)\r")
            s.wait(TABLE)
            for i in range(40):
                s.wait(PROMPT)
                typed = s.type(b"relu()\r")
                took = s.wait(TABLE) - typed
                if i >= 10:
                    enter.append(took)
            for i in range(40):
                s.wait(PROMPT)
                typed = s.type(b'Integer.parseInt("3")\r')
                took = s.wait(rb"==> 3") - typed
                if i >= 10:
                    compiled.append(took)
            s.wait(PROMPT)
            for i in range(10):
                s.type(b"conv2d(16, 3, pa")
                s.wait(rb"pa")
                typed = s.type(b"\t")
                took = s.wait(rb"paddingMode") - typed
                (first_menu if i == 0 else menu).append(took)
                s.type(b"\x03")
                s.wait(PROMPT)
    row("one warm statement, relu(), Enter to echo (theirs: the text in JShell alone)", enter, bare_shell("relu()"), goal=1.5)
    row("the same, as it stands", enter, limit=20)
    row("one that the compiler has to see, Integer.parseInt(..) (theirs: the text in JShell alone)", compiled, bare_shell('Integer.parseInt("3")'), goal=1.5)
    row("the same, as it stands", compiled, limit=20)
    row("completion menu, the first", first_menu, limit=150)
    row("completion menu, later ones", menu, limit=30)


def bare_shell(statement):
    return numbers([str(Path(JAVA_HOME) / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", class_path(), str(HERE / "BareShell.java"), statement])


def class_path():
    return (ROOT / "repl" / "target" / "program" / "ready").read_text().splitlines()[1]


def torch_python():
    for python in [os.environ.get("TORCH_PYTHON"), "python3", "/usr/bin/python3"]:
        if python and shutil.which(python) and subprocess.run([python, "-c", "import torch"], capture_output=True).returncode == 0:
            return python
    MISSING.add("PyTorch is not installed (Debian: python3-torch, python3-torchvision)")
    return None


def torch_run(python, model):
    """The same in PyTorch, as a list of one; empty, and said, where PyTorch or torchvision is missing."""
    try:
        return [process([python, str(HERE / "torch_side.py"), model])] if python else []
    except RuntimeError as e:
        MISSING.add(f"PyTorch's {model}: " + str(e).strip().splitlines()[-1])
        return []


def whole_runs(rounds):
    python = torch_python()
    cases = [("02-cnn.jsh, whole process (theirs: PyTorch, summary and counts of the same net)", ROOT / "notebooks" / "02-cnn.jsh", "cnn", 0.7),
             ("ResNet-152 (theirs: torchvision on the meta device, summary)", HERE / "resnet152.jsh", "resnet152", 0.5),
             ("ViT-B/16 (theirs: torchvision on the meta device, summary)", HERE / "vit_b_16.jsh", "vit_b_16", 0.5)]
    for what, notebook, model, goal in cases:
        if not notebook.exists():
            continue
        ours, theirs = [], []
        for _ in range(rounds):
            ours.append(process([LAYERBOOK, "run", str(notebook)]))
            theirs += torch_run(python, model)
        row(what, [t for t, _ in ours], [t for t, _ in theirs], goal=goal)
        if model == "cnn":
            row("the same, most memory", [m for _, m in ours], [m for _, m in theirs], goal=0.5, unit="MB")


def files(rounds):
    """What a file holds, whole process."""
    folder = ROOT / "kernel" / "src" / "test" / "resources" / "files"
    for name in ("resnet18.safetensors", "llama-2-7b/model.safetensors.index.json", "llama-2-7b/config.json", "llama-2-7b.Q4_0.head.gguf", "article_cnn_whole.pt",
                 "article_cnn_legacy.pth", "block_op16_dyn.onnx"):
        taken = [process([LAYERBOOK, "summary", str(folder / name)]) for _ in range(rounds)]
        row(f"summary {name}, whole process", [t for t, _ in taken], limit=500)
        row("the same, most memory", [m for _, m in taken], limit=200, unit="MB")


def graph(rounds):
    """One large graph, built and counted in every convention, in a process that is warm."""
    ours = numbers([str(Path(JAVA_HOME) / "bin" / "java"), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", class_path(), str(HERE / "Graph.java"), str(HERE / "resnet152.jsh")])
    python = torch_python()
    theirs = numbers([python, str(HERE / "torch_side.py"), "warm"]) if python else []
    torchinfo = bool(python) and subprocess.run([python, "-c", "import torchinfo"], capture_output=True).returncode == 0
    if not torchinfo:
        MISSING.add("torchinfo is not installed: its place is taken by hooks that note shapes and weights, a part of what it does, so no goal is set against them")
    row("ResNet-152 built and counted in nine conventions, warm (theirs: one pass on the meta device through the model built before)", ours, theirs, goal=0.1 if torchinfo else None)


def numbers(command):
    try:
        return [float(x) for x in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]
    except subprocess.CalledProcessError as e:
        MISSING.add(" ".join(command[-2:]) + ": " + e.stderr.strip().splitlines()[-1])
        return []


def jupyter(rounds):
    """A kernel as a client meets it, beside ipykernel; kernel.py has more of it."""
    python = next((p for p in ["python3", "/usr/bin/python3"] if subprocess.run([p, "-c", "import jupyter_client, ipykernel"], capture_output=True).returncode == 0), None)
    if not python:
        MISSING.add("Jupyter is not installed (Debian: python3-jupyter-client, python3-ipykernel)")
        return
    data = tempfile.mkdtemp()
    environment = {**os.environ, "JUPYTER_DATA_DIR": data}
    try:
        subprocess.run([LAYERBOOK, "jupyter", "install", "--user"], env=environment, check=True, capture_output=True)
        found = [json.loads(subprocess.run([python, str(HERE / "kernel.py"), "--cells", "30", "--json"], env=environment, check=True, capture_output=True, text=True).stdout)
                 for _ in range(min(3, rounds))]
    finally:
        shutil.rmtree(data, ignore_errors=True)
    for what, key, scale, goal in [("Jupyter: launch to kernel_info (theirs: ipykernel)", "launch to kernel_info, s", 1000, 1.0),
                                   ("Jupyter: an expression cell (theirs: ipykernel)", "an expression, median of 20 at cell 30, ms", 1, 3.0)]:
        row(what, [f["layerbook"][key] * scale for f in found], [f["python3"][key] * scale for f in found], goal=goal)


KINDS = {"expressions": lambda i: f"{i} + 1",
         "void statements": lambda i: f'System.out.println("said {i}")',
         "reassignments": lambda i: "x = x + 1" if i else "int x = 0",
         "new variables": lambda i: f"int a{i} = {i}",
         "compiled expressions": lambda i: f'Integer.parseInt("{i}") + 1',
         "compiled variables": lambda i: f'int a{i} = Integer.parseInt("{i}")'}


def growth(rounds):
    """Statements through a pipe, one line of output each: when the lines come is when the statements were done."""
    last = 5000 if rounds > 3 else 1200 # plain statements are carried out without the compiler; the last two kinds are what it slows down by
    memory = []
    for kind, statement in KINDS.items():
        child = subprocess.Popen([LAYERBOOK], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        text = "".join(statement(i) + "\n" for i in range(last + 1))
        feeder = threading.Thread(target=lambda to=child.stdin, data=text.encode(): (to.write(data), to.flush()), daemon=True)
        feeder.start()
        at, cpu = [], []
        for _ in range(last):
            if not child.stdout.readline():
                raise RuntimeError(f"the session ended while it ran {kind}")
            at.append(time.monotonic() * 1000)
            cpu.append(cpu_of(child.pid))
        memory.append(resident(child.pid))
        child.kill()
        child.wait()
        early = [b - a for a, b in zip(at[30:70], at[31:71])]
        late = [b - a for a, b in zip(at[-201:-1], at[-200:])]
        row(f"{kind}: statement {last:,} (theirs: statement 50)", late, early, goal=1.5)
        row(f"{kind}: CPU of the 400 before statement {last:,}, each (theirs: 100 to 300)", [(cpu[-1] - cpu[-401]) / 400], [(cpu[300] - cpu[100]) / 200])
    row(f"memory after {last:,} statements", memory, limit=350, unit="MB")


def cpu_of(pid):
    """Milliseconds of processor time of a process so far."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")


def resident(pid):
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmRSS"))


SECTIONS = {"start": start_up, "warm": warm, "growth": growth, "runs": whole_runs, "files": files, "graph": graph, "jupyter": jupyter}


def machine():
    with open("/proc/cpuinfo") as cpu:
        model = next((line.split(":")[1].strip() for line in cpu if line.startswith("model name")), platform.machine())
    java = subprocess.run([str(Path(JAVA_HOME) / "bin" / "java"), "-version"], capture_output=True, text=True).stderr.splitlines()[1]
    python = torch_python()
    torch = subprocess.run([python, "-c", "import torch; print('PyTorch ' + torch.__version__)"], capture_output=True, text=True).stdout.strip() if python else "no PyTorch"
    load = os.getloadavg()[0]
    return f"{datetime.date.today()}, {os.cpu_count()} x {model}, {java}, {torch}, load {load:.1f} at the start"


def table(header, rows):
    widths = [max(len(str(r[i])) for r in [header, *rows]) for i in range(len(header))]
    lines = ["| " + " | ".join(str(c).ljust(w) for c, w in zip(r, widths)) + " |" for r in [header, *rows]]
    lines.insert(1, "|" + "|".join("-" * (w + 2) for w in widths) + "|")
    return "\n".join(lines)


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--rounds", type=int, default=7)
    arguments.add_argument("--only", choices=SECTIONS)
    arguments.add_argument("--quick", action="store_true", help="three minutes: fewer rounds, 1,200 statements")
    chosen = arguments.parse_args()
    if chosen.quick:
        chosen.rounds = 3
    os.environ["JAVA_HOME"] = JAVA_HOME
    os.environ["LAYERBOOK_HOME"] = subprocess.run(["mktemp", "-d"], capture_output=True, text=True, check=True).stdout.strip()
    here = machine()
    subprocess.run([LAYERBOOK, "--version"], env={**os.environ, "LAYERBOOK_ARCHIVE": "wait"}, stdout=subprocess.DEVNULL, check=True)
    try:
        for name, section in SECTIONS.items():
            if chosen.only in (None, name):
                section(chosen.rounds)
    finally:
        shutil.rmtree(os.environ["LAYERBOOK_HOME"], ignore_errors=True)
    print(here + "\n")
    print(table(("", "Layerbook", "theirs", "ratio", "goal", "met"), ROWS))
    for missing in sorted(MISSING):
        print("\nNot compared: " + missing)


main()
