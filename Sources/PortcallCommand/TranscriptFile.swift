import Portcall

/// Where the calls are written down: a file, opened before the first call, or standard output.
struct TranscriptFile {
    private let file: OutputFile?

    /// Nil where nobody asked for it.
    init?(_ path: String?) throws(FileFailure) {
        guard let path else { return nil }
        file = path == "-" ? nil : try OutputFile(path)
    }

    func write(_ transcripts: [CheckupTranscript]) throws(FileFailure) {
        let text = transcripts.map(\.description).joined(separator: "\n")
        guard let file else { return StandardOutput.print(text) }
        try file.write(text)
    }
}
