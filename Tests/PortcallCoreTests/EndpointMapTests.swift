import PortcallCore
import TestVectors
import Testing

/// What is too large, or too much the same, to be a vector.
@Suite("The map of an endpoint mapper")
struct EndpointMapTests {
    /// Plays a mapper that answers each question with a part of its map, and our goodbye.
    private static func play(_ answers: [[UInt8]]) throws -> (seen: Observation, said: [[UInt8]]) {
        let target = try Target("msrpc://ex1.corp.example")
        var transcript = Transcript(plan: Plan(target, started: Timestamp(seconds: 0)))
        transcript.entries = [.server(Mapper.bound)]
        for answer in answers { transcript.entries += [.wait(milliseconds: 1), .server(answer)] }
        let performance = transcript.play(isRecording: true)
        let said = performance.transcript?.entries.compactMap { entry -> [UInt8]? in
            if case .client(let bytes) = entry { bytes } else { nil }
        }
        return (performance.observation, said ?? [])
    }

    private static func excess(_ seen: Observation) -> String? {
        let findings = Verdict(seen).findings
        return findings.map(\.id) == ["limit-exceeded"] ? findings.first?.message : nil
    }

    @Test("is read up to ten thousand entries, and the handle is given back")
    func entries() throws {
        let answers = (2..<110).map { Mapper.answer($0, entries: 100, towers: 50) }
        let (seen, said) = try Self.play(answers)
        #expect(Self.excess(seen)?.contains("a map of more than 10000 entries") == true)
        #expect(seen.remoteCalls?.endpoints?.count == 5050)
        #expect(said.count == 103 && said.last.map { Array($0[22...23]) } == [4, 0])
        #expect(seen.facts.isConfirmed && seen.facts.answer != nil)
    }

    @Test("may have ten thousand entries")
    func exactly() throws {
        let answers =
            (2..<102).map { Mapper.answer($0, entries: 100, towers: 50) } + [
                Mapper.answer(102, entries: 0, isLast: true)
            ]
        let (seen, said) = try Self.play(answers)
        #expect(Verdict(seen).findings.isEmpty)
        #expect(seen.remoteCalls?.endpoints?.count == 5000)
        #expect(said.count == 102)
    }

    @Test("is read up to nearly a mebibyte, and the handle is given back")
    func bytes() throws {
        let pipe = String(repeating: "x", count: 900)
        let answers = (2..<40).map { Mapper.answer($0, entries: 60, pipe: pipe) }
        let (seen, said) = try Self.play(answers)
        #expect(Self.excess(seen)?.contains("a map of more than 896 KiB") == true)
        #expect((seen.remoteCalls?.endpoints?.count ?? 0) > 800)
        #expect(said.last.map { Array($0[22...23]) } == [4, 0])
    }

    @Test("is not read for ever where nothing comes and the handle never ends")
    func handles() throws {
        let (seen, said) = try Self.play((2..<1100).map { Mapper.answer($0, entries: 0) })
        #expect(Self.excess(seen)?.contains("a map without an end in 1000 answers") == true)
        #expect(said.count == 1002)
    }

    @Test("is given up where one answer has more than 64 KiB, in whatever parts it comes")
    func parts() throws {
        let part = Mapper.message(2, number: 2, flags: 0, [UInt8](repeating: 0, count: 5000))
        let (seen, _) = try Self.play([Array(repeatElement(part, count: 14).joined())])
        #expect(Self.excess(seen)?.contains("more than 64 KiB in one answer") == true)
    }

    @Test("is asked for in so few questions as its size allows, in the words of the reference")
    func questions() throws {
        let (_, said) = try Self.play([Mapper.answer(2, entries: 3, isLast: true)])
        let bind = """
            05 00 0b 03 10 00 00 00 48 00 00 00 01 00 00 00 d0 16 d0 16 00 00 00 00 01 00 00 00 00 00 01 00 08 83 af e1 1f \
            5d c9 11 91 a4 08 00 2b 14 a0 fa 03 00 00 00 04 5d 88 8a eb 1c c9 11 9f e8 08 00 2b 10 48 60 02 00 00 00
            """
        let lookUp = """
            05 00 00 03 10 00 00 00 40 00 00 00 02 00 00 00 28 00 00 00 00 00 02 00 00 00 00 00 00 00 00 00 00 00 00 00 01 \
            00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 64 00 00 00
            """
        #expect(said == [bind, lookUp].compactMap { Hexadecimal.bytes($0) })
    }
}

