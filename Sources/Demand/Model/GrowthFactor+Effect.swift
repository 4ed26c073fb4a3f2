// SPDX-License-Identifier: Apache-2.0

extension GrowthFactor {
  /// Whether it is about people of a sex and age.
  func isAbout(_ sex: Sex, _ age: Int) -> Bool {
    guard scope.matches(sex, age) else { return false }
    guard kind == .healthStatus, scope.ageFrom == nil, scope.ageTo == nil else { return true }
    return HealthStatus.ages.contains(age)
  }
}
