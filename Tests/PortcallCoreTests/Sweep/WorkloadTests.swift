import Testing

@testable import PortcallCore

@Suite("A sweep's workload")
struct WorkloadTests {
    @Test("gives each loop a portion, in turn, and then none before it kept up")
    func portions() {
        var workload = Workload(loops: 2)
        var taken = [0, 0]
        var asked: [Int] = []
        while let (loop, isToBeAsked) = workload.take() {
            taken[loop] += 1
            if isToBeAsked { asked.append(loop) }
        }
        #expect(taken == [Workload.portion, Workload.portion])
        #expect(asked.sorted() == [0, 1])
        #expect(!workload.hasPlace)
    }

    @Test("gives more to the loop that keeps up, and asks the one that is behind again")
    func behind() {
        var workload = Workload(loops: 2)
        while workload.take() != nil {}
        let first = workload.answered(0, after: Workload.patience + .milliseconds(1))
        #expect(first && !workload.hasPlace)
        let second = workload.answered(1, after: Workload.patience)
        #expect(!second && workload.hasPlace)
        var taken: [Int] = []
        while let (loop, _) = workload.take() { taken.append(loop) }
        #expect(taken == Array(repeating: 1, count: Workload.portion))
        let third = workload.answered(0, after: .zero)
        let next = workload.take()
        #expect(!third && next?.loop == 0)
    }
}
