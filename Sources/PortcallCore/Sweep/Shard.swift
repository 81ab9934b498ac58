/// One of `count` parts of a list, the same on every machine and in every version: each target is in exactly one.
public struct Shard: Equatable, Sendable {
    /// 1 to `count`.
    public let index: Int
    /// How many parts there are.
    public let count: Int

    /// Reads `I/N`, I from 1 to N.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { part in
            part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
        }
        guard parts.count == 2, let index = parts[0], let count = parts[1] else { return nil }
        guard (1...1_000_000).contains(count), (1...count).contains(index) else { return nil }
        self.index = index
        self.count = count
    }

    /// Whether the target, as typed, is in this part.
    public func contains(_ target: String) -> Bool { StableHash.of(target) % UInt64(count) == UInt64(index - 1) }
}

/// A hash of text that is the same on every machine and in every version, as Swift's own is not.
///
/// FNV-1a of 64 bits, finished as MurmurHash3 finishes, so that the lowest bits depend on all of the text.
package enum StableHash {
    package static func of(_ text: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        hash = (hash ^ (hash >> 33)) &* 0xC4CE_B9FE_1A85_EC53
        return hash ^ (hash >> 33)
    }
}
