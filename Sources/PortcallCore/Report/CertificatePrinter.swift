/// Prints a verdict's record as told by the certificate: the chain as a picture, then each certificate in full.
public struct CertificatePrinter: Sendable {
    private let style: Style
    private let text: TextPrinter

    public init(_ style: Style = Style()) {
        self.style = style
        text = TextPrinter(style)
    }

    /// The whole screen of one call, line feed at the end; as `TextPrinter` has it where no handshake was finished.
    public func print(_ record: Record) -> String {
        guard let tls = record["tls"]?.asRecord, let certificates = tls["certificates"]?.asRecords,
            !certificates.isEmpty
        else { return text.print(record) }
        let each = certificates.enumerated().flatMap { index, certificate in
            page(certificate, "certificate \(index + 1) of \(certificates.count), as sent")
        }
        let connection = [
            "", line("TLS", "\(tls["version"]?.asText ?? "") \(tls["cipher"]?.asText ?? "")"),
            line("OCSP staple", tls["ocsp"]?.asText ?? ""),
        ]
        let lines = [text.headline(record), ""] + picture(tls) + each + connection
        return (lines + text.judgement(record)).joined(separator: "\n") + "\n"
    }

    /// Leaf first, each issuer a step further in.
    private func picture(_ tls: Record) -> [String] {
        let found = tls["found"]?.asTexts ?? []
        return (tls["path"]?.asTexts ?? []).enumerated().map { depth, name in
            let indent = String(repeating: "  ", count: depth)
            let arrow = depth == 0 ? "" : "└ "
            let origin = found.contains(name) ? style.paint("  (not sent; found on this machine)", .dim) : ""
            return "  \(indent)\(arrow)\(name.escaped)\(origin)"
        }
    }

    private func page(_ certificate: Record, _ title: String) -> [String] {
        let names = certificate["names"]?.asRecord
        let usages = certificate["usages"]?.asTexts ?? []
        let all = ["dns", "ip", "email"].flatMap { names?[$0]?.asTexts ?? [] }
        return ["", style.paint(title, .bold)] + [
            line("subject", certificate["subject"]?.asText ?? ""),
            line("issuer", certificate["issuer"]?.asText ?? ""),
            line("serial", certificate["serial"]?.asText ?? ""),
            line("valid", dates(certificate)),
            line("names", all.isEmpty ? "none" : all.joined(separator: ", ")),
            line("key", key(certificate)),
            line("signature", certificate["signature"]?.asText ?? ""),
            line("usages", usages.isEmpty ? "any" : usages.joined(separator: ", ")),
            line("CA", certificate["ca"] == .flag(true) ? "yes" : "no"),
            line("sha256", certificate["sha256"]?.asText ?? ""),
            line("spki sha256", certificate["spki_sha256"]?.asText ?? ""),
        ]
    }

    private func dates(_ certificate: Record) -> String {
        let (from, until) = (certificate["not_before"]?.asText ?? "", certificate["not_after"]?.asText ?? "")
        let days = certificate["days_left"]?.asInteger ?? 0
        guard let start = Timestamp(from), let end = Timestamp(until) else { return "\(from) to \(until)" }
        let period = "\(start.date) to \(end.date)"
        guard days >= 0 else { return "\(period), expired" }
        let share = min(100, days * 100 / max(1, end.days(since: start)))
        return "\(period), \(days) days left (\(share) % of its life)"
    }

    private func key(_ certificate: Record) -> String {
        guard let key = certificate["key"]?.asRecord else { return "" }
        let curve = key["curve"]?.asText.map { " (\($0))" } ?? ""
        return "\(key["type"]?.asText ?? "") \(key["bits"]?.asInteger ?? 0) bits\(curve)"
    }

    private func line(_ label: String, _ text: String) -> String {
        "  " + style.paint(label.padded(to: 13), .dim) + style.hang(text.escaped, indent: 15)
    }
}
