import PortcallCore
import Testing

@Suite("A list of targets")
struct RosterTests {
    /// Read whole, and a byte at a time.
    private func read(_ bytes: [UInt8]) -> [RosterLine] {
        var reader = RosterReader()
        let lines = reader.take(bytes) + (reader.finish().map { [$0] } ?? [])
        var slow = RosterReader()
        let again = bytes.flatMap { slow.take([$0]) } + (slow.finish().map { [$0] } ?? [])
        #expect(again == lines)
        return lines
    }

    private func read(_ text: String) -> [String] { read(Array(text.utf8)).map(\.text) }

    @Test(
        "has no line end, byte order mark or white space in its targets",
        arguments: [
            "smtp://a\nsmtp://b\n", "smtp://a\r\nsmtp://b\r\n", "\u{FEFF}smtp://a\nsmtp://b",
            "  smtp://a\t\n\tsmtp://b \n",
            "\n\nsmtp://a\n \r\n\nsmtp://b\n\n", "\u{FEFF}  smtp://a \r\nsmtp://b\r",
        ]
    )
    func trimmed(text: String) { #expect(read(text) == ["smtp://a", "smtp://b"]) }

    @Test("may lack its last line feed")
    func unfinished() { #expect(read("smtp://a\nsmtp://b") == ["smtp://a", "smtp://b"]) }

    @Test(
        "has comments at the start of a line and after white space",
        arguments: [
            ("# all of it\nsmtp://a", ["smtp://a"]), ("smtp://a # the first", ["smtp://a"]),
            ("smtp://a\t#the first", ["smtp://a"]), ("   # indented", []), ("\u{FEFF}# after a mark", []),
            ("https://a/#top", ["https://a/#top"]), ("https://a/#top #bottom", ["https://a/#top"]), ("#", []),
        ]
    )
    func comments(text: String, targets: [String]) { #expect(read(text) == targets) }

    @Test("is empty where it names no target", arguments: ["", "\n", "\u{FEFF}", " \t\r\n", "# nobody\n"])
    func empty(text: String) { #expect(read(text).isEmpty) }

    @Test("counts every line, whatever is in it")
    func numbers() {
        #expect(read(Array("\n# one\nsmtp://a\r\n\nsmtp://b".utf8)).map(\.number) == [3, 5])
    }

    @Test("has nothing that could act on a terminal")
    func harmless() {
        #expect(read([0x61, 0x1B, 0x5B, 0x62, 0xFF, 0x00]).map(\.text) == ["a\\x1B[b\\xFF\\x00"])
    }

    @Test("keeps no more of an endless line than a target has, and says so")
    func endless() {
        let lines = read([UInt8](repeating: 0x61, count: 100_000) + Array("\nsmtp://b\n".utf8))
        #expect(lines.map(\.isTooLong) == [true, false])
        #expect(lines.map(\.text.utf8.count) == [RosterReader.lengthLimit, 8])
    }

    @Test("may have a comment that is longer than a target")
    func longComment() {
        let lines = read(Array("smtp://a # ".utf8) + [UInt8](repeating: 0x61, count: 100_000))
        #expect(lines.map(\.text) == ["smtp://a"])
        #expect(lines.map(\.isTooLong) == [false])
    }
}

@Suite("A shard")
struct ShardTests {
    @Test("is read as I/N, I from 1 to N")
    func read() throws {
        let shard = try #require(Shard("2/4"))
        #expect(shard.index == 2 && shard.count == 4)
        #expect(Shard("1/1") != nil)
    }

    @Test(
        "is nothing else",
        arguments: ["0/4", "5/4", "1/0", "1", "/", "1/", "-1/4", "+1/4", "1/4/2", "a/b", " 1/4", ""]
    )
    func unreadable(text: String) { #expect(Shard(text) == nil) }

    /// Pinned: another hash would put targets into other parts than an older version does.
    @Test(
        "has a hash that never changes",
        arguments: [
            ("", 0xEFD0_1F60_BA99_2926 as UInt64), ("a", 0x82A2_A958_A9BE_CE5B),
            ("smtp://mx1.example.net", 0x763F_1D52_7171_3DF0), ("[2001:db8::1]:993", 0x9D75_E576_A793_9587),
            ("imaps://bücher.example", 0x70BC_E373_18A2_C4D4),
        ]
    )
    func pinned(text: String, hash: UInt64) { #expect(StableHash.of(text) == hash) }

    @Test("has each target in exactly one part, and no part without its share", arguments: [1, 2, 3, 4, 7, 16])
    func parts(count: Int) throws {
        let shards = try (1...count).map { try #require(Shard("\($0)/\(count)")) }
        var sizes = Array(repeating: 0, count: count)
        for number in 0..<10_000 {
            let inside = shards.indices.filter { shards[$0].contains("smtp://mx\(number).example.net") }
            #expect(inside.count == 1)
            if let shard = inside.first { sizes[shard] += 1 }
        }
        #expect(sizes.allSatisfy { abs($0 - 10_000 / count) < 400 }, "\(sizes)")
    }
}

@Suite("A window of a list")
struct SpreadTests {
    @Test("is called whole, each line once", arguments: [0, 1, 2, 3, 4, 5, 10, 64, 97, 100, 1000, 10_000, 12_345])
    func whole(count: Int) { #expect(Array(Spread(count)).sorted() == Array(0..<count)) }

    @Test(
        "has neighbours called a tenth of it apart, up to the fourth",
        arguments: [100, 160, 1000, 4096, 9999, 10_000, 10_007, 40_960]
    )
    func apart(count: Int) {
        var moments = Array(repeating: 0, count: count)
        for (moment, line) in Spread(count).enumerated() { moments[line] = moment }
        for distance in 1...4 {
            let nearest = (0..<(count - distance)).map { abs(moments[$0] - moments[$0 + distance]) }.min() ?? 0
            #expect(nearest >= count / 10, "\(distance) apart")
        }
    }

    @Test("is the same on every run")
    func repeatable() { #expect(Array(Spread(10)) == [0, 3, 6, 9, 2, 5, 8, 1, 4, 7]) }
}
