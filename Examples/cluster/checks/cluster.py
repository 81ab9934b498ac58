"""What the checks of a cluster need: a list, a portcall whose lines are counted wherever they go, and who is left."""

import collections
import ctypes
import json
import os
import pathlib
import shlex
import signal
import sys
import time

HERE = pathlib.Path(__file__).resolve().parents[1]
BINARY = os.path.realpath(os.environ["PORTCALL_BINARY"])
FOLDER = pathlib.Path(sys.argv[1])


def require(condition, words):
    """A check that fails says what of."""
    if not condition:
        raise SystemExit(f"cluster: {words}")


def write_list(count):
    """So many addresses of this machine where nobody listens: a call is answered with a refusal at once."""
    FOLDER.mkdir()
    targets = [f"tcp://127.{1 + i // 62500}.{i // 250 % 250}.{1 + i % 250}:9" for i in range(count)]
    path = FOLDER / "targets.txt"
    path.write_text("# every target is this machine\n\n" + "\n".join(targets) + "\n")
    return path, targets


def place_portcall(dying):
    """A portcall that keeps a copy of what it prints; the folder that has it comes first in the PATH returned.

    The first whose arguments match the pattern of the shell dies after a hundred lines.
    """
    for name in "bin", "printed":
        (FOLDER / name).mkdir()
    command = FOLDER / "bin" / "portcall"
    command.write_text(f"""#!/bin/bash
if [[ "$*" == {dying} ]] && mkdir {FOLDER}/dead 2>/dev/null; then
    {shlex.quote(BINARY)} "$@" | head -n 100 | tee {FOLDER}/printed/$$
    kill -KILL $$
fi
{shlex.quote(BINARY)} "$@" | tee {FOLDER}/printed/$$
exit "${{PIPESTATUS[0]}}"
""")
    command.chmod(0o755)
    return {**os.environ, "PATH": f"{command.parent}:{os.environ['PATH']}"}


def count_lines(paths):
    return sum(path.read_bytes().count(b"\n") for path in paths)


def require_once(paths, targets):
    """All targets are in the files, each on a line of its own and on one alone."""
    told = collections.Counter()
    for path in paths:
        for line in path.read_text().splitlines():
            told[json.loads(line)["target"]] += 1
    require(told == collections.Counter(targets),
            f"{sum(told.values())} lines of {len(told)} targets, and not each of {len(targets)} once")


def await_that(condition, words, seconds=120):
    """What the condition says as soon as it says something; it must within the time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if (answer := condition()):
            return answer
        time.sleep(0.01)
    require(False, f"{words}, not within {seconds} s")


def adopt_orphans():
    """Whoever is left of what was started becomes a child of this process (PR_SET_CHILD_SUBREAPER), to be ended."""
    require(ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) == 0, "orphans cannot be adopted")


def descendants(of):
    """The processes below one, the nearest first."""
    children = collections.defaultdict(list)
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if fields[0] != "Z":
            children[int(fields[1])].append(int(stat.parent.name))
    found = list(children[of])
    for process in found:
        found += children[process]
    return found


def kill(processes):
    for process in processes:
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass


def end_all():
    """Ends what this process has started, and what that has."""
    while (processes := descendants(os.getpid())):
        kill(processes)
        time.sleep(0.05)
