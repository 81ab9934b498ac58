"""What a terminal is shown while a sweep goes on, and that nothing of it appears anywhere else."""
import contextlib
import os
import pty
import re
import select
import time

from bench import CLOSED, SILENT, awaits, connections, expect, hosts

ERASED = "\r\x1b[K"
PROGRESS = re.compile(r"\d+ done( of about \d+)?, [\d.]+ a second; \d+ critical, \d+ warning")


class Terminal:
    """A pseudo-terminal, and all that was written to it."""

    def __init__(self):
        self.master, self.slave = pty.openpty()
        self.text = ""

    def close_slave(self):
        os.close(self.slave)

    def read(self, until, within=30):
        """Reads until something is there, or whoever writes is gone."""
        end = time.monotonic() + within
        while not until(self.text):
            ready, _, _ = select.select([self.master], [], [], max(0, end - time.monotonic()))
            expect(ready, "the terminal was not shown what it should be:", repr(self.text))
            try:
                read = os.read(self.master, 65536)
            except OSError:
                return
            if not read:
                return
            self.text += read.decode().replace("\r\n", "\n")

    def read_all(self):
        self.read(lambda text: False)
        os.close(self.master)


def shown(text):
    """What stands there in the end, and every line that was drawn, as a terminal does it."""
    lines, drawn = [""], []
    for part in re.split(f"({re.escape(ERASED)}|\n)", text):
        if part == ERASED:
            lines[-1] = ""
        elif part == "\n":
            lines.append("")
        else:
            lines[-1] += part
            drawn.append(part)
    return "\n".join(lines), drawn


def progress(bench):
    """On a terminal a sweep draws its progress, and erases it before anything else is written there."""
    targets = [f"smtp://{host}:{SILENT}" for host in hosts(3)] + [f"tcp://{host}:{CLOSED}" for host in hosts(5)]
    listed = bench.write("targets", targets)
    for output in ("both", "errors"):
        terminal = Terminal()
        with open(bench.path("output"), "w") as file:
            process = bench.begin(["sweep", listed, "-t", "4"], stderr=terminal.slave,
                                  stdout=terminal.slave if output == "both" else file,
                                  environment={"TERM": "xterm", "NO_COLOR": "1"})
            terminal.close_slave()
            terminal.read(lambda text: PROGRESS.search(text))
            terminal.read_all()
            process.wait(timeout=30)
        with open(bench.path("output")) as file:
            written = file.read()
        rest, drawn = shown(terminal.text)
        expect(sum(bool(PROGRESS.search(part)) for part in drawn) >= 2, output, drawn)
        expect(not PROGRESS.search(rest), output, rest)
        # Nothing else stands on a line that progress was drawn on.
        expect(all(part.startswith(PROGRESS.search(part).group()) for part in drawn if PROGRESS.search(part)), drawn)
        results = rest if output == "both" else written
        expect(all(len(re.findall(rf"^CRITICAL  {re.escape(target)} ", results, re.M)) == 1 for target in targets),
               output, results)
        expect("8 results in" in rest and "\x1b[K" not in written, output, rest)


def interrupted(bench):
    """An interruption is told on a line of its own, and progress goes on below it."""
    listed = bench.write("targets", [f"smtp://{host}:{SILENT}" for host in hosts(3)])
    terminal = Terminal()
    process = bench.begin(["sweep", listed, "-t", "5"], stderr=terminal.slave, stdout=terminal.slave,
                          environment={"TERM": "xterm", "NO_COLOR": "1"})
    terminal.close_slave()
    terminal.read(lambda text: PROGRESS.search(text))
    process.terminate()
    terminal.read_all()
    process.wait(timeout=30)
    rest, _ = shown(terminal.text)
    expect(rest.startswith("portcall: no further call begins"), rest)
    expect(not PROGRESS.search(rest) and "3 results in" in rest, rest)


def no_terminal(bench):
    """Where standard error is no terminal, or one that can move no cursor, nothing of the progress appears."""
    listed = bench.write("targets", [f"smtp://{host}:{SILENT}" for host in hosts(3)])
    result = bench.run("sweep", listed, "-t", "3")
    expect("\r" not in result.errors and "done" not in result.errors and "\x1b" not in result.output, result)
    expect(result.errors.startswith("3 results in"), result)
    terminal = Terminal()
    process = bench.begin(["sweep", listed, "-t", "3"], stderr=terminal.slave, stdout=terminal.slave,
                          environment={"TERM": "dumb"})
    terminal.close_slave()
    terminal.read_all()
    process.wait(timeout=30)
    expect("\r" not in terminal.text and "done" not in terminal.text, terminal.text)


ALL = [progress, interrupted, no_terminal]
