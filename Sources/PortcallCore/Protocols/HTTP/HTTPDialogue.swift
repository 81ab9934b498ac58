/// HTTP/1.1 (RFC 9112): one request, and one a path of Exchange more where the answer looks like Exchange.
///
/// Redirects are shown and never followed. A connection that the server ends after an answer is replaced by another
/// one; an answer that does not come because the server had just ended it is asked for once more.
package struct HTTPDialogue: Dialogue {
    private enum Question: Sendable {
        case first
        case service(ExchangePath)
        case nowhere
    }

    package private(set) var facts = Facts()
    private let purpose: HTTPPurpose
    private let host: String
    private let site: HTTPSite
    private let isExchangeExpected: Bool
    private var question = Question.first
    private var waiting: [Question] = []
    private var reader = HTTPReader()
    private var isAsked = false
    /// This connection has answered before.
    private var isReused = false
    private var first: HTTPResponse?
    private var answers: [ExchangeAnswer] = []
    private var nowhere = NowhereAnswer.notAsked

    init(_ plan: Plan, for purpose: HTTPPurpose) {
        self.purpose = purpose
        host = plan.httpHost
        site = HTTPSite(isSecured: plan.service.security == .implicit, host: host.lowercased())
        isExchangeExpected = plan.wishes[Setting.exchange.word] != nil
    }

    package var awaits: String {
        let answer = "the answer to \(request.words)"
        return reader.begun.map { "the end of \(answer) (\($0))" } ?? answer
    }

    package var framing: Framing { isAsked ? reader.framing : .lines }

    package mutating func next(_ input: inout ByteQueue) throws(Malformed) -> Step {
        guard isAsked else {
            isAsked = true
            return .send(request.bytes(host: host))
        }
        do throws(Malformed) {
            let response = try reader.read(&input)
            noteHead()
            guard let response = response ?? lastWord() else { return .listen }
            return take(response, keepsConnection: response.isReusable && input.isEmpty)
        } catch {
            noteHead()
            // What comes instead of another answer belongs to the one before, whose length was a lie.
            guard isReused, reader.head == nil else { throw error }
            return askAgain()
        }
    }

    package mutating func hungUp(_ input: inout ByteQueue) throws(Malformed) -> Step? {
        guard isAsked else { return nil }
        let cut = reader.end(forgivingCut: first != nil) ?? lastWord(forgivingCut: true)
        if let cut { return take(cut, keepsConnection: false) }
        guard first != nil else { return nil }
        return isReused ? askAgain() : take(nil, keepsConnection: false)
    }

    /// IIS asks for a certificate of ours only once it knows which path is wanted: others may be for everybody.
    package mutating func tlsEnded(
        wantingCertificate isCertificateWanted: Bool,
        _ input: inout ByteQueue
    ) throws(Malformed) -> Step? {
        guard first != nil else { return nil }
        if isAsked, isReused, !isCertificateWanted { return askAgain() }
        return take(nil, keepsConnection: false, wantsCertificate: isCertificateWanted)
    }

    private var request: HTTPRequest {
        switch question {
        case .first: purpose.request
        case .service(let path): path.request
        case .nowhere: .nowhere
        }
    }

    private mutating func noteHead() {
        guard case .first = question, facts.service == nil, let head = reader.head else { return }
        facts.isConfirmed = purpose.isConfirmed(by: head)
        facts.note(head, at: site, isExchangeExpected)
    }

    /// As much of the first answer as has come, where that says already why there is no more to be had here.
    private func lastWord(forgivingCut isCut: Bool = false) -> HTTPResponse? {
        guard first == nil, let begun = reader.end(forgivingCut: isCut) else { return nil }
        return begun.demandsCertificate || (begun.saysItExpectedTLS && !site.isSecured) ? begun : nil
    }

    private mutating func take(
        _ response: HTTPResponse?,
        keepsConnection: Bool,
        wantsCertificate isWanted: Bool = false
    ) -> Step {
        switch question {
        case .first: begin(response)
        case .service(let path):
            answers.append(ExchangeAnswer(path: path, response: response, wantsCertificate: isWanted))
        case .nowhere: nowhere = response.map { .answered($0) } ?? .silent
        }
        conclude()
        guard !facts.isSettled, !waiting.isEmpty else { return .part([]) }
        question = waiting.removeFirst()
        isReused = keepsConnection
        reader = HTTPReader()
        isAsked = keepsConnection
        return keepsConnection ? .send(request.bytes(host: host)) : .reconnect
    }

    private mutating func begin(_ response: HTTPResponse?) {
        first = response
        guard let response else { return }
        switch purpose {
        case .site:
            guard isExchangeExpected || response.suggestsExchange else { return }
            waiting = [.nowhere] + ExchangePath.all.map { .service($0) }
        case .service(let path): if response.needsComparison(path, at: site) { waiting = [.nowhere] }
        case .instantMessaging: return
        }
    }

    private mutating func askAgain() -> Step {
        isReused = false
        isAsked = false
        reader = HTTPReader()
        return .reconnect
    }

    private mutating func conclude() {
        guard let first else { return }
        facts.conclude(first, for: purpose, survey(after: first), at: site, isExchangeExpected)
    }

    private func survey(after first: HTTPResponse) -> ExchangeSurvey? {
        switch purpose {
        case .site:
            ExchangeSurvey(after: first, answers, beside: nowhere, at: site)
        case .service(let path):
            ExchangeSurvey(after: nil, [ExchangeAnswer(path: path, response: first)], beside: nowhere, at: site)
        case .instantMessaging: nil
        }
    }
}

/// What a web server is called for.
enum HTTPPurpose: Sendable {
    /// The site, and Exchange's services where it looks like Exchange.
    case site
    case service(ExchangePath)
    /// RVP, the instant messaging of Exchange 2000 (draft-calsyn-rvp-01).
    case instantMessaging

    var request: HTTPRequest {
        switch self {
        case .site: .root
        case .service(let path): path.request
        case .instantMessaging:
            HTTPRequest(.options, "/instmsg/", fields: ["RVP-Notifications-Version: 0.2", "Content-Length: 0"])
        }
    }

    /// Every web server answers OPTIONS; instant messaging shows by its own field, or by the login it asks for.
    func isConfirmed(by head: HTTPHead) -> Bool {
        switch self {
        case .site, .service: true
        case .instantMessaging: head["rvp-notifications-version"] != nil || head.status == 401 || head.status >= 500
        }
    }
}

extension HTTPResponse {
    /// Nothing in it shows the service that was asked for: what a path that nobody has gets may tell why.
    fileprivate func needsComparison(_ path: ExchangePath, at site: HTTPSite) -> Bool {
        let state = ExchangeState(ExchangeAnswer(path: path, response: self), at: site, beside: .notAsked)
        let isOpen = status < 400 || [401, 405, 501].contains(status)
        return isOpen && (state.kind == .unknown || state.fault == .noScheme && !isFromExchange)
    }
}
