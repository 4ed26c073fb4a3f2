// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import Queueing
import Testing

@Suite struct `Arrivals that change over time` {
  /// An emergency department of 14 places where people come 10 an hour on average, in a wave over
  /// the day, and stay an hour; the wave is cut into hours, for both.
  private static let hourly: [Double] = (0..<24).map { hour in
    10 + 6 * Self.shares[hour]
  }

  /// Means of the sine over each hour of the day, by differences of the cosine.
  private static let shares: [Double] = (0..<24).map { hour in
    let cosines = (0...24).map { quarterWave(Double($0) / 24 + 0.25) }
    return (cosines[hour] - cosines[hour + 1]) * 24 / (2 * .pi)
  }

  /// The sine of a share of a whole turn, by its series.
  private static func quarterWave(_ share: Double) -> Double {
    let turns = share - (share + 0.5).rounded(.down)
    let x = 2 * .pi * turns
    var (term, sum) = (x, x)
    for n in 1...20 {
      term *= -x * x / Double(2 * n * (2 * n + 1))
      sum += term
    }
    return sum
  }

  @Test(arguments: [3, 9, 15])
  func `give the people present at an hour that the equations give`(hour: Int) throws {
    let exact = try MtMcQueue(
      arrivals: .table(Self.hourly, step: 1, repeats: true), serviceRate: 1, servers: 14
    ).periodic(moments: 24).moments[hour]
    let study = try Replications(
      Networks.one(
        Networks.ward(beds: 14), perDay: 240, stay: .exponential(mean: 1 / 24.0),
        profile: ArrivalProfile(hours: Self.hourly.map { $0 / 10 })), warmUp: 5, length: 150,
      count: 16, auditTime: Double(hour) / 24)
    let present = study.agree(with: exact.meanPresent) { result in
      let unit = result.units[0]
      let people = zip(unit.dailyOccupied, unit.dailyQueue).reduce(0) { $0 + Int($1.0 + $1.1) }
      return Double(people) / Double(unit.dailyOccupied.count)
    }
    #expect(present.holds, "\(present)")
  }

  @Test func `come by hour, weekday and day as the factors say`() throws {
    var hours = Array(repeating: 0.5, count: 24)
    hours[10] = 0
    hours[11] = 4
    let weekdays = [0, 1, 1, 1, 1, 2, 1.0]
    let days = [1, 3.0]
    let network = Networks.one(
      Networks.unlimited("ward"), perDay: 20, stay: .fixed(0.1),
      profile: ArrivalProfile(hours: hours, weekdays: weekdays, days: days))
    let horizon = FlowHorizon(warmUp: 0, length: 1_400, firstWeekday: 3)
    var kernel = FlowKernel(try FlowPlan(network, horizon: horizon), seed: 7)
    var byHour = Array(repeating: 0.0, count: 24)
    var byDay = Array(repeating: 0.0, count: 14)
    _ = kernel.run(replication: 1, logging: 0..<1_400) { event in
      guard event.kind == .arrived else { return }
      byHour[Int(event.time * 24) % 24] += 1
      byDay[Int(event.time) % 14] += 1
    }
    let whole = hours.reduce(0, +) / 24
    for day in 0..<14 {
      let exact = 100 * 20 * whole * weekdays[(day + 3) % 7] * days[day % 2]
      #expect((byDay[day] - exact).magnitude <= 4 * exact.squareRoot())
    }
    let all = 1_400 * 20.0 * 2
    for hour in 0..<24 {
      let exact = all * hours[hour] / 24
      #expect((byHour[hour] - exact).magnitude <= 4 * exact.squareRoot())
    }
  }
}
