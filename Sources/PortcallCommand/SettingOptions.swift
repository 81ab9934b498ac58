import ArgumentParser
import Portcall

/// The options that stand for settings of a call: those of every call, and those that only some protocols understand.
///
/// They are read off the table of settings, so that a protocol's option needs no line of the command. The parser finds
/// options by reflection and reads them with `Decodable`; both are answered here with the rows of the table.
struct SettingOptions<Group: SettingGroup>: ParsableArguments, CustomReflectable {
    /// What was typed, an element an option that was given.
    private(set) var given: [GivenOption] = []

    init() {}

    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        given = try SettingOption.all(in: Group.place).compactMap { option in
            let texts: [String]
            switch option.form {
            case .flag: texts = try values.decode(Flag<Bool>.self, forKey: Key(option)).wrappedValue ? [""] : []
            case .once:
                texts = try values.decode(Option<String?>.self, forKey: Key(option)).wrappedValue.map { [$0] } ?? []
            case .repeatable: texts = try values.decode(Option<[String]>.self, forKey: Key(option)).wrappedValue
            }
            return texts.isEmpty ? nil : GivenOption(name: option.name, texts: texts)
        }
    }

    var customMirror: Mirror {
        let options = SettingOption.all(in: Group.place).map { option -> (label: String?, value: Any) in
            let isFlag = option.form == .flag
            let short: NameSpecification.Element? = option.short.map { .customShort($0, allowingJoined: !isFlag) }
            let name = NameSpecification([short, .customLong(option.name)].compactMap(\.self))
            let help = ArgumentHelp("\(option.help)", valueName: option.value)
            let value: Any =
                switch option.form {
                case .flag: Flag<Bool>(wrappedValue: false, name: name, help: help)
                case .once: Option<String?>(name: name, help: help, completion: option.completion)
                case .repeatable:
                    Option<[String]>(wrappedValue: [], name: name, help: help, completion: option.completion)
                }
            return (option.name, value)
        }
        return Mirror(self, children: options)
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ option: SettingOption) {
            stringValue = option.name
        }

        init?(stringValue: String) {
            self.stringValue = stringValue
        }

        init?(intValue: Int) { nil }
    }
}

/// Which settings a group of options has: a type, for the parser makes its groups from types.
protocol SettingGroup: Sendable {
    static var place: Setting.Place { get }
}

enum CallingSettings: SettingGroup {
    static let place = Setting.Place.calling
}

enum JudgingSettings: SettingGroup {
    static let place = Setting.Place.judging
}

/// An option as it was typed.
struct GivenOption: Sendable {
    let name: String
    /// Once, or as often as it was given; a flag's are empty.
    let texts: [String]
}

/// One option of the command, which may stand for settings of several protocols.
struct SettingOption: Sendable {
    enum Form: Sendable {
        case flag
        case once
        case repeatable
    }

    let name: String
    /// The letter that stands for it too.
    let short: Character?
    let form: Form
    let value: String?
    let help: String

    /// The options of a place in a help, each once.
    static func all(in place: Setting.Place) -> [SettingOption] {
        var options: [SettingOption] = Setting.general.filter { $0.place == place }.map {
            SettingOption([($0, $0.help)])
        }
        let special = Setting.ofProtocols.filter { $0.setting.place == place }
        for (setting, _) in special where !options.contains(where: { $0.name == setting.option }) {
            let rows = special.filter { $0.setting.option == setting.option }
            options.append(SettingOption(rows.map { ($0.setting, "\($0.setting.help) (\($0.services.named)).") }))
        }
        return options
    }

    private init(_ rows: [(setting: Setting, help: String)]) {
        let setting = rows[0].setting
        name = setting.option
        short = setting.short
        value = setting.value
        form = setting.value == nil ? .flag : setting.isRepeatable ? .repeatable : .once
        help = rows.map(\.help).joined(separator: " ")
    }
}

extension SettingOption {
    /// What a shell offers as its value.
    var completion: CompletionKind? {
        switch value {
        case "finding-id": .list(Explanation.all.map(\.id))
        case "certificate": .list(["self-signed", "sha256:", "spki:"])
        default: nil
        }
    }
}

extension [Service] {
    /// `smtp, submission, smtps`.
    var named: String { map(\.name).joined(separator: ", ") }
}
