extension Setting {
    /// What was typed, and when.
    package static let identity = [
        Setting(
            "typed",
            .transcript,
            value: "text",
            help: "The target as it was typed.",
            read: { text, plan throws(MalformedSetting) in
                let target = plan.target
                plan.target = Target(text: text, service: target.service, host: target.host, port: target.port)
            },
            write: { [$0.target.text] }
        ),
        Setting(
            "at",
            .transcript,
            value: "time",
            help: "When the call began (RFC 3339), and so the time for which dates are judged.",
            read: { text, plan throws(MalformedSetting) in plan.started = try time(text) },
            write: { ["\($0.started)"] }
        ),
    ]

    /// What every call understands.
    package static let general = [
        Setting(
            "client-certificate",
            .transcript,
            value: "shown",
            help: "A certificate of ours is shown to a server that asks for one.",
            read: { text, plan throws(MalformedSetting) in
                guard text == "shown" else { throw MalformedSetting(" takes 'shown'") }
                plan.showsCertificate = true
            },
            write: { $0.showsCertificate ? ["shown"] : [] }
        ),
        Setting(
            "key-kind",
            .transcript,
            value: "kind",
            help: "Only a certificate with such a key was asked for: rsa or ecdsa.",
            read: { text, plan throws(MalformedSetting) in
                guard let kind = KeyKind(rawValue: text) else { throw MalformedSetting(" takes 'rsa' or 'ecdsa'") }
                plan.keyKind = kind
            },
            write: { plan in plan.keyKind.map { [$0.rawValue] } ?? [] }
        ),
        Setting(
            "nonce",
            .transcript,
            value: "n",
            help: "The number that marks our messages where answers are told apart by one (20547).",
            read: { text, plan throws(MalformedSetting) in
                guard let number = UInt64(text) else { throw MalformedSetting(" takes a number of 64 bits") }
                plan.number = number
            },
            write: { plan in
                guard let number = plan.number, plan.service.kind.isNumbered, number != Plan.fixedNumber else {
                    return []
                }
                return [String(number)]
            }
        ),
        Setting(
            "time-limit",
            option: "timeout",
            short: "t",
            .calling,
            value: "seconds",
            help: "Time for the whole check of a target (30).",
            read: { text, plan throws(MalformedSetting) in
                guard let limit = Duration(seconds: text) else {
                    throw MalformedSetting(" takes seconds, from 0.001 to 86400")
                }
                plan.timeout = limit
            },
            write: { $0.timeout == .seconds(30) ? [] : [$0.timeout.seconds] }
        ),
        Setting(
            "connect-timeout",
            .calling,
            value: "seconds",
            help: "Time for each address to accept the connection.",
            read: { text, plan throws(MalformedSetting) in
                guard let limit = Duration(seconds: text) else {
                    throw MalformedSetting(" takes seconds, from 0.001 to 86400")
                }
                plan.connectPatience = limit
            },
            write: { $0.connectPatience.map { [$0.seconds] } ?? [] }
        ),
        Setting(
            "judged-at",
            option: "at",
            .judging,
            value: "time",
            help: "Judge dates as of then, in RFC 3339 (2026-12-31T00:00:00Z).",
            read: { text, plan throws(MalformedSetting) in plan.criteria.at = try time(text) },
            write: { plan in plan.criteria.at.map { ["\($0)"] } ?? [] }
        ),
        Setting(
            "server-name",
            .judging,
            value: "name",
            help: "Send and look for this name instead of the host.",
            read: { text, plan throws(MalformedSetting) in
                do throws(MalformedTarget) {
                    plan.criteria.serverName = try Host(nameAlone: text).serverName
                } catch {
                    throw MalformedSetting(": \(error)")
                }
            },
            write: { plan in plan.criteria.serverName.map { [$0.text] } ?? [] }
        ),
        Setting(
            "warn-days",
            .judging,
            value: "n|n%",
            help: "Warn this many days before expiry, or at a share of the lifetime (21, or 20% if less).",
            read: { text, plan throws(MalformedSetting) in plan.criteria.warnLimit = try limit(text) },
            write: { plan in plan.criteria.warnLimit.map { [$0.text] } ?? [] }
        ),
        Setting(
            "critical-days",
            .judging,
            value: "n|n%",
            help: "Call it critical this long before expiry: days, or a share of the lifetime.",
            read: { text, plan throws(MalformedSetting) in plan.criteria.criticalLimit = try limit(text) },
            write: { plan in plan.criteria.criticalLimit.map { [$0.text] } ?? [] }
        ),
        Setting(
            "expect",
            .judging,
            value: "certificate",
            help: "Expect this certificate: self-signed, sha256:HEX or spki:HEX (repeatable).",
            isRepeatable: true,
            read: { text, plan throws(MalformedSetting) in
                guard let expectation = Expectation(text) else {
                    let forms = "self-signed, sha256:HEX or spki:HEX (64 digits)"
                    throw MalformedSetting(" takes \(forms), not '\(text.escaped)'")
                }
                plan.criteria.expected.append(expectation)
            },
            write: { $0.criteria.expected.map(\.text) }
        ),
        Setting(
            "forest",
            .transcript,
            value: "name",
            help: "The forest that a domain controller must belong to.",
            read: { text, plan throws(MalformedSetting) in plan.criteria.forest = text },
            write: { plan in plan.criteria.forest.map { [$0] } ?? [] }
        ),
        Setting(
            "profile",
            .transcript,
            value: "name",
            help: "The profile that a server is checked for, and whose needs alone where a role follows.",
            read: { text, plan throws(MalformedSetting) in
                let (name, role) = text.cut(at: " ")
                guard Profile.named(name) != nil, role.isEmpty || Role(rawValue: role) != nil else {
                    throw MalformedSetting(" takes a profile, and a role behind it")
                }
                plan.criteria.profile = name
                plan.criteria.from = Role(rawValue: role)
            },
            write: { plan in
                let words = [plan.criteria.profile, plan.criteria.from?.rawValue].compactMap(\.self)
                return plan.criteria.profile == nil ? [] : [words.joined(separator: " ")]
            }
        ),
        severity("critical", .critical, help: "Make this finding critical (repeatable)."),
        severity("warning", .warning, help: "Make this finding a warning (repeatable)."),
        Setting(
            "ignore",
            .judging,
            value: "finding-id",
            help: "Make this finding a note (repeatable).",
            isRepeatable: true,
            read: { text, plan throws(MalformedSetting) in
                let id = try finding(text)
                guard plan.criteria.severities[id] == nil else { throw MalformedSetting(twice(id)) }
                plan.criteria.ignored.append(id)
            },
            write: { $0.criteria.ignored }
        ),
        Setting(
            "forgive",
            .transcript,
            value: "finding-id",
            help: "Make this finding a note, for nobody asked for this port by name (repeatable).",
            isRepeatable: true,
            read: { text, plan throws(MalformedSetting) in plan.criteria.forgiven.append(try finding(text)) },
            write: { $0.criteria.forgiven }
        ),
    ]

