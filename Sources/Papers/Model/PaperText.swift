// SPDX-License-Identifier: Apache-2.0

public import Engagement

/// A text in which a number can only stand as a figure.
///
/// ```swift
/// let text: PaperText = "Of \(plan), \(net) is left once schemes no longer claim the same money."
/// ```
///
/// A plain `String` cannot be put in: a name goes in as `\(name:)`, words of a person as
/// `\(said:)`, a day of the calendar as `\(day:)`. Digits typed between them are found by
/// `strayNumbers`, for which a test watches.
public struct PaperText: Sendable, ExpressibleByStringInterpolation {
  /// One piece of a text.
  public enum Segment: Sendable {
    /// Words of the program.
    case words(String)
    /// What something is called, which may have digits in it.
    case name(String)
    /// Words that a person wrote, with the fact that says where.
    case said(String, PaperFact)
    /// A day of the calendar that is no finding, such as that of the paper.
    case day(CivilDay)
    /// A figure.
    case figure(PaperFigure)
    /// A pointer to a chapter of the same paper.
    case pointer(String, chapter: String)
  }

  /// The pieces, in order.
  public var segments: [Segment]

  /// A text of pieces.
  public init(segments: [Segment]) { self.segments = segments }

  /// A text without figures.
  public init(stringLiteral value: String) { segments = value.isEmpty ? [] : [.words(value)] }

  /// A text with figures in it.
  public init(stringInterpolation: Interpolation) { segments = stringInterpolation.segments }

  /// What something is called.
  public init(name: String) { segments = name.isEmpty ? [] : [.name(name)] }

  /// A single figure.
  public init(_ figure: PaperFigure) { segments = [.figure(figure)] }

  /// Gathers the pieces of a text.
  public struct Interpolation: StringInterpolationProtocol {
    var segments: [Segment] = []

    /// An empty text.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words of the program.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { segments.append(.words(literal)) }
    }

    /// Adds a figure.
    public mutating func appendInterpolation(_ figure: PaperFigure) {
      segments.append(.figure(figure))
    }

    /// Adds a text.
    public mutating func appendInterpolation(_ text: PaperText) { segments += text.segments }

    /// Adds what something is called.
    public mutating func appendInterpolation(name: String) {
      if !name.isEmpty { segments.append(.name(name)) }
    }

    /// Adds words that a person wrote.
    public mutating func appendInterpolation(said words: String, _ fact: PaperFact) {
      segments.append(.said(words, fact))
    }

    /// Adds a day of the calendar that is no finding.
    public mutating func appendInterpolation(day: CivilDay) { segments.append(.day(day)) }
  }

  /// The text as it is read.
  public var plain: String {
    segments.map { segment in
      switch segment {
      case .words(let text), .name(let text), .said(let text, _), .pointer(let text, _): text
      case .day(let day): day.text
      case .figure(let figure): figure.text
      }
    }.joined()
  }

  /// Whether there is nothing in it.
  public var isEmpty: Bool { segments.isEmpty }

  /// The facts of its figures and of the words said, in order.
  public var facts: [PaperFact] {
    segments.compactMap { segment in
      switch segment {
      case .figure(let figure): figure.fact
      case .said(_, let fact): fact
      case .words, .name, .day, .pointer: nil
      }
    }
  }

  /// The figure, when the text is a single one.
  public var onlyFigure: PaperFigure? {
    guard segments.count == 1, case .figure(let figure) = segments[0] else { return nil }
    return figure
  }

  /// Digits among the words of the program.
  public var strayNumbers: [String] {
    segments.compactMap { segment in
      guard case .words(let words) = segment, words.contains(where: \.isNumber) else { return nil }
      return words
    }
  }

  /// Texts one after the other, with words between.
  public static func joined(_ texts: [PaperText], by words: String) -> PaperText {
    var segments: [Segment] = []
    for (place, text) in texts.enumerated() {
      if place > 0 { segments.append(.words(words)) }
      segments += text.segments
    }
    return PaperText(segments: segments)
  }
}

extension PaperText.Interpolation {
  /// A plain text is a name, words that somebody said, or a literal: say which.
  @available(*, unavailable, message: "write \\(name:) or \\(said:), or use a figure")
  public mutating func appendInterpolation(_ text: String) {}

  /// A number is shown as a figure with its fact.
  @available(*, unavailable, message: "make a PaperFigure with its fact")
  public mutating func appendInterpolation(_ number: Int) {}

  /// A number is shown as a figure with its fact.
  @available(*, unavailable, message: "make a PaperFigure with its fact")
  public mutating func appendInterpolation(_ number: Double) {}
}
