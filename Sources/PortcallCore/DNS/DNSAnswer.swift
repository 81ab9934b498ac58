/// What a look-up came to.
///
/// Nothing of it is an error: that there is no answer is an answer too.
public struct DNSAnswer: Equatable, Sendable {
    /// What was asked.
    public let question: DNSQuestion
    /// How the look-up went.
    public let outcome: Outcome
    /// What validation (RFC 4035 section 4.3) says of the answer, a no included.
    public let validation: Validation
    /// As sent, the aliases that led to them first.
    ///
    /// A bogus answer has them too: whoever must not trust it looks at `validation`.
    public let records: [DNSRecord]

    package init(
        to question: DNSQuestion,
        _ outcome: Outcome,
        validation: Validation = .unknown,
        records: [DNSRecord] = []
    ) {
        self.question = question
        self.outcome = outcome
        self.validation = validation
        self.records = records
    }

    /// How it went.
    @nonexhaustive
    public enum Outcome: Equatable, Sendable {
        case found
        /// The name exists, and has no record of that type.
        case noData
        case noSuchName
        /// Nobody knows: why, as a sentence goes on.
        case failed(String)
    }

    /// Whether it can be trusted.
    @nonexhaustive
    public enum Validation: Equatable, Sendable {
        /// Signed, and every signature up to the root holds.
        case secure
        /// Provably not signed.
        case insecure
        /// Should be signed, and is not as it should be: why, in the validator's words.
        case bogus(String)
        /// There is no answer, or nothing to validate it with.
        case unknown
    }

    /// The data of the type asked for, in the order sent.
    public var data: [DNSRecord.Content] { records.filter { $0.type == question.type }.map(\.data) }
}

extension DNSAnswer {
    /// The host names that SRV, MX, PTR, NS or CNAME records lead to, without the dot at the end.
    public var hosts: [String] {
        data.compactMap { content in
            switch content {
            case .name(let name), .mailExchanger(_, let name), .service(_, _, _, let name): name.host
            case .address, .association, .text, .authority, .other: nil
            }
        }
    }

    /// The addresses, as text.
    public var addresses: [String] {
        records.compactMap { if case .address(let text) = $0.data { text } else { nil } }
    }

    /// In words: `found (secure)`, `no such name`.
    public var words: String {
        let outcome = outcomeInWords
        return switch validation {
        case .secure: "\(outcome) (secure)"
        case .insecure: "\(outcome) (not signed)"
        case .bogus(let reason): "\(outcome) (does not validate: \(reason))"
        case .unknown: outcome
        }
    }

    /// The same without what validation says, which clients of a domain do not ask for.
    var outcomeInWords: String {
        switch outcome {
        case .found: "found"
        case .noData: "no such record"
        case .noSuchName: "no such name"
        case .failed(let reason): reason
        }
    }
}
