// SPDX-License-Identifier: Apache-2.0
import Finance

/// Builders with defaults, so that a test shows only the values that matter to it.
let base: Year = 2016

func model(
  _ lines: [Line], organisations: [Organisation] = members, last: Year = 2020
) throws -> FinanceModel {
  try FinanceModel(
    FinanceInputs(baseYear: base, lastYear: last, organisations: organisations, lines: lines))
}

let members = [
  Organisation(id: "ccg", name: "Commissioner", kind: .commissioner),
  Organisation(id: "trust", name: "Hospital trust", kind: .provider),
  Organisation(id: "council", name: "Council", kind: .council),
]

func line(
  _ id: LineID, of organisation: OrganisationID, _ flow: Flow, _ baseline: MillionPounds,
  growth: Growth = Growth()
) -> Line {
  Line(
    id: id, label: id.text, organisation: organisation, flow: flow, baseline: baseline,
    growth: growth)
}

func cost(
  _ baseline: MillionPounds, growth: Growth = Growth(), id: LineID = "cost",
  of organisation: OrganisationID = "trust"
) -> Line {
  line(id, of: organisation, .cost(to: .outside), baseline, growth: growth)
}

func funding(
  _ baseline: MillionPounds, growth: Growth = Growth(), id: LineID = "funding",
  of organisation: OrganisationID = "ccg"
) -> Line {
  line(id, of: organisation, .funding, baseline, growth: growth)
}

/// The worked system used across suites.
///
/// Base-year gaps by hand:
/// ccg 80 + 25 - 100 = 5; trust 90 - 80 = 10; council 10 - 10 = 0; system 125 - 110 = 15.
func workedSystem(purchase: Growth = Growth(), sale: Growth = Growth()) -> [Line] {
  [
    line("ccg-allocation", of: "ccg", .funding, 100),
    line("ccg-acute", of: "ccg", .cost(to: .member("trust")), 80, growth: purchase),
    line("ccg-prescribing", of: "ccg", .cost(to: .outside), 25),
    line("trust-contract", of: "trust", .income(from: .member("ccg")), 80, growth: sale),
    line("trust-cost", of: "trust", .cost(to: .outside), 90),
    line("council-grant", of: "council", .funding, 10),
    line("council-care", of: "council", .cost(to: .outside), 10),
  ]
}

func scheme(
  _ id: SchemeID, saves fullYearEffect: MillionPounds, from start: StartMonth = april2017,
  of organisation: OrganisationID = "trust", pool: PoolID? = nil
) -> Scheme {
  Scheme(
    id: id, label: id.text, workstream: "productivity", organisation: organisation,
    delivery: Delivery(fullYearEffect: fullYearEffect, start: start), pool: pool)
}

let april2017 = StartMonth(year: 2017, month: .april)

func isClose(_ left: MillionPounds, _ right: MillionPounds, within tolerance: Double = 1e-9)
  -> Bool
{
  (left - right).magnitude.value <= tolerance
}

/// The mistakes found by `body`, or nothing when it succeeds.
func mistakes(_ body: () throws -> Void) -> [FinanceError] {
  do {
    try body()
    return []
  } catch let found as FinanceErrors {
    return found.all
  } catch let found as FinanceError {
    return [found]
  } catch {
    return []
  }
}
