/// What the answers to the paths of Exchange come to, taken together.
struct ExchangeSurvey: Sendable {
    struct Entry: Sendable {
        let path: ExchangePath
        let response: HTTPResponse?
        var state: ExchangeState
    }

    private(set) var entries: [Entry]
    /// Every path, one that cannot exist among them, is answered alike: by something that stands before any service.
    private(set) var isAlike = false
    /// What redirects lead to nowhere, or to clear text.
    let redirects: [HTTPRedirects.Found]
    let nowhere: NowhereAnswer
    let place: HTTPSite
    /// Nil where a service is asked alone.
    let front: Entry?

    /// - Parameters:
    ///   - first: the answer to `/`; nil where that was not asked.
    ///   - answers: those to the paths of Exchange, as far as they have come.
    ///   - nowhere: that to a path nobody has.
    ///   - place: what was called, and whether inside TLS.
    init(
        after first: HTTPResponse?,
        _ answers: [ExchangeAnswer],
        beside nowhere: NowhereAnswer,
        at place: HTTPSite
    ) {
        self.place = place
        self.nowhere = nowhere
        let front = first.map { ExchangeAnswer(path: .site, response: $0) }
        let make = { (answer: ExchangeAnswer) in
            Entry(
                path: answer.path,
                response: answer.response,
                state: ExchangeState(answer, at: place, beside: nowhere)
            )
        }
        self.front = front.map(make)
        entries = answers.map(make)
        let known = ([front].compactMap(\.self) + answers).compactMap { answer in
            answer.response.map { (answer.path.request.path, $0) }
        }
        redirects = HTTPRedirects(known, nowhere: nowhere.response, at: place).faults
        noteRedirects()
        compare()
    }

    /// Asked by its name, and nothing besides.
    var isOfOneService: Bool { front == nil }

    /// What several answers show together holds for each that has part in it.
    private mutating func noteRedirects() {
        for index in entries.indices {
            let path = entries[index].path.request.path
            guard let found = redirects.first(where: { $0.paths.contains(path) }) else { continue }
            entries[index].state = ExchangeState(found.fault)
        }
    }

    private func isRedirectBroken(_ entry: Entry) -> Bool {
        redirects.contains { $0.paths.contains(entry.path.request.path) }
    }

    /// A service that answers like a path nobody has is not known by that; where all do, nothing is known of any.
    private mutating func compare() {
        guard let status = nowhere.response?.status else { return }
        let alike = entries.map { entry in
            guard let response = entry.response, !response.shows(entry.path, at: place) else { return false }
            return nowhere.isLike(response, to: entry.path.request)
        }
        let isFailure = status >= 500
        let areAll = (entries.count > 1 || isOfOneService && !entries.isEmpty) && alike.allSatisfy(\.self)
        guard !areAll || !isFailure || (front?.response?.status ?? 0) >= 500 else { return }
        isAlike = areAll
        for index in entries.indices where alike[index] && !(isFailure && !areAll) && !isRedirectBroken(entries[index])
        {
            entries[index].state = ExchangeState(.unknown, "\(status), like a path that cannot exist")
        }
    }

    /// Some answer has a field of Exchange.
    var showsExchange: Bool { ([front].compactMap(\.self) + entries).contains { $0.response?.isFromExchange == true } }

    /// Some service of Exchange answers.
    var hasService: Bool { entries.contains { $0.state.kind == .up || $0.state.kind == .broken } }

    /// Each fault once, with what has it.
    var faults: [(fault: ExchangeFault, entries: [Entry])] {
        var found: [(fault: ExchangeFault, entries: [Entry])] = []
        for entry in siteAtFault + entries {
            guard let fault = entry.state.fault else { continue }
            if let index = found.firstIndex(where: { $0.fault == fault }) {
                found[index].entries.append(entry)
            } else {
                found.append((fault, [entry]))
            }
        }
        return found
    }

    /// The site itself counts where services show that it is Exchange's, or where it says so of all of them.
    private var siteAtFault: [Entry] {
        if isBackEnd, let asked = front ?? entries.first {
            return [Entry(path: asked.path, response: asked.response, state: ExchangeState(.backEndSite))]
        }
        guard let front else { return [] }
        let isForbidden = front.state.fault == .clearTextForbidden && front.response?.isFromIIS == true
        return isForbidden || hasService ? [front] : []
    }

    /// Only a back end names itself or leads to its own port, and no front end has handled the answer.
    private var isBackEnd: Bool {
        guard !place.host.hasSuffix(":444"), !place.host.hasSuffix(":81") else { return false }
        let responses = ([front].compactMap(\.self) + entries).compactMap(\.response)
        let leads = responses.contains { response in
            let location = response["location"]?.lowercased() ?? ""
            return [":444/", ":81/"].contains { location.contains($0) }
        }
        guard !leads else { return responses.contains { $0.isFromIIS || $0.isFromExchange } }
        return responses.contains { $0["x-beserver"] != nil }
            && !responses.contains { $0["x-feserver"] != nil || $0["x-calculatedbetarget"] != nil }
    }
}
