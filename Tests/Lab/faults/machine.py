"""Faults of the machine: too few descriptors, ports or memory, a disk without room, a clock that is set back."""
import json
import os
import subprocess

from bench import BINARY, CLOSED, SILENT, Clock, awaits, connections, expect, expect_each_once, hosts, submissions


def few_descriptors(bench):
    """With 64 descriptors a sweep calls fewer at once, says so, and judges every target."""
    targets = submissions(300)
    result = bench.sweep(targets, before="ulimit -n 64")
    expect_each_once(result.objects, targets)
    expect(result.code == 0 and "64 files may be open (ulimit -n)" in result.errors, result)


def no_descriptors(bench):
    """With too few descriptors to begin with, all commands that call say so and exit 3."""
    listed = bench.write("targets", submissions(1))
    for command in (["check", *submissions(2)], ["gc", "127.0.0.1"], ["sweep", listed]):
        result = bench.run(*command, before="ulimit -n 12")
        expect(result.code == 3 and result.output == "", command, result)
        expect("Too many open files: portcall can open" in result.errors, command, result)
    result = bench.run("check", "--json", *submissions(2), before="ulimit -n 12")
    expect([one["kind"] for one in result.objects] == ["error"] * 2 and result.code == 3, result)


def take_descriptors(process, left):
    """Lets a process open so many more files, and no others."""
    used = [int(name) for name in os.listdir(f"/proc/{process.pid}/fd")]
    # The limit is of the numbers, and the lowest that is free is taken.
    limit = max(used) + 1
    free = limit - len(used)
    subprocess.run(["prlimit", "--pid", str(process.pid), f"--nofile={limit + max(0, left - free)}"], check=True)


def descriptors_gone(bench):
    """Where descriptors run out in mid-call, no server is blamed: all formats say why, and exit 3."""
    target = f"submission://127.1.0.1:{SILENT}"
    for options in (["--json"], ["--format", "nagios"], ["--format", "csv"], []):
        # The first connection is made, and the one more that begins with TLS cannot be.
        process = bench.begin(["check", target, "-t", "20", *options])
        awaits(lambda: connections(SILENT) == 1, "the first connection")
        take_descriptors(process, 0)
        output, errors = process.communicate(timeout=60)
        words = "this machine lets portcall open no more files (ulimit -n)"
        expect(process.returncode == 3, options, process.returncode, output, errors)
        expect(words in (output if options else errors), options, output, errors)
        expect("silent" not in output and "critical" not in output.lower(), options, output)
        awaits(lambda: connections(SILENT) == 0, "the end of the connection")


def few_descriptors_for_gc(bench):
    """With hardly a descriptor to spare gc judges as with many, or says what could not be asked."""
    command = ["gc", "127.0.0.1", "--dns", "127.0.0.1", "--json", "-t", "10"]
    usual = bench.run(*command)
    known = {(one.get("service"), finding["id"]) for one in usual.objects for finding in one["findings"]}
    least = int(bench.run(*command, before="ulimit -n 12").errors.split("needs ")[1].split()[0])
    for spare in (7, 9, 12):
        result = bench.run(*command, before=f"ulimit -n {least + spare}")
        failed = [one for one in result.objects if one.get("kind") == "error"]
        expect(all("open no more files" in one["error"] for one in failed), spare, failed)
        expect(result.code == (3 if failed and usual.code != 2 else usual.code), spare, result)
        found = {(one.get("service"), finding["id"]) for one in result.objects if one not in failed
                 for finding in one["findings"]}
        expect(found <= known, spare, found - known)


def descriptors_gone_in_sweep(bench):
    """Where another part of the process takes them in a sweep, the calls are made once there are descriptors again."""
    targets = submissions(400)
    listed = bench.write("targets", targets)
    # 40 more are open from the start than the sweep reckons with.
    held = "; ".join(f"exec {number}</dev/null" for number in range(20, 60))
    result = bench.run("sweep", listed, "--json", "--ca-file", bench.roots, "-t", "20", before=f"{held}; ulimit -n 96")
    expect_each_once(result.objects, targets)
    wrong = [one for one in result.objects if one.get("verdict") != "ok"]
    expect(result.code == 0 and not wrong, wrong[:3], result.code, result.errors)


def ports_gone(bench):
    """Where every local port is taken, it is told as that and no server is blamed."""
    path = "/proc/sys/net/ipv4/ip_local_port_range"
    with open(path) as file:
        usual = file.read()
    try:
        with open(path, "w") as file:
            file.write("40000 40001")
        targets = [f"smtp://127.1.0.1:{SILENT}"] * 6
        result = bench.sweep(targets, "-t", "3", "--per-host", "100")
    finally:
        with open(path, "w") as file:
            file.write(usual)
    expect(len(result.objects) == 6, result)
    told = [one for one in result.objects if one.get("kind") == "error"]
    expect(told and all("no local port left" in one["error"] for one in told), result)
    judged = [one["findings"][0]["id"] for one in result.objects if "findings" in one]
    expect(set(judged) <= {"silent"}, judged)


