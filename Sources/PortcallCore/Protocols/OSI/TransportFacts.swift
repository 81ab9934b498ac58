/// What a server of OSI's transport answers to a connection request.
package struct TransportFacts: ServiceFacts {
    /// Who may answer so.
    private let candidates: String
    /// False once it was asked for Remote Desktop and answered nothing of that; nil where that was not asked.
    var isRemoteDesktop: Bool?
    private var answer = TransportUnit.Answer.confirm
    private var size: Int?
    private var selectors: [[UInt8]] = []
    /// The answer leaves our reference out.
    private var isWithoutReference = false

    init(of candidates: String) {
        self.candidates = candidates
    }

    mutating func take(_ unit: TransportUnit) {
        answer = unit.answer
        size = unit.size
        selectors = unit.selectors
        isWithoutReference = unit.reference == 0
    }

    /// The reason of a disconnect (X.224 section 13.5.3).
    var reason: Int? { if case .disconnect(let reason) = answer { reason } else { nil } }

    /// What it means that it serves nobody for now; nil where it does not say so.
    var refusal: String? {
        reason == TransportWords.congestion
            ? "It has no room for a connection: too many are there, or it is stopping." : nil
    }

    /// It is there, and gives no connection to who asks as portcall does; nil where it gives one.
    var declined: String? {
        switch answer {
        case .confirm, .request, .farewell: nil
        case .disconnect(let reason): refusal == nil ? TransportWords.meaning(ofReason: reason) : nil
        case .error(let cause): TransportWords.meaning(ofCause: cause)
        }
    }

    /// The answer in a line.
    var words: String {
        switch answer {
        case .confirm: "connection confirm (CC)" + (size.map { ", units of \($0) bytes" } ?? "")
        case .disconnect(let reason):
            "disconnect request (DR), reason \(reason): \(TransportWords.name(ofReason: reason))"
        case .error(let cause): "error (ER), cause \(cause): \(TransportWords.name(ofCause: cause))"
        case .request: "connection request (CR)"
        case .farewell: "data (DT)"
        }
    }

    package var record: Record {
        var record = Record([("answer", .text(code)), ("reason", reason.map { .integer($0) } ?? .null)])
        if case .error(let cause) = answer { record["reject_cause"] = .integer(cause) }
        if let size { record["unit_size"] = .integer(size) }
        if !selectors.isEmpty { record["selectors"] = .texts(selectors.map { Hexadecimal.text($0) }) }
        return record
    }

    private var code: String {
        switch answer {
        case .confirm: "CC"
        case .disconnect: "DR"
        case .error: "ER"
        case .request: "CR"
        case .farewell: "DT"
        }
    }

    package var lines: [FactLine] {
        let isBare = isWithoutReference && answer == .confirm && isRemoteDesktop != false
        let bare = "its confirm leaves our reference out, as that of a Remote Desktop server does"
        return [
            FactLine("may be", candidates),
            isRemoteDesktop == false ? FactLine("and not", "Remote Desktop, of which it says nothing when asked") : nil,
            selectors.isEmpty ? nil : FactLine("selectors", selectors.map { Hexadecimal.text($0) }.listed(most: 4)),
            isBare ? FactLine("mark", bare) : nil,
        ].compactMap(\.self)
    }
}

extension Rule {
    /// Whoever answers is there: that it gives us no connection is told, and no fault.
    static let transportDeclined = Rule(one: .serviceRefusing) { seen in
        guard let heard = seen.facts.service as? TransportFacts, let meaning = heard.declined else { return nil }
        return Sighting(
            heard.words,
            severity: .note,
            fix: "Nothing, as long as those that call by the selectors agreed with them are served.",
            [
                "who": "The server is there, and gave this call, which names no selector, no connection.",
                "meaning": meaning,
            ]
        )
    }
}
