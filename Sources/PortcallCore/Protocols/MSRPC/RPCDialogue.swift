/// MS-RPC over TCP, or behind the banner of RPC over HTTP: one bind, then the endpoint mapper's whole map.
///
/// On a port that the mapper names only the interface named is bound, and nothing is called there.
package struct RPCDialogue: Dialogue {
    private enum Phase {
        case greeting
        case binding
        case awaitingBind
        case awaitingMap
    }

    package private(set) var facts = Facts()
    private let interfaces: [RPCInterface]
    private let readsMap: Bool
    private var phase: Phase
    private var told: RPCFacts
    private var awaited = 1
    /// Of our last message.
    private var number: UInt32 = 1
    /// Of the answer that is coming.
    private var stub: [UInt8] = []
    private var map = Map()

    /// - Parameters:
    ///   - plan: what the call is about.
    ///   - line: the connection.
    ///   - announces: the server has a banner, that of RPC over HTTP.
    package init(_ plan: Plan, _ line: Line, announces: Bool) {
        let wished = plan.wishes[Setting.interface.word].flatMap { RPCInterface($0) }.map { [$0] }
        let due = announces ? ExchangePort.interfaces(on: plan.target.port) : nil
        interfaces = wished ?? due ?? [.mapper]
        readsMap = interfaces == [.mapper]
        phase = announces ? .greeting : .binding
        told = RPCFacts(at: line.remote.address)
    }

    package var awaits: String {
        switch phase {
        case .greeting: "the banner"
        case .binding, .awaitingBind: "the answer to the bind"
        case .awaitingMap: "the map"
        }
    }

    package var framing: Framing { .bytes(awaited) }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        switch phase {
        case .greeting: return try greet(&input)
        case .binding: return bind()
        case .awaitingBind, .awaitingMap:
            while let packet = try RPCPacket(reading: &input, &awaited) {
                if let step = try take(packet) { return step }
            }
            return .listen
        }
    }

    private mutating func greet(_ input: inout ByteQueue) throws(Malformed) -> Step {
        awaited = RPCBanner.size
        guard RPCBanner.mayBegin(input.unread) else { throw .unexpected(input.unread.quoted) }
        guard let banner = input.take(RPCBanner.size) else {
            awaited = input.count + 1
            return .listen
        }
        facts.greeted(String(escaping: banner))
        return bind()
    }

    private mutating func bind() -> Step {
        phase = .awaitingBind
        awaited = 1
        return .send(RPCRequest.bind(interfaces, number: number))
    }

    /// - Returns: what to do next; nil where more of the answer is to come.
    private mutating func take(_ packet: RPCPacket) throws(Malformed) -> Step? {
        map.size += packet.size
        switch packet.content {
        case .request:
            facts.trouble = .impostor(Recognition.echo, words: nil)
            return .part([])
        case .refusal(let refusal): return refuse(refusal)
        case .bound, .response:
            guard packet.number == number else {
                throw .unexpected("an answer to call \(packet.number), not \(number)")
            }
            facts.isConfirmed = true
        }
        switch (packet.content, phase) {
        case (.bound(let results), .awaitingBind): return conclude(results)
        case (.response(let part, let isLast), .awaitingMap):
            stub += part
            guard stub.count <= Map.answerLimit else {
                let limit = "more than \(Map.answerLimit / 1024) KiB in one answer"
                throw .tooLong(limit, quoting: stub.quotedInHexadecimal)
            }
            return isLast ? try read(RPCLookup(stub[...], isBigEndian: packet.isBigEndian)) : nil
        default: throw .unexpected("an answer of MS-RPC to something else than was asked")
        }
    }

    private mutating func conclude(_ results: [RPCBindResult]) -> Step {
        let first = results[0]
        guard !readsMap else {
            guard first.isAccepted else { return refuse(.interface(first.result, first.reason)) }
            phase = .awaitingMap
            return lookUp(RPCLookup.firstHandle)
        }
        told.bindings = interfaces.enumerated().map { index, interface in
            RPCFacts.Binding(interface: interface, isAccepted: index < results.count && results[index].isAccepted)
        }
        guard interfaces.count > 1 || first.isAccepted else { return refuse(.interface(first.result, first.reason)) }
        let taken = told.bindings.filter(\.isAccepted).map(\.interface.title)
        facts.answered(taken.isEmpty ? "it takes none of the interfaces asked for" : taken.joined(separator: ", "))
        facts.product = told.product?.shown(by: "what its map lists, or how it answers")
        return part([])
    }

    private mutating func lookUp(_ handle: [UInt8]) -> Step {
        number += 1
        stub = []
        return .send(RPCRequest.lookUp(handle, number: number))
    }

    private mutating func read(_ answer: RPCLookup) -> Step {
        map.add(answer)
        told.endpoints = map.endpoints
        told.excess = answer.isOver ? nil : map.excess
        facts.service = told
        if answer.status != 0, answer.status != RPCLookup.noMore { return refuse(.status(answer.status), answer) }
        guard answer.isOver || told.excess != nil else { return lookUp(answer.handle) }
        facts.answered(told.words)
        facts.product = told.product?.shown(by: "what its map lists, or how it answers")
        return part(farewell(answer))
    }

    /// The mapper keeps where we stand until it is told, or the connection ends.
    private mutating func farewell(_ answer: RPCLookup) -> [UInt8] {
        guard answer.holdsHandle else { return [] }
        number += 1
        return RPCRequest.free(answer.handle, number: number)
    }

    private mutating func refuse(_ refusal: RPCRefusal, _ answer: RPCLookup? = nil) -> Step {
        facts.isConfirmed = true
        told.refusal = refusal
        facts.report(.answer, .failed, refusal.words)
        return part(answer.map { farewell($0) } ?? [])
    }

    private mutating func part(_ goodbye: [UInt8]) -> Step {
        facts.service = told
        return .part(goodbye)
    }
}

