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
    /// The one name server that was asked; nil where it was those that this machine asks.
    public let server: String?
    /// Why nobody could be asked, for the fault of the machine that asks; nil where somebody was.
    package let shortage: String?

    package init(
        to question: DNSQuestion,
        _ outcome: Outcome,
        validation: Validation = .unknown,
        records: [DNSRecord] = [],
        server: String? = nil,
        shortage: String? = nil
    ) {
        self.question = question
        self.outcome = outcome
        self.validation = validation
        self.records = records
        self.server = server
        self.shortage = shortage
    }

    /// How it went.
    @nonexhaustive
    public enum Outcome: Equatable, Sendable {
        case found
        /// The name exists, and has no record of that type.
        case noData
        case noSuchName
        /// A name server answered, and not with what was asked for.
        case withheld(Withholding, by: String)
        /// Nobody answered: why, as a sentence goes on.
        case failed(String)
    }

    /// How a name server answers without an answer.
    @nonexhaustive
    public enum Withholding: Equatable, Sendable {
        /// It says that it cannot, or will not.
        case code(DNSResponseCode)
        /// The answer does not fit into a datagram, and is not to be had over TCP: why, as a sentence goes on.
        case cutShort(String)
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
        case .withheld(.code(let code), let server): "\(server) says \(code): \(code.meaning)"
        case .withheld(.cutShort(let reason), let server):
            "the answer of \(server) does not fit into a datagram, and over TCP it is not to be had (\(reason))"
        case .failed(let reason): reason
        }
    }

    /// There was an answer, be it that there is nothing.
    package var isKnown: Bool {
        switch outcome {
        case .found, .noData, .noSuchName: true
        case .withheld, .failed: false
        }
    }
}
