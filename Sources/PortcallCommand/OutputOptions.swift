import ArgumentParser
import Portcall

/// How the result is shown.
struct OutputOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Print in this form: \(Self.formats).", valueName: "format"),
        completion: .list(Format.allCases.map(\.rawValue))
    )
    var format: [String] = []

    @Flag(help: "Print one JSON object a call; the same as --format json.")
    var json = false

    @Flag(
        name: .shortAndLong,
        help: "Print one line a call, as --format brief; given twice, only of those that are not ok."
    )
    var quiet: Int

    @Flag(help: "Colour the output wherever it goes.")
    var color = false

    @Flag(help: "Never colour the output; the variable NO_COLOR does the same.")
    var noColor = false

    @Flag(name: .shortAndLong, help: "Leave nothing out: whole lists, certificates, evidence.")
    var verbose = false

    @Option(
        help: ArgumentHelp("Write to this file, which is replaced once all is known.", valueName: "file"),
        completion: .file()
    )
    var output: String?

    private static let formats = Format.allCases.map(\.rawValue).joined(separator: ", ")

    /// The one form that is asked for.
    func chosen() throws -> Format {
        let named = try format.map(Self.format) + (json ? [.json] : []) + (quiet > 0 ? [.brief] : [])
        guard let first = named.first else { return .text }
        if let other = named.first(where: { $0 != first }) {
            throw ValidationError("\(first.rawValue) and \(other.rawValue) are two formats: leave one out.")
        }
        return first
    }

    private static func format(_ name: String) throws -> Format {
        guard let format = Format(rawValue: name.lowercased()) else {
            throw ValidationError("'\(name.escaped)' is no format; they are \(formats).")
        }
        return format
    }

    /// What is wrong with the options as they stand.
    ///
    /// - Parameter transcript: where the calls are written down.
    /// - Throws: what is wrong.
    func check(transcript: String? = nil) throws {
        let format = try chosen()
        guard output != "-" else {
            throw ValidationError("--output takes a file; without it the result goes to standard output.")
        }
        guard transcript == "-", format != .text || output != nil else { return }
        let other = output == nil ? "the format \(format.rawValue)" : "--output"
        throw ValidationError("--transcript - and \(other) exclude each other: write the transcript to a file.")
    }

    /// What cannot be told otherwise than in words excludes the forms for programs.
    func requireWords(for option: String, or others: [Format] = [.brief]) throws {
        let format = try chosen()
        guard format != .text, !others.contains(format) else { return }
        throw ValidationError("\(option) and the format \(format.rawValue) exclude each other.")
    }
}
