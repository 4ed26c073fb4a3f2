// SPDX-License-Identifier: Apache-2.0

/// A grouping under change: what each group is like is kept, so that a change is judged by the two groups
/// that it touches.
struct SearchState {
  let model: SearchModel
  /// The group of each unit.
  var group: [Int]
  /// Each group's units in a ring: the first, and the next and last of each unit.
  var first: [Int]
  var next: [Int]
  var previous: [Int]
  var unitCount: [Int]
  var people: [Double]
  var later: [Double]
  var eastSum: [Double]
  var northSum: [Double]
  /// Distance times people to the centre.
  var distance: [Double]
  var deprivationSum: [Double]
  var deprivationPeople: [Double]
  /// For journeys: the sum of journeys of the people of its group to each unit.
  var journeysTo: [Double]
  /// Exceptions are not judged by the band.
  var isFixed: [Bool]
  /// What a person outside the band costs.
  var penalty: Double
  /// What a group outside the band costs beside its people outside it, in people.
  var penaltyBase = 0.0
  /// People of each kept label in each group, and of each commissioner in each group.
  var keptShares: [[[LabelShare]]]
  var commissionerShares: [[LabelShare]]
  /// Marks of the walk that looks whether a group hangs together.
  var marks: [Int]
  var mark = 0
  var queue: [Int] = []

  struct LabelShare {
    var key: Int
    var people: Double
  }

  init(_ model: SearchModel, labels: [Int], groups: Int, penalty: Double) {
    self.model = model
    self.penalty = penalty
    group = labels
    first = Array(repeating: -1, count: groups)
    next = Array(repeating: -1, count: model.count)
    previous = next
    unitCount = Array(repeating: 0, count: groups)
    people = Array(repeating: 0, count: groups)
    later = people
    eastSum = people
    northSum = people
    distance = people
    deprivationSum = people
    deprivationPeople = people
    journeysTo = model.journeys == nil ? [] : Array(repeating: 0, count: model.count)
    isFixed = Array(repeating: false, count: groups)
    keptShares = model.kept.map { Array(repeating: [], count: $0.labelCount) }
    commissionerShares = Array(repeating: [], count: groups)
    marks = Array(repeating: 0, count: model.count)
    for unit in 0..<model.count {
      insert(unit, into: labels[unit])
      if model.isFixed[unit] { isFixed[labels[unit]] = true }
    }
    for group in 0..<groups { remeasure(group) }
  }

  /// People too few or too many, over all groups.
  var peopleOutsideBand: Double {
    people.indices.reduce(0) { $0 + outside($1, people[$1]) }
  }

  func outside(_ group: Int, _ people: Double) -> Double {
    isFixed[group] ? 0 : max(0, model.floor - people, people - model.ceiling)
  }

  private func isOutsideLater(_ group: Int, _ people: Double) -> Double {
    !isFixed[group] && (people < model.floor || people > model.ceiling) ? 1 : 0
  }

  /// What the numbers of people of one group cost, now and later.
  func bandCost(_ group: Int, people: Double, later: Double) -> Double {
    let outside = outside(group, people)
    var cost = outside > 0 ? penalty * (outside + penaltyBase) : 0
    if model.weights.growth > 0 {
      cost +=
        isOutsideLater(group, later) * model.weights.growth * model.totalPeople
        / Double(first.count)
    }
    return cost
  }

  func deprivationCost(_ sum: Double, _ people: Double) -> Double {
    people > 0 ? model.deprivationCost * sum * sum / people : 0
  }

  /// The whole cost, without what is outside the band and apart that must be together.
  var cost: Double {
    var cost = 0.0
    for group in first.indices {
      cost += model.weights.compactness * distance[group]
      cost += deprivationCost(deprivationSum[group], deprivationPeople[group])
      if model.weights.growth > 0 {
        cost +=
          isOutsideLater(group, later[group]) * model.weights.growth * model.totalPeople
          / Double(first.count)
      }
      if model.weights.commissioners > 0 {
        cost += model.weights.commissioners * Self.apart(commissionerShares[group])
      }
      if !model.weights.mustBeContiguous && model.weights.contiguity > 0 {
        cost += model.weights.contiguity * peopleInPieces(group, without: -1, with: -1)
      }
    }
    for (number, kept) in model.kept.enumerated() {
      guard let weight = kept.cost else { continue }
      for shares in keptShares[number] { cost += weight * Self.apart(shares) }
    }
    return cost
  }

  /// People apart although a rule wants them together.
  var peopleSeparated: Double {
    var sum = 0.0
    for (number, kept) in model.kept.enumerated() where kept.cost == nil {
      for shares in keptShares[number] { sum += Self.apart(shares) }
    }
    return sum
  }

  static func apart(_ shares: [LabelShare]) -> Double {
    var sum = 0.0
    var most = 0.0
    for share in shares {
      sum += share.people
      most = max(most, share.people)
    }
    return sum - most
  }
}
