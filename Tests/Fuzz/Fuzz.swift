import PortcallCore

/// What libFuzzer calls with each input: a transcript, or else what a server sends, in clear and inside TLS.
///
/// Nothing may trap, and nothing that a terminal obeys may reach an output.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    if let text = String(validating: bytes, as: UTF8.self), let transcript = try? Transcript(text) {
        judge(transcript, chunk: .max)
        judge(transcript, chunk: 3)
    } else {
        for service in Service.all { serve(bytes, as: service) }
    }
    return 0
}

/// The first byte says in which pieces the others arrive.
private func serve(_ bytes: [UInt8], as service: Service) {
    guard let first = bytes.first else { return }
    let target = Target(text: "fuzz", service: service, host: .name("mx.example.net"), port: service.port)
    var transcript = Transcript(plan: Plan(target, started: Timestamp(seconds: 0)))
    let secured = Transcript.Entry.event(.secured(TLSFacts(version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384")))
    let rest = Transcript.Entry.server(Array(bytes.dropFirst()))
    transcript.entries = service.security == .implicit ? [secured, rest] : [rest, secured, rest]
    transcript.entries.append(.event(first & 1 == 0 ? .closed(isReset: false) : .timedOut))
    judge(transcript, chunk: first & 2 == 0 ? .max : 1 + Int(first >> 2))
}

private func judge(_ transcript: Transcript, chunk: Int) {
    let performance = transcript.play(chunk: chunk, isRecording: true)
    let verdict = Verdict(performance.observation)
    let json = JSONPrinter().print(verdict.record)
    let text = TextPrinter().print(verdict.record) + TextPrinter().printBriefly(verdict.record)
    precondition(!json.contains(where: \.isUnsafe), "JSON with control characters")
    precondition(!text.replacing("\n", with: "").contains(where: \.isUnsafe), "text with control characters")
    guard let written = performance.transcript?.description else { return }
    do {
        _ = try Transcript(written)
    } catch {
        preconditionFailure("a transcript that cannot be read: \(error)")
    }
}

extension Character {
    fileprivate var isUnsafe: Bool {
        unicodeScalars.contains { scalar in
            scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
                || (0x2066...0x2069).contains(scalar.value)
        }
    }
}
