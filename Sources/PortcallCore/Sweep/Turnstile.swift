/// Decides which of the calls that know their addresses may begin: so many at once, and so many at once to one address.
///
/// A call counts at each of its addresses, for it may go on to any of them. What waits for an address holds no place that
/// others could have.
package struct Turnstile<Call: Sendable>: Sendable {
    /// An object, so that the queues move a word of it and have no room for many that are gone.
    private final class Visitor: Sendable {
        let call: Call
        let addresses: [String]

        init(_ call: Call, _ addresses: [String]) {
            self.call = call
            self.addresses = addresses
        }
    }

    private let limit: Int
    private let limitOfAddress: Int
    /// Calls under way, and at which addresses.
    package private(set) var inside = 0
    private var places: [String: Int] = [:]
    /// Those who may be asked next, and those who wait for an address that is taken.
    private var ready = Queue<Visitor>()
    private var waiting: [String: Queue<Visitor>] = [:]
    /// How many have come and not begun.
    package private(set) var outside = 0
    /// How many of them no address is known to be full for.
    package var callable: Int { ready.count }

    /// - Parameters:
    ///   - limit: calls at once.
    ///   - limitOfAddress: calls at once to one address.
    package init(limit: Int, limitOfAddress: Int) {
        self.limit = max(1, limit)
        self.limitOfAddress = max(1, limitOfAddress)
    }

    package mutating func arrive(_ call: Call, at addresses: [String]) {
        outside += 1
        ready.append(Visitor(call, addresses))
    }

    /// Another call could begin, as far as its address allows.
    package var hasPlace: Bool { inside < limit && !ready.isEmpty }

    /// The next call that may begin; it has its places then.
    package mutating func enter() -> (call: Call, addresses: [String])? {
        guard inside < limit else { return nil }
        while let visitor = ready.popFirst() {
            if let full = visitor.addresses.first(where: { places[$0, default: 0] >= limitOfAddress }) {
                waiting[full, default: Queue()].append(visitor)
                // It was asked first for another of its addresses, which it leaves to the next.
                for address in visitor.addresses where address != full { ask(at: address) }
                continue
            }
            for address in visitor.addresses { places[address, default: 0] += 1 }
            inside += 1
            outside -= 1
            return (visitor.call, visitor.addresses)
        }
        return nil
    }

    /// A call is over: its places are free, and who waits for one of them is asked first.
    package mutating func leave(_ addresses: [String]) {
        inside -= 1
        for address in addresses {
            let left = places[address, default: 1] - 1
            places[address] = left > 0 ? left : nil
            ask(at: address)
        }
    }

    /// The first who waits for the address is asked again, where it has a place.
    private mutating func ask(at address: String) {
        guard places[address, default: 0] < limitOfAddress, let visitor = waiting[address]?.popFirst() else { return }
        if waiting[address]?.isEmpty == true { waiting[address] = nil }
        ready.prepend(visitor)
    }

    /// Nobody who has not begun is let in any more.
    package mutating func shut() {
        ready = Queue()
        waiting = [:]
        outside = 0
    }
}

/// First in, first out, but for those who are let in before the others.
private struct Queue<Element: Sendable>: Sendable {
    private var urgent: [Element] = []
    private var elements: [Element?] = []
    private var head = 0

    var count: Int { urgent.count + elements.count - head }
    var isEmpty: Bool { count == 0 }

    mutating func append(_ element: Element) { elements.append(element) }

    mutating func prepend(_ element: Element) { urgent.append(element) }

    mutating func popFirst() -> Element? {
        if let element = urgent.popLast() { return element }
        guard head < elements.count else { return nil }
        defer {
            elements[head] = nil
            head += 1
            if head == elements.count || head > 1024 && head * 2 > elements.count {
                elements.removeFirst(head)
                head = 0
            }
        }
        return elements[head]
    }
}
