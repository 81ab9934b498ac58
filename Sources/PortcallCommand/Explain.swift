import ArgumentParser
import Portcall

struct Explain: ParsableCommand, CheckedCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explain a finding, a port or a service.",
        usage: """
            portcall explain [FINDING-ID [SERVICE|PRODUCT]] [options]
            portcall explain PORT|SERVICE [options]
            """,
        discussion: """
            Of a finding: what it means, how to confirm it, how to fix it; with a service or a product what concerns
            that one. Of a port or a service: who uses it, what portcall asks, what it can conclude.
            Without an argument it lists the findings.

            EXAMPLES
              portcall explain certificate-name-mismatch
              portcall explain starttls-refused submission
              portcall explain starttls-refused dovecot
              portcall explain 691
              portcall explain resvc
              portcall explain
            """
    )

    @Argument(
        help: ArgumentHelp("The finding, as a verdict names it; or a port, or a service.", valueName: "finding-id"),
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
        guard let finding, servicePage == nil else { return }
        guard let explanation = Explanation.named(finding) else {
            let hint = Nearest.hint(to: finding, among: Explanation.all.map(\.id) + Service.all.map(\.name))
            throw ValidationError("'\(finding.escaped)' is no finding; \(hint ?? "'portcall explain' lists them.")")
        }
        guard let subject, page(explanation, for: subject) == nil else { return }
        let known = explanation.subjects
        let hint = Nearest.hint(to: subject, among: known) ?? "it may be \(known.joined(separator: ", "))."
        throw ValidationError("\(finding) says nothing of '\(subject.escaped)'; \(hint)")
    }

    func run() {
        let style = Terminal.style(noColour: noColor)
        if let servicePage { return StandardOutput.print(ServicePagePrinter(style).print(servicePage)) }
        let printer = ExplanationPrinter(style)
        guard let explanation = finding.flatMap(Explanation.named) else {
            return StandardOutput.print(printer.list(Explanation.all))
        }
        let page = subject.flatMap { self.page(explanation, for: $0) } ?? explanation.page
        StandardOutput.print(printer.print(page, hints: page.hints))
    }

    /// Where a port or a service stands alone, and no finding has that name.
    private var servicePage: ServicePage? {
        guard let finding, subject == nil, Explanation.named(finding) == nil else { return nil }
        return ServicePage(of: finding)
    }

    /// Of a target, with its commands filled in; else of a service or a product.
    private func page(_ explanation: Explanation, for subject: String) -> ExplanationPage? {
        guard let target = try? Target(subject).withALabels() else { return explanation.page(of: subject) }
        return explanation.page(of: target)
    }
}
