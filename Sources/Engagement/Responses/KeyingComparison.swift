// SPDX-License-Identifier: Apache-2.0

public import Forms

/// What two operators made of the same paper.
public enum KeyingComparison {
  /// The ids of the questions on which they differ, in the order of the form.
  ///
  /// Space at the ends and between words is not a difference; capitals and signs are.
  public static func differences(
    _ first: Answers, _ second: Answers, form: FormDefinition
  ) -> [String] {
    form.questions.map(\.id).filter { id in
      !isSame(first[id], second[id])
    }
  }

  private static func isSame(_ one: Answer?, _ other: Answer?) -> Bool {
    switch (one.flatMap(plain), other.flatMap(plain)) {
    case (nil, nil): true
    case (let one?, let other?): one == other
    default: false
    }
  }

  /// The answer with single spaces between words; nil when it says nothing.
  private static func plain(_ answer: Answer) -> Answer? {
    guard !answer.isEmpty else { return nil }
    return switch answer {
    case .text(let text): .text(spaced(text))
    case .texts(let texts): .texts(texts.map(spaced))
    case .choice(let id, let other): .choice(id, other: other.map(spaced))
    case .choices(let ids, let other): .choices(ids.sorted(), other: other.map(spaced))
    case .scale: answer
    }
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// How well the keying of a consultation's papers was.
public struct KeyingStatistics: Sendable, Equatable {
  /// Papers that were keyed by two people.
  public var keyedTwice = 0
  /// Papers on which the two agree throughout.
  public var agreeing = 0
  /// Questions that could be compared: those of the form, for each paper keyed twice.
  public var questionsCompared = 0
  /// Questions on which the two people differ.
  public var questionsDiffering = 0
  /// Papers whose differences nobody has resolved.
  public var unresolved = 0

  /// Nothing was keyed twice.
  public init() {}

  /// The share of questions that were keyed differently, from 0 to 1; nil when none was compared.
  public var differenceRate: Double? {
    questionsCompared == 0 ? nil : Double(questionsDiffering) / Double(questionsCompared)
  }
}
