// SPDX-License-Identifier: Apache-2.0

import PatientFlow
import PlanPackage
import Simulation
import Testing

@Suite struct `Reading a model of patient flow` {
  private func model(_ variant: String? = nil) throws -> FlowModel {
    try #require(try SmallFlow().reading().model("leaving", variant: variant))
  }

  @Test func `what a model asks and how it is run`() throws {
    let model = try model()

    #expect(model.kind == .terminating && model.firstDay == "2020-01-01")
    // 1 January 2020 was a Wednesday.
    #expect(model.horizon == FlowHorizon(warmUp: 0, length: 28, auditTime: 0.25, firstWeekday: 2))
    #expect(model.deciding == [FlowMeasure("ward", .blocked), FlowMeasure("ward", .auditQueue)])
    #expect(model.overview == "From ward to home." && model.limits == "All of it.")
    #expect(model.variants.map(\.id) == ["more", "free"] && model.variant == nil)
  }

  @Test func `a rate from a fact, and a profile by hour, weekday, month and day`() throws {
    let stream = try model().network.arrivals[0]

    #expect(abs(stream.perDay - 3) < 1e-12)
    #expect(stream.profile.hours.count == 24 && stream.profile.hours[3] == 0.5)
    #expect(stream.profile.weekdays == [1, 1, 1, 1, 1, 1, 0.8])
    #expect(stream.profile.days.count == 28)
    #expect(stream.profile.days[0] == 1.2 && stream.profile.days[1] == 2.4)
  }

  @Test func `beds with a fence, weekdays, holidays and escalation`() throws {
    let units = try model().network.units
    guard case .beds(let ward) = units[0].kind, case .beds(let homes) = units[1].kind else {
      Issue.record("both have beds")
      return
    }

    #expect(ward.map(\.id) == ["fenced", "pool"])
    #expect(ward[0].classes == [1] && ward[1].classes == nil)
    #expect(ward[1].calendar.weekdays == [12, 12, 12, 12, 12, 8, 8])
    #expect(
      ward[1].calendar.escalation
        == [EscalationRule(beds: 2, opensAtQueue: 5, closesAtQueue: 1, notice: 0.5)])
    #expect(
      homes[0].calendar.steps
        == [BedStep(day: 0, change: 1), BedStep(day: 3, change: -8), BedStep(day: 5, change: 8)])
    #expect(units[0].order == .priority && units[0].whenFull == .wait(limit: 40))
    #expect(units[1].whenFull == .elsewhere)
  }

  @Test func `visits, patience, cancellation and the census`() throws {
    let network = try model().network
    guard case .visits(let visits) = network.units[2].kind else {
      Issue.record("the third unit makes visits")
      return
    }

    #expect(visits.calendar.beds == 30 && visits.first.mean == 4 && !visits.overtaking)
    #expect(network.classes[1].patience == .uniform(low: 5, high: 10))
    #expect(
      network.classes[1].cancellation == CancellationRule(freeBedsAtMost: 3, rebookedAfter: 14))
    #expect(network.classes[1].balksAtQueue == 9)
    #expect(network.census.last == CensusEntry(patientClass: 0, unit: 0, waitingFor: 1, people: 2))
  }

  @Test func `routes of one unit and class make a journey`() throws {
    let journeys = try model().network.journeys
    let ward = try #require(journeys.first)

    #expect(journeys.count == 4)
    #expect(ward.routes.map(\.chance) == [0.5, 0.25, 0.25])
    #expect(ward.routes.map(\.unit) == [nil, 1, 2])
    #expect(ward.routes[1].transition == .observed([0.5, 1, 2]))
    // Mean 4 and median 3: location ln 3, variance 2 ln(4/3).
    let care = try #require(ward.routes[1].stay)
    #expect(abs(care.mean - 4) < 1e-9 && abs(care.quantile(0.5) - 3) < 1e-9)
    // One stay for all of the routes is that of the journey.
    #expect(journeys[1].routes[0].stay == nil && abs(journeys[1].stay.mean - 2) < 1e-9)
  }

  @Test func `a variant changes its cells and nothing else`() throws {
    let (base, more, free) = try (model(), model("more"), model("free"))
    guard case .beds(let homes) = more.network.units[1].kind else {
      Issue.record("homes have beds")
      return
    }

    #expect(homes[0].calendar.beds == 9 && more.variant?.id == "more")
    #expect(more.network.arrivals == base.network.arrivals)
    #expect(free.network.units[1].kind == .unlimited && free.horizon.length == 56)
    // Nobody waits for a unit without a limit: who did is in it.
    #expect(free.network.census.last == CensusEntry(patientClass: 0, unit: 1, people: 2))
    #expect(try SmallFlow().reading().model("leaving", variant: "none") == nil)
  }

  @Test func `a scenario of the plan changes a model`() throws {
    var plan = SmallFlow()
    plan.files["scenarios/busy.yaml"] = """
      title: Busy
      reason: What if twice as many come?
      tables:
        - file: flow/arrivals.csv
          row: leaving/people
          column: times
          value: "3"
          reason: Twice as many.

      """

    let busy = try #require(plan.reading(scenario: "busy").model("leaving"))
    #expect(abs(busy.network.arrivals[0].perDay - 6) < 1e-12)
  }

  @Test func `every parameter says where it comes from`() throws {
    let parameters = try model().parameters
    let care = try #require(parameters.first { $0.name == "Care" })

    #expect(
      care.place == "flow/stays.csv:2" && care.basis == "assumption" && care.source == "paper")
    #expect(care.value == "lognormal, mean 4, median 3 (days)")
    #expect(
      parameters.contains {
        $0.value == "730 (people.a-year) in 365 days, times 1.5, by the profile waves"
      })
    #expect(parameters.allSatisfy { !$0.value.isEmpty && !$0.source.isEmpty })
  }
}

