// SPDX-License-Identifier: Apache-2.0

/// Collects problems, so that all are reported at once.
struct ProblemList {
  private(set) var problems: [CapacityProblem] = []

  mutating func add(
    _ place: CapacityPlace, _ field: CapacityField, found: String, expected: String,
    advice: String
  ) {
    problems.append(
      CapacityProblem(
        place: place, field: field, found: found, expected: expected, advice: advice))
  }

  /// A finite number that is not negative.
  mutating func zeroOrMore(_ place: CapacityPlace, _ field: CapacityField, _ value: Double) {
    guard !(value >= 0 && value.isFinite) else { return }
    add(
      place, field, found: "\(value)", expected: "a finite number of zero or more",
      advice: "Correct the number.")
  }

  /// A number above zero and at most a limit.
  mutating func aboveZero(
    _ place: CapacityPlace, _ field: CapacityField, _ value: Double, atMost limit: Double,
    advice: String
  ) {
    guard !(value > 0 && value <= limit) else { return }
    add(
      place, field, found: "\(value)",
      expected: limit.isFinite ? "a number above 0 and at most \(limit)" : "a number above 0",
      advice: advice)
  }

  /// The chances that can be worked out: all but those that are as good as 0 or 1.
  static let chances = 1e-12...(1 - 1e-6)

  /// A chance between 0 and 1, ends excluded.
  mutating func chance(_ place: CapacityPlace, _ value: Double) {
    guard !Self.chances.contains(value) else { return }
    add(
      place, .chance, found: "\(value)",
      expected: "a number above 0 and below 1 (1e-12 to 0.999999)",
      advice:
        "No number of units is never short, and none at all is always short: say how often may do.")
  }

  /// Throws what was collected, if anything.
  func check() throws(CapacityError) {
    guard problems.isEmpty else { throw CapacityError(problems) }
  }
}
