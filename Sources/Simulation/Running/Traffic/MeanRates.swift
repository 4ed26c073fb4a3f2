// SPDX-License-Identifier: Apache-2.0

import PatientFlow

extension ArrivalProfile {
  /// The mean factor over some days of a run.
  func meanFactor(from first: Int, to last: Int, firstWeekday: Int) -> Double {
    let hour = hours.isEmpty ? 1 : hours.reduce(0, +) / Double(hours.count)
    guard !(weekdays.isEmpty && days.isEmpty), last > first else { return hour }
    var sum = 0.0
    for day in first..<last {
      let weekday = weekdays.isEmpty ? 1 : weekdays[(firstWeekday + day) % weekdays.count]
      sum += weekday * (days.isEmpty ? 1 : days[day % days.count])
    }
    return hour * sum / Double(last - first)
  }

  /// Whether the rate is the same at every time.
  var isEven: Bool {
    [hours, weekdays, days].allSatisfy { factors in factors.allSatisfy { $0 == factors.first } }
  }
}

extension BedCalendar {
  /// Beds staffed on average over some days, those included that are opened under pressure.
  func meanBeds(from first: Double, to last: Double) -> Double {
    let base =
      weekdays.map { Double($0.reduce(0, +)) / Double(max($0.count, 1)) } ?? Double(beds)
    let length = last - first
    let stepped = steps.reduce(0.0) { sum, step in
      guard length > 0 else { return sum }
      return sum + Double(step.change) * min(1, max(0, (last - step.day) / length))
    }
    return max(0, base + stepped + Double(escalation.reduce(0) { $0 + $1.beds }))
  }

  /// How many beds there are when it is always the same number.
  var constantBeds: Int? {
    guard steps.isEmpty, escalation.isEmpty else { return nil }
    guard let weekdays, let first = weekdays.first else { return beds }
    return weekdays.allSatisfy { $0 == first } ? first : nil
  }
}

extension FlowUnit {
  /// Whether nobody ever waits for it.
  package var isUnlimited: Bool { kind == .unlimited }

  /// How many beds it has, when all of them are always there for everybody.
  var pooledBeds: Int? {
    guard case .beds(let groups) = kind, groups.count == 1, groups[0].classes == nil else {
      return nil
    }
    return groups[0].calendar.constantBeds
  }
}

extension PatientClass {
  /// Whether it waits for as long as it takes and is never called off.
  var isPatient: Bool { patience == nil && balksAtQueue == nil && cancellation == nil }
}
