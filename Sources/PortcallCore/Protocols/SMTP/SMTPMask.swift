/// Signs that something else than the server answers, or answers along with it.
enum SMTPMask {
    /// A greeting overwritten with asterisks: `220 ****************2***` (Cisco PIX and ASA).
    ///
    /// Every line of it is: a box of asterisks around a notice is none.
    static func covers(greeting: SMTPReply) -> Bool { greeting.lines.allSatisfy(isOverwritten) }

    private static func isOverwritten(_ line: String) -> Bool {
        let letters = line.filter { $0 != " " }
        let asterisks = letters.filter { $0 == "*" }.count
        return asterisks >= 4 && asterisks * 2 > letters.count
    }

    /// The server quotes a command that we did not send: a firewall wrote X over it.
    static func covers(_ reply: SMTPReply) -> Bool {
        reply.code >= 500 && reply.quote.contains("XXXX")
    }

    /// Who refuses EHLO and HELO; nil where a mail server does.
    static func answering(_ ehlo: SMTPReply, _ helo: SMTPReply, _ greeting: String) -> String? {
        let refusals = [ehlo, helo]
        if refusals.contains(where: { isLMTP($0, greeting) }) { return Signature.lmtp.what }
        // Who calls itself a server of SMTP is one, and only LMTP has enhanced codes besides.
        guard helo.code >= 500, !isSMTP(greeting) else { return nil }
        let isUnknown = refusals.allSatisfy(\.isUnknownCommand)
        guard !refusals.contains(where: \.hasEnhancedCode) else { return isUnknown ? Signature.lmtp.what : nil }
        if refusals.contains(where: isFTP) { return Signature.ftp.what }
        return isUnknown
            ? "\(Signature.lmtp.what), or another that greets like a mail server and knows neither EHLO nor HELO" : nil
    }

    /// It says so, or calls itself one (RFC 2033 section 4.1).
    static func isLMTP(_ refusal: SMTPReply, _ greeting: String) -> Bool {
        let words = Refusal(refusal.quote, at: .capabilities, from: nil)
        return words.says("lhlo") || words.says("lmtp") || refusal.code >= 500 && names(greeting).contains("LMTP")
    }

    private static func isSMTP(_ greeting: String) -> Bool { names(greeting).contains { $0.hasSuffix("SMTP") } }

    private static func names(_ greeting: String) -> [String] {
        greeting.split { !$0.isLetter }.map { $0.uppercased() }
    }

    /// The words of FTP (RFC 959), which has no enhanced codes.
    private static func isFTP(_ reply: SMTPReply) -> Bool {
        let text = reply.quote.lowercased()
        return reply.code == 530 && !["tls", "encryption"].contains { text.contains($0) }
            || ftpWords.contains { text.contains($0) }
    }

    private static let ftpWords = [
        "user and pass", "not logged in", "logged in", "login with", "log in with", "please login", "ftp",
        "not understood",
    ]
}

extension SMTPReply {
    /// The command is not known, or not implemented (RFC 5321 section 4.2.4).
    var isUnknownCommand: Bool { code == 500 || code == 502 }

    /// Its text begins with a status code of three numbers (RFC 3463).
    fileprivate var hasEnhancedCode: Bool {
        let numbers = (lines.first ?? "").prefix { $0 != " " }.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 3 && ["2", "4", "5"].contains(numbers[0])
            && numbers.allSatisfy { (1...3).contains($0.count) && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }
}
