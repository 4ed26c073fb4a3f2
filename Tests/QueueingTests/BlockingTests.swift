// SPDX-License-Identifier: Apache-2.0

import Queueing
import TestKit
import Testing

@Suite struct `Acute beds kept by people who wait for the community` {
  private func inputs(community: Int) -> BlockingChain.Inputs {
    .init(
      arrivalRate: 4, acuteStay: 5, acuteBeds: 26, communityShare: 0.25, communityStay: 20,
      communityBeds: community, queueLimit: 60)
  }

  @Test func `gives the numbers of the worked case`() throws {
    let chain = try BlockingChain(inputs(community: 24))
    #expect(chain.states == 4_086)
    #expect(agree(chain.blocked, 1.0105272521856676))
    #expect(agree(chain.acuteOccupied, 20.999704038338667))
    #expect(agree(chain.communityOccupied, 19.989176786153003))
    #expect(agree(chain.probabilityOfWaiting, 0.2579109745860842))
    #expect(agree(chain.meanQueue, 2.4490192521785805))
    #expect(chain.residual < 1e-13)
  }

  @Test(
    .enabled(if: ExactTables.isThere, "\(SharedData.absence)"),
    arguments: [
      ("DTOC A: lam=4/d, acute 1/mu1=5d c1=26, p=.25, comm 1/mu2=20d c2=24, K=60", 24),
      ("DTOC B: same, c2=22", 22), ("DTOC C: same, c2=30", 30),
    ])
  func `agrees with the exact tables`(name: String, community: Int) throws {
    let table = try #require(try ExactTables.exact()[name] as? ExactTables.Numbers)
    let chain = try BlockingChain(inputs(community: community))
    #expect(Double(chain.states) == table["states"])
    #expect(agree(chain.acuteActive, try #require(table["acute_active"])))
    #expect(agree(chain.blocked, try #require(table["blocked_DTOC"])))
    #expect(agree(chain.acuteOccupied, try #require(table["acute_occ"])))
    #expect(agree(chain.communityOccupied, try #require(table["comm_occ"])))
    #expect(agree(chain.probabilityOfWaiting, try #require(table["P_arrival_waits"])))
    #expect(agree(chain.meanQueue, try #require(table["Lq"])))
    #expect(agree(chain.meanWait, try #require(table["Wq"])))
    #expect(agree(chain.probabilityOfLoss, try #require(table["Ploss"])))
    #expect(agree(chain.shareBlocked, try #require(table["share_of_occupied_beds_blocked"])))
    #expect(
      agree(chain.meanDelay, try #require(table["mean_DTOC_delay_per_community_patient"])))
  }

  /// Nobody needs the community: it is M/M/c/K.
  @Test func `is a queue with few places when nobody goes on`() throws {
    var inputs = inputs(community: 3)
    inputs.communityShare = 0
    let chain = try BlockingChain(inputs)
    let queue = try MMcKQueue(arrivalRate: 4, serviceRate: 0.2, servers: 26, places: 86)
    #expect(agree(chain.meanQueue, queue.meanQueue))
    #expect(agree(chain.probabilityOfLoss, queue.probabilityOfLoss))
    #expect(chain.blocked == 0 && chain.communityOccupied == 0)
    #expect(agree(chain.capacity, 5.2))
  }

  /// One acute bed, one place in the community, no queue, all rates 1, everybody goes on.
  ///
  /// By hand, the states (acute, community) 00, 10, 01, 11 and blocked weigh 2, 3, 2, 1 and 1.
  @Test func `is right for the smallest case`() throws {
    let chain = try BlockingChain(
      .init(
        arrivalRate: 1, acuteStay: 1, acuteBeds: 1, communityShare: 1, communityStay: 1,
        communityBeds: 1, queueLimit: 0), overload: .turnAway)
    #expect(chain.states == 5)
    #expect(agree(chain.acuteActive, 4.0 / 9))
    #expect(agree(chain.blocked, 1.0 / 9))
    #expect(agree(chain.communityOccupied, 4.0 / 9))
    #expect(agree(chain.probabilityOfLoss, 5.0 / 9))
    #expect(agree(chain.probabilityOfWaiting, 5.0 / 9))
  }

  @Test(arguments: 0..<25)
  func `keeps flows in balance`(seed: Int) throws {
    var draws = SeededDraws(seed: seed)
    let inputs = BlockingChain.Inputs(
      arrivalRate: draws.number(0.1, 20), acuteStay: draws.number(0.1, 9),
      acuteBeds: draws.whole(1...20), communityShare: draws.unit(),
      communityStay: draws.number(0.1, 30), communityBeds: draws.whole(1...20),
      queueLimit: draws.below(40))
    let chain = try BlockingChain(inputs, overload: .turnAway)
    let letIn = inputs.arrivalRate * (1 - chain.probabilityOfLoss)
    #expect(agree(chain.acuteActive / inputs.acuteStay, letIn, within: 1e-10))
    #expect(
      agree(
        chain.communityOccupied / inputs.communityStay, letIn * inputs.communityShare,
        within: 1e-10))
    #expect(chain.residual < 1e-10)
    #expect(chain.acuteOccupied <= Double(inputs.acuteBeds) + 1e-9)
    #expect(letIn <= chain.capacity + 1e-9 || inputs.queueLimit == 0)
    // One more community bed never makes it worse.
    var more = inputs
    more.communityBeds += 1
    let better = try BlockingChain(more, overload: .turnAway)
    #expect(better.blocked <= chain.blocked + 1e-9 && better.capacity >= chain.capacity - 1e-9)
  }

  @Test func `gives no steady state to a load beyond capacity`() throws {
    // The community clears 24 / 20 a day, which is a quarter of 4.8; blocking takes a little more.
    var inputs = inputs(community: 24)
    inputs.arrivalRate = 5
    let capacity = try BlockingChain(inputs, overload: .turnAway).capacity
    #expect(capacity < 4.8 && capacity > 4.4)
    #expect(throws: QueueError.unstable([.init(growth: 5 - capacity)])) {
      try BlockingChain(inputs)
    }
    // At capacity with a long queue, the flow let in is that capacity.
    inputs.queueLimit = 400
    inputs.arrivalRate = 6
    let full = try BlockingChain(inputs, overload: .turnAway)
    #expect(agree(6 * (1 - full.probabilityOfLoss), capacity, within: 1e-6))
  }

  @Test func `refuses what cannot be or would take too long`() {
    var strange = inputs(community: 24)
    strange.communityShare = 1.5
    #expect(throws: QueueError.self) { try BlockingChain(strange) }
    strange.communityShare = .nan
    #expect(throws: QueueError.self) { try BlockingChain(strange) }
    var large = inputs(community: 5_000)
    #expect(throws: QueueError.self) { try BlockingChain(large) }
    large = inputs(community: 24)
    large.queueLimit = Int.max
    #expect(throws: QueueError.self) { try BlockingChain(large) }
    large.queueLimit = -1
    #expect(throws: QueueError.self) { try BlockingChain(large) }
  }
}
