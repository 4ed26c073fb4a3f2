// SPDX-License-Identifier: Apache-2.0

public import Demand

/// A service of the made-up system: one kind of care by one provider.
public struct SyntheticService: Sendable, Hashable {
  /// The name of the service in files.
  public let id: String
  /// What it is, in plain words beside the provider's name; says that the activity is made up.
  public let label: String
  /// The organisation that gives it, by its name in the plan.
  public let provider: String
  /// Where it is given.
  public let setting: CareSetting
  /// What it does.
  public let kind: ServiceKind
  /// The point of delivery in files of rows: the kind, with A&E told apart as major and minor.
  public let pointOfDelivery: String
  /// What is counted, as a plural noun.
  public let unit: String
  /// The name shared by services whose need grows alike for reasons other than the population.
  public let growthGroup: String
  /// The profile of its months.
  public let season: Season
}

extension SyntheticService {
  /// Every service, in the order of the files: acute, community, mental health, primary care, social
  /// care, ambulances.
  public static let all: [SyntheticService] =
    AcuteTrust.all.flatMap(acute) + OtherCare.all.map(\.service)

  /// The place of each acute service in `all`.
  static func index(trust: Int, _ part: AcutePart) -> Int {
    trust * AcutePart.allCases.count + part.rawValue
  }

  private static func acute(_ trust: AcuteTrust) -> [SyntheticService] {
    AcutePart.allCases.map { part in
      SyntheticService(
        id: "\(part.name)-\(trust.shortName)",
        label: "\(part.label) (made-up activity)",
        provider: trust.id, setting: .acute, kind: part.kind,
        pointOfDelivery: part.name, unit: part.unit,
        growthGroup: part.growthGroup, season: part.season)
    }
  }
}
