import PortcallCore

/// All that can happen to a call, in any order: two bytes say which service it is, then each event is a byte, a length
/// and so many bytes.
func happen(_ bytes: [UInt8]) {
    guard bytes.count > 3 else { return }
    let service = Service.all[(Int(bytes[0]) << 8 | Int(bytes[1])) % Service.all.count]
    let target = Target(text: "fuzz", service: service, host: .name("mx.example.net"), port: service.port ?? 25)
    var plan = Plan(target, started: Timestamp(seconds: 1_772_445_600), number: Plan.fixedNumber)
    plan.timeout = .seconds(30)
    var visit = FuzzedVisit(call: Call(plan))
    visit.take(.resolved(["192.0.2.25", "2001:db8::25"]))
    visit.take(.connected(address: "192.0.2.25", local: Endpoint("192.0.2.1")))
    var rest = bytes[2...]
    while rest.count > 1, visit.count < 400 {
        let (kind, length) = (rest.removeFirst(), Int(rest.removeFirst()))
        let content = Array(rest.prefix(length))
        rest = rest.dropFirst(length)
        visit.take(event(kind, content))
    }
    visit.take(.timedOut)
    precondition(visit.call.isOver, "the time is up, and the call goes on")
    let verdict = Verdict(visit.call.observation)
    requireJSON(JSONPrinter().print(verdict.record))
    requireHarmless(TextPrinter().print(verdict), "a screen")
    requireOneFindingACause(verdict)
}

private func event(_ kind: UInt8, _ content: [UInt8]) -> Call.Event {
    switch kind % 16 {
    case 0: .secured(TLSFacts(version: "TLSv1.2", cipher: "ECDHE-RSA-AES128-GCM-SHA256"))
    case 1: .closed(isReset: false)
    case 2: .closed(isReset: true)
    case 3, 4: .woke
    case 5: .connected(address: "192.0.2.25", local: Endpoint("192.0.2.1"))
    case 6: .renegotiationAsked
    case 7: .resumable
    case 8: .tlsBegan
    case 9: .handshakeCame(content.count)
    case 10: .unreachable
    default: .received(content)
    }
}

/// A call without a network, which is held to what it promises.
private struct FuzzedVisit {
    var call: Call
    private(set) var count = 0
    private var now = Duration.zero
    private var sent = 0
    private var isClosed = false

    init(call: Call) {
        self.call = call
    }

    mutating func take(_ event: Call.Event) {
        count += 1
        now += .milliseconds(700)
        let wasOver = call.isOver
        for action in call.handle(event, at: now) {
            precondition(!wasOver, "\(action) after the call is over")
            switch action {
            case .send(let bytes):
                precondition(!isClosed, "something is sent after close")
                sent += bytes.count
                precondition(sent < 65_536, "more is said than any dialogue has to say")
            case .close: isClosed = true
            case .reconnect: isClosed = false
            case .startTLS, .handshake, .tryTLS, .trySmallHello, .wake: continue
            }
        }
    }
}
