// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Queueing
import Testing

@Suite struct `One unit agrees with exact queues within four standard errors` {
  @Test(arguments: [(0.7, 1), (4.0, 5), (8.0, 10)])
  func `with beds and exponential stays`(perDay: Double, beds: Int) throws {
    let exact = try MMcQueue(arrivalRate: perDay, serviceRate: 1, servers: beds)
    let study = try Replications(
      Networks.one(Networks.ward(beds: beds), perDay: perDay, stay: .exponential(mean: 1)),
      warmUp: 100, length: 2_000)
    let waiting = study.agree(with: exact.probabilityOfWaiting) { $0.units[0].shareFoundFull }
    let wait = study.agree(with: exact.meanWait) { $0.units[0].meanWait }
    let queue = study.agree(with: exact.meanQueue) { $0.units[0].meanQueue }
    let occupied = study.agree(with: exact.load) { $0.units[0].meanOccupied }
    #expect(waiting.holds, "\(waiting)")
    #expect(wait.holds, "\(wait)")
    #expect(queue.holds, "\(queue)")
    #expect(occupied.holds, "\(occupied)")
  }

  @Test func `with a queue that has a limit`() throws {
    let exact = try MMcKQueue(arrivalRate: 4, serviceRate: 1, servers: 5, places: 15)
    let study = try Replications(
      Networks.one(
        Networks.ward(beds: 5, whenFull: .wait(limit: 10)), perDay: 4,
        stay: .exponential(mean: 1)), warmUp: 50, length: 2_000)
    let loss = study.agree(with: exact.probabilityOfLoss) {
      Double($0.units[0].turnedAway) / Double($0.units[0].arrivals)
    }
    let queue = study.agree(with: exact.meanQueue) { $0.units[0].meanQueue }
    #expect(loss.holds, "\(loss)")
    #expect(queue.holds, "\(queue)")
  }

  @Test(arguments: [
    StayTime.exponential(mean: 3), .fixed(3), .weibull(shape: 2, scale: 3.385_137_501_286_538),
  ])
  func `when all who find it full go elsewhere, whatever the stay`(stay: StayTime) throws {
    let exact = try ErlangB.blocking(load: 6, servers: 8)
    let study = try Replications(
      Networks.one(Networks.ward(beds: 8, whenFull: .elsewhere), perDay: 2, stay: stay),
      warmUp: 50, length: 2_000)
    let loss = study.agree(with: exact) {
      Double($0.units[0].turnedAway) / Double($0.units[0].arrivals)
    }
    #expect(loss.holds, "\(loss)")
  }

  @Test func `when people give up`() throws {
    let exact = try ErlangAQueue(
      arrivalRate: 5.5, serviceRate: 1, servers: 5, patienceRate: 0.25)
    let study = try Replications(
      Networks.one(
        Networks.ward(beds: 5), perDay: 5.5, stay: .exponential(mean: 1),
        patience: .exponential(mean: 4)), warmUp: 50, length: 2_000)
    let waiting = study.agree(with: exact.probabilityOfWaiting) { $0.units[0].shareFoundFull }
    let queue = study.agree(with: exact.meanQueue) { $0.units[0].meanQueue }
    let gone = study.agree(with: exact.probabilityOfAbandoning) {
      Double($0.units[0].reneged) / Double($0.units[0].arrivals)
    }
    #expect(waiting.holds, "\(waiting)")
    #expect(queue.holds, "\(queue)")
    #expect(gone.holds, "\(gone)")
  }

  @Test(arguments: [0, 0.5, 1.5])
  func `with one bed and stays of any variation`(deviation: Double) throws {
    let exact = try MG1Queue(
      arrivalRate: 0.7, meanService: 1, serviceVariation: deviation * deviation)
    let stay: StayTime =
      deviation == 0 ? .fixed(1) : try .lognormal(mean: 1, standardDeviation: deviation)
    let study = try Replications(
      Networks.one(Networks.ward(beds: 1), perDay: 0.7, stay: stay), warmUp: 200, length: 4_000)
    let wait = study.agree(with: exact.meanWait) { $0.units[0].meanWait }
    #expect(wait.holds, "\(wait)")
  }

  @Test func `without a limit, where the number of people is Poisson`() throws {
    let exact = try InfiniteServerQueue(load: 8)
    let study = try Replications(
      Networks.one(
        Networks.unlimited("ward"), perDay: 2, stay: .lognormal(mean: 4, standardDeviation: 5)),
      warmUp: 100, length: 2_000)
    for people in [4, 8, 13] {
      let share = study.agree(with: exact.probability(of: people)) {
        Double($0.units[0].auditOccupied[people]) / 2_000
      }
      #expect(share.holds, "\(share)")
    }
    #expect(study.results.allSatisfy { $0.units[0].dailyOccupied.count == 2_000 })
  }

  @Test func `with priorities`() throws {
    let rates = [1, 1.5, 1.5]
    let exact = try MMcPriorityQueue(arrivalRates: rates, serviceRate: 1, servers: 5)
    let network = FlowNetwork(
      classes: rates.indices.map { PatientClass(id: "\($0)", name: "\($0)", priority: $0) },
      units: [Networks.ward(beds: 5, order: .priority)],
      arrivals: rates.indices.map {
        ArrivalStream(id: "\($0)", patientClass: $0, unit: 0, perDay: rates[$0])
      },
      journeys: rates.indices.map {
        Journey(
          unit: 0, patientClass: $0, stay: .exponential(mean: 1), routes: Networks.leaving)
      })
    let study = try Replications(network, warmUp: 100, length: 4_000)
    for place in rates.indices {
      let wait = study.agree(with: exact.meanWaits[place]) {
        $0.classes[place].daysWaited / Double($0.classes[place].admitted)
      }
      #expect(wait.holds, "\(wait)")
    }
  }
}
