#!/usr/bin/env python3
"""Shares a list among the workers of an Apache Spark cluster, and leaves the answers in RESULTS, a file a part.

  spark-submit --master MASTER spark.py LIST RESULTS [PARTS [OPTION...]]

LIST and RESULTS are where every worker sees them, RESULTS is not there yet, portcall is on every worker's PATH. OPTIONs
are those of `portcall sweep`.
"""
import os
import shlex
import sys

from pyspark import SparkConf, SparkContext


def main(listed, results, parts="64", *options):
    conf = SparkConf().setAppName("portcall")
    # The same part twice at once would be the same servers called twice at once.
    conf.set("spark.speculation", "false")
    # What a part has written counts once all of it is there, and RESULTS once all parts are.
    conf.set("spark.hadoop.mapreduce.fileoutputcommitter.algorithm.version", "1")
    context = SparkContext(conf=conf)

    lines = context.textFile(listed, int(parts)).map(str.strip)
    targets = lines.filter(lambda line: line and not line.startswith("#"))
    # 0, 1 and 2 are verdicts on servers, 3 may be a line that names no target: all of them are answers. Whatever else the
    # code is, the part is called once more. Without `checkCode` nobody looks at it, without `env` there is no PATH.
    sweep = shlex.join(["portcall", "sweep", "-", "--json", *options])
    answers = targets.pipe(f"sh -c {shlex.quote(f'{sweep}; test $? -le 3')}", env=dict(os.environ), checkCode=True)
    # The only thing that is done with `answers`: whatever is done with them calls every server again.
    answers.saveAsTextFile(results)

    # What 3 also may be, as a worker without trusted roots, shows here.
    asked, told = targets.count(), context.textFile(results).count()
    print(f"{told} answers to {asked} targets", file=sys.stderr)
    return asked != told


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
