extension Transcript {
    /// The longest transcript read, in bytes.
    public static let limit = 8 * 1_048_576

    /// Reads the whole of a transcript.
    public init(_ text: String) throws(MalformedTranscript) {
        try self.init(text, of: nil)
    }

    /// Reads the lines below a head that is no call's and comes to this plan; without one, a call begins them.
    init(_ text: String, of plan: Plan?) throws(MalformedTranscript) {
        var reader = TranscriptReader(plan)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            try reader.read(line.last == "\r" ? line.dropLast() : line)
        }
        self = try reader.finish()
    }
}

/// Reads a transcript line by line.
private struct TranscriptReader {
    private var transcript: Transcript?
    private var comments: [String] = []
    private var line = 0
    /// Set while PEM lines are being gathered.
    private var pem: (into: WritableKeyPath<Transcript, Transcript.Source?>, text: String)?

    init(_ plan: Plan?) {
        transcript = plan.map { Transcript(plan: $0) }
    }

    mutating func read(_ text: Substring) throws(MalformedTranscript) {
        line += 1
        if try gatherPEM(text) { return }
        let mark = text.prefix(2)
        let rest = text.dropFirst(2).first == " " ? String(text.dropFirst(3)) : String(text.dropFirst(2))
        switch mark {
        case "": return
        case _ where text.first == "#": comments.append(String(text.dropFirst().drop { $0 == " " }))
        case "S:", "C:", "S>", "C<": try append(entry(mark, rest), text)
        case "=>": try change(text) { $0.expected.append(rest) }
        case "--": try readEvent(rest, text)
        default: throw malformed(text, "begins with none of # -- S: C: S> C< =>")
        }
    }

    mutating func finish() throws(MalformedTranscript) -> Transcript {
        guard pem == nil else { throw malformed("", "ends within a certificate") }
        guard var transcript else { throw malformed("", "there is no '-- SERVICE HOST:PORT' line") }
        transcript.comments = comments
        // Lines without a pause between them came together: what was said in answer to the first stands after the last.
        if transcript.plan.service.transport == .tcp { transcript.entries = transcript.entries.coalesced }
        return transcript
    }

    private func malformed(_ text: some StringProtocol, _ reason: String) -> MalformedTranscript {
        MalformedTranscript(line: line, text: String(text.prefix(200)), reason: reason)
    }

    private mutating func change(_ text: Substring, _ body: (inout Transcript) -> Void) throws(MalformedTranscript) {
        guard var transcript else { throw malformed(text, "stands before the '-- SERVICE HOST:PORT' line") }
        body(&transcript)
        self.transcript = transcript
    }

    private mutating func append(_ entry: Transcript.Entry?, _ text: Substring) throws(MalformedTranscript) {
        guard let entry else { throw malformed(text, "is not hexadecimal") }
        try change(text) { $0.entries.append(entry) }
    }

    private func entry(_ mark: Substring, _ rest: String) -> Transcript.Entry? {
        switch mark {
        case "S:": .server(Hexadecimal.unescaped(rest) + [0x0D, 0x0A])
        case "C:": .client(Hexadecimal.unescaped(rest) + [0x0D, 0x0A])
        case "S>": Hexadecimal.bytes(rest).map { .server($0) }
        case "C<": Hexadecimal.bytes(rest).map { .client($0) }
        default: nil
        }
    }

    private mutating func gatherPEM(_ text: Substring) throws(MalformedTranscript) -> Bool {
        guard let gathered = pem else { return false }
        let isBetween = gathered.text.isEmpty || gathered.text.hasSuffix("-----END CERTIFICATE-----\n")
        if isBetween, !text.hasPrefix("-----BEGIN CERTIFICATE-----") {
            try change(text) { $0[keyPath: gathered.into] = .pem(gathered.text) }
            pem = nil
            return false
        }
        pem?.text += text + "\n"
        return true
    }

    private mutating func readEvent(_ rest: String, _ text: Substring) throws(MalformedTranscript) {
        let (word, argument) = rest.cut(at: " ")
        guard transcript != nil else { return try readCall(word, argument, text) }
        if try readSetting(word, argument, text) { return }
        switch word {
        case "chain": try readSource(\.chain, argument, text)
        case "roots": try readSource(\.roots, argument, text)
        case "wait":
            guard let milliseconds = Int(argument), (0...86_400_000).contains(milliseconds) else {
                throw malformed(text, "is not a number of milliseconds")
            }
            try change(text) { $0.entries.append(.wait(milliseconds: milliseconds)) }
        default:
            guard let event = Call.Event(word, argument) else { throw malformed(text, "is not an event") }
            try change(text) { $0.entries.append(.event(event)) }
        }
    }

    private mutating func readCall(_ name: String, _ address: String, _ text: Substring) throws(MalformedTranscript) {
        do {
            let target = try Target(address, service: name)
            transcript = Transcript(plan: Plan(unsetOf: target))
        } catch {
            throw malformed(text, "is not a call: \(error)")
        }
    }

    private mutating func readSource(
        _ path: WritableKeyPath<Transcript, Transcript.Source?>,
        _ argument: String,
        _ text: Substring
    ) throws(MalformedTranscript) {
        switch argument {
        case "": pem = (path, "")
        case "none": try change(text) { $0[keyPath: path] = .pem("") }
        default:
            let isInside = !argument.hasPrefix("/") && !argument.split(separator: "/").contains("..")
            guard isInside else { throw malformed(text, "names a file outside the transcript's folder") }
            try change(text) { $0[keyPath: path] = .file(argument) }
        }
    }

    /// What was asked for; false where the line is something else.
    private mutating func readSetting(
        _ word: String,
        _ argument: String,
        _ text: Substring
    ) throws(MalformedTranscript) -> Bool {
        guard var plan = transcript?.plan else { return false }
        let settings = Setting.identity + plan.service.kind.settings + Setting.general
        guard let setting = settings.first(where: { $0.word == word }) else {
            // What only other protocols understand is kept: a checkup has calls of theirs, and elsewhere it means nothing.
            guard Setting.wishes.contains(where: { $0.word == word }) else { return false }
            transcript?.plan.wishes[word] = argument
            return true
        }
        do throws(MalformedSetting) {
            try setting.read(argument, &plan)
        } catch {
            throw malformed(text, "'\(word)'\(error)")
        }
        transcript?.plan = plan
        return true
    }
}

extension Plan {
    /// What a transcript says where it has no settings.
    init(unsetOf target: Target) {
        self.init(target, started: Timestamp(milliseconds: 0), number: Self.fixedNumber)
    }
}
