import ArgumentParser
import Portcall

/// Standard output, as the options and the terminal want it.
struct Screen {
    let options: OutputOptions
    let text: TextPrinter
    private let certificates: CertificatePrinter
    private let checkup: CheckupPrinter

    /// - Parameters:
    ///   - options: how the result is shown.
    ///   - calling: how the calls are made, for the commands that repeat one by hand.
    /// - Throws: exit code 3 where the file cannot be written that it shall go to.
    init(_ options: OutputOptions, _ calling: CallingOptions? = nil) throws {
        self.options = options
        if let path = options.output {
            do throws(FileFailure) {
                StandardOutput.divert(to: try ReplacedFile(path))
            } catch {
                Files.standardError("portcall: \(error)\n")
                throw ExitCode(3)
            }
        }
        let style = Terminal.style(options)
        let files = Aim.Files(roots: calling?.caFile, certificate: calling?.clientCert, key: calling?.clientKey)
        text = TextPrinter(style, files: files)
        certificates = CertificatePrinter(style, files: files)
        checkup = CheckupPrinter(style, files: files)
    }

    /// A line between verdicts, for those who read and not for scripts.
    func announce(_ line: String) {
        guard !options.json, !options.isBrief else { return }
        StandardOutput.print(text.heading(line) + "\n")
    }

    /// Shows one verdict; human output has a blank line between two.
    func show(_ verdict: Verdict) {
        put(verdict.severity, verdict.record, brief: text.printBriefly(verdict), whole: text.print(verdict) + "\n")
    }

    /// Shows one verdict, told from the certificate.
    func showCertificates(_ verdict: Verdict) {
        put(
            verdict.severity,
            verdict.record,
            brief: text.printBriefly(verdict),
            whole: certificates.print(verdict) + "\n"
        )
    }

    /// Shows what a chain in a file comes to.
    func showCertificates(_ verdict: ChainVerdict) {
        put(
            verdict.severity,
            verdict.record,
            brief: text.printBriefly(verdict),
            whole: certificates.print(verdict) + "\n"
        )
    }

    /// Shows one of several calls that belong together.
    func showLine(_ verdict: Verdict, of host: String) {
        put(verdict.severity, verdict.record, brief: text.printBriefly(verdict), whole: checkup.line(verdict, of: host))
    }

    /// Shows what several calls come to.
    func show(_ summary: CheckupSummary) {
        put(summary.severity, summary.record, brief: text.printBriefly(summary), whole: checkup.details(summary) + "\n")
    }

    /// Tells programs that a target cannot be judged, and why.
    func showError(_ target: String, _ reason: String) {
        guard options.json else { return }
        StandardOutput.print(JSONPrinter().print(Record(error: reason, target: target)) + "\n")
    }

    /// Shows how two calls compare that were shown whole; for programs only where something is wrong.
    func showComparison(_ summary: CheckupSummary) {
        guard !options.json && !options.isBrief || !summary.findings.isEmpty else { return }
        put(summary.severity, summary.record, brief: text.printBriefly(summary), whole: checkup.comparison(summary))
    }

    /// Only what the options ask for is made.
    func put(
        _ severity: Severity?,
        _ record: @autoclosure () -> Record,
        brief: @autoclosure () -> String,
        whole: @autoclosure () -> String
    ) {
        if options.quiet > 1, severity == nil { return }
        if options.json {
            StandardOutput.print(JSONPrinter().print(record()) + "\n")
        } else {
            StandardOutput.print(options.isBrief ? brief() : whole())
        }
    }
}
