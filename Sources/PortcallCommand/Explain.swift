import ArgumentParser
import Portcall

struct Explain: ParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a finding: what it means, how to confirm it, how to fix it.",
        usage: "portcall explain [FINDING-ID [SERVICE|PRODUCT]] [options]",
        discussion: """
            Without FINDING-ID it lists them all. With a service or a product it tells what concerns that one.

            EXAMPLES
              portcall explain certificate-name-mismatch
              portcall explain starttls-refused submission
              portcall explain starttls-refused dovecot
              portcall explain
            """
    )

    @Argument(
        help: ArgumentHelp("The finding, as a verdict names it.", valueName: "finding-id"),
        completion: .list(Explanation.all.map(\.id))
    )
    var finding: String?

    @Argument(
        help: ArgumentHelp("The service or the product it is about.", valueName: "service|product"),
        completion: .list(Service.all.map(\.name))
    )
    var subject: String?

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    func check() throws {
        guard let finding else { return }
        guard let explanation = Explanation.named(finding) else {
            let hint = Nearest.hint(to: finding, among: Explanation.all.map(\.id))
            throw ValidationError("'\(finding.escaped)' is no finding; \(hint ?? "'portcall explain' lists them.")")
        }
        guard let subject, page(explanation, for: subject) == nil else { return }
        let known = explanation.subjects
        let hint = Nearest.hint(to: subject, among: known) ?? "it may be \(known.joined(separator: ", "))."
        throw ValidationError("\(finding) says nothing of '\(subject.escaped)'; \(hint)")
    }

    func run() {
        let printer = ExplanationPrinter(Terminal.style(noColour: noColor))
        guard let explanation = finding.flatMap(Explanation.named) else {
            return StandardOutput.print(printer.list(Explanation.all))
        }
        let page = subject.flatMap { self.page(explanation, for: $0) } ?? explanation.page
        StandardOutput.print(printer.print(page, hints: page.hints))
    }

    /// Of a target, with its commands filled in; else of a service or a product.
    private func page(_ explanation: Explanation, for subject: String) -> ExplanationPage? {
        guard let target = try? Target(subject).withALabels() else { return explanation.page(of: subject) }
        return explanation.page(of: target)
    }
}
