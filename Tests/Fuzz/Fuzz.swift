import PortcallCore
import PortcallTLS

/// What libFuzzer calls with each input: transcripts of a call or of several, a file of certificates, or else what a
/// server sends, in clear and inside TLS.
///
/// Nothing may trap, and nothing that a terminal obeys may reach an output.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let text = String(validating: bytes, as: UTF8.self), let transcript = try? CheckupTranscript(text) {
        judge(transcript)
    } else if bytes.first == 0x30 || bytes.starts(with: "-----BEGIN".utf8) {
        judge(file: bytes)
    } else {
        serve(bytes)
    }
    return 0
}

private func judge(_ checkup: CheckupTranscript) {
    requireReadable(checkup.description)
    let (verdicts, summary) = checkup.play { transcript in
        judge(transcript, chunk: 3)
        return judge(transcript, chunk: .max).verdict
    }
    guard let summary else { return }
    let printer = CheckupPrinter()
    let lines = verdicts.map { printer.line($0, of: summary.target) }.joined()
    requireHarmless(lines + printer.details(summary), "the screen of a checkup")
    requireHarmless(JSONPrinter().print(summary.record), "the JSON of a checkup")
}

/// The first byte says which service it is, the second in which pieces the others arrive and how it ends.
private func serve(_ bytes: [UInt8]) {
    guard bytes.count > 2 else { return }
    let service = Service.all[Int(bytes[0]) % Service.all.count]
    let manner = bytes[1]
    let target = Target(text: "fuzz", service: service, host: .name("mx.example.net"), port: service.port ?? 25)
    var transcript = Transcript(plan: Plan(target, started: Timestamp(seconds: 0)))
    let secured = Transcript.Entry.event(.secured(TLSFacts(version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384")))
    let rest = Transcript.Entry.server(Array(bytes.dropFirst(2)))
    transcript.entries = service.security == .implicit ? [secured, rest] : [rest, secured, rest]
    transcript.entries.append(.event(manner & 1 == 0 ? .closed(isReset: false) : .timedOut))
    let written = judge(transcript, chunk: manner & 2 == 0 ? .max : 1 + Int(manner >> 2)).written
    requireHarmless(written, "a transcript")
}

/// - Returns: what is concluded, and the call as it would be written down: its words are the server's, or of the
/// transcript's own author.
@discardableResult
private func judge(_ transcript: Transcript, chunk: Int) -> (verdict: Verdict, written: String) {
    let performance = transcript.play(chunk: chunk, isRecording: true)
    let verdict = Verdict(performance.observation)
    let text = TextPrinter()
    requireHarmless(JSONPrinter().print(verdict.record), "JSON")
    requireHarmless(text.print(verdict) + text.printBriefly(verdict), "a screen")
    let written = performance.transcript?.description ?? ""
    requireReadable(written)
    return (verdict, written)
}

/// What is written down can be read again.
private func requireReadable(_ text: String) {
    do {
        _ = try CheckupTranscript(text)
    } catch {
        preconditionFailure("a transcript that cannot be read: \(error)")
    }
}

private let judgeOfFiles = (try? TrustRoots(pem: "")).map { ChainJudge(roots: $0) }

private func judge(file bytes: [UInt8]) {
    let now = Timestamp(seconds: 1_772_445_600)
    guard let (chain, keyLine) = try? judgeOfFiles?.judge(file: bytes, name: nil, at: now) else { return }
    let file = ChainFile(name: "fuzz", started: now, criteria: Criteria(), chain: chain, keyLine: keyLine)
    let verdict = ChainVerdict(file)
    requireHarmless(JSONPrinter().print(verdict.record), "the JSON of a file")
    requireHarmless(CertificatePrinter().print(verdict), "the screen of a file")
}

private func requireHarmless(_ text: String, _ what: String) {
    for scalar in text.unicodeScalars where scalar.isActive { preconditionFailure("\(what) has \(scalar.value)") }
}

extension Unicode.Scalar {
    /// What a terminal would obey, but for the ends of our own lines.
    fileprivate var isActive: Bool {
        switch value {
        case 0x0A: false
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
