extension DNSAnswer {
    /// What one name server said to a question that it was asked alone.
    ///
    /// - Parameters:
    ///   - question: what was asked.
    ///   - server: who was asked, as sentences name it.
    ///   - datagram: the call over UDP.
    ///   - connection: the call over TCP, made where the answer did not fit into a datagram.
    package init(to question: DNSQuestion, of server: String, over datagram: Observation, then connection: Observation?)
    {
        let outcome: Outcome
        var records: [DNSRecord] = []
        switch (datagram.dns, connection) {
        case (nil, _): outcome = .failed(datagram.dnsFailure(of: server))
        case (let heard?, let connection?) where heard.isTruncated:
            if let whole = connection.dns {
                (outcome, records) = (whole.outcome(for: question, by: server), whole.answers)
            } else {
                outcome = .withheld(.cutShort(connection.reasonOfSilence), by: server)
            }
        case (let heard?, _): (outcome, records) = (heard.outcome(for: question, by: server), heard.answers)
        }
        self.init(to: question, outcome, records: records.filter { $0.type != .rrsig }, server: server)
    }
}

extension Observation {
    /// What a name server answered, where one was called.
    package var dns: DNSFacts? { facts.service as? DNSFacts }

    fileprivate func dnsFailure(of server: String) -> String {
        switch ending {
        case .timedOut: "no answer from \(server)"
        case .malformed: "what \(server) sends is no DNS answer"
        default: "\(server): \(reasonOfSilence)"
        }
    }

    /// Why nothing came, as a sentence goes on.
    fileprivate var reasonOfSilence: String {
        if let failure = attempts.last?.failure, address == nil { return failure.words }
        return switch ending {
        case .timedOut: "no answer"
        case .closed: "the connection ends without an answer"
        case .malformed: "what comes is no DNS answer"
        default: "no answer"
        }
    }
}

extension DNSFacts {
    fileprivate func outcome(for question: DNSQuestion, by server: String) -> DNSAnswer.Outcome {
        switch responseCode {
        case .noError: answers.contains { $0.type == question.type } ? .found : .noData
        case .noSuchName: .noSuchName
        default: .withheld(.code(responseCode), by: server)
        }
    }
}
