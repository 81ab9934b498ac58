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
            value: "n",
            help: "Warn this many days before a certificate expires.",
            read: { text, plan throws(MalformedSetting) in
                guard let days = Int(text), (0...36_500).contains(days) else {
                    throw MalformedSetting(" takes 0 to 36500 days")
                }
                plan.criteria.warnDays = days
            },
            write: { plan in plan.criteria.warnDays.map { [String($0)] } ?? [] }
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
            "ignore",
            .judging,
            value: "finding-id",
            help: "Make this finding a note (repeatable).",
            isRepeatable: true,
            read: { text, plan throws(MalformedSetting) in
                guard Explanation.named(text) != nil else {
                    throw MalformedSetting(": '\(text.escaped)' is no finding; 'portcall explain' lists them")
                }
                plan.criteria.ignored.append(text)
            },
            write: { $0.criteria.ignored }
        ),
    ]

    private static func time(_ text: String) throws(MalformedSetting) -> Timestamp {
        guard let time = Timestamp(text) else {
            throw MalformedSetting(" takes a time as 2026-12-31T00:00:00Z, not '\(text.escaped)'")
        }
        return time
    }
}
