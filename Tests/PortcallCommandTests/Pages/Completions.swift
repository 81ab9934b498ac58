import Foundation

/// What shells offer while somebody types, from what the command declares.
struct Completions {
    let command: Declaration

    private static let note = "Written by a test from what the command declares; not to be edited."

    private var names: [String] { command.commands.map(\.commandName) }
    /// The command that may be left out.
    private let usual = "check"

    /// Every option once, and what its value is.
    private var valued: [(names: [String], argument: Declaration.Argument)] {
        var found: [(names: [String], argument: Declaration.Argument)] = []
        for argument in command.commands.flatMap(\.options) where argument.kind == .option {
            guard !found.contains(where: { $0.names == argument.typed }) else { continue }
            found.append((argument.typed, argument))
        }
        return found
    }

    var bash: String {
        let lists = command.lists.map { "    local \($0.name)='\($0.values.joined(separator: " "))'" }
        let values = valued.map { names, argument in
            "        \(names.joined(separator: "|"))) \(bashOffer(argument)); return ;;"
        }
        let options = command.commands.map { one in
            let names = one.options.flatMap(\.typed) + ["--help"]
            return "        \(one.commandName)) options='\(names.joined(separator: " "))' ;;"
        }
        let operands = command.commands.map { one in
            let offers = one.operands.enumerated().map { index, argument in
                let isLast = index == one.operands.count - 1
                let pattern = isLast && argument.isRepeating ? "*" : String(index)
                return "\(pattern)) \(bashOffer(argument)) ;;"
            }
            return "        \(one.commandName)) case $operand in \(offers.joined(separator: " ")) esac ;;"
        }
        return """
            # bash completion of portcall. \(Self.note)
            _portcall_words() { COMPREPLY+=($(compgen -W "$1" -- "$word")); }
            _portcall_starts() { compopt -o nospace 2>/dev/null; _portcall_words "$1"; }
            _portcall_files() {
                compopt -o filenames 2>/dev/null
                local line
                while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$word")
            }
            _portcall() {
                local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= operand=0 index options=
                local commands='\(names.joined(separator: " ")) help'
            \(lists.joined(separator: "\n"))
                COMPREPLY=()
                for ((index = 1; index < COMP_CWORD; index++)); do
                    case ${COMP_WORDS[index]} in
                    -*) continue ;;
                    esac
                    case " $commands " in
                    *" ${COMP_WORDS[index]} "*) [ -z "$command" ] && { command=${COMP_WORDS[index]}; continue; } ;;
                    esac
                    : "${command:=\(usual)}"
                    case ${COMP_WORDS[index-1]} in
                    \(valued.flatMap(\.names).joined(separator: "|"))) ;;
                    *) operand=$((operand + 1)) ;;
                    esac
                done
                case $previous in
            \(values.joined(separator: "\n"))
                esac
                [ -z "$command" ] && [ "${word#-}" = "$word" ] && _portcall_words "$commands"
                case ${command:=\(usual)} in
            \(options.joined(separator: "\n"))
                help) _portcall_words "$commands"; return ;;
                esac
                case $word in
                -*) _portcall_words "$options"; return ;;
                esac
                case $command in
            \(operands.joined(separator: "\n"))
                esac
            }
            complete -F _portcall portcall

            """
    }

    private func bashOffer(_ argument: Declaration.Argument) -> String {
        if argument.completionKind?.file != nil { return "_portcall_files" }
        guard let list = command.list(of: argument), let values = argument.completionKind?.list?.values else {
            return ":"
        }
        return values.contains { $0.hasSuffix(":") || $0.hasSuffix("/") }
            ? "_portcall_starts \"$\(list)\"" : "_portcall_words \"$\(list)\""
    }

