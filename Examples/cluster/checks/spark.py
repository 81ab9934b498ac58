"""An Apache Spark of a master and two workers on loopback, one of which is killed in the middle: every target once."""

import os
import pathlib
import re
import subprocess
import sys

import pyspark

from cluster import (FOLDER, HERE, adopt_orphans, await_that, count_lines, descendants, end_all, kill, place_portcall,
                     require, require_once, write_list)

COUNT, PARTS, RATE = 100_000, 20, 10_000
HOME = pathlib.Path(pyspark.__file__).parent


def spark(name, *arguments):
    """Starts a program of Spark's; where its output goes."""
    log = FOLDER / f"{name}.log"
    with open(log, "w") as file:
        process = subprocess.Popen([HOME / "bin" / arguments[0], *map(str, arguments[1:])], env=environment,
                                   stdin=subprocess.DEVNULL, stdout=file, stderr=file)
    return process, log


def daemon(name, kind, *arguments):
    return spark(name, "spark-class", f"org.apache.spark.deploy.{kind}", "--host", "127.0.0.1", "--port", 0,
                 "--webui-port", 0, *arguments)


def tail(log):
    return log.read_text()[-3000:]


def half_done(worker):
    """What a portcall of this worker has printed, where it has printed some of its part and other parts are kept."""
    if not list(results.glob("_temporary/0/task_*")):
        return None
    for process in descendants(worker.pid):
        printed = FOLDER / "printed" / str(process)
        if printed.exists() and 0 < count_lines([printed]) < COUNT / PARTS / 2:
            return printed
    return None


adopt_orphans()
try:
    path, targets = write_list(COUNT)
    results = FOLDER / "results"
    environment = place_portcall(dying="*") | {
        "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable,
        "SPARK_DAEMON_MEMORY": "256m", "SPARK_LOCAL_DIRS": str(FOLDER), "SPARK_WORKER_DIR": str(FOLDER / "work"),
    }
    _, log = daemon("master", "master.Master")
    master = await_that(lambda: re.search(r"spark://127\.0\.0\.1:\d+", log.read_text()), "a master")[0]
    workers = [daemon(f"worker{i}", "worker.Worker", "--cores", 1, "--memory", "1g", master) for i in (1, 2)]
    for _, log in workers:
        await_that(lambda: "Successfully registered with master" in log.read_text(), "a worker")

    driver, log = spark(
        "driver", "spark-submit", "--master", master, "--driver-memory", "512m", "--executor-memory", "512m",
        "--conf", "spark.ui.enabled=false", "--conf", "spark.driver.host=127.0.0.1",
        HERE / "spark.py", path, results, PARTS, "--timeout", 10, "--rate", RATE)
    victim, _ = workers[0]
    cut = await_that(lambda: driver.poll() is not None or half_done(victim), "a worker in the middle")
    require(driver.poll() is None, f"the driver ended before a worker was killed: {tail(log)}")
    # As a machine goes: the worker, its executor, its Python and its portcall, all at once.
    kill([victim.pid, *descendants(victim.pid)])
    victim.wait(timeout=60)
    code = driver.wait(timeout=240)
    require(code == 0, f"the driver ends with {code}: {tail(log)}")
    kept = count_lines([cut])
    require(0 < kept < COUNT / PARTS, f"the one that was killed had printed {kept} lines, which is all of its part")
    require_once(sorted(results.glob("part-*")), targets)
    printed = list((FOLDER / "printed").iterdir())
    # One died by itself, which only its exit code tells, and one with its worker.
    require(len(printed) >= PARTS + 2, f"{len(printed)} processes for {PARTS} parts, two of which died")
    require(count_lines(printed) > COUNT, f"no line was printed twice: {count_lines(printed)}")
finally:
    end_all()
print(f"Apache Spark {pyspark.__version__}: a portcall was killed after 100 lines, a worker after {kept} of a part; {COUNT} "
      f"targets once each, of {count_lines(printed)} lines that {len(printed)} processes printed")
