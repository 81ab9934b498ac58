import Portcall

/// Standard output, as the options and the terminal want it.
struct Screen {
    private let options: OutputOptions
    private let text: TextPrinter
    private let certificates: CertificatePrinter
    private let checkup: CheckupPrinter

    init(_ options: OutputOptions) {
        self.options = options
        let style = Terminal.style(noColour: options.noColor)
        text = TextPrinter(style)
        certificates = CertificatePrinter(style)
        checkup = CheckupPrinter(style)
    }

    /// A line between verdicts, for those who read and not for scripts.
    func announce(_ line: String) {
        guard !options.json, !options.quiet else { return }
        StandardOutput.print(text.heading(line) + "\n")
    }

    /// Shows one verdict, told from the certificate.
    func showCertificates(_ record: Record) {
        guard !options.json, !options.quiet else { return show(record) }
        StandardOutput.print(certificates.print(record) + "\n")
    }

    /// Shows one of several calls that belong together.
    func showLine(_ record: Record, of host: String) {
        guard !options.json, !options.quiet else { return show(record) }
        StandardOutput.print(checkup.line(record, of: host))
    }

    /// Shows what several calls come to.
    func show(_ summary: CheckupSummary) {
        guard !options.json, !options.quiet else { return show(summary.record) }
        StandardOutput.print(checkup.details(summary.record, summary.verdicts.map(\.record)) + "\n")
    }

    /// Shows one verdict; human output has a blank line between two.
    func show(_ record: Record) {
        if options.json {
            StandardOutput.print(JSONPrinter().print(record) + "\n")
        } else if options.quiet {
            StandardOutput.print(text.printBriefly(record))
        } else {
            StandardOutput.print(text.print(record) + "\n")
        }
    }
}
