/// What an earlier sweep has told already: each target as often as it told it.
///
/// 20 bytes a result, so that a continued sweep stays small: a fingerprint of 128 bits, and how many of a target's
/// results were taken.
package struct ResumeIndex: Sendable {
    private struct Fingerprint: Comparable, Sendable {
        let first: UInt64
        let second: UInt64

        init(_ text: String) {
            first = StableHash.of(text)
            var hasher = Hasher()
            hasher.combine(text)
            second = UInt64(bitPattern: Int64(hasher.finalize()))
        }

        static func < (a: Fingerprint, b: Fingerprint) -> Bool {
            a.first == b.first ? a.second < b.second : a.first < b.first
        }
    }

    /// What one result takes.
    package static let bytesOfResult = MemoryLayout<Fingerprint>.stride + MemoryLayout<UInt32>.stride

    private var results: [Fingerprint] = []
    private var taken: [UInt32] = []
    private var isSorted = true

    /// Of so many results.
    package init(capacity: Int) {
        results.reserveCapacity(capacity)
    }

    package var count: Int { results.count }

    /// There is a result of this target, as it was printed.
    package mutating func note(_ target: String) {
        results.append(Fingerprint(target))
        isSorted = false
    }

    /// Whether there is one more result of this target; it is taken then.
    package mutating func take(_ target: String) -> Bool {
        sort()
        let wanted = Fingerprint(target)
        var (low, high) = (0, results.count)
        while low < high {
            let middle = (low + high) / 2
            if results[middle] < wanted { low = middle + 1 } else { high = middle }
        }
        guard low < results.count, results[low] == wanted else { return false }
        let next = low + Int(taken[low])
        guard next < results.count, results[next] == wanted else { return false }
        taken[low] += 1
        return true
    }

    private mutating func sort() {
        guard !isSorted else { return }
        results.sort()
        taken = Array(repeating: 0, count: results.count)
        isSorted = true
    }
}
