// SPDX-License-Identifier: Apache-2.0

extension ResponseCube {
  /// Counts one question, in total and by each dimension asked for.
  ///
  /// Every response falls in exactly one channel, area and respondent type, so those groups always
  /// add to the total. Groups made of another question's answers add too, unless that question is
  /// multiple choice.
  ///
  /// - Parameters:
  ///   - question: The name of the question to count.
  ///   - dimensions: What to break the count down by; each gives its own breakdown.
  ///   - filter: Which responses to count at all.
  ///   - flagged: The flags whose responses the second count leaves out.
  /// - Returns: The counts.
  /// - Throws: ``TabulationError`` if a question is not in the form.
  public func tabulate(
    _ question: String, by dimensions: [BreakDimension] = [],
    filter: ResponseFilter = ResponseFilter(),
    leavingOut flagged: ResponseFlags = [.campaign, .excluded]
  ) throws(TabulationError) -> QuestionTable {
    let place = try place(of: question)
    var groupings: [Grouping] = []
    for dimension in dimensions { groupings.append(try grouping(by: dimension)) }
    let (total, tallies) = tally(
      columns[place], by: groupings, admitted: admitted(by: filter),
      counted: flags.map { $0.isDisjoint(with: flagged) })
    let breaks = groupings.indices.map { rank in
      BreakTable(
        dimension: dimensions[rank], groups: groupings[rank].names, tallies: tallies[rank],
        groupsOverlap: groupings[rank].overlaps)
    }
    return QuestionTable(question: questions[place], total: total, breaks: breaks)
  }

  private func tally(
    _ column: AnswerColumn, by groupings: [Grouping], admitted: [Bool], counted: [Bool]
  ) -> (total: TallyPair, groups: [[TallyPair]]) {
    let options = column.optionCount
    var total = TallyGrid(groups: 1, optionCount: options)
    var grids = groupings.map { TallyGrid(groups: $0.names.count, optionCount: options) }
    var slots: [Int] = []
    for response in 0..<count where admitted[response] {
      TallyGrid.slots(of: response, in: column, into: &slots)
      total.add(slots, to: 0, counted: counted[response])
      for rank in groupings.indices {
        groupings[rank].forEachGroup(of: response) { group in
          grids[rank].add(slots, to: group, counted: counted[response])
        }
      }
    }
    let tallies = zip(groupings, grids).map { grouping, grid in
      grouping.names.indices.map { grid.pair(ofGroup: $0) }
    }
    return (total.pair(ofGroup: 0), tallies)
  }

  /// Counts one question by the answers to another, both of any kind.
  ///
  /// Throws ``TabulationError`` if either question is not in the form.
  public func crossTabulate(
    _ question: String, by other: String, filter: ResponseFilter = ResponseFilter(),
    leavingOut flagged: ResponseFlags = [.campaign, .excluded]
  ) throws(TabulationError) -> QuestionTable {
    try tabulate(question, by: [.question(other)], filter: filter, leavingOut: flagged)
  }

  private func grouping(by dimension: BreakDimension) throws(TabulationError) -> Grouping {
    switch dimension {
    case .channel: return Grouping(channels)
    case .area: return Grouping(areas)
    case .respondentType: return Grouping(respondentTypes)
    case .question(let id):
      let place = try place(of: id)
      return Grouping(questions[place], columns[place])
    }
  }
}

/// The groups of one dimension and which responses are in each.
private struct Grouping {
  let names: [String]
  let overlaps: Bool
  private let codes: [Int32]
  private let column: AnswerColumn?

  init(_ column: NameColumn) {
    names = column.names
    codes = column.codes
    overlaps = false
    self.column = nil
  }

  init(_ question: ClosedQuestion, _ column: AnswerColumn) {
    names = question.options + ["Not answered", "Not asked"]
    overlaps = column.isMultiple
    let blank = Int32(column.optionCount)
    codes = column.codes.map { code in
      switch code {
      case AnswerColumn.notAnswered: blank
      case AnswerColumn.notAsked: blank + 1
      default: code
      }
    }
    self.column = column.isMultiple ? column : nil
  }

  @inline(__always)
  func forEachGroup(of response: Int, _ body: (Int) -> Void) {
    if let column, column.codes[response] >= 0 {
      column.forEachOption(of: response, body)
    } else {
      body(Int(codes[response]))
    }
  }
}
