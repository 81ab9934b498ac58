import Foundation
import TestVectors
import Testing

/// What `make install` installs besides the command, kept as files that are written from its own declarations.
///
/// With PORTCALL_RECORD set, the files are written anew.
@Suite("The manual and the completions")
struct PageTests {
    private static let folder = Vector.root.appending(path: "../Manual")

    @Test("say what the command declares")
    func inStep() throws {
        let command = try Declaration.read()
        var pages = [ManualPage(command, usage: try Portcall("--help").run().output)]
        for one in command.commands {
            pages.append(ManualPage(one, of: command, usage: try Portcall(one.commandName, "--help").run().output))
        }
        let completions = Completions(command: command)
        var files = Dictionary(uniqueKeysWithValues: pages.map { ("\($0.name).1", $0.text) })
        files["portcall.bash"] = completions.bash
        files["_portcall"] = completions.zsh
        files["portcall.fish"] = completions.fish
        for (name, text) in files {
            let file = Self.folder.appending(path: name)
            if ProcessInfo.processInfo.environment["PORTCALL_RECORD"] != nil {
                try text.write(to: file, atomically: true, encoding: .utf8)
            }
            #expect((try? String(contentsOf: file, encoding: .utf8)) == text, "\(name)")
        }
        let there = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
        #expect(Set(there) == Set(files.keys))
    }

    @Test(
        "complete in bash",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/bin/bash")),
        arguments: [
            ("portcall ch", ["check"]), ("portcall mail.example.com:25 --connect-t", ["--connect-timeout"]),
            ("portcall --quie", ["--quiet"]),
            ("portcall explain certificate-exp", ["certificate-expired", "certificate-expires-soon"]),
            ("portcall explain timeout subm", ["submission"]), ("portcall subm", ["submission://"]),
            ("portcall h:25 --ignore greeting-s", ["greeting-slow"]),
            ("portcall check h:25 --service imaps", ["imaps"]),
            ("portcall cert --chain certificates/rsa-2048.p", ["certificates/rsa-2048.pem"]),
            (
                "portcall replay certificates/expires-s",
                ["certificates/expires-soon.call", "certificates/expires-soon.pem"]
            ),
            ("portcall gc --pe", []), ("portcall cert --pe", ["--pem"]), ("portcall h:25 -t ", []),
        ]
    )
    func bash(line: String, offers: [String]) throws {
        let script = """
            . "$0"; COMP_WORDS=($1); [[ $1 == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _portcall; printf '%s\\n' "${COMPREPLY[@]}"
            """
        let file = Self.folder.appending(path: "portcall.bash").path()
        var shell = Portcall(["-c", script, file, line])
        shell.program = URL(filePath: "/bin/bash")
        let result = try shell.run()
        #expect(result.errors == "")
        #expect(
            result.output.split(separator: "\n").map(String.init).filter { !$0.isEmpty }.sorted() == offers.sorted()
        )
    }
}
