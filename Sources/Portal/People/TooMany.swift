// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The page for somebody who sends too often: when to try again, with what they typed.
struct TooMany {
  let time: String
  let action: String
  let fields: [Field]

  /// The answer to a form that is not taken until a time.
  static func answer(_ request: PortalRequest, until: Date, now: Date) -> PortalAnswer {
    // The secret may come back here: it goes to the browser that has just sent it.
    let fields = request.fields.pairs.filter { !$0.name.lowercased().contains("password") }
    let model = TooMany(
      time: AccountTimes.text(until.addingTimeInterval(59)), action: request.fullPath,
      fields: fields.map { Field.hidden($0.name, $0.value) })
    var answer = PortalAnswer.page(
      PortalPage("Try again a little later", template: "people-too-many", model, isPrivate: true),
      status: 429)
    let seconds = max(1, Int(until.timeIntervalSince(now).rounded(.up)))
    answer.headers["Retry-After"] = String(seconds)
    return answer
  }
}
