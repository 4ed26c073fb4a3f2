// SPDX-License-Identifier: Apache-2.0

// Beds that open and close: by the calendar, and under pressure.

/// What has become of an escalation rule.
enum RuleState: BitwiseCopyable {
  case closed
  /// Decided; the beds open when the notice is over.
  case ordered
  case open
}

extension FlowMachine {
  // MARK: The calendar

  mutating func openBeds() {
    for group in 0..<groupCount { changeBeds(group) }
  }

  /// Sets the beds of a group to what the calendar says now, and comes back at its next change.
  mutating func changeBeds(_ group: Int) {
    let calendar = tables.calendars[group]
    while groups[group].nextStep < calendar.steps.count,
      calendar.steps[groups[group].nextStep].day <= now
    {
      groups[group].nextStep += 1
    }
    let taken = groups[group].nextStep
    groups[group].planned = calendar.beds(on: now, from: horizon.firstWeekday, steps: taken)
    staff(group)
    var next = calendar.weekdays == nil ? Double.infinity : now.rounded(.down) + 1
    if taken < calendar.steps.count { next = min(next, calendar.steps[taken].day) }
    if next < end { heap.add(time: next, subject: timers.calendars + group) }
  }

  /// Brings the beds staffed into line with what is planned and escalated.
  private mutating func staff(_ group: Int) {
    let unit = groups[group].unit
    let staffed = max(0, groups[group].planned + groups[group].escalated)
    let change = staffed - groups[group].staffed
    guard change != 0 else { return }
    groups[group].staffed = staffed
    units[unit].staffed += change
    units[unit].staffedDays += Double(change) * left
    if change > 0 { list(group) }
  }

  // MARK: Escalation

  /// Opens and closes beds as the numbers who wait ask for, after everybody has moved who can.
  mutating func watchEscalation() {
    while isPressureChanged {
      isPressureChanged = false
      for place in tables.rules.indices { watch(place) }
      fillBeds()
    }
  }

  private mutating func watch(_ place: Int) {
    let (group, rule) = tables.rules[place]
    let waiting = units[groups[group].unit].waiting
    switch rules[place] {
    case .closed where waiting >= rule.opensAtQueue:
      rules[place] = .ordered
      if rule.notice > 0 {
        let time = now + rule.notice
        if time < end { heap.add(time: time, subject: timers.rules + place) }
      } else {
        openEscalation(place)
      }
    case .open where waiting <= rule.closesAtQueue:
      rules[place] = .closed
      groups[group].escalated -= rule.beds
      staff(group)
    default: break
    }
  }

  /// The beds of a rule open; they close again at once if they are no longer asked for.
  mutating func openEscalation(_ place: Int) {
    let (group, rule) = tables.rules[place]
    rules[place] = .open
    groups[group].escalated += rule.beds
    staff(group)
    isPressureChanged = true
  }
}

extension BedCalendar {
  /// Beds of a day, without escalation, after the first steps; may be below 0.
  func beds(on time: Double, from firstWeekday: Int, steps taken: Int) -> Int {
    var beds = weekdays.map { $0[(firstWeekday + Int(time)) % 7] } ?? self.beds
    for step in steps.prefix(taken) { beds += step.change }
    return beds
  }
}