/// The map as far as it has come, and how much of it is too much.
private struct Map {
    /// The most bytes of one answer.
    static let answerLimit = 65_536
    static let entryLimit = 10_000
    /// A mapper that gives little at a time is asked so often.
    static let questionLimit = 1_000
    /// What comes after it must still fit into a call: one more answer, and that to our goodbye.
    static let sizeLimit = Call.byteLimit - 2 * answerLimit

    private(set) var endpoints: [RPCEndpoint] = []
    /// Of all messages.
    var size = 0
    private var entries = 0
    private var answers = 0

    mutating func add(_ answer: RPCLookup) {
        answers += 1
        entries += answer.count
        endpoints += answer.endpoints.prefix(max(0, Self.entryLimit - endpoints.count))
    }

    /// What an honest mapper has not; nil where nothing is.
    var excess: String? {
        if entries > Self.entryLimit { return "a map of more than \(Self.entryLimit) entries" }
        if size > Self.sizeLimit { return "a map of more than \(Self.sizeLimit / 1024) KiB" }
        return answers >= Self.questionLimit ? "a map without an end in \(answers) answers" : nil
    }
}

/// What a server of RPC over HTTP says first: `ncacn_http/1.0`, without an end of line ([MS-RPCH] section 2.1.2.1).
enum RPCBanner {
    private static let name = Array("ncacn_http/".utf8)
    static let size = name.count + 3

    /// Whether these bytes are its beginning, or begin with it.
    static func mayBegin(_ bytes: ArraySlice<UInt8>) -> Bool {
        let head = bytes.prefix(size)
        return head.prefix(name.count).elementsEqual(name.prefix(head.count))
            && head.dropFirst(name.count).allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    }
}

extension RPCInterface {
    fileprivate var title: String { RPCProgram.of(self)?.name ?? uuid }
}