@Suite("An interface")
struct RPCInterfaceTests {
    @Test("is read as the option has it, and written so")
    func text() {
        let interface = RPCInterface("E3514235-4B06-11D1-AB04-00C04FC2DCD2:4.0")
        #expect(interface?.text == "e3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0")
        #expect(RPCInterface("a4f1db00-ca47-1067-b31f-00dd010662da:0.81")?.minor == 81)
        #expect(RPCInterface("a4f1db00-ca47-1067-b31f-00dd010662da:3")?.version == "3.0")
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "e3514235", "e3514235-4b06-11d1-ab04-00c04fc2dcd2", "e3514235-4b06-11d1-ab04-00c04fc2dcd2:",
            "e3514235-4b06-11d1-ab04-00c04fc2dcd2:x", "e3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0.1",
            "g3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0", "e3514235-4b06-11d1-ab0-400c04fc2dcd2:4.0",
            "e3514235-4b06-11d1-ab04-00c04fc2dcd2:70000", "+3514235-4b06-11d1-ab04-00c04fc2dcd2:4.0",
        ]
    )
    func malformed(text: String) { #expect(RPCInterface(text) == nil) }

    @Test("is one of two programs where a UUID is both's")
    func ambiguous() {
        let uuid = "f5cc59b4-4264-101a-8c59-08002b2f8426"
        #expect(RPCProgram.of(RPCInterface(uuid, 21))?.owner == .exchange)
        #expect(RPCProgram.of(RPCInterface(uuid, 1))?.name == "file replication (NTFRS)")
        #expect(RPCProgram.of(RPCInterface(uuid, 2)) == nil)
    }
}

/// What a mapper says, written by hand from [C706].
private enum Mapper {
    static func message(_ type: UInt8, number: Int, flags: UInt8 = 3, _ body: [UInt8]) -> [UInt8] {
        let inner = type == 2 ? [UInt8](repeating: 0, count: 8) + body : body
        return [5, 0, type, flags, 0x10, 0, 0, 0] + little(inner.count + 16, 2) + [0, 0] + little(number, 4) + inner
    }

    static let bound: [UInt8] = {
        let head: [UInt8] = [0xD0, 0x16, 0xD0, 0x16, 1, 0, 0, 0, 4, 0, 0x31, 0x33, 0x35, 0, 0, 0, 1, 0, 0, 0]
        return message(12, number: 1, head + [UInt8](repeating: 0, count: 24))
    }()

    /// Entries beyond the towers lead nowhere.
    static func answer(
        _ number: Int,
        entries: Int,
        towers: Int = .max,
        pipe: String = "\\pipe\\x",
        isLast: Bool = false
    ) -> [UInt8] {
        let handle = isLast ? [UInt8](repeating: 0, count: 20) : [0, 0, 0, 0] + Array(1...16)
        let counts = little(entries, 4) + little(entries, 4) + little(0, 4) + little(entries, 4)
        let entry = { (pointer: Int) in
            [UInt8](repeating: 0, count: 16) + little(pointer, 4) + little(0, 4) + little(1, 4) + [0, 0, 0, 0]
        }
        let tower = tower(pipe)
        let pad = [UInt8](repeating: 0, count: (4 - tower.count % 4) % 4)
        let whole = little(tower.count, 4) + little(tower.count, 4) + tower + pad
        let all =
            (0..<entries).flatMap { entry($0 < towers ? 1 : 0) }
            + repeatElement(whole, count: min(towers, entries)).joined()
        return message(2, number: number, handle + counts + all + little(isLast ? 0x16C9_A0D6 : 0, 4))
    }

    private static func tower(_ pipe: String) -> [UInt8] {
        let name = Array(pipe.utf8) + [0]
        let id = [0x0D] + [UInt8](repeating: 7, count: 16) + [1, 0]
        return [4, 0] + floor(id, [0, 0]) + floor(id, [0, 0]) + floor([0x0B], [0, 0]) + floor([0x0F], name)
    }

    private static func floor(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
        little(left.count, 2) + left + little(right.count, 2) + right
    }

    private static func little(_ number: Int, _ count: Int) -> [UInt8] {
        (0..<count).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
}
