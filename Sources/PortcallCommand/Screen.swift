import Portcall

/// Standard output, as the options and the terminal want it.
struct Screen {
    private let options: OutputOptions
    private let text: TextPrinter

    init(_ options: OutputOptions) {
        self.options = options
        text = TextPrinter(Terminal.style(noColour: options.noColor))
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
