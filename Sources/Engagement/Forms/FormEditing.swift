// SPDX-License-Identifier: Apache-2.0

public import Forms

/// Which way a part of a form goes.
public enum FormMove: String, Sendable, CaseIterable {
  case up
  case down
  case remove
}

extension FormDefinition {
  /// Moves a section up or down, or takes it out, and says whether there was such a section.
  ///
  /// At either end a move changes nothing.
  @discardableResult
  public mutating func move(section id: String, _ move: FormMove) -> Bool {
    guard let place = sections.firstIndex(where: { $0.id == id }) else { return false }
    FormDefinition.move(place, in: &sections, move)
    return true
  }

  /// Moves a question within its section, or takes it out, and says whether there was one.
  ///
  /// The first question of a section goes up to the end of the section before, and the last one
  /// down to the start of the section after.
  @discardableResult
  public mutating func move(question id: String, _ move: FormMove) -> Bool {
    guard let section = sections.firstIndex(where: { $0.questions.contains { $0.id == id } }),
      let place = sections[section].questions.firstIndex(where: { $0.id == id })
    else { return false }
    let last = sections[section].questions.count - 1
    if move == .up, place == 0, section > 0 {
      sections[section - 1].questions.append(sections[section].questions.remove(at: 0))
    } else if move == .down, place == last, section < sections.count - 1 {
      sections[section + 1].questions.insert(sections[section].questions.remove(at: last), at: 0)
    } else {
      FormDefinition.move(place, in: &sections[section].questions, move)
    }
    return true
  }

  /// Puts a question in the place of the one with its id.
  public mutating func replace(_ question: Question) {
    for section in sections.indices {
      for place in sections[section].questions.indices
      where sections[section].questions[place].id == question.id {
        sections[section].questions[place] = question
      }
    }
  }

  /// Takes words for parts that are not there any more out of the variants.
  public mutating func dropStrayWords() {
    let known = Set(wordKeys).union(FormLabels.keys)
    for place in variants.indices {
      variants[place].words = variants[place].words.filter { known.contains($0.key) }
    }
  }

  private static func move<Part>(_ place: Int, in parts: inout [Part], _ move: FormMove) {
    switch move {
    case .up: if place > 0 { parts.swapAt(place, place - 1) }
    case .down: if place < parts.count - 1 { parts.swapAt(place, place + 1) }
    case .remove: parts.remove(at: place)
    }
  }
}
