/// Lets so many calls go on at the same time; the others wait, first come, first served.
package actor CallGate {
    /// How many it lets through.
    nonisolated package let limit: Int
    private var places: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []
    private var served = 0

    package init(limit: Int) {
        self.limit = max(1, limit)
        places = max(1, limit)
    }

    /// Returns once there is a place; each is to be given back with `leave`.
    package func enter() async {
        guard places == 0 else {
            places -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    package func leave() {
        guard served < waiting.count else {
            places += 1
            return
        }
        waiting[served].resume()
        served += 1
        guard served == waiting.count else { return }
        waiting = []
        served = 0
    }
}
