extension Transcript: CustomStringConvertible {
    /// The transcript as text, which reads back as the same call.
    public var description: String {
        (comments.map { "# \($0)" } + header + conversation + certificates + expected.map { "=> \($0)" }).joined(
            separator: "\n"
        ) + "\n"
    }

    /// Datagrams keep their borders.
    private var conversation: [String] {
        plan.service.transport == .udp ? entries.flatMap(\.binaryLines) : entries.coalesced.flatMap(\.lines)
    }

    private var header: [String] {
        let target = plan.target
        let address = "\(target.host.bracketed):\(target.port)"
        return ["-- \(target.service.name) \(address)"] + plan.settings(below: address)
    }

    private var certificates: [String] {
        (chain?.lines("chain") ?? []) + (roots?.lines("roots") ?? [])
    }
}

extension Plan {
    /// The lines of its settings, below a head that names its target like that.
    func settings(below head: String) -> [String] {
        (Setting.identity + Setting.wishes + Setting.general)
            .flatMap { setting in setting.write(self).map { "-- \(setting.word) \($0)".escaped.trimmedAtEnd } }
            .filter { $0 != "-- typed \(head)" }
    }
}

extension Transcript.Source {
    fileprivate func lines(_ name: String) -> [String] {
        switch self {
        case .file(let path): ["-- \(name) \(path)"]
        case .pem(""): ["-- \(name) none"]
        case .pem(let text): ["-- \(name)"] + text.split(separator: "\n").map(String.init)
        }
    }
}

extension [Transcript.Entry] {
    /// Bytes that one side sent in several pieces without a pause are one entry.
    var coalesced: [Transcript.Entry] {
        var entries: [Transcript.Entry] = []
        var pieces: [UInt8] = []
        for (index, entry) in enumerated() {
            let next = index + 1 < count ? self[index + 1] : nil
            switch (entry, next) {
            case (.server(let bytes), .server?), (.client(let bytes), .client?): pieces += bytes
            case (.server(let bytes), _):
                entries.append(.server(pieces + bytes))
                pieces = []
            case (.client(let bytes), _):
                entries.append(.client(pieces + bytes))
                pieces = []
            case (.wait, _), (.event, _): entries.append(entry)
            }
        }
        return entries
    }
}

extension Transcript.Entry {
    fileprivate var binaryLines: [String] {
        switch self {
        case .server(let bytes): ["S> \(Hexadecimal.text(bytes))"]
        case .client(let bytes): ["C< \(Hexadecimal.text(bytes))"]
        case .wait, .event: lines
        }
    }

    fileprivate var lines: [String] {
        switch self {
        case .server(let bytes): Self.lines(bytes, text: "S:", hexadecimal: "S>")
        case .client(let bytes): Self.lines(bytes, text: "C:", hexadecimal: "C<")
        case .wait(let milliseconds): ["-- wait \(milliseconds)"]
        case .event(let event): event.text.map { ["-- \($0)"] } ?? []
        }
    }

    /// Whole lines of harmless text as text, anything else in hexadecimal.
    private static func lines(_ bytes: [UInt8], text: String, hexadecimal: String) -> [String] {
        let decoded = String(escaping: bytes.filter { $0 != 0x0D && $0 != 0x0A })
        let isPlain = Array(decoded.utf8) == bytes.filter { $0 != 0x0D && $0 != 0x0A }
        guard isPlain, bytes.suffix(2) == [0x0D, 0x0A], let lines = split(bytes) else {
            return ["\(hexadecimal) \(Hexadecimal.text(bytes))"]
        }
        return lines.map { "\(text) \($0.replacing("\\", with: "\\\\"))" }
    }

    /// Lines that all end in CRLF and have neither CR nor LF inside.
    private static func split(_ bytes: [UInt8]) -> [String]? {
        var lines: [String] = []
        var line: [UInt8] = []
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A {
                guard previous == 0x0D else { return nil }
                lines.append(String(decoding: line, as: UTF8.self))
                line = []
            } else {
                guard previous != 0x0D else { return nil }
                if byte != 0x0D { line.append(byte) }
            }
            previous = byte
        }
        return lines
    }
}
