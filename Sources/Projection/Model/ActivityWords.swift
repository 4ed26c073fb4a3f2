// SPDX-License-Identifier: Apache-2.0

/// Kinds of activity and settings as a reader says them.
enum ActivityWords {
  /// All activity of a kind in a setting: "Emergency admissions, hospitals".
  static func kind(_ kind: String, in setting: String) -> String {
    "\(kinds[kind] ?? capitalised(kind)), \(settings[setting] ?? setting)"
  }

  private static let kinds = [
    "emergency": "Emergency admissions", "elective": "Planned admissions with a stay",
    "day-case": "Day cases", "maternity": "Maternity admissions",
    "outpatient-first": "First outpatient appointments",
    "outpatient-follow-up": "Follow-up outpatient appointments",
    "outpatient-procedure": "Outpatient procedures", "emergency-department": "A&E attendances",
    "same-day": "Same-day emergency care", "test": "Tests", "contact": "Contacts",
    "visit": "Home visits", "caseload": "People on caseloads", "appointment": "Appointments",
    "bed": "Stays in beds", "placement": "Placements",
  ]

  private static let settings = [
    "acute": "hospitals", "community": "community services", "primary": "general practice",
    "mental-health": "mental health services", "social-care": "social care",
    "ambulance": "ambulance service",
  ]

  private static func capitalised(_ name: String) -> String {
    let words = String(name.map { $0 == "-" ? " " : $0 })
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
