// SPDX-License-Identifier: Apache-2.0

/// The hand-written distributions in words, for whoever reads the files.
public enum SyntheticDistributions {
  /// Each shape of ages: its points as `age weight`.
  public static var ages: [(name: String, points: String)] {
    [
      ("emergency admissions", AgeShape.emergency), ("planned admissions with a stay", .elective),
      ("day cases", .dayCase), ("mothers", .maternity), ("outpatients", .outpatients),
      ("major A&E", .major), ("minor A&E", .minor), ("community clinics", .communityClinics),
      ("visits at home and community beds", .homeVisits),
      ("mental health contacts", .mentalHealthContacts), ("mental health beds", .mentalHealthBeds),
      ("GP appointments", .generalPractice), ("practice nurses", .practiceNurses),
      ("home care", .homeCare), ("care homes", .careHomes), ("ambulances", .ambulance),
    ].map { name, shape in
      (name, shape.points.map { "\($0.age) \(whole($0.weight))" }.joined(separator: ", "))
    }
  }

  /// The mean nights of each kind of stay at the ages 10, 40, 70, 80 and 90, to one place.
  public static var nights: [(name: String, means: String)] {
    let ages = [10, 40, 70, 80, 90]
    return [
      ("emergency admissions", ages.map { tenths(StayShape.emergency(age: $0).mean) }),
      ("planned admissions", ages.map { tenths(StayShape.elective(age: $0).mean) }),
      ("mothers", [tenths(StayShape.maternity.mean)]),
    ].map { ($0.0, $0.1.joined(separator: ", ")) }
  }

  private static func whole(_ number: Double) -> String { String(Int(number)) }

  private static func tenths(_ number: Double) -> String {
    let tenths = Int((number * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
