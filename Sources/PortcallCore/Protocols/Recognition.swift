/// Who is really there, by the first bytes it says.
///
/// The signatures are those of each protocol's own specification; a text protocol is told by its first line, a binary
/// one as soon as its header has come.
enum Recognition {
    /// Our own request came back.
    static let echo = "something that sends back what it is sent"

    private struct Signature: Sendable {
        let kind: String
        let what: String
        let begins: [String]

        init(_ kind: String, _ what: String, _ begins: String...) {
            self.kind = kind
            self.what = what
            self.begins = begins
        }
    }

    private static let greetings = [
        Signature("SSH", "an SSH server", "SSH-"),
        Signature("HTTP", "a web server (HTTP)", "HTTP/1.", "HTTP/2", "<!DOCTYPE", "<html"),
        Signature("IMAP", "an IMAP server", "* OK", "* BYE", "* PREAUTH"),
        Signature("POP3", "a POP3 server", "+OK", "-ERR"),
        Signature("SMTP", "an SMTP server", "220 ", "220-"),
        Signature("NNTP", "a news server (NNTP)", "200 ", "201 "),
        Signature("IRC", "an IRC server", "NOTICE AUTH", "NOTICE *", "ERROR :", ":"),
        Signature("ManageSieve", "a ManageSieve server", "\"IMPLEMENTATION\""),
        Signature("RPC over HTTP", "an RPC over HTTP endpoint (ncacn_http)", "ncacn_http/1.0"),
        Signature("VNC", "a VNC server", "RFB 0"),
        Signature("XMPP", "an XMPP server", "<?xml", "<stream:"),
        Signature("SIP", "a SIP server", "SIP/2.0"),
        Signature("RTSP", "an RTSP server", "RTSP/1.0"),
        Signature("AMQP", "an AMQP broker", "AMQP"),
        Signature("rsync", "an rsync server", "@RSYNCD:"),
        Signature("Redis", "a Redis server", "-NOAUTH", "-DENIED"),
    ]

    /// A binary message of the protocol that is expected.
    static func isExpected(_ kind: String, in bytes: [UInt8]) -> Bool {
        headers.contains { $0.kind == kind && $0.begins(bytes) }
    }

    /// A protocol other than the one expected, binary or text.
    static func other(than kind: String, in bytes: [UInt8]) -> String? {
        binary(bytes, expecting: kind) ?? text(bytes, expecting: kind)
    }

    /// A text protocol other than the one expected.
    static func text(_ bytes: [UInt8], expecting kind: String) -> String? {
        if kind != "FTP", isFTP(bytes) { return "an FTP server" }
        guard let known = greetings.first(where: { $0.begins.contains { bytes.starts(with: $0.utf8) } }) else {
            return linkState(bytes)
        }
        return known.kind == kind || (known.kind == "IRC" && !isIRC(bytes)) ? nil : known.what
    }

    private struct Header: Sendable {
        let kind: String
        let what: String
        let begins: @Sendable ([UInt8]) -> Bool

        init(_ kind: String, _ what: String, _ begins: @escaping @Sendable ([UInt8]) -> Bool) {
            self.kind = kind
            self.what = what
            self.begins = begins
        }
    }

    /// As many bytes as any of them needs.
    static let headerLength = 8

    private static let headers = [
        Header("Modbus", "a Modbus device", isModbus),
        Header("LDAP", "an LDAP server", isLDAP),
        Header("MySQL", "a MySQL server", isMySQL),
        Header("TPKT", "a Remote Desktop server (RDP), or another that speaks TPKT") { bytes in
            bytes.count >= 6 && bytes.starts(with: [0x03, 0x00, 0x00]) && bytes[5] == 0xD0
        },
        Header("MS-RPC", "an MS-RPC server") { bytes in
            bytes.count >= 3 && bytes.starts(with: [0x05, 0x00]) && (0x02...0x0F).contains(bytes[2])
        },
        Header("Telnet", "a Telnet server") { bytes in
            bytes.count >= 2 && bytes[0] == 0xFF && (0xFB...0xFE).contains(bytes[1])
        },
    ]

    /// A binary protocol other than the one expected, as soon as enough of it has come.
    static func binary(_ bytes: [UInt8], expecting kind: String) -> String? {
        guard let known = headers.first(where: { $0.begins(bytes) }), known.kind != kind else { return nil }
        return known.what
    }

    /// An FTP server greets like a mail server; only one that says so in its greeting is told at once.
    private static func isFTP(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: "220".utf8) else { return false }
        let words = String(escaping: bytes).split { !$0.isLetter && $0 != "-" }
        let names: Set<String> = ["FTP", "vsFTPd", "ProFTPD", "Pure-FTPd", "FileZilla"]
        return words.contains { names.contains(String($0)) } && !words.contains("SMTP") && !words.contains("ESMTP")
    }

    /// A server's prefix and one of the words that IRC servers begin with (RFC 2812 section 2.3.1).
    private static func isIRC(_ bytes: [UInt8]) -> Bool {
        guard bytes.first == UInt8(ascii: ":") else { return true }
        let words = String(escaping: bytes).split(separator: " ")
        return words.count > 1 && ["NOTICE", "ERROR", "001", "020", "451"].contains(words[1])
    }

    /// Exchange 2000 and 2003's routing engine: `{hex} NODEINFO (`.
    private static func linkState(_ bytes: [UInt8]) -> String? {
        let text = String(escaping: bytes.prefix(200))
        return text.hasPrefix("{") && text.contains("} NODEINFO (") ? "Exchange's routing engine (RESvc)" : nil
    }

    /// A BER SEQUENCE that holds a message number and an application tag (RFC 4511 section 4.1.1).
    private static func isLDAP(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 7, bytes[0] == 0x30 else { return false }
        let lengthBytes = bytes[1] < 0x80 ? 0 : Int(bytes[1] & 0x7F)
        guard lengthBytes <= 4, bytes.count >= 6 + lengthBytes else { return false }
        let id = 2 + lengthBytes
        guard bytes[id] == 0x02, (1...4).contains(bytes[id + 1]) else { return false }
        let operation = id + 2 + Int(bytes[id + 1])
        return operation < bytes.count && (0x60...0x79).contains(bytes[operation])
    }

    /// An exception in answer to what was no request: protocol 0, three bytes, the function's highest bit set.
    private static func isModbus(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 8 && bytes[2...5].elementsEqual([0x00, 0x00, 0x00, 0x03]) && bytes[7] > 0x7F
    }

    /// The initial handshake packet of protocol 9 or 10: three bytes of length, sequence 0, then the version.
    private static func isMySQL(_ bytes: [UInt8]) -> Bool {
        guard bytes.count >= 5, bytes[2] == 0, bytes[3] == 0 else { return false }
        guard bytes[4] == 0x0A || bytes[4] == 0x09 else { return isMySQLError(bytes) }
        return bytes.count == 5 || (0x30...0x39).contains(bytes[5])
    }

    /// A host that is not allowed gets an error packet at once: `Host … is not allowed to connect`.
    private static func isMySQLError(_ bytes: [UInt8]) -> Bool {
        bytes[4] == 0xFF && String(escaping: bytes.dropFirst(7)).contains("not allowed to connect")
    }
}
