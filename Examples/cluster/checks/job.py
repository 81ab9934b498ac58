"""The Kubernetes Job: its manifest by the schema, and its command as a pod runs it, ended by a drain and by a crash."""

import os
import signal
import subprocess

import kubernetes_validate
import yaml

from cluster import (BINARY, FOLDER, HERE, adopt_orphans, await_that, count_lines, descendants, end_all, kill, require,
                     require_once, write_list)

COUNT, PARTS = 20_000, 8
VERSIONS = "1.33", "1.37"

manifest = yaml.safe_load((HERE / "job.yaml").read_text())
for version in VERSIONS:
    kubernetes_validate.validate(manifest, version, strict=True)
job = manifest["spec"]
[container] = job["template"]["spec"]["containers"]
[parts] = [variable["value"] for variable in container["env"] if variable["name"] == "PARTS"]
require(job["completions"] == int(parts), f"{job['completions']} pods for {parts} parts")
require(job["template"]["spec"]["terminationGracePeriodSeconds"] > 30, "calls under way are given no time")


def start(index, slow=False):
    """A pod as its node starts it; a slow one is still at work when it is to be ended."""
    [script] = container["args"]
    for mount in container["volumeMounts"]:
        require(mount["mountPath"] in script, f"{mount['mountPath']} is not used")
        script = script.replace(f"{mount['mountPath']}/", f"{FOLDER}{mount['mountPath']}/")
    script = script.replace("--rate 500", "--rate 500" if slow else "")
    environment = {"PATH": f"{FOLDER}/bin:{os.environ['PATH']}", "PARTS": str(PARTS), "JOB_COMPLETION_INDEX": str(index)}
    return subprocess.Popen([*container["command"], script], env=environment, stderr=subprocess.DEVNULL)


def result(index):
    return FOLDER / "results" / f"part-{index + 1}.jsonl"


def start_and_await_lines(index):
    pod = start(index, slow=True)
    await_that(lambda: result(index).exists() and count_lines([result(index)]) > 100, f"part {index + 1} has lines")
    return pod


adopt_orphans()
try:
    path, targets = write_list(COUNT)
    for name in "targets", "results", "bin":
        (FOLDER / name).mkdir()
    path.rename(FOLDER / "targets" / path.name)
    (FOLDER / "bin" / "portcall").symlink_to(BINARY)

    drained = start_and_await_lines(0)
    drained.send_signal(signal.SIGTERM)
    code = drained.wait(timeout=60)
    require(code == 130, f"a pod that is drained ends with {code}")
    crashed = start_and_await_lines(PARTS - 1)
    kill([crashed.pid, *descendants(crashed.pid)])
    crashed.wait(timeout=60)
    before = count_lines([result(0), result(PARTS - 1)])
    for index in range(PARTS):
        code = start(index).wait(timeout=60)
        require(code == 0, f"part {index + 1} ends with {code}")
    require_once(sorted((FOLDER / "results").iterdir()), targets)
finally:
    end_all()
print(f"Kubernetes: a Job of {' and '.join(VERSIONS)}; its command in {PARTS} parts, one drained and one killed after "
      f"{before} lines together, and started again: {COUNT} targets once each")
