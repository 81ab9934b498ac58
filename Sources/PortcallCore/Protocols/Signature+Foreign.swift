extension Signature {
    /// Of protocols that portcall does not speak: those whose servers are met on the ports of others.
    static let foreign = [
        ftp, vmware, dict, fax, poppassd, ssh, vnc, xmpp, rtsp, amqp, rsync, redis, http2, modbus, mysql, postgres,
        telnet,
    ]

    static let ssh = Signature("an SSH server", begins: "SSH-")
    static let vnc = Signature("a VNC server", begins: "RFB 0")
    static let xmpp = Signature("an XMPP server", begins: "<?xml", "<stream:")
    static let rtsp = Signature("an RTSP server", begins: "RTSP/1.0")
    static let amqp = Signature("an AMQP broker", begins: "AMQP")
    static let rsync = Signature("an rsync server", begins: "@RSYNCD:")
    static let redis = Signature("a Redis server", begins: "-NOAUTH", "-DENIED")

    /// It greets like a mail server, so only one that says so in its greeting is told at once.
    static let ftp = Signature("an FTP server", .line, isParticular: true) { bytes in
        guard bytes.starts(with: "220".utf8) else { return false }
        let words = String(escaping: bytes.prefix(512)).split { !$0.isLetter && $0 != "-" }
        let names: Set<String> = ["FTP", "vsFTPd", "ProFTPD", "Pure-FTPd", "FileZilla"]
        return words.contains { names.contains(String($0)) } && !words.contains("SMTP") && !words.contains("ESMTP")
    }

    /// These greet like a mail server too, and say who they are.
    static let vmware = naming("a VMware host (its authentication daemon)", 220, "VMware Authentication Daemon")
    static let dict = naming("a DICT server", 220, " dictd ")
    static let fax = naming("a fax server (HylaFAX)", 220, "HylaFAX")
    /// And this one like a news server.
    static let poppassd = naming("a server for changing passwords (poppassd)", 200, "poppassd")

    /// A line with that code and these words.
    private static func naming(_ what: String, _ code: Int, _ words: String) -> Signature {
        Signature(what, .line, isParticular: true) { bytes in
            bytes.starts(with: "\(code) ".utf8) && String(escaping: bytes.prefix(200)).contains(words)
        }
    }

    /// A SETTINGS or GOAWAY frame on stream 0, which is what a server of HTTP/2 sends before or instead of anything else
    /// (RFC 9113 sections 3.4 and 6.8).
    static let http2 = Signature("a web server (HTTP/2)", .header) { bytes in
        guard bytes.count >= 9, bytes[0] == 0, bytes[4] & 0xFE == 0, bytes[5...8].allSatisfy({ $0 == 0 }) else {
            return false
        }
        let length = Int(bytes[1]) << 8 | Int(bytes[2])
        return bytes[3] == 0x04 ? length.isMultiple(of: 6) && length <= 600 : bytes[3] == 0x07 && length >= 8
    }

    /// An ErrorResponse whose first field is the severity, as its clients get before they have said who they are.
    static let postgres = Signature("a PostgreSQL server", .header) { bytes in
        bytes.count >= 11 && bytes[0] == 0x45 && bytes[1] == 0
            && ["SFATAL", "SERROR"].contains { bytes[5...].starts(with: $0.utf8) }
    }

    /// An exception in answer to what was no request: protocol 0, three bytes, the function's highest bit set.
    static let modbus = Signature("a Modbus device", .header) { bytes in
        bytes.count >= 8 && bytes[2...5].elementsEqual([0x00, 0x00, 0x00, 0x03]) && bytes[7] > 0x7F
    }

    /// The initial handshake packet of protocol 9 or 10: three bytes of length, sequence 0, then the version; or an
    /// error packet for a host that may not connect.
    static let mysql = Signature("a MySQL server", .header) { bytes in
        guard bytes.count >= 5, bytes[2] == 0, bytes[3] == 0 else { return false }
        guard bytes[4] == 0x0A || bytes[4] == 0x09 else {
            let words = String(escaping: bytes.dropFirst(7).prefix(200))
            let marks = [
                "not allowed to connect", "is blocked because of many connection errors", "Too many connections",
            ]
            return bytes[4] == 0xFF && marks.contains { words.contains($0) }
        }
        return bytes.count == 5 || (0x30...0x39).contains(bytes[5])
    }

    static let telnet = Signature("a Telnet server", .header) { bytes in
        bytes.count >= 2 && bytes[0] == 0xFF && (0xFB...0xFE).contains(bytes[1])
    }
}
