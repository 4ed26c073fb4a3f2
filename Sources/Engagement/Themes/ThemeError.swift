// SPDX-License-Identifier: Apache-2.0

/// Why something cannot be done to a theme.
public enum ThemeError: Error, Sendable, Equatable, CustomStringConvertible {
  case missing(String)
  case tooLong(what: String, limit: Int, found: Int)
  case noCodes
  case unknownCode(String)
  case unknownWorkstream
  case unknownThing(String)
  case notPassedOn
  case notConsidered
  case noResult
  case finished(ThemeStatus)
  case inTheFuture
  case notADay
  case notALink
  case published
  case unknownStep
  case laterStepsNeedIt

  /// The reason in words for its reader, with what to do.
  public var description: String {
    switch self {
    case .missing(let what): "The \(what) is missing. Enter it."
    case .tooLong(let what, let limit, let found):
      "The \(what) can be \(limit) characters at most; this has \(found). Make it shorter."
    case .noCodes: "A theme needs at least one code. Choose the codes it is made of."
    case .unknownCode(let code):
      "There is no code “\(code)” in this code frame. Choose one from the list."
    case .unknownWorkstream: "There is no such workstream in the plan. Choose one from the list."
    case .unknownThing(let kind):
      "The plan has no such \(kind). Choose one from the list."
    case .notPassedOn:
      "The theme has not been passed to a workstream. Pass it on before it is considered."
    case .notConsidered:
      "Nobody has considered the theme yet. Record who considered it first."
    case .noResult:
      "It is not recorded what the theme led to. Record that before what was done."
    case .finished(let status):
      "The theme is at “\(status.label)”. To go on, withdraw that step with a reason."
    case .inTheFuture: "The date is in the future. Enter the day on which it happened."
    case .notADay: "This is not a date. Enter a day, a month and a year."
    case .notALink: "A link starts with https:// or with a slash. Change it, or leave it empty."
    case .published: "The theme is published already."
    case .unknownStep: "There is no such step, or it was withdrawn already."
    case .laterStepsNeedIt:
      "Later steps rest on this one. Withdraw those first, the last one first."
    }
  }
}
