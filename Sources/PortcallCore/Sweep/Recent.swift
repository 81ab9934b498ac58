/// Remembers the values of at least the last so many keys that were asked for, and of no more than twice as many.
///
/// Two generations: what is asked for moves into the younger, and the older is forgotten once that is full. No list of
/// who was asked when.
package struct Recent<Key: Hashable, Value> {
    private let limit: Int
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]

    package init(_ limit: Int) {
        self.limit = max(1, limit)
    }

    package var count: Int { young.count + old.count }

    /// The value of a key; setting one remembers it as the last.
    package subscript(key: Key) -> Value? {
        mutating get {
            if let value = young[key] { return value }
            guard let value = old.removeValue(forKey: key) else { return nil }
            remember(key, value)
            return value
        }
        set {
            old[key] = nil
            guard let newValue else { return young[key] = nil }
            remember(key, newValue)
        }
    }

    private mutating func remember(_ key: Key, _ value: Value) {
        if young.count >= limit, young[key] == nil {
            old = young
            young = [:]
        }
        young[key] = value
    }
}

extension Recent: Sendable where Key: Sendable, Value: Sendable {}
