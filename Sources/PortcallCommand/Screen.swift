import Portcall

/// Standard output, as the options and the terminal want it.
struct Screen {
    private let options: OutputOptions
    private let text: TextPrinter

    init(_ options: OutputOptions) {
        self.options = options
        text = TextPrinter(Terminal.style(noColour: options.noColor))
    }

    /// A line between verdicts, for those who read and not for scripts.
    func announce(_ line: String) {
        guard !options.json, !options.quiet else { return }
        Files.standardOutput(text.heading(line) + "\n")
    }

    /// Shows one verdict; human output has a blank line between two.
    func show(_ record: Record) {
        if options.json {
            Files.standardOutput(JSONPrinter().print(record) + "\n")
        } else if options.quiet {
            Files.standardOutput(text.printBriefly(record))
        } else {
            Files.standardOutput(text.print(record) + "\n")
        }
    }
}
