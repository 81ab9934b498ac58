"""The command, run as a user runs it, and what several tests need of it."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[3]
VECTORS = ROOT / "Vectors"
BINARY = os.environ["PORTCALL_BINARY"]


def portcall(*arguments, **options):
    """Output, errors and exit code."""
    run = subprocess.run([BINARY, *map(str, arguments)], capture_output=True, timeout=300, **options)
    return run.stdout.decode("utf-8"), run.stderr.decode("utf-8"), run.returncode


def vectors():
    """The files of each folder, and what they are printed to together."""
    groups = {}
    for path in sorted([*VECTORS.rglob("*.call"), *VECTORS.rglob("*.checkup")]):
        groups.setdefault(path.parent.name, []).append(path)
    return groups


def require(condition, words):
    """A test that fails says what of."""
    if not condition:
        raise SystemExit(f"formats: {words}")


def tool(*command, standard_input=None, code=0):
    """What a tool says; it must end with that code."""
    run = subprocess.run([*map(str, command)], input=standard_input, capture_output=True, timeout=300)
    words = (run.stdout + run.stderr).decode("utf-8", "replace")
    require(run.returncode == code, f"{' '.join(map(str, command))}: exit code {run.returncode}: {words[:2000]}")
    return words
