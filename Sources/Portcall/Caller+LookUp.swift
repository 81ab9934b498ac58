public import PortcallCore
internal import PortcallDNS

extension Caller {
    /// Looks questions up in the DNS, all at once, and validates the answers.
    ///
    /// Asks the name servers of this machine, or the one of the settings. Never throws: what goes wrong is told in the
    /// answers. Cancelling the task ends the look-ups at once.
    ///
    /// - Parameters:
    ///   - questions: what to ask.
    ///   - limit: how long to wait for each answer.
    /// - Returns: one answer a question, in their order.
    public func lookUp(_ questions: [DNSQuestion], within limit: Duration = .seconds(10)) async -> [DNSAnswer] {
        await withTaskGroup(of: (Int, DNSAnswer).self) { group in
            for (index, question) in questions.enumerated() {
                group.addTask { (index, await names.answer(question, within: limit)) }
            }
            var answers: [Int: DNSAnswer] = [:]
            for await (index, answer) in group { answers[index] = answer }
            return questions.indices.compactMap { answers[$0] }
        }
    }
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
}
