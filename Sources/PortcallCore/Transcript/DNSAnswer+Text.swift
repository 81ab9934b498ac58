extension DNSAnswer {
    /// Reads `_gc._tcp.corp.example SRV found insecure 0 100 3268 dc1.corp.example`: the question, what came of it, how
    /// far it can be trusted, `from:SERVER` where one was asked alone, and the data of the records, parted by semicolons.
    ///
    /// Records are those of the type asked for; other types than SRV, A and AAAA have none here.
    init?(_ text: String) {
        let words = text.split(separator: " ").map(String.init)
        guard words.count >= 4, let question = try? DNSQuestion("\(words[0]) \(words[1])") else { return nil }
        guard let outcome = Outcome(words[2]), let validation = Validation(words[3]) else { return nil }
        let server = words.dropFirst(4).first.flatMap { $0.hasPrefix("from:") ? String($0.dropFirst(5)) : nil }
        let data = words.dropFirst(server == nil ? 4 : 5).joined(separator: " ").split(separator: ";")
        let contents = data.compactMap { DNSRecord.Content(question.type, String($0)) }
        guard contents.count == data.count else { return nil }
        self.init(
            to: question,
            outcome,
            validation: validation,
            records: contents.map { DNSRecord(name: question.name, type: question.type, timeToLive: 0, data: $0) },
            server: server
        )
    }

    /// As it is read.
    var text: String {
        let data = self.data.map(\.description).joined(separator: "; ")
        let source = server.map { " from:\($0)" } ?? ""
        return "\(question) \(outcome.word) \(validation.word)\(source)" + (data.isEmpty ? "" : " \(data)")
    }
}

extension DNSAnswer.Outcome {
    fileprivate init?(_ word: String) {
        switch word {
        case "found": self = .found
        case "no-data": self = .noData
        case "no-such-name": self = .noSuchName
        default:
            let (kind, rest) = word.cut(at: ":")
            switch kind {
            case "failed": self = .failed(rest.replacing("_", with: " "))
            case "withheld":
                let (how, server) = rest.cut(at: "@")
                guard !server.isEmpty, let how = DNSAnswer.Withholding(how) else { return nil }
                self = .withheld(how, by: server)
            default: return nil
            }
        }
    }

    fileprivate var word: String {
        switch self {
        case .found: "found"
        case .noData: "no-data"
        case .noSuchName: "no-such-name"
        case .withheld(let how, let server): "withheld:\(how.word)@\(server)"
        case .failed(let reason): "failed:\(reason.escaped.replacing(" ", with: "_"))"
        }
    }
}

extension DNSAnswer.Withholding {
    fileprivate init?(_ word: String) {
        guard word.hasPrefix(Self.cutShort) else {
            guard let code = DNSResponseCode(name: word) else { return nil }
            self = .code(code)
            return
        }
        self = .cutShort(String(word.dropFirst(Self.cutShort.count)).replacing("_", with: " "))
    }

    fileprivate var word: String {
        switch self {
        case .code(let code): code.name
        case .cutShort(let reason): Self.cutShort + reason.escaped.replacing(" ", with: "_").replacing("@", with: "")
        }
    }

    private static let cutShort = "cut-short:"
}

extension DNSAnswer.Validation {
    fileprivate init?(_ word: String) {
        switch word {
        case "secure": self = .secure
        case "insecure": self = .insecure
        case "unknown": self = .unknown
        default:
            guard word.hasPrefix("bogus:") else { return nil }
            self = .bogus(String(word.dropFirst("bogus:".count)).replacing("_", with: " "))
        }
    }

    fileprivate var word: String {
        switch self {
        case .secure: "secure"
        case .insecure: "insecure"
        case .unknown: "unknown"
        case .bogus(let reason): "bogus:\(reason.escaped.replacing(" ", with: "_"))"
        }
    }
}

extension DNSRecord.Content {
    fileprivate init?(_ type: DNSType, _ text: String) {
        let words = text.split(separator: " ").map(String.init)
        switch type {
        case .a, .aaaa:
            guard words.count == 1 else { return nil }
            self = .address(words[0])
        case .srv:
            guard
                words.count == 4, let priority = UInt16(words[0]), let weight = UInt16(words[1]),
                let port = UInt16(words[2]), let target = DNSName(words[3])
            else { return nil }
            self = .service(priority: priority, weight: weight, port: port, target: target)
        default: return nil
        }
    }
}
