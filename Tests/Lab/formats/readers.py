"""Readers that are not ours read every vector in every format: nothing a server said acts in any of them."""

import csv
import html.parser
import io
import json
import pathlib
import re
import sys

import jsonschema

from portcall import ROOT, VECTORS, portcall, require, tool, vectors

FOLDER = pathlib.Path(sys.argv[1])
SCHEMAS = ROOT / "Tests/Lab/formats/schemas"


def read(format, files):
    text, errors, code = portcall("replay", "--format", format, *files)
    require(errors == "" and code in (0, 1, 2), f"{format}: exit code {code}: {errors}")
    return text, code


def prometheus(text, name):
    words = tool("promtool", "check", "metrics", standard_input=text.encode())
    require(words == "", f"promtool on {name}: {words}")


def junit(text, name):
    file = FOLDER / "portcall.xml"
    file.write_text(text, encoding="utf-8")
    for schema in ("JUnit.xsd", "junit-10.xsd"):
        tool("xmllint", "--noout", "--schema", SCHEMAS / schema, file)


SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0.json").read_text()))
OWN = jsonschema.Draft202012Validator(json.loads((VECTORS / "schema.json").read_text()))
jsonschema.Draft202012Validator.check_schema(OWN.schema)


def sarif(text, name):
    for error in SARIF.iter_errors(json.loads(text)):
        require(False, f"SARIF of {name}: {error.message} at {list(error.absolute_path)}")


def own(text, name):
    for line in text.splitlines():
        for error in OWN.iter_errors(json.loads(line)):
            require(False, f"JSON of {name}: {error.message} at {list(error.absolute_path)}: {line[:200]}")


def table(text, name):
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    require(len(rows) > 1 and {len(row) for row in rows} == {24}, f"CSV of {name}: columns")
    for cell in (cell for row in rows for cell in row):
        number = re.fullmatch(r"-?[0-9]+", cell)
        require(number or not cell.startswith(("=", "+", "-", "@", "\t", "\r")), f"CSV of {name}: {cell}")


PARSER = r"""
use Monitoring::Plugin::Performance;
my $line = <STDIN>;
my ($data) = $line =~ /^PORTCALL (?:OK|WARNING|CRITICAL|UNKNOWN): [^|]* \| ([^|]*)$/ or exit 9;
my @all = Monitoring::Plugin::Performance->parse_perfstring($data) or exit 8;
my $worst = 0;
for (@all) {
    next if $_->label ne 'certificate';
    my $status = $_->threshold->get_status($_->value);
    $worst = $status if $status > $worst;
}
print scalar(@all), " $worst\n";
"""


def nagios(text, name):
    require(len(text.encode()) <= 8000, f"nagios of {name}: too long")
    first = text.split("\n")[0]
    require(len(first.encode()) <= 1024 and text.count("|") == 1, f"nagios of {name}: {first}")
    tool("perl", "-e", PARSER, standard_input=first.encode() + b"\n")


class Page(html.parser.HTMLParser):
    """Tags and attributes, as far as they could do anything."""

    def handle_starttag(self, tag, attributes):
        require(tag not in ("script", "iframe", "object", "embed", "img", "link", "form"), f"HTML has {tag}")
        for name, value in attributes:
            require(not name.startswith("on") and name not in ("src", "style"), f"HTML has {name}={value}")
            require(name != "href" or value.startswith("#"), f"HTML leads to {value}")


def page(text, name):
    reader = Page()
    reader.feed(text)
    reader.close()
    file = FOLDER / "portcall.html"
    log = FOLDER / "net.json"
    file.write_text(text, encoding="utf-8")
    said = tool(
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--disable-extensions", "--no-first-run",
        "--disable-default-apps", "--disable-domain-reliability", f"--user-data-dir={FOLDER / 'chromium'}",
        "--enable-logging=stderr", f"--log-net-log={log}", "--dump-dom", file.as_uri(),
    )
    require("CONSOLE" not in said, f"Chromium on {name}: {[l for l in said.splitlines() if 'CONSOLE' in l][:3]}")
    require(said.count("<tr data-target=") == text.count("<tr data-target="), f"Chromium on {name}: rows are lost")
    addresses = set(re.findall(r'"url":"([a-z]+://[^"]*)"', log.read_text(errors="replace")))
    foreign = {url for url in addresses if "mx.example" in url or "evil" in url or "alert" in url}
    require(not foreign, f"Chromium on {name} asked for {foreign}")
    return addresses


READERS = {
    "prometheus": prometheus, "junit": junit, "sarif": sarif, "json": own, "csv": table, "nagios": nagios,
}


def main():
    groups = vectors()
    everything = [file for files in groups.values() for file in files]
    for format, reader in READERS.items():
        for name, files in groups.items():
            reader(read(format, files)[0], name)
        reader(read(format, everything)[0], "all vectors")
        print(f"{format}: read")
    for file in everything:
        text, code = read("nagios", [file])
        nagios(text, file.name)
        # A real plugin turns the state round: what it makes of ours must be the opposite of ours.
        if file.parent.name == "certificates":
            words = {0: "2", 1: "1", 2: "0"}
            tool("negate", "--ok=CRITICAL", "--critical=OK", sys.executable, "-c",
                 f"print('x'); raise SystemExit({code})", code=int(words[code]))
    print("nagios: each vector read")
    page(read("html", groups["certificates"])[0], "certificates")
    page(read("html", everything)[0], "all vectors")
    print("html: read")
    markdown = read("markdown", everything)[0]
    require(markdown.startswith("## portcall: "), "markdown has no heading")


main()
