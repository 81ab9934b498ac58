import Foundation

/// A command as it declares itself to the parser, which `portcall --experimental-dump-help` prints.
struct Declaration: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Declaration]?
    let arguments: [Argument]?

    struct Argument: Decodable {
        enum Kind: String, Decodable {
            case positional
            case option
            case flag
        }

        struct Name: Decodable {
            let kind: String
            let name: String

            /// `--timeout`, `-t`.
            var typed: String { (kind == "long" ? "--" : "-") + name }
        }

        let kind: Kind
        let shouldDisplay: Bool
        let sectionTitle: String?
        let isRepeating: Bool
        let names: [Name]?
        let valueName: String?
        let abstract: String?
        let completionKind: Completion?

        /// The short one last.
        var typed: [String] { (names ?? []).map(\.typed).sorted { $0.count > $1.count } }
    }

    /// What stands for a value; files and lists are all that the command has.
    struct Completion: Decodable {
        struct List: Decodable {
            let values: [String]
        }

        struct Files: Decodable {}

        let list: List?
        let file: Files?
    }

    private struct Tool: Decodable {
        let command: Declaration
    }

    /// The command, with all its subcommands.
    static func read() throws -> Declaration {
        let text = try Portcall("--experimental-dump-help").run().output
        return try JSONDecoder().decode(Tool.self, from: Data(text.utf8)).command
    }

    /// The subcommands that have a page.
    var commands: [Declaration] { (subcommands ?? []).filter { $0.commandName != "help" } }

    var shown: [Argument] { (arguments ?? []).filter { $0.shouldDisplay && $0.typed != ["--version"] } }
    var options: [Argument] { shown.filter { $0.kind != .positional } }
    var operands: [Argument] { shown.filter { $0.kind == .positional } }

    /// Each list of words once, by what its values are: `finding_id`.
    var lists: [(name: String, values: [String])] {
        var lists: [(name: String, values: [String])] = []
        for argument in commands.flatMap(\.shown) {
            guard let values = argument.completionKind?.list?.values, !lists.contains(where: { $0.values == values })
            else { continue }
            lists.append((argument.listName, values))
        }
        return lists
    }

    /// The name of the list that an argument's values are of.
    func list(of argument: Argument) -> String? {
        guard let values = argument.completionKind?.list?.values else { return nil }
        return lists.first { $0.values == values }?.name
    }
}

extension Declaration.Argument {
    fileprivate var listName: String {
        String((valueName ?? names?.first?.name ?? "value").map { $0.isLetter ? $0 : "_" })
    }

    /// In one line, without its full stop.
    var summary: String {
        let line = (abstract ?? "").split(separator: "\n").joined(separator: " ")
        return line.hasSuffix(".") ? String(line.dropLast()) : line
    }
}
