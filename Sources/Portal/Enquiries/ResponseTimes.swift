// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger

/// How quickly the office answers, in sentences for everybody.
struct ResponseTimes {
  private let services: Services

  init(_ services: Services) { self.services = services }

  var sentences: [String] {
    get throws {
      let state = try services.ledger.state(EnquiryState.self)
      let statistics = EnquiryStatistics(
        state.inOrder, targets: services.enquiryTargets, at: services.clock())
      guard statistics.received > 0 else { return ["Nobody has asked us anything here yet."] }
      var sentences = [
        "So far \(statistics.received) enquiries have come in here, and \(statistics.answered) are answered."
      ]
      if let median = statistics.medianDays {
        sentences.append(
          "Half of the answers came \(Self.days(median)). The day on which an enquiry comes does not count."
        )
      }
      if let share = statistics.shareInTime {
        sentences.append(
          "In time: \(statistics.inTime) of \(statistics.counted) (\(Int((share * 100).rounded()))%). Those that are overdue count as not in time."
        )
      }
      return sentences
    }
  }

  private static func days(_ value: Double) -> String {
    if value == 0 { return "on the same day" }
    let text = value == value.rounded() ? "\(Int(value))" : "\(value)"
    return text == "1" ? "within 1 working day" : "within \(text) working days"
  }
}
