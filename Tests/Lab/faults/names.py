"""Faults of the DNS: down, slow, silent, and lying. The resolver asks a name server of ours, for this network and this
resolv.conf are nobody else's."""
import contextlib
import socket
import struct
import threading
import time

from bench import PLAIN, STARTTLS, Clock, Result, awaits, expect, expect_each_once

SERVER = ("127.0.0.1", 53)
A, CNAME = 1, 5


def name_of(query):
    labels, at = [], 12
    while query[at]:
        labels.append(query[at + 1:at + 1 + query[at]].decode())
        at += 1 + query[at]
    return ".".join(labels), struct.unpack("!H", query[at + 1:at + 3])[0], query[12:at + 5]


def encoded(name):
    return b"".join(bytes([len(label)]) + label.encode() for label in name.split(".")) + b"\0"


def reply(query, records=(), code=0, flags=0x8180, question=None, identity=None, count=None):
    """An answer with these records, each a name in bytes, a type and its data."""
    body = b"".join(name + struct.pack("!HHIH", kind, 1, 60, len(data)) + data for name, kind, data in records)
    head = struct.pack("!HHHHHH", identity if identity is not None else struct.unpack("!H", query[:2])[0],
                       flags | code, 1, len(records) if count is None else count, 0, 0)
    return head + (question or name_of(query)[2]) + body


OWN = b"\xc0\x0c"
ADDRESS = socket.inet_aton("127.1.0.1")

# What is told of a name, by its first label: each is given the query, and answers with datagrams.
LIES = {
    # Another number, another question, then nothing.
    "number": lambda query: [reply(query, [(OWN, A, ADDRESS)], identity=query[0] ^ 0x55)],
    "question": lambda query: [reply(query, [(OWN, A, ADDRESS)], question=encoded("other.test") + b"\0\1\0\1")],
    # A name that is its own alias, and one whose pointer leads to itself.
    "alias": lambda query: [reply(query, [(OWN, CNAME, OWN)])],
    "loop": lambda query: [reply(query, [(b"\xc0" + bytes([12 + len(name_of(query)[2])]), A, ADDRESS)])],
    # Fewer records than it says, addresses of no length and of a wrong one, an address for somebody else.
    "count": lambda query: [reply(query, count=65535)],
    "short": lambda query: [reply(query, [(OWN, A, b"")])],
    "long": lambda query: [reply(query, [(OWN, A, ADDRESS + b"more")])],
    "somebody": lambda query: [reply(query, [(encoded("somebody.else"), A, ADDRESS)])],
    "half": lambda query: [reply(query, [(OWN, A, ADDRESS)])[:17]],
    "garbage": lambda query: [bytes(range(256))],
    "empty": lambda query: [b""],
    # Cut short, and nobody there over TCP.
    "cut": lambda query: [reply(query, flags=0x8380)],
    "refused": lambda query: [reply(query, code=5)],
    "failed": lambda query: [reply(query, code=2)],
    "nobody": lambda query: [reply(query, code=3)],
    "none": lambda query: [reply(query)],
}


class NameServer:
    """Answers hN.well.test with 127.1.0.N, X.lie.test with a lie, *.slow.test late, and *.silent.test never."""

    def __init__(self, delay=1.5):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(SERVER)
        self.delay, self.asked, self.is_open = delay, [], True
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def __enter__(self):
        return self

    def __exit__(self, *what):
        self.is_open = False
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own:
            own.sendto(b"", SERVER)
        self.thread.join()
        self.socket.close()

    def serve(self):
        while True:
            query, who = self.socket.recvfrom(4096)
            if not self.is_open:
                return
            name, kind, _ = name_of(query)
            self.asked.append(name)
            if name.endswith(".silent.test"):
                continue
            answers = self.answers(name, kind, query)
            if name.endswith(".slow.test"):
                threading.Timer(self.delay, self.send, [answers, who]).start()
            else:
                self.send(answers, who)

    def send(self, answers, who):
        for answer in answers:
            with contextlib.suppress(OSError):
                self.socket.sendto(answer, who)

    @staticmethod
    def answers(name, kind, query):
        label = name.split(".")[-3] if name.count(".") > 1 else ""
        if name.endswith(".lie.test"):
            return LIES[label](query)
        if kind != A or not label.startswith("h"):
            return [reply(query)]
        return [reply(query, [(OWN, A, socket.inet_aton(f"127.1.0.{int(label[1:])}"))])]


def configure(*options):
    with open("/etc/resolv.conf", "w") as file:
        file.write(f"nameserver {SERVER[0]}\noptions {' '.join(options)}\n")


