// SPDX-License-Identifier: Apache-2.0

/// Visits that can still be promised, for today and the days after.
struct VisitCalendar {
  private let calendar: BedCalendar?
  private let firstWeekday: Int
  /// Visits left by day, in a ring: a power of two of days from today on.
  private var ring: [Int]
  private var today = 0

  /// The calendar of a service; of none where there is none.
  init(_ visits: HomeVisits?, firstWeekday: Int) {
    calendar = visits?.calendar
    self.firstWeekday = firstWeekday
    ring = Array(repeating: 0, count: visits == nil ? 1 : 64)
  }

  /// Visits that can be made on a day.
  func capacity(on day: Int) -> Int {
    guard let calendar else { return 0 }
    let taken = calendar.steps.prefix { $0.day <= Double(day) }.count
    return max(0, calendar.beds(on: Double(day), from: firstWeekday, steps: taken))
  }

  /// Begins on day 0 with nothing promised.
  mutating func start() {
    today = 0
    for day in ring.indices { ring[day] = capacity(on: day) }
  }

  /// Goes on to a day: days that are over make room for days to come.
  mutating func advance(to day: Int) {
    while today < day {
      ring[today & (ring.count - 1)] = capacity(on: today + ring.count)
      today += 1
    }
  }

  /// Visits promised for today.
  var promisedToday: Int { capacity(on: today) - ring[today & (ring.count - 1)] }

  /// Whether all visits that somebody needs fit, from today on.
  mutating func fits(_ needs: VisitNeeds) -> Bool {
    makeRoom(for: Int(needs.days))
    for day in 0..<Int(needs.days)
    where ring[(today + day) & (ring.count - 1)] < needs.visits(on: day) {
      return false
    }
    return true
  }

  /// Promises the visits that somebody needs, from today on.
  mutating func promise(_ needs: VisitNeeds) {
    let days = Int(needs.days - needs.elapsed)
    makeRoom(for: days)
    for day in 0..<days {
      ring[(today + day) & (ring.count - 1)] -= needs.visits(on: day + Int(needs.elapsed))
    }
  }

  private mutating func makeRoom(for days: Int) {
    guard days > ring.count else { return }
    var count = ring.count
    while count < days { count *= 2 }
    var larger = Array(repeating: 0, count: count)
    for day in today..<(today + count) {
      let isKnown = day < today + ring.count
      larger[day & (count - 1)] = isKnown ? ring[day & (ring.count - 1)] : capacity(on: day)
    }
    ring = larger
  }
}
