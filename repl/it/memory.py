"""The memory of a process, as Linux tells it."""

MOST = "VmHWM"
NOW = "VmRSS"


def memory(pid, which=MOST):
    """In MB: the most that the process has had so far, or what it has now; 0 once it has ended."""
    try:
        with open("/proc/%d/status" % pid) as status:
            return next((int(line.split()[1]) >> 10 for line in status if line.startswith(which)), 0)
    except OSError:
        return 0
