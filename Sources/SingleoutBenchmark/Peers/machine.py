"""The machine, its other processes, and runs of whole processes on it."""
import os
import resource
import subprocess
import sys
import time

THREADS = "2"
HERE = os.path.dirname(os.path.abspath(__file__))
for _name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = THREADS


class Company:
    """The share of the machine's processor time that other processes take while a load is measured."""

    LIMIT = 0.05

    def __init__(self):
        self.wall, self.busy, self.own = self.now()

    @staticmethod
    def now():
        with open("/proc/stat") as stat:
            user, nice, system, _, _, interrupts, soft, stolen = map(int, stat.readline().split()[1:9])
        usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        busy = (user + nice + system + interrupts + soft + stolen) / os.sysconf("SC_CLK_TCK")
        return time.perf_counter(), busy, sum(u.ru_utime + u.ru_stime for u in usage)

    def share(self):
        wall, busy, own = self.now()
        others = (busy - self.busy) - (own - self.own)
        return max(0.0, others / ((wall - self.wall) * os.cpu_count()))


def run(command):
    """What a process took, from start to end, and its output."""
    reader, writer = os.pipe()
    company = Company()
    process = subprocess.run([sys.executable, "-I", "-S", os.path.join(HERE, "launch.py"), str(writer), *command],
                             stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, pass_fds=[writer])
    os.close(writer)
    with os.fdopen(reader) as figures:
        took = figures.read().split()
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {process.stderr.strip()[-2000:]}")
    return {"seconds": float(took[0]), "processorSeconds": float(took[1]), "peakBytes": int(took[2]),
            "othersShare": company.share()}, process.stdout


def first_line(path, start):
    with open(path) as lines:
        return next((line.split(":" if ":" in line else "=", 1)[1].strip().strip('"') for line in lines
                     if line.startswith(start)), "unknown")


def described():
    """The machine as it stands below a table."""
    kibibytes = int(first_line("/proc/meminfo", "MemTotal").split()[0])
    wide = "with" if "avx512f" in first_line("/proc/cpuinfo", "flags").split() else "without"
    return {"processor": f"{first_line('/proc/cpuinfo', 'model name')} {wide} AVX-512", "cores": os.cpu_count(),
            "memoryBytes": kibibytes * 1024, "system": first_line("/etc/os-release", "PRETTY_NAME"), "commit": commit()}


def commit():
    """The commit of the sources, with a plus when they were changed since."""
    git = ["git", "-C", HERE]
    head = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True)
    if head.returncode != 0:
        return "unknown"
    changed = subprocess.run([*git, "status", "--porcelain", "--untracked-files=no"], capture_output=True, text=True).stdout
    return head.stdout.strip() + ("+" if changed else "")
