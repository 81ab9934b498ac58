/// What a net.tcp service answers to a preamble.
struct NetTCPFacts: ServiceFacts {
    let answer: NetTCPRecord

    init(_ answer: NetTCPRecord) { self.answer = answer }

    /// The last part of the fault's name: `EndpointNotFound`.
    private var fault: String? {
        guard case .fault(let text) = answer else { return nil }
        return text.split(separator: "/").last.map(String.init) ?? text
    }

    var record: Record { Record([("fault", .text(fault))]) }

    /// In a line.
    var words: String {
        switch answer {
        case .upgrade: "net.tcp: a login may begin"
        case .acknowledgement: "net.tcp: no login is wanted"
        case .fault: "net.tcp: the fault \(fault ?? "")"
        }
    }

    /// What the fault means, in a sentence.
    var meaning: String? {
        switch fault {
        case nil: nil
        case "EndpointNotFound": "It listens, and takes none for this made-up host: that it does is all that was asked."
        case "ServerTooBusy": "It has as much to do as it takes."
        case "ServiceActivationFailed": "The service behind it could not be started."
        case "EndpointUnavailable", "ConnectionDispatchFailed":
            "The port is shared, and the service that it belongs to does not take connections now."
        default: "It listens, and finds fault with the preamble."
        }
    }

    /// It serves nobody for now.
    var isRefusal: Bool {
        ["ServerTooBusy", "ServiceActivationFailed", "EndpointUnavailable", "ConnectionDispatchFailed"]
            .contains(fault ?? "")
    }

    /// What is not known then, as the last words of a screen.
    var limit: String? {
        guard fault != nil, !isRefusal else { return nil }
        return "net.tcp answers, and whether the Mailbox Replication Service is behind it does not show"
    }

    static let fixOfRefusal =
        "Get-Service MSExchangeMailboxReplication,NetTcpPortSharing on the server, and its event log at this moment; "
        + "Test-MRSHealth tells more."

    var lines: [FactLine] { meaning.map { [FactLine("meaning", $0, from: "")] } ?? [] }
}

extension ProtocolWords {
    static let netTCP = ProtocolWords(
        products: ["Exchange", "Windows"],
        dialogue: DialogueByHand(
            inClear: [Probe("On the Exchange server itself:", "Test-MRSHealth SERVER", .with("Exchange"))]
        ),
        advice: [
            Advice(
                .connectRefused,
                meaning: ["The service is there since Exchange 2010, on each Client Access or Mailbox server."],
                service,
                sharing
            ),
            Advice(.timeout, service, sharing),
            Advice(.closedBeforeGreeting, service, sharing),
            Advice(.closedEarly, service, sharing),
            Advice(
                .serviceRefusing,
                meaning: [
                    "net.tcp refuses by a fault: too busy, or the service behind the shared port cannot be started or "
                        + "reached."
                ],
                service,
                sharing
            ),
        ],
        source: "its answer to the preamble"
    )

    private static let service = Remedy(
        "Exchange",
        "Get-Service MSExchangeMailboxReplication; Test-MRSHealth says whether it can be reached and works."
    )

    private static let sharing = Remedy(
        "Windows",
        "Get-Service NetTcpPortSharing: it has 808 and passes connections on, so that it must run as well."
    )
}