@Suite struct `Mistakes in a model of patient flow` {
  /// A change of one cell, and where the one mistake is then found.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let file: String
    let old: String
    let new: String
    let row: Int
    let column: String
    var found = "flow/"

    init(
      _ words: String, _ file: String, _ old: String, _ new: String, at row: Int, _ column: String,
      found: String? = nil
    ) {
      testDescription = words
      self.file = "flow/\(file).csv"
      self.old = old
      self.new = new
      self.row = row
      self.column = column
      self.found = "flow/\(found ?? file).csv"
    }

    static let all = [
      Mistake(
        "a median above the mean", "stays", "lognormal,4,3", "lognormal,3,4", at: 2, "median"),
      Mistake(
        "a median and a deviation", "stays", "lognormal,4,3,,", "lognormal,4,3,1,", at: 2, "median"),
      Mistake("a stay without a mean", "stays", "exponential,14", "exponential,", at: 4, "mean"),
      Mistake("a negative time", "stays", "exponential,14", "exponential,-14", at: 4, "mean"),
      Mistake("a negative time that was seen", "stays", "0.5;1;2", "0.5;-1;2", at: 6, "observed"),
      Mistake("an empty range", "stays", "5,10", "10,5", at: 5, "high"),
      Mistake(
        "chances that do not make one", "routes", "visits,visits,visits,,0.25",
        "visits,visits,visits,,0.2",
        at: 4, "chance"),
      Mistake(
        "a chance above one", "routes", "home,home,,,0.5,", "home,home,,,1.5,", at: 2, "chance"),
      Mistake("an unknown unit", "routes", "a bed,homes,", "a bed,hoems,", at: 3, "to"),
      Mistake("an unknown stay", "routes", "0.5,short", "0.5,shirt", at: 2, "stay"),
      Mistake(
        "an unknown class", "arrivals", "Planned,planned,ward", "Planned,plans,ward", at: 3, "class"
      ),
      Mistake("an unknown fact", "arrivals", "people.a-year,365", "people.a-week,7", at: 2, "fact"),
      Mistake("neither a rate nor a fact", "arrivals", "ward,0.5,", "ward,,", at: 3, "per_day"),
      Mistake("an unknown profile", "arrivals", "1.5,waves", "1.5,wavy", at: 2, "profile"),
      Mistake("an hour that is none", "profiles", "hour,3", "hour,24", at: 2, "key"),
      Mistake(
        "six weekdays", "beds", "12;12;12;12;12;8;8", "12;12;12;12;12;8", at: 3, "by_weekday"),
      Mistake(
        "a unit without beds", "beds", "leaving,homes,beds,,8", "leaving,ward,beds,,8", at: 3,
        "kind", found: "units"),
      Mistake(
        "a change that ends before it begins", "bed_changes", "2020-01-06", "2020-01-03", at: 2,
        "until"),
      Mistake(
        "a change of beds that are not there", "bed_changes", "homes,beds,2020-01-04",
        "homes,bed,2020-01-04", at: 2, "group"),
      Mistake(
        "beds that open and close at once", "escalation", "5,1,12", "5,5,12", at: 2,
        "closes_at_queue"),
      Mistake("a census of nowhere", "census", "people,ward,,6", "people,,,6", at: 2, "unit"),
      Mistake(
        "a measure that is none", "models", "ward.blocked", "ward.blokced", at: 2, "deciding"),
      Mistake("dates without a first day", "models", "2020-01-01", "", at: 2, "first_day"),
      Mistake(
        "an unknown table of a variant", "variant_changes", "more,beds", "more,bads", at: 2, "table"
      ),
      Mistake(
        "an unknown row of a variant", "variant_changes", "homes/beds,beds", "homes/bed,beds",
        at: 2, "row"),
      Mistake(
        "an unknown column of a variant", "variant_changes", "beds,9", "bed,9", at: 2, "column"),
      Mistake(
        "a key that a variant changes", "variant_changes", "homes/beds,beds,9", "homes/beds,id,9",
        at: 2, "column"),
      Mistake(
        "a wrong value of a variant", "variant_changes", "beds,9", "beds,many", at: 2, "value"),
      Mistake(
        "a change of no variant", "variant_changes", "leaving,more", "leaving,most", at: 2,
        "variant"),
    ]
  }

  @Test func `the small plan has none`() {
    #expect(SmallFlow().violations == [])
  }

  @Test(arguments: Mistake.all)
  func `each is named at its file, row and column`(mistake: Mistake) throws {
    var plan = SmallFlow()
    plan.replace(mistake.file, mistake.old, mistake.new)

    let found = plan.violations
    #expect(
      found.contains {
        $0.file == mistake.found && $0.row == mistake.row && $0.column == mistake.column
      }, "\(found)")
    #expect(found.allSatisfy { $0.file.hasPrefix("flow/") && !$0.advice.isEmpty })
  }

  @Test func `several are named at once`() {
    var plan = SmallFlow()
    plan.replace("flow/stays.csv", "exponential,14", "exponential,")
    plan.replace("flow/routes.csv", "a bed,homes,", "a bed,hoems,")
    plan.replace("flow/census.csv", "people,ward,,6", "peple,ward,,6")

    #expect(
      plan.violations.map(\.file) == ["flow/census.csv", "flow/routes.csv", "flow/stays.csv"])
  }

  @Test func `a misspelt name is guessed`() {
    var plan = SmallFlow()
    plan.replace("flow/routes.csv", "a bed,homes,", "a bed,hoems,")

    #expect(plan.violations.first?.advice == "Did you mean “homes”?")
  }
}
