// SPDX-License-Identifier: Apache-2.0

import Capacity
import Foundation
import TestKit
import Testing

/// Patients who come at random, half of whom stay a short and half a long time.
///
/// Stays are far from exponential, so that agreement shows that only their mean matters.
private struct SimulatedPool {
  var draws = SeededDraws(seed: 11)
  let shortStay: Double
  let longStay: Double

  /// How often each number of beds was in use when a patient came, and how many were turned away.
  mutating func run(patients: Int, load: Double, beds: Int) -> (found: [Int], turnedAway: Int) {
    let rate = load / ((shortStay + longStay) / 2)
    // Those of one stay leave in the order in which they came.
    var leaving: [[Double]] = [[], []]
    var first = [0, 0]
    var now = 0.0
    var found = [Int](repeating: 0, count: 400)
    var turnedAway = 0
    for _ in 0..<patients {
      now -= log(1 - draws.unit()) / rate
      for kind in 0..<2 {
        while first[kind] < leaving[kind].count && leaving[kind][first[kind]] <= now {
          first[kind] += 1
        }
      }
      let inUse = leaving[0].count - first[0] + leaving[1].count - first[1]
      found[inUse] += 1
      guard inUse < beds else {
        turnedAway += 1
        continue
      }
      let kind = draws.below(2)
      leaving[kind].append(now + (kind == 0 ? shortStay : longStay))
    }
    return (found, turnedAway)
  }
}

@Suite struct SimulatedPoolTests {
  @Test func `patients who come find all beds taken as often as the rule says`() throws {
    var pool = SimulatedPool(shortStay: 1, longStay: 11)
    let patients = 150_000
    let run = pool.run(patients: patients, load: 20, beds: .max)
    let rule = try PlacesRule(chance: 0.05)
    for beds in [15, 20, 25, 28, 30] {
      let share = Double(run.found[beds...].reduce(0, +)) / Double(patients)
      let chance = try rule.chance(units: beds, meanInUse: 20)
      // Neighbouring patients find much the same: about a fortieth of them are independent.
      let error = (chance * (1 - chance) / (Double(patients) / 40)).squareRoot()
      #expect(abs(share - chance) < 4 * error)
    }
  }

  @Test func `patients are turned away as often as Erlang says, whatever their stays`() throws {
    var pool = SimulatedPool(shortStay: 2, longStay: 8)
    let patients = 150_000
    let run = pool.run(patients: patients, load: 5, beds: 10)
    let share = Double(run.turnedAway) / Double(patients)
    #expect(abs(share - 0.0183846) < 4 * (0.0183846 / (Double(patients) / 10)).squareRoot())
  }
}
