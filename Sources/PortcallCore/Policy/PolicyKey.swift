/// A key that may stand in the defaults of a policy, in a group and with a target.
struct PolicyKey: Sendable {
    enum Form: Sendable {
        case seconds
        /// A number of days, or a share of the lifetime.
        case limit
        case flag
        case text
        case texts
    }

    let name: String
    let form: Form

    /// What the command has options for and a policy may say, and what a policy alone has.
    static let all: [PolicyKey] = settings.map(PolicyKey.init) + own

    static let named = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    private static let own = [
        PolicyKey("ca-file", .text), PolicyKey("client-cert", .text), PolicyKey("client-key", .text),
        PolicyKey("dns", .text), PolicyKey("each-address", .flag), PolicyKey("ipv4", .flag), PolicyKey("ipv6", .flag),
        PolicyKey("source", .text), PolicyKey("service", .text), PolicyKey("owner", .text),
    ]

    /// A moment to judge by is nothing to lay down, and what to ignore has tables of its own.
    private static let settings: [Setting] = {
        let special = Setting.ofProtocols.map(\.setting)
        let options = (Setting.general + special).filter { $0.place != .transcript }
        return options.filter { !["at", "ignore"].contains($0.option) }
    }()

    private init(_ name: String, _ form: Form) {
        self.name = name
        self.form = form
    }

    private init(_ setting: Setting) {
        name = setting.option
        form =
            switch setting.value {
            case nil: .flag
            case "seconds"?: .seconds
            case "n|n%"?: .limit
            case _? where setting.isRepeatable: .texts
            case _?: .text
            }
    }
}

extension PolicyKey {
    /// The text that an option takes, where the value is of the right form; of an array that of an element.
    ///
    /// - Throws: what the key takes, as a sentence goes on behind its name.
    func text(of node: PolicyNode) throws(MalformedSetting) -> String {
        switch (form, node.content) {
        case (.seconds, .integer(let seconds)): return String(seconds)
        case (.seconds, .number(let seconds)): return String(seconds)
        case (.limit, .integer(let days)): return String(days)
        case (.limit, .text(let share)) where share.hasSuffix("%"): return share
        case (.flag, .flag(let flag)): return String(flag)
        case (.text, .text(let text)), (.texts, .text(let text)): return text
        case (.seconds, _), (.limit, _), (.flag, _), (.text, _), (.texts, _):
            throw MalformedSetting(" takes \(takes), not \(node.kind)")
        }
    }

    private var takes: String {
        switch form {
        case .seconds: "a number of seconds"
        case .limit: "a number of days, or a share of the lifetime as \"20%\""
        case .flag: "true or false"
        case .text: "a string"
        case .texts: "strings"
        }
    }
}