    private static func severity(_ word: String, _ severity: Severity, help: String) -> Setting {
        Setting(
            word,
            .judging,
            value: "finding-id",
            help: help,
            isRepeatable: true,
            read: { text, plan throws(MalformedSetting) in
                let id = try finding(text)
                guard !plan.criteria.ignored.contains(id), (plan.criteria.severities[id] ?? severity) == severity else {
                    throw MalformedSetting(twice(id))
                }
                plan.criteria.severities[id] = severity
            },
            write: { plan in plan.criteria.severities.filter { $0.value == severity }.keys.sorted() }
        )
    }

    private static func limit(_ text: String) throws(MalformedSetting) -> ExpiryLimit {
        guard let limit = ExpiryLimit(text) else {
            throw MalformedSetting(" takes 0 to 36500 days, or 0% to 100% of the lifetime")
        }
        return limit
    }

    private static func twice(_ id: String) -> String { ": '\(id)' has been given another severity already" }

    private static func finding(_ text: String) throws(MalformedSetting) -> String {
        let id = text.lowercased()
        guard Explanation.named(id) != nil else {
            let hint = Nearest.hint(to: text, among: Explanation.all.map(\.id)).map { "; \($0)" }
            throw MalformedSetting(": '\(text.escaped)' is no finding\(hint ?? "")")
        }
        return id
    }

    private static func time(_ text: String) throws(MalformedSetting) -> Timestamp {
        guard let time = Timestamp(text) else {
            throw MalformedSetting(" takes a time as 2026-12-31T00:00:00Z, not '\(text.escaped)'")
        }
        return time
    }
}
