// SPDX-License-Identifier: Apache-2.0

/// Collects mistakes, so that a user hears of all of them at once.
struct MistakeList {
  private(set) var errors: [AppraisalError] = []

  var isEmpty: Bool { errors.isEmpty }

  mutating func report(_ error: AppraisalError) { errors.append(error) }

  mutating func report(_ error: AppraisalError, unless holds: Bool) {
    if !holds { errors.append(error) }
  }

  /// Checks that ids say something and occur once.
  mutating func requireIdentifiers<Subject>(
    _ ids: [Identifier<Subject>], of kind: String,
    duplicate: (Identifier<Subject>) -> AppraisalError
  ) {
    for _ in ids.filter(\.isBlank) { report(.blankIdentifier(of: kind)) }
    for id in ids.repeated() { report(duplicate(id)) }
  }

  func throwIfAny() throws(AppraisalErrors) {
    guard errors.isEmpty else { throw AppraisalErrors(all: errors) }
  }
}

extension Sequence where Element: Hashable {
  /// The elements that occur again after their first time, in that order.
  func repeated() -> [Element] {
    var seen: Set<Element> = []
    return filter { !seen.insert($0).inserted }
  }
}
