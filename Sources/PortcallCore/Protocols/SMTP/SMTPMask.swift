/// Signs that something else than the server answers, or answers along with it.
enum SMTPMask {
    /// A greeting overwritten with asterisks: `220 ****************2***` (Cisco PIX and ASA).
    static func covers(greeting: SMTPReply) -> Bool {
        let letters = greeting.lines.joined().filter { $0 != " " }
        let asterisks = letters.filter { $0 == "*" }.count
        return asterisks >= 4 && asterisks * 2 > letters.count
    }

    /// The server quotes a command that we did not send: a firewall wrote X over it.
    static func covers(_ reply: SMTPReply) -> Bool {
        reply.code >= 500 && reply.quote.contains("XXXX")
    }

    /// Both greetings of SMTP were refused in the words of FTP (RFC 959).
    static func isFTP(_ replies: SMTPReply...) -> Bool {
        replies.contains { reply in
            let text = reply.quote.lowercased()
            return reply.code == 530 || words.contains { text.contains($0) }
        }
    }

    private static let words = [
        "user and pass", "not logged in", "logged in", "login with", "log in with", "please login", "ftp",
        "not understood",
    ]
}
