// SPDX-License-Identifier: Apache-2.0

import LocalCare
import Testing

@Suite("Waiting") struct WaitingTests {
  @Test func `eight Erlangs and ten servers give the published chance of waiting`() throws {
    let queue = try Waiting(load: 8, serviceTime: 1)

    #expect(abs(queue.chanceOfWaiting(servers: 10) - 0.409180) < 5e-7)
  }

  @Test func `250 calls an hour of 330 seconds take 28 to answer 80% within 30 seconds`() throws {
    let queue = try Waiting(load: 250 * 330.0 / 3600, serviceTime: 330)

    #expect(try queue.servers(within: 30, share: 0.8) == 28)
    #expect(abs(queue.shareWithin(30, servers: 27) - 0.7822) < 5e-5)
    #expect(abs(queue.shareWithin(30, servers: 28) - 0.8569) < 5e-5)
  }

  @Test func `200 calls an hour of 180 seconds take 14 to answer 80% within 20 seconds`() throws {
    let queue = try Waiting(load: 10, serviceTime: 180)

    #expect(try queue.servers(within: 20, share: 0.8) == 14)
    #expect(abs(queue.shareWithin(20, servers: 13) - 0.7956) < 5e-5)
    #expect(abs(queue.shareWithin(20, servers: 14) - 0.8884) < 5e-5)
  }

  @Test func `one server waits as often as it is busy`() throws {
    // M/M/1: the chance of waiting is the load, and waits are exponential.
    let queue = try Waiting(load: 0.75, serviceTime: 1)

    #expect(abs(queue.chanceOfWaiting(servers: 1) - 0.75) < 1e-15)
    #expect(abs(queue.shareWithin(4, servers: 1) - (1 - 0.75 * 0.36787944117144233)) < 1e-15)
  }

  @Test func `too few servers let everybody wait`() throws {
    let queue = try Waiting(load: 3, serviceTime: 1)

    #expect(queue.chanceOfWaiting(servers: 3) == 1)
    #expect(queue.shareWithin(10, servers: 3) == 0)
  }

  @Test func `nobody waits where nobody comes, and one is there all the same`() throws {
    let queue = try Waiting(load: 0, serviceTime: 1)

    #expect(queue.shareWithin(0, servers: 1) == 1)
    #expect(try queue.servers(within: 0, share: 0.99) == 1)
  }

  @Test(arguments: [0.1, 0.9, 2.0, 7.5, 40.0])
  func `one more server never makes waits longer`(load: Double) throws {
    let queue = try Waiting(load: load, serviceTime: 1)

    let shares = (1...60).map { queue.shareWithin(0.5, servers: $0) }
    #expect(zip(shares, shares.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func `a queue that nobody could staff is refused`() throws {
    #expect(throws: LocalCareError.self) {
      try Waiting(load: 1e9, serviceTime: 1).servers(within: 1, share: 0.5)
    }
    #expect(throws: LocalCareError.self) { try Waiting(load: -1, serviceTime: 1) }
    #expect(throws: LocalCareError.self) {
      try Waiting(load: 1, serviceTime: 1).servers(within: 1, share: 1)
    }
  }
}
