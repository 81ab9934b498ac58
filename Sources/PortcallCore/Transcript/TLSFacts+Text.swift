extension TLSFacts {
    /// Reads `TLSv1.3 TLS_AES_256_GCM_SHA384 group=x25519 signature=… alpn=… renegotiation=secure resumable
    /// client-certificate ocsp=good`.
    ///
    /// The chain is not on this line: it is judged when the transcript is played.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 2 else { return nil }
        self.init(version: words[0], cipher: words[1])
        for word in words.dropFirst(2) {
            let (name, value) = word.cut(at: "=")
            switch name {
            case "group": group = value
            case "signature": signature = value
            case "alpn": alpn = value
            case "renegotiation":
                guard ["secure", "insecure"].contains(value) else { return nil }
                secureRenegotiation = value == "secure"
            case "resumable": isResumable = true
            case "client-certificate": asksForCertificate = true
            case "ocsp":
                guard let staple = Staple(value.replacing("_", with: " ")) else { return nil }
                self.staple = staple
            default: return nil
            }
        }
    }

    var text: String {
        let words = [
            version, cipher,
            group.map { "group=\($0)" },
            signature.map { "signature=\($0)" },
            alpn.map { "alpn=\($0.replacing(" ", with: "_"))" },
            secureRenegotiation.map { "renegotiation=\($0 ? "secure" : "insecure")" },
            isResumable ? "resumable" : nil,
            asksForCertificate ? "client-certificate" : nil,
            staple == .none ? nil : "ocsp=\(staple.text.replacing(" ", with: "_"))",
        ]
        return words.compactMap(\.self).joined(separator: " ").escaped
    }
}

extension TLSFacts.Staple {
    /// `good`, `unknown`, `revoked:2026-01-02T00:00:00Z, keyCompromise`, `invalid:REASON`.
    fileprivate init?(_ text: String) {
        let (word, detail) = text.cut(at: ":")
        switch word {
        case "good": self = .good
        case "unknown": self = .unknown
        case "revoked": self = .revoked(detail)
        case "invalid": self = .invalid(detail)
        default: return nil
        }
    }

    fileprivate var text: String {
        switch self {
        case .none, .good, .unknown: word
        case .revoked(let detail), .invalid(let detail): "\(word):\(detail)"
        }
    }
}
