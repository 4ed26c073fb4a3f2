// SPDX-License-Identifier: Apache-2.0

public import Forms

/// How soon somebody could have read a form at the very least.
///
/// People read English silently at 238 words a minute on average (Brysbaert, 2019). Four times that
/// is faster than anybody reads, and slow enough to notice a program.
public enum ReadingTime {
  static let wordsPerMinute = 4 * 238.0

  /// The least time, in seconds, in which the questions that are asked can be read.
  public static func least(_ journey: FormJourney) -> Double {
    var words = 0
    for section in journey.sections {
      words += count(section.title) + count(section.introduction)
      for question in journey.questions(of: section) {
        words += count(question.text) + count(question.hint)
        words += question.kind.choices.reduce(0) { $0 + count($1.text) }
      }
    }
    return Double(words) / wordsPerMinute * 60
  }

  private static func count(_ text: String?) -> Int {
    text?.split(whereSeparator: \.isWhitespace).count ?? 0
  }
}
