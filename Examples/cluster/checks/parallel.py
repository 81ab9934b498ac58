"""GNU parallel with local slots: a part whose portcall is killed in the middle is called again, and told once."""

import subprocess

from cluster import FOLDER, HERE, count_lines, place_portcall, require, require_once, write_list

COUNT, PARTS = 20_000, 8

path, targets = write_list(COUNT)
environment = place_portcall(dying='*"--shard 2/"*')
command = [HERE / "with-parallel", path, FOLDER / "results"]
environment |= {"PARTS": str(PARTS), "JOBS": "2", "OPTIONS": "--timeout 10"}
for _ in "once", "and typed again":
    run = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120)
    require(run.returncode == 0, f"with-parallel: exit code {run.returncode}: {run.stderr}")
    results = sorted((FOLDER / "results").glob("part-*.jsonl"))
    require(len(results) == PARTS, f"{len(results)} parts")
    require_once(results, targets)
printed = list((FOLDER / "printed").iterdir())
require(len(printed) == PARTS + 1, f"{len(printed)} processes for {PARTS} parts, one of which died")
print(f"GNU parallel: {COUNT} targets once each, of {count_lines(printed)} lines that {len(printed)} processes printed")
