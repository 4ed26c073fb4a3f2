// SPDX-License-Identifier: Apache-2.0

// Every shape is written by hand. The points are ages and weights, joined by straight lines; the
// scale of the weights within a shape does not matter.

extension AgeShape {
  /// Emergency admissions: the youngest and the oldest most.
  static let emergency = AgeShape([
    (0, 130), (1, 60), (5, 25), (15, 22), (22, 36), (35, 34), (50, 38), (65, 52), (75, 80),
    (84, 95), (89, 62), (90, 230),
  ])
  /// Planned admissions with a stay: most between 55 and 80.
  static let elective = AgeShape([
    (0, 6), (5, 8), (15, 8), (25, 14), (40, 30), (55, 55), (70, 84), (78, 60), (89, 12), (90, 22),
  ])
  /// Day cases: most between 50 and 80.
  static let dayCase = AgeShape([
    (0, 4), (5, 12), (12, 8), (25, 22), (40, 46), (55, 78), (70, 112), (78, 74), (89, 16), (90, 26),
  ])
  /// Mothers, 15 to 49.
  static let maternity = AgeShape([
    (15, 1), (19, 22), (25, 70), (30, 100), (34, 84), (40, 22), (45, 3), (49, 1),
  ])
  /// Outpatients.
  static let outpatients = AgeShape([
    (0, 40), (3, 28), (12, 26), (20, 32), (32, 56), (45, 60), (60, 86), (70, 116), (78, 90),
    (89, 34), (90, 80),
  ])
  /// Attendances at a major A&E department.
  static let major = AgeShape([
    (0, 100), (2, 80), (6, 42), (16, 44), (22, 72), (32, 56), (50, 50), (65, 46), (78, 62),
    (88, 46), (90, 150),
  ])
  /// Attendances for minor illness and injury.
  static let minor = AgeShape([
    (0, 70), (3, 90), (12, 84), (18, 76), (25, 72), (45, 50), (65, 34), (80, 18), (89, 8), (90, 16),
  ])
  /// Clinics of community services.
  static let communityClinics = AgeShape([
    (0, 150), (1, 110), (5, 40), (18, 16), (40, 26), (60, 44), (75, 62), (89, 40), (90, 110),
  ])
  /// Visits at home by nurses, therapists and GPs.
  static let homeVisits = AgeShape([
    (0, 2), (18, 3), (45, 10), (60, 24), (70, 52), (80, 100), (89, 104), (90, 560),
  ])
  /// Contacts with mental health services.
  static let mentalHealthContacts = AgeShape([
    (0, 0), (6, 6), (15, 60), (22, 68), (45, 62), (64, 34), (75, 46), (85, 50), (89, 30), (90, 60),
  ])
  /// Stays in mental health beds: adults.
  static let mentalHealthBeds = AgeShape([
    (15, 0), (18, 40), (25, 66), (45, 64), (60, 36), (75, 34), (85, 24), (90, 20),
  ])
  /// Appointments with a GP.
  static let generalPractice = AgeShape([
    (0, 90), (4, 62), (12, 34), (20, 50), (35, 64), (55, 78), (70, 96), (80, 72), (89, 36),
    (90, 100),
  ])
  /// Appointments with a practice nurse.
  static let practiceNurses = AgeShape([
    (0, 90), (2, 40), (10, 16), (25, 34), (50, 60), (68, 106), (78, 84), (89, 26), (90, 56),
  ])
  /// People who have care at home.
  static let homeCare = AgeShape([
    (18, 14), (45, 18), (60, 22), (70, 40), (80, 90), (89, 110), (90, 620),
  ])
  /// People who live in a care home.
  static let careHomes = AgeShape([
    (18, 8), (45, 12), (60, 16), (70, 32), (80, 88), (89, 126), (90, 860),
  ])
  /// Incidents that an ambulance goes to.
  static let ambulance = AgeShape([
    (0, 24), (5, 12), (15, 18), (22, 36), (45, 42), (65, 52), (80, 96), (89, 90), (90, 400),
  ])
}
