extension CheckupTranscript {
    /// Reads one call after the other, or a checkup.
    public init(_ text: String) throws(MalformedTranscript) {
        self.init([])
        addresses = ["192.0.2.25"]
        var section = Section(start: 0)
        var end: Section?
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if Section.isCall(line), section.isCall {
                calls.append(try section.transcript())
                section = Section(start: index)
            } else if Section.isCall(line) {
                try readHead(section)
                section = Section(start: index)
            } else if line.hasPrefix("-- answer "), section.isCall || section.isHead {
                guard let answer = DNSAnswer(String(line.dropFirst("-- answer ".count))) else {
                    throw MalformedTranscript(
                        line: index + 1,
                        text: String(line.prefix(200)),
                        reason: "is no DNS answer"
                    )
                }
                answers.append(answer)
                continue
            } else if line == "-- summary" {
                end = Section(start: index)
                continue
            }
            if end != nil { end?.lines.append(line) } else { section.lines.append(line) }
        }
        if section.isCall { calls.append(try section.transcript()) } else { try readHead(section) }
        expected = end?.lines.filter { $0.hasPrefix("=> ") }.map { String($0.dropFirst(3)) } ?? []
        guard !calls.isEmpty || kind != nil else {
            throw MalformedTranscript(line: 1, text: "", reason: "there is no '-- SERVICE HOST:PORT' line")
        }
    }

    /// Comments, and for a checkup its kind, its host and its settings.
    private mutating func readHead(_ section: Section) throws(MalformedTranscript) {
        comments = section.lines.filter { $0.first == "#" }.map { String($0.dropFirst().drop { $0 == " " }) }
        guard let index = section.lines.firstIndex(where: { !$0.isEmpty && $0.first != "#" }) else { return }
        guard section.lines[index].hasPrefix("-- checkup ") else {
            throw section.malformed(index, "stands before the '-- SERVICE HOST:PORT' line")
        }
        let (word, host) = String(section.lines[index].dropFirst("-- checkup ".count)).cut(at: " ")
        guard let kind = CheckupKind.named(word) else { throw section.malformed(index, "is no checkup") }
        let target: Target
        do {
            target = try Target(hostAlone: host)
        } catch {
            throw section.malformed(index, "is not a host: \(error)")
        }
        let head = try section.dropping(through: index).transcript(of: Plan(unsetOf: target))
        self.kind = kind
        plan = head.plan
        for entry in head.entries {
            switch entry {
            case .event(.resolved(let addresses)): self.addresses = addresses
            case .event(.resolveFailed): addresses = nil
            default: throw section.malformed(index, "is followed by what belongs into a call")
            }
        }
    }
}

/// Lines that belong together, and where in the text they begin.
private struct Section {
    let start: Int
    var lines: [Substring] = []

    var isCall: Bool { lines.contains(where: Self.isCall) }
    var isHead: Bool { lines.contains { $0.hasPrefix("-- checkup ") } }

    /// `-- SERVICE HOST:PORT` is the line.
    static func isCall(_ line: Substring) -> Bool {
        let words = line.split(separator: " ")
        return words.count == 3 && words[0] == "--" && words[2].contains(":") && Service.named(String(words[1])) != nil
    }

    /// Without the lines up to this one.
    func dropping(through index: Int) -> Section {
        Section(start: start + index + 1, lines: Array(lines.dropFirst(index + 1)))
    }

    /// As one call, or what follows a head that is no call's and comes to this plan.
    func transcript(of plan: Plan? = nil) throws(MalformedTranscript) -> Transcript {
        do {
            return try Transcript(lines.joined(separator: "\n"), of: plan)
        } catch {
            throw MalformedTranscript(line: start + error.line, text: error.text, reason: error.reason)
        }
    }

    func malformed(_ index: Int, _ reason: String) -> MalformedTranscript {
        MalformedTranscript(line: start + index + 1, text: String(lines[index].prefix(200)), reason: reason)
    }
}

extension CheckupTranscript: CustomStringConvertible {
    /// As text, which reads back as the same calls.
    public var description: String {
        let each = calls.map(\.description).joined(separator: "\n")
        guard let kind, let plan else { return each }
        let host = plan.target.host.bracketed
        let resolved = addresses.map { "-- resolved \($0.joined(separator: " "))" } ?? "-- resolve-failed"
        let head = ["-- checkup \(kind.name) \(host)"] + plan.settings(below: host) + [resolved]
        let lines = comments.map { "# \($0)" } + head
        let known = answers.map { "-- answer \($0.text)\n" }.joined()
        return lines.joined(separator: "\n") + "\n\n\(each)\n\(known)-- summary\n"
            + expected.map { "=> \($0)\n" }.joined()
    }
}
