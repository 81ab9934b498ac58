import PortcallCore
import PortcallTLS

/// The messages of one protocol, as its dialogue takes them: whole, a byte at a time, and cut in two, which must come to
/// the same as long as nobody waits.
func decode(_ bytes: [UInt8]) {
    guard bytes.count > 3 else { return }
    let kinds = Service.all.filter { $0.transport == .tcp }
    let service = kinds[Int(bytes[0]) % kinds.count]
    let content = Array(bytes.dropFirst(2))
    _ = try? DNSMessage(content)
    let whole = judged(content, service, chunk: .max)
    let pieces = judged(content, service, chunk: 1 + Int(bytes[1] % 8))
    requireHarmless(whole + pieces, "JSON")
}

private func judged(_ content: [UInt8], _ service: Service, chunk: Int) -> String {
    let target = Target(text: "fuzz", service: service, host: .name("mx.example.net"), port: service.port ?? 25)
    var transcript = Transcript(plan: Plan(target, started: Timestamp(seconds: 0), number: Plan.fixedNumber))
    if service.security == .implicit {
        transcript.entries = [.event(.secured(TLSFacts(version: "TLSv1.3", cipher: "TLS_AES_256_GCM_SHA384")))]
    }
    transcript.entries += [.server(content), .event(.closed(isReset: false))]
    let verdict = Verdict(transcript.play(chunk: chunk).observation)
    requireOneFindingACause(verdict)
    return JSONPrinter().print(verdict.record)
}

/// The certificates of a handshake: elements of DER, one behind another.
func judge(chain bytes: [UInt8]) {
    var rest = bytes[...]
    var certificates: [String] = []
    while let length = elementLength(rest), certificates.count < ChainJudge.lengthLimit + 2 {
        certificates.append(pem(Array(rest.prefix(length))))
        rest = rest.dropFirst(length)
    }
    judge(file: Array(certificates.joined().utf8))
}

/// How long the element is that the bytes begin with (X.690 section 8.1.3), as it says itself.
private func elementLength(_ bytes: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(bytes.prefix(6))
    guard bytes.count > 3, bytes[0] == 0x30 else { return nil }
    switch bytes[1] {
    case 0..<0x80: return 2 + Int(bytes[1])
    case 0x81: return 3 + Int(bytes[2])
    case 0x82: return 4 + Int(bytes[2]) << 8 + Int(bytes[3])
    default: return nil
    }
}

private func pem(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    let text = stride(from: 0, to: bytes.count, by: 3).map { start in
        let three = bytes[start..<min(start + 3, bytes.count)]
        let bits = three.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - three.count))
        let four = [18, 12, 6, 0].map { letters[bits >> $0 & 63] }
        return String(four.prefix(three.count + 1)) + String(repeating: "=", count: 3 - three.count)
    }
    .joined()
    return "-----BEGIN CERTIFICATE-----\n\(text)\n-----END CERTIFICATE-----\n"
}
