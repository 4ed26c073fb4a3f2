// SPDX-License-Identifier: Apache-2.0

extension FlowCheck {
  // MARK: Classes

  mutating func checkClasses() {
    checkNames(network.classes.map(\.id)) { .patientClass($0) }
    for (place, one) in network.classes.enumerated() {
      let part = FlowProblem.Part.patientClass(place)
      check(one.patience, "patience", part)
      checkCount(one.balksAtQueue ?? 0, "the queue that is too long to join", part)
      guard let rule = one.cancellation else { continue }
      checkCount(rule.freeBedsAtMost, "the number of free beds at which care is called off", part)
      checkNumber(
        rule.rebookedAfter ?? 1, "the number of days until it is booked again", above: true, part)
    }
  }

  // MARK: Units

  mutating func checkUnits() {
    checkNames(network.units.map(\.id)) { .unit($0) }
    for (place, unit) in network.units.enumerated() {
      let part = FlowProblem.Part.unit(place)
      if case .wait(let limit?) = unit.whenFull {
        checkCount(limit, "the limit of the queue", part)
      }
      switch unit.kind {
      case .unlimited: break
      case .beds(let groups): check(groups, part)
      case .visits(let visits): check(visits, part)
      }
    }
  }

  private mutating func check(_ groups: [BedGroup], _ part: FlowProblem.Part) {
    if groups.isEmpty || groups.count > 64 {
      note(
        part, "\(groups.count) groups of beds", expected: "1 to 64",
        remedy: "List the beds of the unit, or make it unlimited.")
    }
    for group in groups {
      for one in group.classes ?? [] {
        checkPlace(one, in: network.classes.count, "class", part)
      }
      if group.classes?.isEmpty == true {
        note(
          part, "no class may use the beds \"\(group.id)\"", expected: "at least one class",
          remedy: "Name the classes, or leave them out for all.")
      }
      check(group.calendar, "the beds \"\(group.id)\"", part)
    }
  }

  private mutating func check(_ calendar: BedCalendar, _ name: String, _ part: FlowProblem.Part) {
    checkCount(calendar.beds, "the number of \(name)", part)
    check(calendar.weekdays, name, part)
    for step in calendar.steps { checkNumber(step.day, "the day of a change of \(name)", part) }
    if zip(calendar.steps, calendar.steps.dropFirst()).contains(where: { $0.day > $1.day }) {
      note(
        part, "changes of \(name) out of order", expected: "changes in order of the day",
        remedy: "Sort them by day.")
    }
    checkSteps(of: calendar, name, part)
    for rule in calendar.escalation { check(rule, name, part) }
  }

  private mutating func check(_ weekdays: [Int]?, _ name: String, _ part: FlowProblem.Part) {
    guard let weekdays else { return }
    if weekdays.count != 7 {
      note(
        part, "\(weekdays.count) weekdays for \(name)", expected: "seven, Monday first",
        remedy: "Give a number for each day of the week.")
    }
    for beds in weekdays { checkCount(beds, "the number of \(name) on a weekday", part) }
  }

  private mutating func checkSteps(
    of calendar: BedCalendar, _ name: String, _ part: FlowProblem.Part
  ) {
    var beds = calendar.weekdays?.max() ?? calendar.beds
    for step in calendar.steps {
      beds += step.change
      guard beds < 0, calendar.beds >= 0 else { continue }
      note(
        part, "\(beds) of \(name) from day \(step.day) on", expected: "0 or more",
        remedy: "Take away fewer.")
      return
    }
  }

  private mutating func check(
    _ rule: EscalationRule, _ name: String, _ part: FlowProblem.Part
  ) {
    checkCount(rule.beds, "the number added to \(name) under pressure", atLeast: 1, part)
    checkCount(rule.opensAtQueue, "the queue that opens more of \(name)", atLeast: 1, part)
    checkCount(rule.closesAtQueue, "the queue that closes them", part)
    checkNumber(rule.notice, "the notice for more of \(name)", part)
    if rule.closesAtQueue >= rule.opensAtQueue {
      note(
        part,
        "more of \(name) open at a queue of \(rule.opensAtQueue) and close at \(rule.closesAtQueue)",
        expected: "to close at a shorter queue than they open at",
        remedy: "Let them close at \(max(0, rule.opensAtQueue - 1)) or fewer.")
    }
  }

  // MARK: Home visits

  private mutating func check(_ visits: HomeVisits, _ part: FlowProblem.Part) {
    check(visits.calendar, "the visits", part)
    checkNumber(visits.first.mean, "the mean number of visits at first", above: true, part)
    checkNumber(visits.last.mean, "the mean number of visits at last", above: true, part)
    checkNumber(visits.first.deviation, "the deviation of visits at first", part)
    checkNumber(visits.last.deviation, "the deviation of visits at last", part)
    if visits.last.mean > visits.first.mean {
      note(
        part, "visits that rise from \(visits.first.mean) to \(visits.last.mean) a day",
        expected: "no more at last than at first", remedy: "Change the two.")
    }
    if !visits.calendar.escalation.isEmpty {
      note(
        part, "visits that are added under pressure",
        expected: "a number that is known days ahead, as visits are promised",
        remedy: "Use changes by day instead.")
    }
    checkEnough(visits, part)
  }

  /// Somebody needs visits on every day, so a weekday without any would stop all starts.
  private mutating func checkEnough(_ visits: HomeVisits, _ part: FlowProblem.Part) {
    let least = visits.calendar.weekdays?.min() ?? visits.calendar.beds
    let most = visits.calendar.steps.reduce((sum: least, most: least)) {
      ($0.sum + $1.change, max($0.most, $0.sum + $1.change))
    }.most
    guard visits.first.mean.isFinite, Double(most) < visits.first.mean else { return }
    note(
      part, "at most \(most) visits on some weekday",
      expected: "as many as one patient needs, \(visits.first.mean)",
      remedy: "Add visits on every day of the week.")
  }
}
