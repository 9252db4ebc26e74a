"""A Jupyter of its own for a check: our kernel installed below a directory with blanks in its name, nothing of the user's touched."""
import os
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
LAUNCHER = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 and not sys.argv[1].startswith("-") else os.path.join(HERE, "..", "bin", "layerbook"))
DIRECTORY = tempfile.TemporaryDirectory(prefix="layerbook kernel ")

signal.signal(signal.SIGINT, signal.default_int_handler)  # who is started in the background ignores interrupts, and would hand that down to the kernel


def path(*names):
    return os.path.join(DIRECTORY.name, *names)


def install():
    """Points Jupyter, by its own environment variables, to the scratch directory, and installs the kernel there."""
    os.environ["JUPYTER_DATA_DIR"] = path("data")
    os.environ["JUPYTER_RUNTIME_DIR"] = path("runtime")
    os.environ["JUPYTER_CONFIG_DIR"] = path("config")
    os.environ["IPYTHONDIR"] = path("ipython")
    os.environ["LAYERBOOK_HISTORY"] = path("history.jsonl")
    os.environ["LAYERBOOK_HOME"] = path("home")
    subprocess.run([LAUNCHER, "jupyter", "install", "--user"], check=True)
