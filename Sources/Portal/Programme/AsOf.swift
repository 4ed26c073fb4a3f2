// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger

/// The day that a page of the programme shows: asked for with `?as-of=2017-09-30`, or today.
///
/// A made-up programme lies in the past, so that its pages show its last day unless asked.
struct AsOf {
  /// The day that is shown.
  let day: CivilDay
  /// The last moment of it.
  let moment: Date
  /// Whether a reader chose it.
  let isAsked: Bool
  /// What is wrong with what was asked.
  let fault: String?
  private let isPast: Bool

  init(_ request: PortalRequest, _ services: Services) {
    let asked = request.query["as-of"]
    let found = CivilDay(asked)
    let usual = AsOf.usualDay(services)
    day = found ?? usual
    moment = AsOf.end(of: day)
    isAsked = found != nil
    fault = asked.isEmpty || found != nil ? nil : "Enter a day, such as 30/9/2017."
    isPast = day < LondonTime.day(services.clock())
  }

  /// The last moment of a day.
  static func end(of day: CivilDay) -> Date {
    LondonTime.moment(day.adding(1), minutes: 0).addingTimeInterval(-0.001)
  }

  private static func usualDay(_ services: Services) -> CivilDay {
    let today = LondonTime.day(services.clock())
    return services.programmeEnd.map { min($0, today) } ?? today
  }

  /// A state as it was at the end of the day.
  func state<State: Fold>(_ type: State.Type, _ ledger: Ledger) throws -> State {
    isPast ? try ledger.state(type, asOf: moment) : try ledger.state(type)
  }

  /// The sentence that says which day it is, when it is not today.
  var notice: String? {
    isPast ? "This page shows the record as it stood at the end of \(day.text)." : nil
  }

  /// The end of links that keep the day.
  var query: String { isAsked ? "?as-of=\(day.iso)" : "" }

  /// A section with the form that asks for another day, for the end of a page.
  func section(_ path: String, keeping hidden: [(String, String)] = []) -> SectionPage.Section {
    SectionPage.Section(
      heading: "Another day",
      forms: [
        SectionForm(
          action: path, method: "get",
          fields: hidden.map { Field.hidden($0.0, $0.1) } + [
            .line("as-of", "Show it as of the end of", value: day.iso, error: fault, type: "date")
          ],
          button: "Show that day")
      ])
  }
}
