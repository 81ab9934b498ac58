import ArgumentParser
import Portcall

struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a finding: what it means, how to confirm it, how to fix it.",
        discussion: """
            Without FINDING-ID it lists them all.

            EXAMPLES
              portcall explain certificate-name-mismatch
              portcall explain
            """
    )

    @Argument(help: ArgumentHelp("The finding, as a verdict names it.", valueName: "finding-id"))
    var finding: String?

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    func validate() throws {
        guard let finding, Explanation.named(finding) == nil else { return }
        let near = Explanation.all.map(\.id).filter { $0.contains(finding) || finding.contains($0) }
        let hint = near.isEmpty ? "'portcall explain' lists them" : "did you mean \(near.joined(separator: ", "))?"
        throw ValidationError("'\(finding.escaped)' is no finding; \(hint).")
    }

    func run() {
        let printer = ExplanationPrinter(Terminal.style(noColour: noColor))
        guard let explanation = finding.flatMap(Explanation.named) else {
            return StandardOutput.print(printer.list(Explanation.all))
        }
        StandardOutput.print(printer.print(explanation))
    }
}
