// SPDX-License-Identifier: Apache-2.0

/// Makes the families of factors, and the level of each row in each.
struct FamilyBuilder {
  private(set) var families: [FactorFamily] = []
  /// For each family and table, the level of each row; empty when it applies to none.
  private(set) var levels: [[[Int32]]] = []

  private let inputs: ResamplingInputs

  init(_ inputs: ResamplingInputs) {
    self.inputs = inputs
    addGrowth("population", births: false)
    addGrowth("births", births: true)
    addHealth()
    var names: [String] = []
    for factor in inputs.factors where !names.contains(factor.family) {
      names.append(factor.family)
    }
    for name in names { addFactors(name) }
  }

  /// Growth by age and sex, or by the mother's age.
  private mutating func addGrowth(_ id: String, births: Bool) {
    let growth = inputs.variants.compactMap { births ? $0.births : $0.growth }
    guard !growth.isEmpty, growth.count == inputs.variants.count else { return }
    var pairs = PairInterner()
    let found = inputs.tables.map { rows in
      let column = rows.category(inputs.growsWithColumn)
      let wanted = column?.place(of: id)
      let last = Int32(growth.map { $0.ageOrLast(.max) }.max() ?? 0)
      return (0..<rows.count).map { row -> Int32 in
        guard column.map({ $0.codes[row] == wanted }) ?? !births else { return 0 }
        let age = min(Int32(rows.ages[row]), last)
        return pairs.place(Int32(rows.sexes[row].rawValue), age) + 1
      }
    }
    let values = pairs.pairs.map { pair in
      let sex = Sex(rawValue: UInt8(pair.first)) ?? .unknown
      return growth.map { $0.factor(sex, Int(pair.second)) }
    }
    append(id, .growth(values), found)
  }

  private mutating func addHealth() {
    guard let health = inputs.healthStatus else { return }
    var pairs = PairInterner()
    var values: [HealthLevel] = []
    let found = inputs.tables.map { rows -> [Int32] in
      guard let column = rows.category(health.column) else { return [] }
      let curves = column.labels.map { label in
        Sex.allCases.map { sex in
          health.curves.firstIndex { $0.group == label && $0.sex == sex }.map(Int32.init)
        }
      }
      return (0..<rows.count).map { row in
        let (sex, age) = (rows.sexes[row], Int(rows.ages[row]))
        guard let curve = curves[Int(column.codes[row])][Int(sex.rawValue)],
          let years = health.addedYears[sex]?[age], let share = health.healthyShare[sex],
          !health.curves[Int(curve)].rates.isEmpty
        else { return 0 }
        let place = pairs.place(curve, Int32(age))
        if place == values.count {
          values.append(
            HealthLevel(
              rates: health.curves[Int(curve)].rates, age: age, addedYears: years,
              healthyShare: share))
        }
        return place + 1
      }
    }
    append("health-status", .health(values), found)
  }

  /// Factors of one family, those that are exactly 1 left out.
  private mutating func addFactors(_ id: String) {
    let years = inputs.lastYear - inputs.baseYear
    var values: [[FactorFamily.YearlyValue]] = []
    var places: [[Int]: Int32] = [[]: 0]
    let found = inputs.tables.map { rows -> [Int32] in
      let own = inputs.factors.indices.filter {
        let factor = inputs.factors[$0]
        return factor.family == id && factor.kind == rows.kind && !factor.value.isOne
      }
      guard !own.isEmpty else { return [] }
      let matcher = ScopeMatcher(rows, own.map { inputs.factors[$0].scope })
      let levels = matcher.lists.map { list -> Int32 in
        let factors = list.map { own[$0] }
        if let place = places[factors] { return place }
        values.append(
          factors.map {
            let factor = inputs.factors[$0]
            return .init(value: factor.value, years: factor.isYearly ? years : 1)
          })
        places[factors] = Int32(values.count)
        return Int32(values.count)
      }
      return matcher.places.map { levels[Int($0)] }
    }
    append(id, .factors(values), found)
  }

  private mutating func append(_ id: String, _ source: FactorFamily.Source, _ found: [[Int32]]) {
    families.append(FactorFamily(id: id, source: source))
    levels.append(found)
  }
}
