import Foundation

/// A page of the manual in the macros of man(7), from what a command declares and what its help says of its usage.
struct ManualPage {
    /// `portcall`, or `portcall-check`.
    let name: String
    private let declaration: Declaration
    private let usage: [String]
    private let others: [Declaration]

    init(_ declaration: Declaration, of command: Declaration? = nil, usage help: String) {
        self.declaration = declaration
        name = command.map { "\($0.commandName)-\(declaration.commandName)" } ?? declaration.commandName
        others = (command ?? declaration).commands
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        let start = lines.firstIndex { $0.hasPrefix("USAGE: ") } ?? lines.startIndex
        usage = lines[start...].prefix { !$0.isEmpty }.map { $0.replacing("USAGE: ", with: "").trimmed }
    }

    var text: String {
        var lines = [#".\" Written by a test from what the command declares; not to be edited."#]
        lines.append(".TH \(name.uppercased()) 1 \"\" \"portcall\" \"User Commands\"")
        lines += [".SH NAME", "\(name) \\- \(Self.escaped(declaration.abstract ?? ""))", ".SH SYNOPSIS", ".nf"]
        lines += usage.map(Self.escaped) + [".fi"]
        lines += [".SH DESCRIPTION"] + sections.first.paragraphs
        lines += optionLines
        for section in sections.others { lines += [".SH \(section.title)", ".nf"] + section.lines + [".fi"] }
        lines += [".SH SEE ALSO", seeAlso]
        return lines.joined(separator: "\n") + "\n"
    }

    private var seeAlso: String {
        let pages = ["portcall"] + others.map { "portcall-\($0.commandName)" }
        return pages.filter { $0 != name }.map { "\\fB\(Self.escaped($0))\\fR(1)" }.joined(separator: ", ")
    }

    private var optionLines: [String] {
        var lines: [String] = []
        if name == "portcall" {
            lines.append(".SH COMMANDS")
            for one in others {
                lines += [".TP", "\\fBportcall \(one.commandName)\\fR", Self.escaped(one.abstract ?? "")]
            }
            return lines
        }
        var title: String?
        for (index, argument) in (declaration.operands + declaration.options).enumerated() {
            let section = argument.kind == .positional ? "Arguments" : argument.sectionTitle ?? "Options"
            if index == 0 { lines.append(".SH OPTIONS") }
            if section != title { lines.append(".SS \(section)") }
            title = section
            lines += [".TP", Self.head(argument), Self.escaped(argument.abstract ?? "")]
        }
        return lines
    }

    private static func head(_ argument: Declaration.Argument) -> String {
        let value = argument.valueName.map { "\\fI\(escaped($0))\\fR" } ?? ""
        guard argument.kind != .positional else { return value }
        let names = argument.typed.map { "\\fB\(escaped($0))\\fR" }.joined(separator: ", ")
        return argument.kind == .option ? "\(names) \(value)" : names
    }

    /// What stands before the first heading of the discussion, and each heading with its lines.
    private var sections: (first: Section, others: [Section]) {
        var sections = [Section(title: "")]
        for line in (declaration.discussion ?? "").split(separator: "\n", omittingEmptySubsequences: false) {
            if !line.isEmpty, line.allSatisfy({ $0.isUppercase || $0 == " " }), line.first != " " {
                sections.append(Section(title: String(line)))
            } else {
                sections[sections.count - 1].lines.append(Self.escaped(String(line)))
            }
        }
        return (sections[0], sections.dropFirst().map(\.trimmed))
    }

    private struct Section {
        var title: String
        var lines: [String] = []

        var trimmed: Section {
            Section(title: title == "EXIT CODES" ? "EXIT STATUS" : title, lines: lines.filter { !$0.isEmpty })
        }

        var paragraphs: [String] {
            let lines = Array(lines.reversed().drop(while: \.isEmpty).reversed())
            return lines.map { $0.isEmpty ? ".PP" : $0 }
        }
    }

    /// So that a hyphen can be pasted, and no line is taken for a macro.
    private static func escaped(_ text: String) -> String {
        let text = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
        return text.hasPrefix(".") || text.hasPrefix("'") ? "\\&\(text)" : text
    }
}

extension StringProtocol {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
