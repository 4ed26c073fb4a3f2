// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Queueing

/// Acute beds kept by people who wait for the community.
struct QueueBlocking: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blocking",
    abstract: "Acute beds kept by people who wait to leave for the community.",
    discussion: """
      A share of people needs a community bed after the acute one and keeps the acute bed until \
      there is one. Stays are exponential, and the chain of all states is solved exactly.
      """)

  @OptionGroup var arrivals: ArrivalsOption
  @Option(parsing: .unconditional, help: "Mean stay in an acute bed until ready to leave.")
  var acuteStay: Double
  @Option(parsing: .unconditional, help: "Acute beds.")
  var acuteBeds: Int
  @Option(parsing: .unconditional, help: "The share of people who need the community, 0 to 1.")
  var share: Double
  @Option(parsing: .unconditional, help: "Mean stay in the community.")
  var communityStay: Double
  @Option(parsing: .unconditional, help: "Community beds or places.")
  var communityBeds: Int
  @Option(parsing: .unconditional, help: "People who can wait for an acute bed.")
  var queueLimit: Int
  @Flag(help: "Answer even when the queue would grow without end if it had no limit.")
  var turnAway = false
  @OptionGroup var options: QueueOptions

  func run() throws {
    try options.write {
      let chain = try BlockingChain(
        .init(
          arrivalRate: arrivals.arrivals, acuteStay: acuteStay, acuteBeds: acuteBeds,
          communityShare: share, communityStay: communityStay, communityBeds: communityBeds,
          queueLimit: queueLimit),
        overload: turnAway ? .turnAway : .refuse)
      return answer(chain)
    }
  }

  private func answer(_ chain: BlockingChain) -> QueueAnswer {
    var answer = QueueAnswer()
    answer.add("blocked", "People ready to leave who keep an acute bed", chain.blocked, .number)
    answer.add("acuteOccupied", "Acute beds in use", chain.acuteOccupied, .number)
    answer.add(
      "acuteActive", "Acute beds in use by people who need them", chain.acuteActive, .number)
    answer.add("communityOccupied", "Community beds in use", chain.communityOccupied, .number)
    answer.add(
      "probabilityOfWaiting", "Share who find no acute bed free", chain.probabilityOfWaiting, .share
    )
    answer.add("meanQueue", "Mean number waiting for an acute bed", chain.meanQueue, .number)
    answer.add("meanWait", "Mean wait for an acute bed", chain.meanWait, .time)
    answer.add(
      "probabilityOfLoss", "Share who find the queue full", chain.probabilityOfLoss, .share)
    answer.add("meanDelay", "Mean time ready to leave but kept", chain.meanDelay, .time)
    answer.add(
      "shareBlocked", "Share of acute beds in use that are kept so", chain.shareBlocked, .share)
    answer.add("capacity", "Most arrivals that the beds can clear", chain.capacity, .number)
    answer.add("states", "States of the chain", chain.states)
    answer.add("residual", "Largest imbalance of the solution", chain.residual, .number)
    return answer
  }
}
