/// What one table of a policy says of its targets, or several together.
struct PolicyLayer: Equatable, Sendable {
    /// The value of a key.
    struct Entry: Equatable, Sendable {
        /// As the option of that name takes it; a flag's is `true` or `false`.
        let texts: [String]
        let line: Int
        /// Of two that contradict each other the one of the higher rank holds: a target's, a group's, the defaults'.
        let rank: Int
    }

    private(set) var entries: [String: Entry] = [:]

    subscript(key: String) -> Entry? {
        get { entries[key] }
        set { entries[key] = newValue }
    }

    /// The one text of a key; nil where it is not said.
    func text(_ key: String) -> String? { entries[key]?.texts.first }

    /// A flag that is said and true.
    func isOn(_ key: String) -> Bool { text(key) == "true" }

    /// The same with what a nearer table says instead.
    func overlaid(by nearer: PolicyLayer) -> PolicyLayer {
        var both = self
        both.entries.merge(nearer.entries) { $1 }
        return both
    }
}

// What a layer says of how calls are made.
extension PolicyLayer {
    /// The key of two that exclude each other which holds.
    private func holds(_ key: String, over other: String) -> Bool {
        guard isOn(key) else { return false }
        return !isOn(other) || (entries[key]?.rank ?? 0) > (entries[other]?.rank ?? 0)
    }

    /// - Parameter folder: where files are that are not named from the root.
    func means(in folder: String) -> PolicyMeans {
        var means = PolicyMeans()
        means.ipv4 = holds("ipv4", over: "ipv6")
        means.ipv6 = holds("ipv6", over: "ipv4")
        means.source = text("source")
        means.caFile = text("ca-file").map { Self.path($0, in: folder) }
        means.clientCert = text("client-cert").map { Self.path($0, in: folder) }
        means.clientKey = text("client-key").map { Self.path($0, in: folder) }
        means.dns = text("dns")
        return means
    }

    static func path(_ file: String, in folder: String) -> String { file.hasPrefix("/") ? file : folder + file }

    /// What is wrong with keys that must fit each other.
    var contradictions: [PolicyComplaint] {
        var found: [PolicyComplaint] = []
        if isOn("ipv4"), isOn("ipv6"), let one = entries["ipv4"], let other = entries["ipv6"], one.rank == other.rank {
            found.append(PolicyComplaint(line: max(one.line, other.line), "ipv4 and ipv6 exclude each other"))
        }
        for (key, other) in [("client-cert", "client-key"), ("client-key", "client-cert")] {
            guard let entry = entries[key], entries[other] == nil else { continue }
            found.append(PolicyComplaint(line: entry.line, "\(key) goes with \(other), which is missing"))
        }
        if let source = entries["source"], let host = try? Host(source.texts.first ?? "") {
            let wanted = means(in: "")
            if case .ipv4 = host, wanted.ipv6 { found.append(Self.otherFamily(source, 6)) }
            if case .ipv6 = host, wanted.ipv4 { found.append(Self.otherFamily(source, 4)) }
        }
        return found
    }

    private static func otherFamily(_ source: Entry, _ version: Int) -> PolicyComplaint {
        PolicyComplaint(line: source.line, "source is an address of the other family than ipv\(version)")
    }
}

/// How the calls to some targets of a policy are made, where the command line does not say otherwise.
package struct PolicyMeans: Hashable, Sendable {
    package var ipv4 = false
    package var ipv6 = false
    package var source: String?
    package var caFile: String?
    package var clientCert: String?
    package var clientKey: String?
    package var dns: String?

    /// In no particular way.
    package init() {}
}

// What a layer says of the plan of a call.
extension PolicyLayer {
    /// Puts into a plan what its service understands.
    ///
    /// - Parameters:
    ///   - plan: of a target that the layer speaks of.
    ///   - given: the options on the command line, which say all there is to say of their keys.
    /// - Returns: what cannot be read.
    func apply(to plan: inout Plan, except given: Set<String> = []) -> [PolicyComplaint] {
        var complaints: [PolicyComplaint] = []
        let known = Setting.general.filter { $0.place != .transcript } + plan.service.kind.settings
        for setting in known where !given.contains(setting.option) {
            guard let entry = entries[setting.option], PolicyKey.named[setting.option] != nil else { continue }
            guard setting.value != nil || entry.texts == ["true"] else { continue }
            for text in setting.value == nil ? [""] : entry.texts {
                do throws(MalformedSetting) {
                    try setting.read(text, &plan)
                } catch {
                    // Of two severities for a finding the nearer one holds.
                    guard plan.settle(setting.option, text, entry, over: self) else {
                        complaints.append(PolicyComplaint(line: entry.line, "\(setting.option)\(error)"))
                        continue
                    }
                }
            }
        }
        return complaints
    }
}

extension Plan {
    /// Gives a finding, which has another severity already, the one that was laid down nearer; false where neither was.
    fileprivate mutating func settle(
        _ option: String,
        _ text: String,
        _ entry: PolicyLayer.Entry,
        over layer: PolicyLayer
    ) -> Bool {
        let id = text.lowercased()
        guard let severity = Severity(rawValue: option), let other = criteria.severities[id] else { return false }
        guard let rank = layer[other.rawValue]?.rank, rank != entry.rank else { return false }
        if entry.rank > rank { criteria.severities[id] = severity }
        return true
    }
}
