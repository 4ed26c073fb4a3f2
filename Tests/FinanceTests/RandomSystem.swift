// SPDX-License-Identifier: Apache-2.0
import Finance
import TestKit

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
