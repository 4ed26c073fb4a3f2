// SPDX-License-Identifier: Apache-2.0
import Finance

/// SplitMix64 (Steele, Lea and Flood 2014): enough for test inputs, and the same everywhere.
struct SeededDraws {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0x1234_5678 }

  mutating func bits() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  mutating func number(_ low: Double, _ high: Double) -> Double {
    low + (high - low) * (Double(bits() >> 11) / 9_007_199_254_740_992)
  }

  mutating func shuffled<Element>(_ items: [Element]) -> [Element] {
    var items = items
    for index in stride(from: items.count - 1, to: 0, by: -1) {
      items.swapAt(index, Int(bits() % UInt64(index + 1)))
    }
    return items
  }
}

let seeds = Array(0..<120)

/// A system of three members whose transfers match by construction: both ends grow alike.
func randomSystem(_ draws: inout SeededDraws, scale: Double = 1) -> [Line] {
  var lines: [Line] = []
  for member in members {
    let name = member.id.text
    for number in 1...3 {
      let amount = MillionPounds(draws.number(1, 400)) * scale
      lines.append(
        line(
          LineID("\(name)-cost-\(number)"), of: member.id, .cost(to: .outside), amount,
          growth: randomGrowth(&draws, scale: scale)))
    }
    let amount = MillionPounds(draws.number(1, 900)) * scale
    lines.append(
      line(
        LineID("\(name)-funding"), of: member.id, .funding, amount,
        growth: randomGrowth(&draws, scale: scale)))
  }
  let contract = MillionPounds(draws.number(1, 600)) * scale
  let growth = randomGrowth(&draws, scale: scale)
  return lines + [
    line("buy", of: "ccg", .cost(to: .member("trust")), contract, growth: growth),
    line("sell", of: "trust", .income(from: .member("ccg")), contract, growth: growth),
  ]
}

func randomGrowth(_ draws: inout SeededDraws, scale: Double = 1) -> Growth {
  var rates: [Driver: YearlyRate] = [:]
  for driver in Driver.allCases {
    rates[driver] = .constant(Percent(draws.number(-1, 4)))
  }
  rates[.price] = .byYear([
    2017: Percent(draws.number(0, 4)), 2018: Percent(draws.number(0, 4)),
    2019: Percent(draws.number(0, 4)), 2020: Percent(draws.number(0, 4)),
  ])
  let step = MillionPounds(draws.number(0, 5)) * scale
  return Growth(
    rates: rates, variableShare: Share(draws.number(0, 1)), additive: [2018: step])
}
