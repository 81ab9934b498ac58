/// A redirect after which nobody arrives, or only in clear.
enum HTTPRedirectFault: Hashable, Sendable {
    /// To the very place that was asked for.
    case itself
    /// Over other places that were asked for, back to the first: all of them, in their order.
    case circle([String])
    /// To the same place with something added, and so on.
    case growing
    /// From TLS to the same host in clear.
    case clearText

    /// What one answer shows of it; nil for one that leads on, or that may be asked again with the cookie it sets.
    init?(_ response: HTTPResponse, to path: String, at site: HTTPSite) {
        guard let location = site.location(of: response, from: path) else { return nil }
        switch site.direction(of: location, from: path) {
        case .clearText: self = .clearText
        case .itself where response["set-cookie"] == nil: self = .itself
        case .inside where Self.isRepeated(path, in: location.path): self = .growing
        case .itself, .inside, .tls, .elsewhere: return nil
        }
    }

    var severity: Severity { self == .clearText ? .warning : .critical }

    /// In a few words.
    var summary: String {
        switch self {
        case .itself: "it redirects to itself"
        case .circle(let places): "it redirects in a circle: \((places + places.prefix(1)).joined(separator: ", "))"
        case .growing: "it redirects to itself with something added, and so on"
        case .clearText: "it redirects from TLS to clear text"
        }
    }

    /// `/owa/` in `/owaowa/` or in `/owa/owa`: once more the same, and nothing else.
    private static func isRepeated(_ path: String, in target: String) -> Bool {
        let (once, twice) = (path.withoutSlashes, target.withoutSlashes)
        guard !once.isEmpty, twice.hasPrefix(once) else { return false }
        return String(twice.dropFirst(once.count)).withoutSlashes == once && twice != once
    }
}

/// The redirects of one server, one a path that was asked for.
struct HTTPRedirects {
    /// A fault, and the answers that show it.
    struct Found {
        let fault: HTTPRedirectFault
        let paths: [String]
    }

    private let answers: [(path: String, response: HTTPResponse)]
    private let nowhere: HTTPResponse?
    private let site: HTTPSite

    /// - Parameters:
    ///   - answers: in the order they came.
    ///   - nowhere: the answer to a path nobody has.
    ///   - site: who was asked.
    init(_ answers: [(path: String, response: HTTPResponse)], nowhere: HTTPResponse?, at site: HTTPSite) {
        self.answers = answers
        self.nowhere = nowhere
        self.site = site
    }

    /// Each fault once, with what has it.
    var faults: [Found] {
        var found: [(fault: HTTPRedirectFault, paths: [String])] = []
        for (path, response) in answers {
            guard let fault = HTTPRedirectFault(response, to: path, at: site) ?? grown(path, response) ?? circle(path)
            else { continue }
            if let index = found.firstIndex(where: { $0.fault == fault }) {
                found[index].paths.append(path)
            } else {
                found.append((fault, [path]))
            }
        }
        return found.map { Found(fault: $0.fault, paths: $0.paths) }
    }

    /// What one path has, among all of them.
    func fault(of path: String) -> HTTPRedirectFault? { faults.first { $0.paths.contains(path) }?.fault }

    /// A path that nobody has gets something put before it, without a slash between: so does whatever that makes.
    private func grown(_ path: String, _ response: HTTPResponse) -> HTTPRedirectFault? {
        guard let nowhere, let start = added(to: HTTPRequest.nowhere.path, nowhere) else { return nil }
        return added(to: path, response) == start || location(path, response) == start ? .growing : nil
    }

    private func added(to path: String, _ response: HTTPResponse) -> String? {
        guard let target = location(path, response), target.hasSuffix(path.dropFirst()), path != "/" else { return nil }
        let start = String(target.dropLast(path.count - 1))
        return start.count > 1 && !start.hasSuffix("/") ? start : nil
    }

    /// Where it leads on the same site, without a question.
    private func location(_ path: String, _ response: HTTPResponse) -> String? {
        guard let location = site.location(of: response, from: path), location.query == nil else { return nil }
        return site.direction(of: location, from: path) == .inside ? location.path : nil
    }

    /// The way from a path back to it, begun where the answers begin.
    private func circle(_ path: String) -> HTTPRedirectFault? {
        var way = [path]
        while way.count <= answers.count {
            guard
                let last = way.last, let step = answers.first(where: { $0.path == last }),
                step.response["set-cookie"] == nil, let target = location(last, step.response)
            else { return nil }
            // A folder that is asked for without its slash is led to the one with it.
            let next = answers.first { $0.path == target } ?? answers.first { $0.path == "\(target)/" }
            guard let next else { return nil }
            guard next.path != path else { return .circle(ordered(way)) }
            guard !way.contains(next.path) else { return nil }
            way.append(next.path)
        }
        return nil
    }

    private func ordered(_ way: [String]) -> [String] {
        let paths = answers.map(\.path)
        let begin = way.min { (paths.firstIndex(of: $0) ?? 0) < (paths.firstIndex(of: $1) ?? 0) }
        guard let begin, let index = way.firstIndex(of: begin) else { return way }
        return Array(way[index...] + way[..<index])
    }
}

extension StringProtocol {
    fileprivate var withoutSlashes: String {
        String(drop { $0 == "/" }.reversed().drop { $0 == "/" }.reversed())
    }
}
