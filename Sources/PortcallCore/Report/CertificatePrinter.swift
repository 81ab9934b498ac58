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
        let origin = tls["version"]?.asText == nil ? "in the file" : "as sent"
        let each = certificates.enumerated().flatMap { index, certificate in
            page(certificate, "certificate \(index + 1) of \(certificates.count), \(origin)")
        }
        let lines = [text.headline(record), ""] + picture(tls, origin) + each + session(tls)
        return (lines + text.judgement(record)).joined(separator: "\n") + "\n"
    }

    /// What a call settles; a file has none of it, and may be judged without a name.
    private func session(_ tls: Record) -> [String] {
        guard let version = tls["version"]?.asText else {
            return tls["name_matches"] == .null
                ? ["", line("name", "not looked for; --server-name says what it must be")] : []
        }
        return [
            "", line("TLS", "\(version) \(tls["cipher"]?.asText ?? "")"),
            line("OCSP staple", tls["ocsp"]?.asText ?? ""),
        ]
    }

    /// Leaf first, each issuer a step further in.
    private func picture(_ tls: Record, _ presented: String) -> [String] {
        let absence = presented == "as sent" ? "not sent" : "not \(presented)"
        let found = tls["found"]?.asTexts ?? []
        return (tls["path"]?.asTexts ?? []).enumerated().map { depth, name in
            let indent = String(repeating: "  ", count: depth)
            let arrow = depth == 0 ? "" : "└ "
            let origin = found.contains(name) ? style.paint("  (\(absence); found on this machine)", .dim) : ""
            return "  \(indent)\(arrow)\(name.escaped)\(origin)"
        }
    }

    private func page(_ certificate: Record, _ title: String) -> [String] {
        let names = certificate["names"]?.asRecord
        let usages = certificate["usages"]?.asTexts ?? []
        let all = ["dns", "ip", "email"].flatMap { names?[$0]?.asTexts ?? [] }
        let main = [
            line("subject", certificate["subject"]?.asText ?? ""),
            line("issuer", certificate["issuer"]?.asText ?? ""),
            line("serial", certificate["serial"]?.asText ?? ""),
            line("valid", dates(certificate)),
            line("names", all.isEmpty ? "none" : all.joined(separator: ", ")),
            line("key", key(certificate)),
            line("signature", certificate["signature"]?.asText ?? ""),
            line("usages", usages.isEmpty ? "any" : usages.joined(separator: ", ")),
            line("CA", authority(certificate)),
        ]
        let fingerprints = [
            line("sha256", certificate["sha256"]?.asText ?? ""),
            line("spki sha256", certificate["spki_sha256"]?.asText ?? ""),
        ]
        let problems = (certificate["problems"]?.asTexts ?? []).map { line("problem", $0, .red) }
        return ["", style.paint(title, .bold)] + main + details(certificate) + fingerprints + problems
    }

    private func authority(_ certificate: Record) -> String {
        guard certificate["ca"] == .flag(true) else { return "no" }
        return certificate["path_length"]?.asInteger.map { "yes, with at most \($0) more below it" } ?? "yes"
    }

    /// What not every certificate has.
    private func details(_ certificate: Record) -> [String] {
        let version = certificate["version"]?.asInteger ?? 3
        let usages = certificate["key_usages"]?.asTexts ?? []
        let extensions = (certificate["extensions"]?.asRecords ?? []).map { one in
            line(
                Style.cut(one["name"]?.asText ?? "", to: 12),
                (one["critical"] == .flag(true) ? "critical: " : "") + (one["text"]?.asText ?? "")
            )
        }
        return (version == 3 ? [] : [line("version", String(version))])
            + (usages.isEmpty ? [] : [line("key usage", usages.joined(separator: ", "))])
            + ["subject_key_id", "authority_key_id"].compactMap { label in
                certificate[label]?.asText.map { line(label == "subject_key_id" ? "key id" : "issuer's key", $0) }
            } + transparency(certificate) + extensions
    }

    private func transparency(_ certificate: Record) -> [String] {
        guard certificate["scts"] != .null else { return [line("logged", "a list of timestamps that cannot be read")] }
        let timestamps = certificate["scts"]?.asRecords ?? []
        guard !timestamps.isEmpty else { return [] }
        let each = timestamps.map { one in
            "\(one["log_id"]?.asText?.prefix(8) ?? "") on \(one["timestamp"]?.asText?.prefix(10) ?? "")"
        }
        return [line("logged", "by \(timestamps.count): \(each.joined(separator: ", "))")]
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

    private func line(_ label: String, _ text: String, _ ink: Style.Ink = .dim) -> String {
        "  " + style.paint(label.padded(to: 13), ink) + style.hang(text.escaped, indent: 15)
    }
}