    var zsh: String {
        let lists = command.lists.map { "    local -a \($0.name); \($0.name)=(\($0.values.joined(separator: " ")))" }
        let cases = command.commands.map { one in
            let specs = one.options.map(zshOption) + one.operands.enumerated().map { zshOperand($1, $0 + 1) }
            let lines = (specs + ["'(- *)--help[show help]'"]).joined(separator: " \\\n            ")
            return "        \(one.commandName)) _arguments -s \\\n            \(lines) ;;"
        }
        let described = command.commands.map { "'\($0.commandName):\(Self.zshText($0.abstract ?? ""))'" }
        return """
            #compdef portcall
            # \(Self.note)
            _portcall() {
                local command= place=0 index
                local -a commands; commands=(\(described.joined(separator: " ")))
            \(lists.joined(separator: "\n"))
                for ((index = 2; index < CURRENT; index++)); do
                    [[ ${words[index]} == -* ]] && continue
                    case ${words[index]} in
                    \(names.joined(separator: "|"))) command=${words[index]}; place=$index ;;
                    *) command=\(usual) ;;
                    esac
                    break
                done
                if (( place )); then
                    words=("${words[1]}" "${(@)words[place+1,-1]}")
                    (( CURRENT -= place - 1 ))
                elif [[ -z $command && ${words[CURRENT]} != -* ]]; then
                    _describe -t commands command commands
                fi
                case ${command:-\(usual)} in
            \(cases.joined(separator: "\n"))
                esac
            }
            if [[ ${funcstack[1]} == _portcall ]]; then _portcall "$@"; else compdef _portcall portcall; fi

            """
    }

    private func zshOption(_ argument: Declaration.Argument) -> String {
        let names = argument.typed
        let mark = argument.isRepeating ? "\\*" : names.count > 1 ? "(\(names.joined(separator: " ")))" : ""
        let value =
            argument.kind == .option ? ":\(Self.zshText(argument.valueName ?? "value")):\(zshAction(argument))" : ""
        let rest = "'[\(Self.zshText(argument.summary))]\(value)'"
        guard names.count > 1 else { return "\(mark)\(names[0])\(rest)" }
        return (mark == "\\*" ? "\\*" : "'\(mark)'") + "{\(names.joined(separator: ","))}\(rest)"
    }

    private func zshOperand(_ argument: Declaration.Argument, _ place: Int) -> String {
        let mark = argument.isRepeating ? "*" : "\(place):"
        return "'\(mark):\(Self.zshText(argument.valueName ?? "value")):\(zshAction(argument))'"
    }

    private func zshAction(_ argument: Declaration.Argument) -> String {
        if argument.completionKind?.file != nil { return "_files" }
        guard let list = command.list(of: argument), let values = argument.completionKind?.list?.values else {
            return " "
        }
        return values.contains { $0.hasSuffix(":") || $0.hasSuffix("/") }
            ? "compadd -S \"\" -a \(list)" : "compadd -a \(list)"
    }

    private static func zshText(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("'", with: "'\\''").replacing(":", with: "\\:")
            .replacing("[", with: "\\[").replacing("]", with: "\\]")
    }

    var fish: String {
        var lines = ["# fish completion of portcall. \(Self.note)"]
        lines += [
            "function __portcall_command",
            "    for word in (commandline -opc)[2..]",
            "        string match -q -- '-*' $word; and continue",
            "        contains -- $word \(names.joined(separator: " ")); and echo $word; or echo \(usual)",
            "        return",
            "    end",
            "    echo none",
            "end",
            "function __portcall_is",
            "    contains -- (__portcall_command) $argv",
            "end",
            "complete -c portcall -f",
        ]
        lines += command.lists.map { "set -g __portcall_\($0.name) \($0.values.joined(separator: " "))" }
        for one in command.commands {
            let about = "-d '\(Self.fishText(one.abstract ?? ""))'"
            lines.append("complete -c portcall -n '__portcall_is none' -a \(one.commandName) \(about)")
            let condition = "-n '__portcall_is \(one.commandName)\(one.commandName == usual ? " none" : "")'"
            lines += one.operands.compactMap { fishOffer($0).map { "complete -c portcall \(condition) \($0)" } }
            lines += one.options.map { "complete -c portcall \(condition) \(fishOption($0))" }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func fishOption(_ argument: Declaration.Argument) -> String {
        let names = (argument.names ?? []).map { "\($0.kind == "long" ? "-l" : "-s") \($0.name)" }
        let value = argument.kind == .option ? " -r \(fishOffer(argument) ?? "")" : ""
        return "\(names.joined(separator: " "))\(value) -d '\(Self.fishText(argument.summary))'"
    }

    private func fishOffer(_ argument: Declaration.Argument) -> String? {
        if argument.completionKind?.file != nil { return "-F" }
        return command.list(of: argument).map { "-a \"$__portcall_\($0)\"" }
    }

    private static func fishText(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
    }
}
