// SPDX-License-Identifier: Apache-2.0

/// Something in a form that keeps it from being asked.
public struct FormProblem: Sendable, Equatable, CustomStringConvertible {
  /// Where it is in words, such as "section about-you, question area"; "form" for the form itself.
  public var path: String
  /// What was found and what to do.
  public var message: String
  /// Where it is by number, for a link or a line.
  public var place: FormPlace

  /// A problem at a place.
  public init(path: String, message: String, place: FormPlace = FormPlace()) {
    self.path = path
    self.message = message
    self.place = place
  }

  /// Path and message in one line.
  public var description: String { "\(path): \(message)" }
}

/// A part of a form by its number, from 0, so that parts whose ids clash can be told apart.
public struct FormPlace: Sendable, Hashable {
  /// Of the form.
  public var section: Int?
  /// Within its section.
  public var question: Int?
  /// Of the form.
  public var variant: Int?

  /// A place; the form itself when nothing is given.
  public init(section: Int? = nil, question: Int? = nil, variant: Int? = nil) {
    self.section = section
    self.question = question
    self.variant = variant
  }
}
