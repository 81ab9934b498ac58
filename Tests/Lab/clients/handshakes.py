"""Servers whose certificate is good and whose handshake is not: each has nothing else to offer."""
import base64
import pathlib
import socket
import subprocess
import sys
import time

SERVER = ["openssl", "s_server", "-www", "-quiet"]
OLD = "ALL:@SECLEVEL=0"
DHE = "DHE-RSA-AES128-GCM-SHA256:DHE-RSA-AES128-SHA:@SECLEVEL=0"
# By reason: the certificate, and what s_server is told; more than one server of a reason must be judged alike.
SERVERS = {
    "tls-version-old": [("rsa", ["-tls1", "-cipher", OLD]), ("rsa", ["-tls1_1", "-cipher", OLD])],
    "tls-no-forward-secrecy": [("rsa", ["-tls1_2", "-cipher", "AES128-GCM-SHA256:AES128-SHA"])],
    "tls-weak-dh": [("rsa", ["-tls1_2", "-cipher", DHE, "-dhparam", "dh1024.pem"])],
    "tls-weak-signature": [("rsa", ["-tls1_2", "-cipher", OLD, "-sigalgs", "RSA+SHA1"]),
                           ("ec", ["-tls1_2", "-cipher", OLD, "-sigalgs", "ECDSA+SHA1"])],
    "certificate-revoked": [("ec-revoked", []), ("rsa-revoked", ["-tls1_2"])],
    "staple-invalid": [("ec-old", []), ("rsa-old", ["-tls1_2"])],
    "": [("rsa", ["-tls1_2"]), ("ec", ["-tls1_3"]), ("ec-good", []), ("rsa-good", ["-tls1_2"])],
}
# The second Oakley group (RFC 2409 section 6.2), of 1024 bits.
OAKLEY = bytes.fromhex(
    "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
    "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
    "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE65381FFFFFFFFFFFFFFFF")
running = []


def start(folder, port):
    """Starts them on ports from `port` on, and returns their cases as cases.json has them."""
    if not (folder / "rsa.pem").exists():
        return []
    (folder / "dh1024.pem").write_text(group())
    cases = []
    for reason, servers in SERVERS.items():
        for kind, options in servers:
            command = SERVER + ["-accept", f"127.0.0.1:{port}", *keys(folder, kind), *options]
            cases.append(begin(folder, command, reason, " ".join([kind, *options]), port))
            port += 1
    command = [sys.executable, pathlib.Path(__file__).parent / "without_5746.py", str(port), "rsa.pem", "rsa.key"]
    cases.append(begin(folder, command, "tls-no-secure-renegotiation", "TLS 1.2 without RFC 5746", port))
    for case in cases:
        wait_for(case["port"])
    return cases


def group():
    numbers = b"\x02\x81\x81\x00" + OAKLEY + b"\x02\x01\x02"
    text = base64.encodebytes(b"\x30\x81" + bytes([len(numbers)]) + numbers).decode()
    return f"-----BEGIN DH PARAMETERS-----\n{text}-----END DH PARAMETERS-----\n"


def keys(folder, kind):
    staple = f"{kind}.staple"
    return ["-cert", f"{kind}.pem", "-cert_chain", f"{kind}.pem", "-key", f"{kind}.key",
            *(["-status_file", staple] if (folder / staple).exists() else [])]


def begin(folder, command, reason, rule, port):
    running.append(subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                    stderr=subprocess.DEVNULL))
    return {"file": "", "rule": rule, "host": "mx.example.net", "reasons": [reason] if reason else [], "port": port,
            "server": "yes"}


def wait_for(port):
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return
        except OSError:
            time.sleep(0.05)
    sys.exit(f"no server on port {port}")


def stop():
    for process in running:
        process.kill()
