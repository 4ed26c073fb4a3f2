// SPDX-License-Identifier: Apache-2.0

/// Counts in the making: one row of slots per group, in one flat array for speed.
///
/// A row has a slot per option and then one each for answered, not answered and not asked.
struct TallyGrid {
  private let optionCount: Int
  private let width: Int
  private var all: [Int]
  private var excludingFlagged: [Int]

  init(groups: Int, optionCount: Int) {
    self.optionCount = optionCount
    width = optionCount + 3
    all = Array(repeating: 0, count: groups * width)
    excludingFlagged = all
  }

  /// The slots one response adds to, written over those of the one before.
  static func slots(of response: Int, in column: AnswerColumn, into slots: inout [Int]) {
    slots.removeAll(keepingCapacity: true)
    switch column.codes[response] {
    case AnswerColumn.notAnswered: slots.append(column.optionCount + 1)
    case AnswerColumn.notAsked: slots.append(column.optionCount + 2)
    default:
      slots.append(column.optionCount)
      column.forEachOption(of: response) { slots.append($0) }
    }
  }

  @inline(__always)
  mutating func add(_ slots: [Int], to group: Int, counted: Bool) {
    let start = group * width
    let weight = counted ? 1 : 0
    for slot in slots {
      all[start + slot] &+= 1
      excludingFlagged[start + slot] &+= weight
    }
  }

  func pair(ofGroup group: Int) -> TallyPair {
    TallyPair(all: tally(all, group), excludingFlagged: tally(excludingFlagged, group))
  }

  private func tally(_ slots: [Int], _ group: Int) -> Tally {
    let start = group * width
    let end = start + optionCount
    return Tally(
      counts: Array(slots[start..<end]), answered: slots[end], notAnswered: slots[end + 1],
      notAsked: slots[end + 2])
  }
}
