// SPDX-License-Identifier: Apache-2.0

extension GrowthFactor {
  /// Whether it is about people of a sex and age.
  func isAbout(_ sex: Sex, _ age: Int) -> Bool {
    guard scope.matches(sex, age) else { return false }
    guard kind == .healthStatus, scope.ageFrom == nil, scope.ageTo == nil else { return true }
    return HealthStatus.ages.contains(age)
  }

  /// What it multiplies activity by, or the years of age that it gains, for an amount and a timing:
  /// years of growth or the share that works.
  @inline(__always)
  func effect(_ amount: Double, _ timing: Double) -> Double {
    if kind == .healthStatus { return amount * timing }
    if self.timing == .once { return 1 + amount * timing }
    return (0..<Int(timing)).reduce(1) { product, _ in product * (1 + amount) }
  }
}
