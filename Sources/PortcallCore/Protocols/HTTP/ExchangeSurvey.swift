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
    /// Nil where a service is asked alone.
    private let site: Entry?
    private let hasNumberOfBackEnd: Bool

    /// - Parameters:
    ///   - first: the answer to `/`; nil where that was not asked.
    ///   - answers: those to the paths of Exchange, as far as they have come.
    ///   - nowhere: that to a path nobody has.
    ///   - place: what was called, and whether inside TLS.
    init(
        after first: HTTPResponse?,
        _ answers: [(path: ExchangePath, response: HTTPResponse?)],
        nowhere: HTTPResponse?,
        at place: HTTPSite
    ) {
        site = first.map { Entry(path: .site, response: $0, state: ExchangeState($0, to: .root, at: place)) }
        hasNumberOfBackEnd = place.host.hasSuffix(":444") || place.host.hasSuffix(":81")
        entries = answers.map { path, response in
            Entry(path: path, response: response, state: ExchangeState(response, to: path.request, at: place))
        }
        if let nowhere, nowhere.status != 404, nowhere.status != 410 { compare(with: nowhere) }
    }

    /// A service that answers like a path nobody has is not known by that; where all do, nothing is known of any.
    private mutating func compare(with nowhere: HTTPResponse) {
        let mark = Likeness(nowhere, to: .nowhere)
        let alike = entries.map { entry in
            entry.response.map { Likeness($0, to: entry.path.request) == mark } ?? false
        }
        let isFailure = nowhere.status >= 500
        let areAll = entries.count > 1 && alike.allSatisfy(\.self)
        guard !areAll || !isFailure || (site?.response?.status ?? 0) >= 500 else { return }
        isAlike = areAll
        for index in entries.indices where alike[index] && !(isFailure && !areAll) {
            entries[index].state = ExchangeState(.unknown, "\(nowhere.status), like a path that cannot exist")
        }
    }

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
        if isBackEnd, let asked = site ?? entries.first {
            return [Entry(path: asked.path, response: asked.response, state: ExchangeState(.backEndSite))]
        }
        guard let site else { return [] }
        let isForbidden = site.state.fault == .clearTextForbidden && site.response?.isFromIIS == true
        return isForbidden || hasService ? [site] : []
    }

    /// Only a back end names itself or leads to its own port, and no front end has handled the answer.
    private var isBackEnd: Bool {
        guard !hasNumberOfBackEnd else { return false }
        let responses = ([site].compactMap(\.self) + entries).compactMap(\.response)
        let leads = responses.contains { response in
            let location = response["location"]?.lowercased() ?? ""
            return [":444/", ":81/"].contains { location.contains($0) }
        }
        guard !leads else { return responses.contains { $0.isFromIIS || $0.isFromExchange } }
        return responses.contains { $0["x-beserver"] != nil }
            && !responses.contains { $0["x-feserver"] != nil || $0["x-calculatedbetarget"] != nil }
    }

    /// How an answer looks from outside, the path that was asked for aside.
    private struct Likeness: Equatable {
        let status: Int
        let server: String?
        let schemes: [String]
        let location: String?

        init(_ response: HTTPResponse, to request: HTTPRequest) {
            status = response.status
            server = response["server"]
            schemes = response.schemes
            let path = request.path.dropFirst()
            location = response["location"]?.replacing(path, with: "*").replacing(
                path.replacing("/", with: "%2f"),
                with: "*"
            )
        }
    }
}
