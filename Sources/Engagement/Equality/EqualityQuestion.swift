// SPDX-License-Identifier: Apache-2.0

/// A question about a characteristic that the Equality Act 2010 protects, or about caring.
///
/// Categories and their order are those of the harmonised standards of the Government Statistical
/// Service and, where those leave it open, of the 2021 census of England and Wales.
public struct EqualityQuestion: Sendable, Equatable {
  /// A permanent id, such as "age".
  public let id: String
  /// What it says.
  public let text: String
  /// A short line under the question, when it needs one.
  public let hint: String?
  /// The answers, in the standard order.
  public let categories: [Category]

  /// One answer.
  public struct Category: Sendable, Equatable {
    /// A permanent id.
    public let id: String
    /// The words for it.
    public let label: String
  }

  /// The id of the answer of somebody who does not want to say; every question has it last.
  public static let preferNot = "prefer-not-to-say"

  init(_ id: String, _ text: String, hint: String? = nil, _ categories: [(String, String)]) {
    self.id = id
    self.text = text
    self.hint = hint
    self.categories =
      categories.map { Category(id: $0.0, label: $0.1) } + [
        Category(id: Self.preferNot, label: "Prefer not to say")
      ]
  }

  /// The label of an answer, or nil when it is not one of this question.
  public func label(_ category: String) -> String? {
    categories.first { $0.id == category }?.label
  }

  /// The questions of the first page, in order; the ethnic background comes after its group.
  public static let first: [EqualityQuestion] = [
    age, sex, gender, condition, reduces, ethnicGroup, religion, orientation, marriage, maternity,
    carer,
  ]

  /// Every question there is, in the order of a table.
  public static let all: [EqualityQuestion] = first.flatMap { question in
    question.id == ethnicGroup.id ? [question] + backgroundsInOrder : [question]
  }

  /// The question about the background within an ethnic group, or nil when the group has none.
  public static func background(of group: String) -> EqualityQuestion? {
    backgroundsInOrder.first { $0.id == "ethnic-background-\(group)" }
  }
}
