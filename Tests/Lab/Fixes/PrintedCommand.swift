import Foundation
import Portcall
import PortcallCore

/// The command that is printed beside a finding, run as it stands.
struct PrintedCommand {
    let text: String

    /// Nil where none is printed.
    init?(_ finding: Finding, of seen: Observation) {
        let files = Aim.Files(roots: Lab.folder.appending(path: "pki/root.crt").path())
        let service = seen.plan.service
        let isInsideTLS = service.security == .implicit && seen.tls != nil
        let text = Explanation.named(finding.id)?
            .confirmation(for: Aim(seen.plan, files: files), of: service, isInsideTLS: isInsideTLS)
        guard let text else { return nil }
        self.text = text
    }

    /// What a person looks for in what it shows, as a pattern; nil for what depends on more than the finding.
    static func mark(of finding: String) -> String? { marks[finding] }

    private static let marks = [
        "certificate-expired": "notAfter=", "certificate-expires-soon": "notAfter=",
        "certificate-name-mismatch": "DNS:", "certificate-self-signed": "self-signed certificate",
        "chain-incomplete": "unable to verify the first certificate",
        "not-implicit-tls": #"Can't contact|220 |\* OK|\+OK|"IMPLE"#, "wants-implicit-tls": "BEGIN CERTIFICATE",
        "starttls-refused": "454|NO |BAD |-ERR|ERR |500 |580 |ldap_start_tls",
        // Of a directory the refusal itself.
        "starttls-not-offered": #"250[ -]|CAPABILITY|"IMPLEMENTATION"|\+OK|101 |ldap_start_tls"#,
        "service-unusable": #"250[ -]|CAPABILITY|\+OK"#,
        "tls-version-old": "unsupported protocol|alert protocol version|no protocols available|Cipher is \\(NONE\\)",
        "plaintext-auth-offered": "AUTH|USER|SASL",
    ]

    /// Runs it, and waits no longer than a person would.
    ///
    /// - Returns: what it showed, and whether it came to an end by itself.
    func run() throws -> (shown: String, ended: Bool) {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/timeout")
        process.arguments = ["30", "bash", "-c", "{ \(text); } 2>&1"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = pipe
        try process.run()
        let shown = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        // 124 is what `timeout` says of what it had to end.
        return (String(decoding: shown, as: UTF8.self), process.terminationStatus != 124)
    }
}
