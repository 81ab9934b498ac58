import Portcall

extension ExplanationPage {
    /// What this command's options can do about the finding itself, or to learn more.
    var hints: [String] {
        let name = subject.flatMap(Service.named)?.protocolName
        return (Self.hintsOfProtocols[explanation.id] ?? []).filter { name == nil || name == $0.protocol }.map(\.hint)
            + (Self.hints[explanation.id].map { [$0] } ?? [])
    }

    /// What belongs to one protocol alone.
    static let hintsOfProtocols = [
        "service-refusing": [(protocol: "SMTP", hint: "--helo NAME is what EHLO says, where the server dislikes that.")]
    ]

    static let hints = [
        "timeout": "--timeout SECONDS waits longer.",
        "connect-timeout": "--ipv4 and --ipv6 call addresses of one family alone.",
        "address-failed": "--each-address judges each address alone; --ipv4 and --ipv6 call one family alone.",
        "tls-client-certificate-required": "--client-cert PEM --client-key PEM show a certificate of yours.",
        "certificate-expires-soon": "--warn-days N sets another limit.",
        "certificate-expired": "--at TIME judges dates as of then.",
        "certificate-not-yet-valid": "--at TIME judges dates as of then.",
        "certificate-name-mismatch": "--server-name NAME is sent and looked for instead of the host typed.",
        "certificate-self-signed": "--expect self-signed, or better --expect sha256:HEX, says that it is meant.",
        "certificate-untrusted-root": "--ca-file PEM judges against your own CA's root instead of the system's.",
        "chain-incomplete": "--server-name NAME is sent and looked for, where an address is called.",
        "certificate-unexpected": "--expect sha256:HEX names the new one; spki:HEX stays the same while its key does.",
        "certificates-differ": "--ignore certificates-differ, where each service has its own on purpose.",
        "srv-missing": "--dns SERVER asks another name server.",
        "srv-stale": "--dns SERVER asks another name server.",
        "http-service-failing": "--exchange asks a web server for every service of Exchange.",
    ]
}
