/// One thing that a call can be told: a line of a transcript, an option of the command, a row of their documentation.
package struct Setting: Sendable {
    /// Where the command has it.
    package enum Place: Sendable {
        /// Among the options that say how calls are made.
        case calling
        /// Among those by which a call is judged.
        case judging
        /// Nowhere, or the command has an argument of its own for it.
        case transcript
    }

    /// As a transcript has it: `warn-days`, for `-- warn-days 30`.
    package let word: String
    /// As the command has it: `warn-days`, for `--warn-days 30`.
    package let option: String
    /// The letter that stands for the option too: `t`, for `-t 5`.
    package let short: Character?
    package let place: Place
    /// What stands for the value in a help; nil for a flag.
    package let value: String?
    package let help: String
    /// May be given more than once.
    package let isRepeatable: Bool
    /// Unless it is given, the caller fills in what this machine calls itself, where that is a qualified name.
    package let isMachineName: Bool
    /// Puts a text into a plan, where it can be read.
    package let read: @Sendable (String, inout Plan) throws(MalformedSetting) -> Void
    /// The texts that say what a plan has; none where it has nothing unusual.
    let write: @Sendable (Plan) -> [String]

    /// What every call understands.
    init(
        _ word: String,
        option: String? = nil,
        short: Character? = nil,
        _ place: Place,
        value: String,
        help: String,
        isRepeatable: Bool = false,
        read: @escaping @Sendable (String, inout Plan) throws(MalformedSetting) -> Void,
        write: @escaping @Sendable (Plan) -> [String]
    ) {
        self.word = word
        self.option = option ?? word
        self.short = short
        self.place = place
        self.value = value
        self.help = help
        self.isRepeatable = isRepeatable
        isMachineName = false
        self.read = read
        self.write = write
    }

    /// What only the services of some protocols understand: they find it among the plan's wishes.
    ///
    /// `check` throws what is wrong with a value.
    init(
        wish word: String,
        option: String? = nil,
        value: String?,
        help: String,
        isMachineName: Bool = false,
        check: @escaping @Sendable (String) throws(MalformedSetting) -> Void = { _ in }
    ) {
        self.word = word
        self.option = option ?? word
        short = nil
        place = .calling
        self.value = value
        self.help = help
        isRepeatable = false
        self.isMachineName = isMachineName
        read = { text, plan throws(MalformedSetting) in
            guard value != nil || text.isEmpty else { throw MalformedSetting(" takes no value") }
            try check(text)
            plan.wishes[word] = text
        }
        write = { plan in plan.wishes[word].map { [$0] } ?? [] }
    }
}

/// What is wrong with the value of a setting, as a sentence goes on behind its name: ` takes 0 to 36500 days`.
package struct MalformedSetting: Error, Equatable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension Setting {
    /// Those that only some protocols understand; where two protocols have one of the same name, both.
    package static let ofProtocols: [(setting: Setting, services: [Service])] = {
        var found: [(setting: Setting, services: [Service])] = []
        for service in Service.all {
            for setting in service.kind.settings {
                let index = found.firstIndex { $0.setting.option == setting.option && $0.setting.help == setting.help }
                if let index { found[index].services.append(service) } else { found.append((setting, [service])) }
            }
        }
        return found
    }()

    /// The same for transcripts: of those with one word, the first.
    static let wishes: [Setting] = ofProtocols.map(\.setting).reduce(into: []) { wishes, setting in
        if !wishes.contains(where: { $0.word == setting.word }) { wishes.append(setting) }
    }
}
