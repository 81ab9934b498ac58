"""Two browsers, headless: one start each, one page that fetches from every server and posts what worked."""
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import threading

PAGE = """<!doctype html><script>
const targets = %s, results = [];
// A server that serves one call at a time may be busy with one that the browser opened ahead.
async function ask([port, host, isPatient], tries = 3) {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), 10000);
  try {
    const answer = await fetch(`https://${host}:${port}/`, {cache: "no-store", mode: "no-cors", signal: abort.signal});
    results.push([port, answer.type == "opaque" ? "took" : answer.type]);
  } catch (problem) {
    if (isPatient && tries > 1) {
      await new Promise(done => setTimeout(done, 500));
      return ask([port, host, isPatient], tries - 1);
    }
    results.push([port, String(problem)]);
  } finally { clearTimeout(timer); }
}
async function work() { while (targets.length) await ask(targets.shift()); }
(async () => {
  // What leaves an intermediate out comes first, before the browser has met it elsewhere.
  while (targets.length && targets[0][3]) await ask(targets.shift());
  await Promise.all(Array.from({length: 8}, work));
  await fetch("/results", {method: "POST", body: JSON.stringify(results)});
})();
</script>"""


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = (PAGE % json.dumps(self.server.targets)).encode()
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        self.server.results = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.send_response(204)
        self.end_headers()
        self.server.done.set()

    def log_message(self, *words):
        pass


def visit(name, command, targets, environment=None, seconds=300):
    """Starts a browser on the page, and waits for what the page posts."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Page)
    server.targets, server.results, server.done = targets, [], threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    log = open(f"/tmp/{name}.log", "w") if os.environ.get("PORTCALL_LOG") else subprocess.DEVNULL
    browser = subprocess.Popen(
        command + [f"http://127.0.0.1:{server.server_port}/"],
        stdout=log, stderr=log, env={**os.environ, **(environment or {})}, start_new_session=True)
    is_done = server.done.wait(seconds)
    os.killpg(browser.pid, 15)
    browser.wait()
    server.shutdown()
    if not is_done:
        raise SystemExit(f"{name} has not come back after {seconds} s")
    return [(name, port, "verifying", result) for port, result in server.results]


def trust(database, root):
    """A root that an administrator has imported: in NSS's own database, as both browsers read it."""
    shutil.rmtree(database, ignore_errors=True)
    pathlib.Path(database).mkdir(parents=True)
    subprocess.run(["certutil", "-N", "-d", f"sql:{database}", "--empty-password"], check=True)
    subprocess.run(["certutil", "-A", "-d", f"sql:{database}", "-n", "root", "-t", "C,,", "-i", root], check=True)


def firefox(folder, root, targets):
    profile = folder / "firefox"
    trust(profile, root)
    hosts = ",".join(sorted({target[1] for target in targets}))
    preferences = {
        "network.dns.localDomains": hosts, "network.captive-portal-service.enabled": False,
        "network.connectivity-service.enabled": False, "browser.shell.checkDefaultBrowser": False,
        "datareporting.policy.dataSubmissionEnabled": False, "app.normandy.enabled": False,
        "browser.aboutwelcome.enabled": False, "security.remote_settings.intermediates.enabled": False,
        "dom.security.https_first": False, "network.lna.enabled": False,
    }
    lines = [f'user_pref("{name}", {json.dumps(value)});\n' for name, value in preferences.items()]
    (profile / "user.js").write_text("".join(lines))
    command = ["firefox-esr", "--headless", "--no-remote", "--profile", str(profile)]
    return visit("firefox", command, targets, {"HOME": str(folder), "MOZ_DISABLE_CONTENT_SANDBOX": "1"})


def chromium(folder, root, targets):
    trust(folder / ".pki" / "nssdb", root)
    command = [
        "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-component-update",
        f"--user-data-dir={folder}/chromium", "--host-resolver-rules=MAP * 127.0.0.1",
        "--disable-features=LocalNetworkAccessChecks",
    ]
    return visit("chromium", command, targets, {"HOME": str(folder)})
