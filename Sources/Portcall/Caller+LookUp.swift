public import PortcallCore
internal import PortcallDNS

extension Caller {
    /// Looks questions up in the DNS, all at once, and validates the answers.
    ///
    /// Asks the name servers of this machine, or the one of the settings. Where validation gets no answer out of them,
    /// as where there is no way to the keys of the root, they are asked once more as any program asks them; what they say
    /// then counts, and its validation stays unknown. Never throws: what goes wrong is told in the answers. Cancelling
    /// the task ends the look-ups at once.
    ///
    /// - Parameters:
    ///   - questions: what to ask.
    ///   - limit: how long to wait for each answer.
    /// - Returns: one answer a question, in their order.
    public func lookUp(_ questions: [DNSQuestion], within limit: Duration = .seconds(10)) async -> [DNSAnswer] {
        await each(questions) { question in
            let answer = await names.answer(question, within: limit)
            guard !answer.isKnown, !Task.isCancelled else { return answer }
            return await askAgain(answer)
        }
    }

    /// Asks one name server alone, without validation.
    func ask(_ questions: [DNSQuestion], of server: NameServer, within limit: Duration) async -> [DNSAnswer] {
        await each(questions) { await askAlone($0, of: server, within: limit) }
    }

    private func each(
        _ questions: [DNSQuestion],
        _ answer: @escaping @Sendable (DNSQuestion) async -> DNSAnswer
    ) async -> [DNSAnswer] {
        await withTaskGroup(of: (Int, DNSAnswer).self) { group in
            for (index, question) in questions.enumerated() {
                group.addTask { (index, await answer(question)) }
            }
            var answers: [Int: DNSAnswer] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return questions.indices.compactMap { answers[$0] }
        }
    }

    /// What the servers themselves say: the first that knows counts, else the first that answers.
    private func askAgain(_ failed: DNSAnswer) async -> DNSAnswer {
        let servers = nameServer.map { [$0] } ?? System.nameServers
        var best = failed.outcome
        for server in servers.prefix(Self.mostServers) {
            let answer = await askAlone(failed.question, of: server, within: Self.serverPatience)
            guard !answer.isKnown else {
                return DNSAnswer(
                    to: failed.question,
                    answer.outcome,
                    validation: failed.validation,
                    records: answer.records
                )
            }
            guard answer.shortage == nil else { return answer }
            // The first that answers says more than one that does not.
            if case .failed = best { best = answer.outcome }
        }
        return DNSAnswer(to: failed.question, best, validation: failed.validation)
    }

    private func askAlone(_ question: DNSQuestion, of server: NameServer, within limit: Duration) async -> DNSAnswer {
        guard (try? DNSQuestion(question.description)) == question else {
            return DNSAnswer(to: question, .failed("the name cannot be asked for"), server: server.text)
        }
        let datagram = await call("dns-udp", server, question, within: limit)
        let isCutShort = datagram?.verdict.observation.dns?.isTruncated == true
        let connection = isCutShort ? await call("dns", server, question, within: limit) : nil
        guard let datagram else {
            return DNSAnswer(to: question, .failed("the name server has no address"), server: server.text)
        }
        guard let reason = datagram.unjudged ?? connection?.unjudged else {
            let over = datagram.verdict.observation
            return DNSAnswer(to: question, of: server.text, over: over, then: connection?.verdict.observation)
        }
        return DNSAnswer(to: question, .failed(reason), server: server.text, shortage: reason)
    }

    private func call(
        _ service: String,
        _ server: NameServer,
        _ question: DNSQuestion,
        within limit: Duration
    ) async -> CallResult? {
        guard let target = try? Target("\(service)://\(server.host.bracketed):\(server.port)") else { return nil }
        let wishes = ["question": question.description]
        return await check(Plan(target, started: Self.now, timeout: limit, wishes: wishes))
    }

    /// Whoever has no answer by then leaves most programs without one.
    private static let serverPatience = Duration.seconds(3)

    /// As many as programs ask (resolv.conf(5)).
    private static let mostServers = 3
}

extension NameSystem {
    /// That of the machine, or of one server, whose own name the machine resolves.
    convenience init(asking server: NameServer?, anchors: String? = nil) {
        guard let server else {
            self.init(anchors: anchors)
            return
        }
        self.init(forwarders: { server.forwarders }, anchors: anchors)
    }
}

extension NameServer {
    /// Addresses as libunbound takes them, with the port behind an at sign; blocks.
    fileprivate var forwarders: [String] {
        let addresses = try? System.addresses(of: host, port: port, family: .any)
        return (addresses ?? []).map { "\($0.text)@\(port)" }
    }

    /// As sentences name it.
    fileprivate var text: String { port == 53 ? host.text.escaped : "\(host.bracketed.escaped):\(port)" }
}
