// SPDX-License-Identifier: Apache-2.0

import Foundation
import OutputAnalysis
import PatientFlow
import Simulation

/// Numbers of studies as pages print them.
enum FlowPhrase {
  /// A number with as many decimals as make sense for its size.
  static func number(_ value: Double) -> String { PlainNumber.text(value, decimals(value)) }

  /// Decimals for a number of a size.
  static func decimals(_ value: Double) -> Int {
    switch value.magnitude {
    case 100...: 0
    case 1..<100: 1
    default: 2
    }
  }

  /// “8.3 people (between 5.1 and 11.5)”.
  static func people(_ estimate: Estimate) -> String {
    "\(number(estimate.mean)) people\(range(estimate).map { " (\($0))" } ?? "")"
  }

  /// “between 5.1 and 11.5”, where amounts do not go below zero; nil without an interval.
  static func range(_ estimate: Estimate, factor: Double = 1) -> String? {
    guard let low = estimate.low, let high = estimate.high else { return nil }
    let decimals = decimals(estimate.mean * factor)
    let least = estimate.mean >= 0 ? max(low, 0) : low
    return "between \(PlainNumber.text(least * factor, decimals)) and "
      + PlainNumber.text(high * factor, decimals)
  }

  /// “8.3 (5.1 to 11.5)”, for the cell of a table.
  static func cell(_ estimate: Estimate, factor: Double = 1) -> String {
    guard estimate.mean.isFinite else { return "none" }
    let decimals = decimals(estimate.mean * factor)
    let mean = PlainNumber.text(estimate.mean * factor, decimals)
    guard let low = estimate.low, let high = estimate.high else { return mean }
    let least = estimate.mean >= 0 ? max(low, 0) : low
    return "\(mean) (\(PlainNumber.text(least * factor, decimals)) to "
      + "\(PlainNumber.text(high * factor, decimals)))"
  }

  /// “−2.1 (−2.9 to −1.3)”, for a difference.
  static func difference(_ estimate: Estimate, factor: Double = 1) -> String {
    let decimals = max(1, decimals(estimate.mean * factor))
    func signed(_ value: Double) -> String {
      let text = PlainNumber.text(value * factor, decimals)
      return value > 0 && text.contains { "123456789".contains($0) } ? "+" + text : text
    }
    guard let low = estimate.low, let high = estimate.high else { return signed(estimate.mean) }
    return "\(signed(estimate.mean)) (\(signed(low)) to \(signed(high)))"
  }

  /// What a day of a run is called: “14 October”, or “day 14” for a model without dates.
  static func day(_ number: Int, of model: FlowModel) -> String {
    let after = number + Int(model.horizon.warmUp.rounded(.up))
    guard let date = date(model.firstDay, plus: after) else { return "day \(number + 1)" }
    return date
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static func date(_ first: String, plus days: Int) -> String? {
    let parts = first.split(separator: "-").compactMap { Int($0) }
    guard parts.count == 3 else { return nil }
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(year: parts[0], month: parts[1], day: parts[2])
    guard let start = calendar.date(from: components),
      let date = calendar.date(byAdding: .day, value: days, to: start)
    else { return nil }
    let month = calendar.component(.month, from: date)
    return "\(calendar.component(.day, from: date)) \(months[month - 1])"
  }
}
