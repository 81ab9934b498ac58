"""How a run ends before its time: readers that leave, signals, and a kill at any moment."""
import json
import os
import random
import signal
import subprocess

from bench import BINARY, CLOSED, SILENT, awaits, connections, expect, expect_each_once, hosts, submissions

SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


def reader_leaves(bench):
    """A reader that leaves ends the sweep quietly, with the exit code of what it was given."""
    listed = bench.write("targets", [f"tcp://{host}:{CLOSED}" for host in hosts(2000)])
    line = f'{BINARY} sweep {listed} --json --rate 200 | head -1; exit "${{PIPESTATUS[0]}}"'
    result = subprocess.run(["bash", "-c", line], capture_output=True, text=True, timeout=60)
    expect(result.returncode == 2 and len(result.stdout.splitlines()) == 1, result)
    json.loads(result.stdout)
    written = int(result.stderr.split(" result")[0].replace(",", ""))
    expect(written < 2000 and "Broken pipe" not in result.stderr, result.stderr)
    result = bench.run("sweep", listed, redirection=">&-")
    expect(result.code == 3, result)
    expect(result.errors.count("standard output: Bad file descriptor") == 1, result)


def signals(bench):
    """Each of the signals lets a sweep finish what is under way, and ends a check with what is known; both exit 130."""
    silent = f"smtp://127.1.0.1:{SILENT}"
    listed = bench.write("targets", [silent, *submissions(20)])
    for number in SIGNALS:
        process = bench.begin(["sweep", listed, "--json", "--in-flight", "1", "--timeout", "3"])
        awaits(lambda: connections(SILENT) == 1, "the connection")
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
        told = [json.loads(line) for line in output.splitlines()]
        expect(process.returncode == 130 and "no further call begins" in errors, number, process.returncode, errors)
        last = told[-1]
        expect(last["target"] == silent and last["findings"][0]["id"] == "silent", number, last)
        process = bench.begin(["check", silent, "--json", "--timeout", "60"])
        awaits(lambda: connections(SILENT) == 1, "the connection")
        process.send_signal(number)
        output, errors = process.communicate(timeout=30)
        found = [finding["id"] for finding in json.loads(output)["findings"]]
        expect(process.returncode == 130 and "interrupted" in found, number, process.returncode, output, errors)
        awaits(lambda: connections(SILENT) == 0, "the end of the connection")


def killed(bench):
    """However often it is killed at whatever moment, a sweep that is continued tells every target exactly once."""
    seed = int(os.environ.get("PORTCALL_SEED", random.randrange(1 << 32)))
    moments = random.Random(seed)
    targets = [*submissions(600), *(f"tcp://{host}:{CLOSED}" for host in hosts(2400)),
               *(f"tcp://127.1.0.1:{CLOSED}" for _ in range(100))]
    listed, results = bench.write("targets", targets), bench.path("results")
    command = ["sweep", listed, "--json", "--output", results, "--resume", "--ca-file", bench.roots,
               "--per-host", "100"]
    kills = 0
    for _ in range(30):
        process = bench.begin(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(timeout=moments.uniform(0.02, 0.25))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            kills += 1
    result = bench.run(*command)
    with open(results) as file:
        expect_each_once([json.loads(line) for line in file], targets)
    expect(result.code == 2 and kills > 0, f"seed {seed}, {kills} kills", result)
    # As where the machine itself goes down: the last line is cut anywhere.
    with open(results, "rb") as file:
        whole = file.read()
    for _ in range(5):
        with open(results, "wb") as file:
            file.write(whole[:moments.randrange(len(whole))])
        bench.run(*command)
        with open(results) as file:
            expect_each_once([json.loads(line) for line in file], targets)


ALL = [reader_leaves, signals, killed]
