"""What the faults have in common: the servers, the command, and what is expected of it."""
import json
import os
import shutil
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.normpath(os.path.join(HERE, "..", "..", ".."))
BINARY = os.path.abspath(os.environ.get("PORTCALL_BINARY", os.path.join(TOP, ".build", "release", "portcall")))
# Of Benchmarks/server.c.
PLAIN, STARTTLS, SILENT = 26025, 26587, 26001
# Nobody listens there.
CLOSED = 26999


class Fault(Exception):
    """Not what was expected."""


def expect(is_so, *words):
    if not is_so:
        raise Fault(" ".join(str(word) for word in words))


def compile_c(source, program, *options):
    compiler = shutil.which("cc") or "clang"
    subprocess.run([compiler, "-O2", "-o", program, source, *options], check=True)


class Result:
    def __init__(self, process, output, errors):
        self.code, self.output, self.errors = process.returncode, output, errors

    @property
    def objects(self):
        return [json.loads(line) for line in self.output.splitlines()]

    def __str__(self):
        return f"exit code {self.code}, output {self.output[:2000]!r}, errors {self.errors[:2000]!r}"


class Bench:
    """A folder, and the servers of the benchmarks on loopback."""

    def __init__(self, folder):
        self.folder = folder
        compile_c(f"{TOP}/Benchmarks/server.c", f"{folder}/server", "-lssl", "-lcrypto")
        self.server = subprocess.Popen([f"{folder}/server", folder, "50"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE)
        self.server.stdout.readline()
        self.roots = f"{folder}/root.pem"

    def close(self):
        self.server.stdin.close()
        self.server.wait()

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.path(name), "w") as file:
            file.writelines(f"{line}\n" for line in lines)
        return self.path(name)

    def begin(self, arguments, before="", redirection="", environment=None, program=BINARY, **streams):
        """Starts the command; `before` is what a shell does first, as `ulimit`.

        No signal is ignored by it, though whoever started this may ignore some, as nohup does.
        """
        line = f'{before or ":"}; exec "$0" "$@" {redirection}'
        return subprocess.Popen(["env", "--default-signal", "bash", "-c", line, program, *arguments], text=True,
                                cwd=self.folder,
                                env={**os.environ, "LC_ALL": "C.UTF-8", **(environment or {})},
                                **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE,
                                   "stderr": subprocess.PIPE, **streams})

    def run(self, *arguments, within=60, **how):
        """Runs the command to its end, which must come in so many seconds."""
        process = self.begin(arguments, **how)
        try:
            return Result(process, *process.communicate(timeout=within))
        except subprocess.TimeoutExpired:
            process.kill()
            raise Fault(f"it has not ended within {within} s: portcall {' '.join(arguments)}") from None

    def sweep(self, targets, *options, within=60, **how):
        """Sweeps them, with JSON as output."""
        listed = self.write("targets", targets)
        return self.run("sweep", listed, "--json", "--ca-file", self.roots, *options, within=within, **how)


class Clock:
    """A wall clock that can be set back by an hour, for a command that is begun with its environment."""

    def __init__(self, bench):
        library = bench.path("clock.so")
        compile_c(f"{HERE}/clock.c", library, "-shared", "-fPIC")
        self.mark = bench.path("set-back")
        self.environment = {"LD_PRELOAD": library, "PORTCALL_CLOCK": self.mark}

    def set_back(self):
        open(self.mark, "w").close()

    def restore(self):
        if os.path.exists(self.mark):
            os.remove(self.mark)


def hosts(count):
    """Addresses that the servers have a certificate for."""
    return [f"127.1.{i // 250}.{i % 250 + 1}" for i in range(count)]


def submissions(count):
    return [f"submission://{host}:{STARTTLS}" for host in hosts(count)]


def expect_each_once(objects, targets):
    told = sorted(one["target"] for one in objects)
    expect(told == sorted(targets), f"{len(told)} results of {len(targets)} targets,",
           f"missing {sorted(set(targets) - set(told))[:5]}, {len(told) - len(set(told))} twice")


def awaits(condition, what, within=30):
    """Returns once something is so that nobody tells."""
    end = time.monotonic() + within
    while not condition():
        expect(time.monotonic() < end, f"{what}: not within {within} s")
        time.sleep(0.01)


def connections(port):
    """How many connections to a port are established, as /proc has it."""
    with open("/proc/net/tcp") as file:
        rows = [line.split() for line in file.readlines()[1:]]
    return sum(row[2].endswith(f":{port:04X}") and row[3] == "01" for row in rows)
