"""Uses each file of contrib, as far as it can be here: against a server of openssl on loopback."""

import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import time

from portcall import BINARY, ROOT, require, tool

FOLDER = pathlib.Path(sys.argv[1])
CONTRIB = ROOT / "contrib"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(days):
    """A server with a certificate of its own that is trusted; its port."""
    certificate, key = FOLDER / "server.pem", FOLDER / "server.key"
    tool("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", days,
         "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-addext", "keyUsage=digitalSignature",
         "-addext", "extendedKeyUsage=serverAuth", "-addext", "basicConstraints=critical,CA:FALSE",
         "-keyout", key, "-out", certificate)
    port = free_port()
    server = subprocess.Popen(["openssl", "s_server", "-accept", f"127.0.0.1:{port}", "-cert", certificate, "-key", key,
                               "-quiet"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return server, f"tls://127.0.0.1:{port}"
        except OSError:
            time.sleep(0.05)
    require(False, "openssl s_server does not listen")


def place(text):
    """A file of contrib with the binary that is tested."""
    return text.replace("/usr/local/bin/portcall", BINARY)


def shell(script, folder, target, code, **more):
    folder.mkdir(exist_ok=True)
    shutil.copy(BINARY, FOLDER / "bin" / "portcall")
    environment = {**os.environ, "PORTCALL_TARGETS": target, "PATH": f"{FOLDER / 'bin'}:{os.environ['PATH']}", **more}
    run = subprocess.run(["bash", "-e", "-c", script], cwd=folder, env=environment, capture_output=True, text=True)
    require(run.returncode == code, f"{script}: exit code {run.returncode}: {run.stdout}{run.stderr}")


def prometheus():
    tool("promtool", "check", "rules", CONTRIB / "prometheus/portcall.rules.yml")
    tool("promtool", "test", "rules", CONTRIB / "prometheus/portcall.rules.test.yml")


def icinga(target):
    file = FOLDER / "icinga.conf"
    file.write_text("include <itl>\n" + place((CONTRIB / "icinga2/portcall.conf").read_text())
                    + 'object Host "mail" {\n check_command = "dummy"\n'
                    + f' vars.portcall_targets = [ "{target}" ]\n}}\n')
    said = tool("icinga2", "daemon", "-C", "-c", file)
    require("Instantiated 1 Service" in said, f"icinga2 has no service: {said}")
    run = subprocess.run([BINARY, "check", "--format", "nagios", target], capture_output=True, text=True)
    data = run.stdout.split("\n")[0].split(" | ")[1]
    for number in data.split(" "):
        value = tool("icinga2", "console", "--eval", f'parse_performance_data("{number}").value').split()[-1]
        require(float(value) == float(re.match(r"[a-z]+=(-?[0-9.]+)s", number)[1]), f"icinga2 reads {number} as {value}")


def nagios(target, state, options=""):
    """A real Nagios checks it, and writes down what it made of the answer."""
    folder = FOLDER / "nagios"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "results").mkdir(parents=True)
    (folder / "objects.cfg").write_text(place((CONTRIB / "nagios/portcall.cfg").read_text()) + f"""
define timeperiod {{
    timeperiod_name 24x7
    alias           always
    {chr(10).join(f"    {day} 00:00-24:00" for day in
        ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")).strip()}
}}
define command {{
    command_name    notify_nobody
    command_line    /bin/true
}}
define contact {{
    contact_name                    nobody
    host_notifications_enabled      0
    service_notifications_enabled   0
    service_notification_period     24x7
    host_notification_period        24x7
    service_notification_commands   notify_nobody
    host_notification_commands      notify_nobody
}}
define host {{
    host_name           mail
    address             127.0.0.1
    max_check_attempts  1
    check_period        24x7
    contacts            nobody
}}
define service {{
    use                 portcall-service
    host_name           mail
    service_description portcall
    check_command       check_portcall!{target}!--ca-file {FOLDER / "server.pem"} {options}
    contacts            nobody
}}
""")
    (folder / "nagios.cfg").write_text(f"""
log_file={folder}/nagios.log
cfg_file={folder}/objects.cfg
status_file={folder}/status.dat
object_cache_file={folder}/objects.cache
state_retention_file={folder}/retention.dat
lock_file={folder}/nagios.lock
temp_file={folder}/nagios.tmp
temp_path={folder}
check_result_path={folder}/results
query_socket={folder}/nagios.qh
nagios_user={"root" if os.geteuid() == 0 else os.environ["USER"]}
nagios_group={"root" if os.geteuid() == 0 else os.environ["USER"]}
enable_notifications=0
check_external_commands=0
service_inter_check_delay_method=n
illegal_macro_output_chars=`
process_performance_data=1
service_perfdata_file={folder}/answers
service_perfdata_file_template=$SERVICESTATE$\\t$SERVICEOUTPUT$\\t$SERVICEPERFDATA$
service_perfdata_file_mode=w
""")
    tool("nagios4", "-v", folder / "nagios.cfg")
    daemon = subprocess.Popen(["nagios4", folder / "nagios.cfg"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    answers = folder / "answers"
    try:
        for _ in range(300):
            if answers.exists() and answers.read_text().strip():
                break
            time.sleep(0.1)
    finally:
        daemon.terminate()
        daemon.wait()
    words = answers.read_text().strip().split("\t") if answers.exists() else []
    require(len(words) == 3 and words[0] == state, f"nagios says {words}")
    require(words[1].startswith(f"PORTCALL {state}: {target} "), f"nagios shows {words[1]}")
    require(re.fullmatch(r"time=[0-9.]+s;;;0 certificate=-?[0-9]+s;[0-9]+:;0:", words[2]), f"nagios has {words[2]}")


def node_exporter(target):
    unit = CONTRIB / "node_exporter/portcall-metrics.service"
    text = unit.read_text()
    command = re.search(r"^ExecStart=(.*)$", text, re.M)[1]
    file = FOLDER / "portcall.prom"
    script = place(command).replace("/var/lib/prometheus/node-exporter/portcall.prom", str(file))
    shell(script, FOLDER, target, 2)
    require(tool("promtool", "check", "metrics", standard_input=file.read_bytes()) == "", "promtool on the timer's file")
    copy = FOLDER / unit.name
    copy.write_text(place(text))
    shutil.copy(CONTRIB / "node_exporter/portcall-metrics.timer", FOLDER)
    tool("systemd-analyze", "verify", copy, FOLDER / "portcall-metrics.timer")


def steps(file, keyword):
    return re.findall(rf"^ +(?:- )?{keyword}: (.*)$", (CONTRIB / file).read_text(), re.M)


def gitlab(target, code):
    script = re.findall(r"^    - (portcall .*)$", (CONTRIB / "gitlab/portcall.gitlab-ci.yml").read_text(), re.M)
    folder = FOLDER / "gitlab"
    shell("\n".join(script), folder, target, code)
    require((folder / "portcall.xml").read_text().count("<testcase ") == 1, "gitlab's report")


def github(target, code):
    runs = steps("github/portcall.yml", "run")
    require(len(runs) == 3, "github's steps")
    folder = FOLDER / "github"
    folder.mkdir(exist_ok=True)
    summary = folder / "summary.md"
    for index, script in enumerate(runs):
        shell(script, folder, target, code if index == 2 else 0, GITHUB_STEP_SUMMARY=str(summary))
    require(summary.read_text().startswith("## portcall: 1 "), "github's summary")
    require((folder / "portcall.sarif").exists(), "github's SARIF")


def main():
    (FOLDER / "bin").mkdir()
    prometheus()
    server, target = serve(365)
    try:
        icinga(target)
        nagios(target, "OK")
        node_exporter(target)
        # Its certificate is trusted only where it is named.
        gitlab(target, 2)
        github(target, 2)
    finally:
        server.terminate()
        server.wait()
    nagios_soon()
    print("contrib: used")


def nagios_soon():
    """A certificate that ends tomorrow is a warning to Nagios too."""
    server, target = serve(2)
    try:
        nagios(target, "WARNING", "--warn-days 30")
    finally:
        server.terminate()
        server.wait()


main()