def short_of_memory(bench):
    """With a short address space a sweep calls fewer at once and judges every target, or says what it needs."""
    targets = submissions(300)
    # In KiB: with less the command cannot be loaded, or has no thread to begin with.
    least = next(space for space in range(60000, 900000, 20000)
                 if bench.run("5", BINARY, "--version", program="timeout", before=f"ulimit -v {space}").code == 0)
    for command in (["check", targets[0]], ["gc", "127.0.0.1"], ["sweep", bench.write("targets", targets)]):
        result = bench.run(*command, before=f"ulimit -v {least + 20000}")
        expect(result.code == 3 and result.output == "", command, result)
        expect("MiB of memory are left to portcall, and it needs" in result.errors, command, result)
    # What a sweep has to have before its first call, with some to spare: the address space is laid out by chance.
    enough = 20000 + next(space for space in range(least, 3000000, 20000)
                          if "it needs" not in bench.sweep(targets[:1], before=f"ulimit -v {space}").errors)
    for more in (0, 100000, 300000):
        result = bench.sweep(targets, before=f"ulimit -v {enough + more}")
        expect(result.code == 0, more, result)
        expect_each_once(result.objects, targets)
        if more == 0:
            expect("memory is limited (ulimit -v)" in result.errors, result.errors)


def full_disk(bench):
    """Where the disk is full, a sweep says so, exits 3 and leaves whole lines, which it goes on with later."""
    disk = bench.path("disk")
    os.mkdir(disk)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", disk], check=True)
    targets, results = submissions(400), f"{disk}/results"
    result = bench.sweep(targets, "--output", results)
    expect(result.code == 3 and result.output == "", result)
    expect(result.errors.count(f"{results}: No space left on device") == 1, result)
    with open(results) as file:
        lines = file.read().splitlines(keepends=True)
    expect(lines and all(line.endswith("\n") and json.loads(line)["target"] in targets for line in lines), lines[-1:])
    subprocess.run(["mount", "-o", "remount,size=16m", disk], check=True)
    result = bench.sweep(targets, "--output", results, "--resume")
    with open(results) as file:
        expect_each_once([json.loads(line) for line in file], targets)
    expect(result.code == 0, result)
    full_disk_of_check(bench, disk)
    subprocess.run(["umount", disk], check=True)


def full_disk_of_check(bench, disk):
    with open(f"{disk}/before", "w") as file:
        file.write("before")
    room = os.statvfs(disk)
    with open(f"{disk}/filler", "wb") as file:
        file.write(bytes(room.f_bavail * room.f_frsize))
    result = bench.run("check", *submissions(1), "--output", f"{disk}/before", "--ca-file", bench.roots)
    expect(result.code == 3 and "No space left on device" in result.errors, result)
    with open(f"{disk}/before") as file:
        expect(file.read() == "before", "the output of before is gone")


def full_device(bench):
    """A standard output without room is told once and ends the sweep with exit code 3."""
    result = bench.sweep(submissions(50), redirection=">/dev/full")
    expect(result.code == 3, result)
    expect(result.errors.count("standard output: No space left on device") == 1, result)


def clock_set_back(bench):
    """A wall clock that is set back an hour in mid-call changes no deadline and no duration."""
    clock = Clock(bench)
    targets = [f"smtp://{host}:{SILENT}" for host in hosts(20)] + [f"smtp://127.1.0.1:{CLOSED}"]
    listed = bench.write("targets", targets)
    for command in (["sweep", listed, "--json", "-t", "4"], ["check", *targets, "--json", "-t", "4", "--in-flight", "30"]):
        process = bench.begin(command, environment=clock.environment)
        awaits(lambda: connections(SILENT) == 20, "all connections")
        clock.set_back()
        output, errors = process.communicate(timeout=30)
        clock.restore()
        told = [json.loads(line) for line in output.splitlines()]
        expect_each_once(told, targets)
        waited = [one["elapsed_ms"] for one in told if f":{SILENT}" in one["target"]]
        expect(all(3900 <= each <= 8000 for each in waited), command[0], waited, errors)
        expect(process.returncode == 2, command[0], process.returncode)


ALL = [few_descriptors, no_descriptors, descriptors_gone, few_descriptors_for_gc, descriptors_gone_in_sweep,
       ports_gone, short_of_memory, full_disk, full_device, clock_set_back]
