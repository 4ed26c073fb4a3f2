// SPDX-License-Identifier: Apache-2.0

import Linkage
import LinkageFiles
import Synchronization
import Testing

@Suite struct LinkageWorkTests {
  @Test(arguments: [1, 2, 5])
  func `results are in the order of the pieces on any number of threads`(_ threads: Int) {
    let results = Workers.threads(threads).map(200) { $0 * $0 }
    #expect(results == (0..<200).map { $0 * $0 })
  }

  @Test func `tells how far it is`() {
    let largest = Atomic<Int>(0)
    let workers = Workers.threads(
      2,
      done: { pieces, of in
        #expect(of == 50)
        largest.max(pieces, ordering: .relaxed)
      })
    _ = workers.map(50) { $0 }
    #expect(largest.load(ordering: .relaxed) == 50)
  }

  @Test func `begins no further piece once it is stopped`() {
    let begun = Atomic<Int>(0)
    let workers = Workers.threads(1, isStopped: { begun.load(ordering: .relaxed) >= 3 })
    _ = workers.map(100) { piece in
      begun.add(1, ordering: .relaxed)
      return piece
    }
    #expect(begun.load(ordering: .relaxed) == 3)
  }
}
