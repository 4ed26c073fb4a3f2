// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Ledger

/// What all pages of this family work with.
struct RespondBase: Sendable {
  let services: Services
  let desk: ResponseDesk
  let watch: BurstWatch

  init(_ services: Services) {
    self.services = services
    desk = ResponseDesk(data: services.data, plan: services.plan, clock: services.clock)
    watch = services.connections
  }

  /// The consultation of an id.
  ///
  /// - Throws: `PortalProblem.notFound`.
  func consultation(_ id: String) throws(PortalProblem) -> ConsultationDefinition {
    guard let definition = desk.definition(id) else { throw .notFound }
    return definition
  }

  /// When a consultation ends, or nil when it never opened.
  func record(_ consultation: String) throws -> ConsultationRecord? {
    try services.ledger.state(ConsultationState.self).records[consultation]
  }
}

/// Days in the words of this country, at the time of London.
enum RespondDay {
  private static let london = TimeZone(identifier: "Europe/London") ?? .gmt

  /// A day, such as "14 February 2019".
  static func text(_ date: Date) -> String {
    var style = Date.FormatStyle(locale: Locale(identifier: "en_GB"), timeZone: london)
    style = style.day().month(.wide).year()
    return date.formatted(style)
  }

  /// A day and a time, such as "14 February 2019 at 6:30pm".
  static func moment(_ date: Date) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = london
    let parts = calendar.dateComponents([.hour, .minute], from: date)
    let (hour, minute) = (parts.hour ?? 0, parts.minute ?? 0)
    let half = hour < 12 ? "am" : "pm"
    let shown = hour % 12 == 0 ? 12 : hour % 12
    return "\(text(date)) at \(shown):\(minute < 10 ? "0" : "")\(minute)\(half)"
  }

  /// A day as a date field sends it, such as "2019-02-14": noon in London.
  static func read(_ field: String) -> Date? {
    let numbers = field.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3, field.count == 10 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = london
    let parts = DateComponents(year: numbers[0], month: numbers[1], day: numbers[2])
    guard parts.isValidDate(in: calendar) else { return nil }
    return calendar.date(from: parts)
  }

  /// A day as a date field shows it.
  static func field(_ date: Date) -> String {
    var style = Date.ISO8601FormatStyle(timeZone: london)
    style = style.year().month().day()
    return date.formatted(style)
  }
}
