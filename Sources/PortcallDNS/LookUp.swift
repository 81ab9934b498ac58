internal import CUnbound
internal import PortcallCore

/// One question on its way.
final class LookUp: @unchecked Sendable {
    // Sendable because only the queue of its name system touches what changes.
    typealias Continuation = CheckedContinuation<DNSAnswer, Never>

    let question: DNSQuestion
    /// By which libunbound knows it; nil until it does.
    var number: CInt?
    /// An answer that is neither secure nor bogus is known to be unsigned.
    var validates = false
    private(set) var isOver = false
    private var continuation: Continuation?

    init(_ question: DNSQuestion) {
        self.question = question
    }

    /// - Returns: whether it is still wanted; it may have been cancelled before it began.
    func await(_ continuation: Continuation) -> Bool {
        guard isOver else {
            self.continuation = continuation
            return true
        }
        continuation.resume(returning: DNSAnswer(to: question, .failed("interrupted")))
        return false
    }

    /// What libunbound says when it is done: an error of its own, or a result that is ours to free.
    func receive(_ code: CInt, _ result: UnsafeMutablePointer<ub_result>?) {
        guard let library = try? UnboundLibrary.shared.get() else { return }
        defer { library.free(result) }
        guard !isOver else { return }
        guard code == UB_NOERROR.rawValue, let result else { return end(.failed(library.failure(code).reason)) }
        end(result.pointee.outcome, validation: validation(of: result.pointee), records: result.pointee.records)
    }

    func end(_ outcome: DNSAnswer.Outcome, validation: DNSAnswer.Validation = .unknown, records: [DNSRecord] = []) {
        guard !isOver else { return }
        isOver = true
        continuation?.resume(returning: DNSAnswer(to: question, outcome, validation: validation, records: records))
        continuation = nil
    }

    /// A server that has not even the keys of the root, as a domain controller without a way out, gives nothing to
    /// validate with, which libunbound calls bogus like any signature that is wrong.
    private static func tellsOfMissingKeys(_ reason: String) -> Bool {
        reason.contains("no DNSKEY rrset") && reason.contains("for trust anchor")
    }

    private func validation(of result: ub_result) -> DNSAnswer.Validation {
        guard result.bogus == 0 else {
            let reason = result.why_bogus.map { String(cString: $0) } ?? "no reason given"
            return Self.tellsOfMissingKeys(reason) ? .unknown : .bogus(reason.escaped)
        }
        guard result.secure == 0 else { return .secure }
        if case .failed = result.outcome { return .unknown }
        return validates ? .insecure : .unknown
    }
}

extension ub_result {
    fileprivate var outcome: DNSAnswer.Outcome {
        if havedata != 0 { return .found }
        if nxdomain != 0 { return .noSuchName }
        let code = DNSResponseCode(number: Int(rcode))
        return code == .noError ? .noData : .failed("\(code.meaning) (\(code))")
    }

    /// The answers of the message, without their signatures.
    fileprivate var records: [DNSRecord] {
        guard let answer_packet, answer_len > 0 else { return [] }
        let bytes = Array(UnsafeRawBufferPointer(start: answer_packet, count: Int(answer_len)))
        return (try? DNSMessage(bytes))?.answers.filter { $0.type != .rrsig } ?? []
    }
}
