// SPDX-License-Identifier: Apache-2.0

/// Which activity a change is about: what is nil is not asked.
///
/// The provider, setting, kind and group are those of the service where the activity is when the
/// change comes to it; sex and ages are those of the people.
public struct ActivityScope: Sendable, Hashable {
  /// The provider.
  public var provider: String?
  /// The setting.
  public var setting: CareSetting?
  /// The kind of service.
  public var kind: ServiceKind?
  /// The growth group.
  public var growthGroup: String?
  /// One service, by its id.
  public var service: String?
  /// The sex; nil and persons mean both.
  public var sex: Sex?
  /// The first age; nil means from birth.
  public var ageFrom: Int?
  /// The last age; nil means no end.
  public var ageTo: Int?

  /// Describes a scope; with no argument it is everything.
  public init(
    provider: String? = nil, setting: CareSetting? = nil, kind: ServiceKind? = nil,
    growthGroup: String? = nil, service: String? = nil, sex: Sex? = nil, ageFrom: Int? = nil,
    ageTo: Int? = nil
  ) {
    self.provider = provider
    self.setting = setting
    self.kind = kind
    self.growthGroup = growthGroup
    self.service = service
    self.sex = sex
    self.ageFrom = ageFrom
    self.ageTo = ageTo
  }

  /// Whether a service is of this scope, whatever its people.
  func matches(_ service: ServiceLine) -> Bool {
    (provider.map { $0 == service.provider } ?? true)
      && (setting.map { $0 == service.setting } ?? true)
      && (kind.map { $0 == service.kind } ?? true)
      && (growthGroup.map { $0 == service.growthGroup } ?? true)
      && (self.service.map { $0 == service.id } ?? true)
  }

  /// Whether people of a sex and age are of this scope.
  func matches(_ sex: Sex, _ age: Int) -> Bool {
    let isAsked = self.sex == nil || self.sex == .persons || self.sex == sex
    return isAsked && age >= ageFrom ?? Int.min && age <= ageTo ?? Int.max
  }
}
