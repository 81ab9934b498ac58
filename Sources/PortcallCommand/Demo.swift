import ArgumentParser
import Portcall
import PortcallDemo

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Play a healthy and several broken servers on loopback, and check them.",
        usage: "portcall demo [options]",
        discussion: """
            Needs no network: the servers are portcall's own, with real TLS and certificates made on the spot.

            EXAMPLES
              portcall demo
              portcall demo --json
            """
    )

    @OptionGroup(title: "Output")
    var output: OutputOptions

    func run() async throws {
        let screen = try Screen(output)
        var surprises = 0
        for (index, scene) in DemoScene.all.enumerated() {
            screen.announce("\(index + 1). \(scene.title)")
            do {
                let verdict = try await scene.play()
                screen.show(verdict)
                let found = verdict.findings.filter { $0.severity > .note }.map(\.id)
                if Set(found) != Set(scene.expected) { surprises += 1 }
            } catch {
                Files.standardError("portcall: the demo cannot serve on this machine: \(error)\n")
                throw ExitCode(3)
            }
        }
        guard surprises == 0 else {
            Files.standardError("portcall: \(surprises) of the demo's servers were not judged as they should be.\n")
            throw ExitCode(3)
        }
        screen.announce("All \(DemoScene.all.count) servers were judged as they should be.")
    }
}
