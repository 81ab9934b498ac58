/// The order in which a window of a list is called: neighbours in the list, which often are one host or stand behind one
/// firewall, come long after each other.
///
/// The golden section of the window lies between one line and the next: lines that stand up to four apart are called at least a tenth of the
/// window apart, and each line is called once.
package struct Spread: Sequence, Sendable {
    private let count: Int
    private let step: Int

    /// Of a window of so many lines.
    package init(_ count: Int) {
        self.count = count
        let golden = Int((Double(count) * 0.618_033_988_749_895).rounded())
        // Line i is called at the moment i × stride; of the strides that give each its own moment the nearest.
        let strides = (0..<Swift.max(1, count)).lazy.flatMap { [golden + $0, golden - $0] }
        step = strides.lazy.compactMap { Self.inverse(of: $0, modulo: count) }.first { _ in true } ?? 1
    }

    package func makeIterator() -> Iterator { Iterator(left: count, count: count, step: step) }

    package struct Iterator: IteratorProtocol {
        fileprivate var left: Int
        fileprivate var place = 0
        fileprivate let count: Int
        fileprivate let step: Int

        fileprivate init(left: Int, count: Int, step: Int) {
            self.left = left
            self.count = count
            self.step = step
        }

        package mutating func next() -> Int? {
            guard left > 0 else { return nil }
            left -= 1
            defer { place = (place + step) % count }
            return place
        }
    }

    /// What brings `number` to 1 when it is multiplied by it; nil where nothing does.
    private static func inverse(of number: Int, modulo count: Int) -> Int? {
        var (a, b) = (number, count)
        var (factor, next) = (1, 0)
        while b != 0 {
            (factor, next) = (next, factor - a / b * next)
            (a, b) = (b, a % b)
        }
        return a == 1 ? (factor % count + count) % count : nil
    }
}
