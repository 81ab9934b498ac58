import Foundation
import Portcall

/// Makes a call, writes it down, and judges it again from what was written.
@main
struct Recording {
    static func main() async throws {
        let target = CommandLine.arguments.dropFirst().first ?? "submission://mail.example.com"
        var settings = Caller.Settings()
        settings.keepsTranscript = true
        let result = try await Caller(settings).check(target)
        guard let text = result.transcript?.description else { return }
        print(text)
        let again = try Transcript(text).judged { try String(contentsOfFile: $0, encoding: .utf8) }
        print(again.findings == result.verdict.findings ? "judged alike" : "judged otherwise")
    }
}
