// SPDX-License-Identifier: Apache-2.0

/// Where each factor is among the factors of a model.
struct FactorPlaces {
  let population: Int
  let births: Int
  let newServices: Int
  let firstGrowth: Int
  let firstMitigator: Int

  init(_ factors: [DemandFactor], growthCount: Int) {
    population = factors.firstIndex(of: .population) ?? -1
    births = factors.firstIndex(of: .births) ?? -1
    newServices = factors.firstIndex(of: .newServices) ?? -1
    firstGrowth = [population, births, newServices].max().map { $0 + 1 } ?? 0
    firstMitigator = firstGrowth + growthCount
  }

  func need(_ need: ServiceLine.Growth) -> Int {
    switch need {
    case .population: population
    case .births: births
    case .none: -1
    }
  }
}
