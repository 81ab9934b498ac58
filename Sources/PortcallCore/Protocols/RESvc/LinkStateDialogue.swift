/// The routing engine of Exchange 2000 and 2003, by which the servers of a routing group tell each other which links work.
///
/// It says who it is by itself; nothing is said to it. Between routing groups the same goes over SMTP, by the verb
/// X-LINK2STATE, which is recognised in an EHLO list and never sent (MS05-021).
package struct LinkStateDialogue: Dialogue {
    package private(set) var facts = Facts()
    package let awaits = "the greeting"

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard let line = try input.takeLine() else { return .listen }
        guard let greeting = LinkStateGreeting(line) else { throw .unexpected(line) }
        facts.greeted(line.trimmedAtEnd)
        facts.service = LinkStateFacts(version: greeting.version)
        facts.product = greeting.product.shown(by: "the form of its greeting")
        return .part([])
    }
}

/// `{0000004c} NODEINFO (5) {38}Version: 6.5.7638.1 Microsoft Routing Server ready`, as far as it is known.
///
/// No document has it: what the numbers in braces say is a guess, and not held to.
struct LinkStateGreeting: Equatable {
    /// nil where the greeting names none.
    let version: String?

    init?(_ line: String) {
        let (head, rest) = line.cut(at: "}")
        guard
            head.hasPrefix("{"), head.count > 1, head.dropFirst().allSatisfy(\.isHexDigit),
            rest.hasPrefix(" NODEINFO (")
        else { return nil }
        version = ProductMark.number(after: "Version: ", in: rest)
    }

    var product: Product {
        guard let version, version.contains(".") else { return Product("Microsoft Exchange 2000 or 2003", .likely) }
        return Product(ExchangeBuild.product(of: version), .likely)
    }
}

/// What the routing engine tells of itself.
struct LinkStateFacts: ServiceFacts {
    let version: String?

    var record: Record { Record([("version", .text(version))]) }
}

extension ProtocolKind {
    static let linkState = ProtocolKind(
        name: "RESvc",
        opening: [.greeting],
        signatures: [
            Signature("Exchange's routing engine (RESvc)", .line) { bytes in
                let text = String(escaping: bytes.prefix(200))
                return text.hasPrefix("{") && text.contains("} NODEINFO (")
            }
        ],
        requests: HarmlessRequests(["nothing at all"]) { _ in false },
        words: .linkState,
        open: { _, _ in LinkStateDialogue() }
    )
}

extension ProtocolWords {
    static let linkState = ProtocolWords(
        products: ["Exchange"],
        dialogue: DialogueByHand(inClear: [
            Probe("Connect, and see whether NODEINFO comes:", "nc -w 5 {host} {port} </dev/null")
        ]),
        advice: [
            Advice(
                .connectRefused,
                meaning: [
                    "Exchange 2007 and later have no routing engine, so that the port is closed there as it should be. On "
                        + "Exchange 2000 and 2003 it is stopped then, and so is mail by the right links."
                ],
                engine
            ),
            Advice(
                .connectTimeout,
                meaning: [
                    "Where the servers of one routing group cannot reach each other here, each keeps what it knew of the "
                        + "links, and mail goes wrong ways or waits. Only they need the port."
                ]
            ),
            Advice(
                .silent,
                meaning: [
                    "The routing engine says NODEINFO at once; what is open here and silent is not it, or hangs."
                ],
                engine
            ),
            Advice(.closedBeforeGreeting, engine),
            Advice(
                .wrongProtocol,
                Remedy("Exchange", "Only the routing engine may have 691 on Exchange 2000 and 2003.")
            ),
        ]
    )

    private static let engine = Remedy(
        "Exchange",
        "On Exchange 2000 and 2003, start the service Microsoft Exchange Routing Engine (RESvc), which needs IIS Admin; "
            + "WinRoute shows what it knows of the links."
    )
    .of(.v2000 ... .v2003)
}
