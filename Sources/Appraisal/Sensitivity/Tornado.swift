// SPDX-License-Identifier: Apache-2.0

/// How the lead changes when one weight or one score at a time goes to the ends of its range.
public struct Tornado: Hashable, Sendable {
  /// The option whose lead is followed: the first of the inputs that leads.
  public let leader: OptionID
  /// Its total less the best total of the others; zero when it shares the lead.
  public let margin: Double
  /// One bar for each weight and score with a range, by falling width.
  public let bars: [TornadoBar]
}

/// The effect of one weight or one score.
public struct TornadoBar: Hashable, Sendable {
  /// What is varied.
  public let varied: TornadoSubject
  /// The situation at the low end; nil when it leaves no weight to share out.
  public let low: TornadoEnd?
  /// The situation at the high end; nil when it leaves no weight to share out.
  public let high: TornadoEnd?

  /// How far the margin moves between the two ends and the situation now.
  public let width: Double
}

/// What one bar of a tornado varies.
public enum TornadoSubject: Hashable, Sendable {
  /// The swing weight of a criterion or group, the other swing weights staying as they are.
  case weight(WeightPlace)
  /// The score of one option on one criterion.
  case score(Cell)
}

/// The situation at one end of a bar.
public struct TornadoEnd: Hashable, Sendable {
  /// The leader's total less the best total of the others; below zero if it has lost the lead.
  public let margin: Double
  /// The change of the margin from the situation now.
  public let change: Double
  /// Who leads there.
  public let leaders: [OptionID]
}

extension AppraisalModel {
  /// Moves each weight and each score to the ends of its range, one at a time.
  ///
  /// Ranges are those of the swing weights and of the score entries. One at a time hides what
  /// several together would do; rank acceptability shows that. Bars of equal width keep the order
  /// groups, criteria, scores of the inputs.
  /// - Complexity: O(ranges x options x criteria).
  public func tornado() -> Tornado {
    let totals = totals
    let leader = leaders(of: totals).first ?? 0
    let margin = lead(of: leader, totals)
    let bars = weightBars(leader, margin) + scoreBars(leader, margin)
    let sorted = bars.enumerated().sorted {
      (-$0.element.width, $0.offset) < (-$1.element.width, $1.offset)
    }
    return Tornado(leader: optionIDs[leader], margin: margin, bars: sorted.map(\.element))
  }

  /// The total of an option less the best of the others; its own total if there is no other.
  func lead(of option: Int, _ totals: [Double]) -> Double {
    let others = totals.indices.filter { $0 != option }.map { totals[$0] }
    return totals[option] - (others.max() ?? 0)
  }

  private func weightBars(_ leader: Int, _ margin: Double) -> [TornadoBar] {
    var bars: [TornadoBar] = []
    if inputs.weighting == .twoLevels {
      for group in inputs.groups where group.weight.isInDoubt {
        let place = WeightPlace.group(group.id)
        bars.append(weightBar(place, group.weight, leader, margin))
      }
    }
    for criterion in inputs.criteria where criterion.weight.isInDoubt {
      let place = WeightPlace.criterion(criterion.id)
      bars.append(weightBar(place, criterion.weight, leader, margin))
    }
    return bars
  }

  private func weightBar(
    _ place: WeightPlace, _ weight: SwingWeight, _ leader: Int, _ margin: Double
  ) -> TornadoBar {
    bar(
      .weight(place), leader, margin,
      low: inputs.replacingWeight(of: place, by: weight.low).weightShares()
        .map { table.totals($0.overall) },
      high: inputs.replacingWeight(of: place, by: weight.high).weightShares()
        .map { table.totals($0.overall) })
  }

  private func scoreBars(_ leader: Int, _ margin: Double) -> [TornadoBar] {
    inputs.scores.filter { $0.low != nil || $0.high != nil }.map { entry in
      bar(
        .score(entry.cell), leader, margin,
        low: totals(with: entry.low ?? entry.score, at: entry.cell),
        high: totals(with: entry.high ?? entry.score, at: entry.cell))
    }
  }

  /// The totals when one cell has another score.
  private func totals(with score: Score, at cell: Cell) -> [Double]? {
    guard let row = try? inputs.index(of: cell.option),
      let column = try? inputs.index(of: cell.criterion),
      let valuation = try? inputs.criteria[column].scale.valuation(of: score)
    else { return nil }
    var changed = table
    changed.rows[row][column] = valuation.value
    return changed.totals(weights)
  }

  private func bar(
    _ subject: TornadoSubject, _ leader: Int, _ margin: Double, low: [Double]?, high: [Double]?
  ) -> TornadoBar {
    let ends = [low, high].map { totals in
      totals.map { totals in
        let there = lead(of: leader, totals)
        return TornadoEnd(
          margin: there, change: there - margin,
          leaders: leaders(of: totals).map { optionIDs[$0] })
      }
    }
    let reached = [margin] + ends.compactMap { $0?.margin }
    let width = (reached.max() ?? 0) - (reached.min() ?? 0)
    return TornadoBar(varied: subject, low: ends[0], high: ends[1], width: width)
  }
}

extension SwingWeight {
  /// Whether the weight has a range.
  fileprivate var isInDoubt: Bool { low < high }
}

extension AppraisalInputs {
  /// The inputs with another swing weight in one place.
  fileprivate func replacingWeight(of place: WeightPlace, by points: Double) -> Self {
    var changed = self
    let weight = SwingWeight(points)
    switch place {
    case .criterion(let id):
      changed.criteria = criteria.map { criterion in
        criterion.id != id
          ? criterion
          : Criterion(
            id: id, label: criterion.label, group: criterion.group, scale: criterion.scale,
            weight: weight)
      }
    case .group(let id):
      changed.groups = groups.map {
        $0.id == id ? CriterionGroup(id: id, label: $0.label, weight: weight) : $0
      }
    }
    return changed
  }
}