def told(result, target):
    return [one for one in result.objects if one["target"] == target][0]


def expect_unresolved(one):
    ids = [finding["id"] for finding in one["findings"]]
    expect(ids == ["resolve-failed"] and one["verdict"] == "critical", one["target"], ids)


def down(bench):
    """Where no name server listens, each name is told as unresolved, and addresses are called all the same."""
    configure("timeout:1", "attempts:1")
    names = [f"submission://h{i}.well.test:{STARTTLS}" for i in range(1, 200)]
    address = f"submission://127.1.0.1:{STARTTLS}"
    result = bench.sweep([*names, address], within=30)
    expect_each_once(result.objects, [*names, address])
    for name in names:
        expect_unresolved(told(result, name))
    expect(told(result, address)["verdict"] == "ok" and result.code == 2, result.code)
    result = bench.run("check", "--json", names[0])
    expect_unresolved(result.objects[0])
    expect(result.code == 2, result)
    result = bench.run("gc", "--forest", "well.test", "--json", "-t", "5", within=40)
    expect(result.code in (1, 2) and result.objects[-1]["kind"] == "summary", result)


def slow(bench):
    """Names of a slow name server are called once they are known, and hold up nobody else."""
    configure("timeout:5", "attempts:1")
    with NameServer() as server:
        late = [f"smtp://h{i}.slow.test:{PLAIN}" for i in range(1, 150)]
        began = time.monotonic()
        early = [f"smtp://h{i}.well.test:{PLAIN}" for i in range(1, 150)]
        result = bench.sweep([*late, *early], "-t", "20", within=45)
        expect_each_once(result.objects, [*late, *early])
        failed = [one["target"] for one in result.objects if one["verdict"] == "critical"]
        expect(not failed, f"{len(failed)} failed, as {failed[:3]}")
        # 64 at once, each for a second until the next may begin.
        took = time.monotonic() - began
        expect(took < 15, f"it took {took:.1f} s")
        expect(len(server.asked) <= 2 * (len(late) + len(early)), f"{len(server.asked)} questions were asked")


def silent(bench):
    """Names that no name server answers for are told as that within their time, and hold up nobody else, whatever
    becomes of the wall clock meanwhile."""
    configure("timeout:5", "attempts:3")
    times = []
    for is_set_back in (False, True):
        with NameServer() as server:
            lost = [f"smtp://h{i}.silent.test:{PLAIN}" for i in range(1, 100)]
            well = [f"smtp://h{i}.well.test:{PLAIN}" for i in range(1, 150)]
            clock = Clock(bench)
            began = time.monotonic()
            process = bench.begin(["sweep", bench.write("targets", [*lost, *well]), "--json", "-t", "4"],
                                  environment=clock.environment)
            if is_set_back:
                # As many as may run at once: whoever comes now waits for a second.
                awaits(lambda: sum(".silent." in name for name in set(server.asked)) >= 64, "the questions")
                clock.set_back()
            result = Result(process, *process.communicate(timeout=45))
            times.append(time.monotonic() - began)
            clock.restore()
        expect_each_once(result.objects, [*lost, *well])
        for name in lost:
            expect_unresolved(told(result, name))
        expect(all(told(result, name)["verdict"] != "critical" for name in well), "some that are known failed")
    # 64 at once, each for a second until the next may begin, and 4 s for the last of them: six seconds where the machine
    # does nothing else, and three times that where the wall clock counts.
    expect(times[1] < 2.5 * times[0], "with the clock set back it took {1:.1f} s instead of {0:.1f} s".format(*times))


def lying(bench):
    """Whatever a name server says, each name is told once and in its time, and those that are well are called."""
    configure("timeout:1", "attempts:2")
    with NameServer():
        lies = [f"smtp://{lie}.lie.test:{PLAIN}" for lie in LIES]
        well = [f"smtp://h{i}.well.test:{PLAIN}" for i in range(1, 50)]
        result = bench.sweep([*lies, *well], "-t", "10", within=40)
        expect_each_once(result.objects, [*lies, *well])
        for name in lies:
            expect_unresolved(told(result, name))
        expect(all(told(result, name)["verdict"] != "critical" for name in well), "some that are known failed")
        result = bench.run("check", "--json", "--in-flight", "50", *lies, within=40)
        for one in result.objects:
            expect_unresolved(one)
        for lie in ("number", "loop", "garbage", "cut"):
            result = bench.run("gc", "--forest", f"{lie}.lie.test", "--json", "-t", "5", within=60)
            expect(result.code in (1, 2) and result.objects[-1]["kind"] == "summary", lie, result)


ALL = [down, slow, silent, lying]
