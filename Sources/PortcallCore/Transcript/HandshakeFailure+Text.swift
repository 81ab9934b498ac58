extension HandshakeFailure {
    /// `alert 40`, `alert 40 34 35 34` with what came in clear behind it, `rejected 70 unsupported protocol`,
    /// `not-tls 35 30 30`; `asked` before it where a certificate was.
    init?(_ text: String) {
        let (first, afterFirst) = text.cut(at: " ")
        let isAsked = first == "asked"
        let (word, rest) = (isAsked ? afterFirst : text).cut(at: " ")
        switch word {
        case "alert":
            let (number, bytes) = rest.cut(at: " ")
            guard let code = UInt8(number), let clear = Hexadecimal.bytes(bytes) else { return nil }
            self.init(.alertReceived(TLSAlert(code: code)), asksForCertificate: isAsked, clear: clear)
        case "rejected":
            let (code, reason) = rest.cut(at: " ")
            self.init(.rejected(reason, UInt8(code).map { TLSAlert(code: $0) }), asksForCertificate: isAsked)
        case "unreadable-certificate": self.init(.unreadableCertificate(rest), asksForCertificate: isAsked)
        case "too-long": self.init(.tooLong(rest), asksForCertificate: isAsked)
        case "not-tls":
            guard let bytes = Hexadecimal.bytes(rest) else { return nil }
            self.init(.notTLS(bytes), asksForCertificate: isAsked)
        default: return nil
        }
    }

    var text: String {
        let how =
            switch cause {
            case .alertReceived(let alert): "alert \(alert.code) \(Hexadecimal.text(clear))".trimmedAtEnd
            case .rejected(let reason, let alert): "rejected \(alert.map { String($0.code) } ?? "-") \(reason.escaped)"
            case .unreadableCertificate(let reason): "unreadable-certificate \(reason.escaped)"
            case .tooLong(let what): "too-long \(what.escaped)"
            case .notTLS(let bytes): "not-tls \(Hexadecimal.text(bytes))"
            }
        return asksForCertificate ? "asked \(how)" : how
    }
}
