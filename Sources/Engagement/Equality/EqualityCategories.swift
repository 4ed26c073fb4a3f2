// SPDX-License-Identifier: Apache-2.0

extension EqualityQuestion {
  static let age = EqualityQuestion(
    "age", "How old are you?",
    [
      ("under-16", "Under 16"), ("16-24", "16 to 24"), ("25-34", "25 to 34"),
      ("35-44", "35 to 44"), ("45-54", "45 to 54"), ("55-64", "55 to 64"),
      ("65-74", "65 to 74"), ("75-84", "75 to 84"), ("85-plus", "85 or over"),
    ])

  static let sex = EqualityQuestion(
    "sex", "What is your sex?", [("female", "Female"), ("male", "Male")])

  static let gender = EqualityQuestion(
    "gender", "Is your gender the same as the sex you were registered with at birth?",
    [("yes", "Yes"), ("no", "No")])

  static let condition = EqualityQuestion(
    "condition", "Do you have a physical or mental health condition or illness?",
    hint: "Count one that has lasted, or will last, 12 months or more.",
    [("yes", "Yes"), ("no", "No")])

  static let reduces = EqualityQuestion(
    "reduces", "Does it make day-to-day activities harder for you?",
    hint: "Leave this out if you have no such condition.",
    [("a-lot", "Yes, a lot"), ("a-little", "Yes, a little"), ("not-at-all", "Not at all")])

  static let ethnicGroup = EqualityQuestion(
    "ethnic-group", "What is your ethnic group?",
    hint: "On the next page you can say more about your background.",
    [
      ("white", "White"), ("mixed", "Mixed or multiple ethnic groups"),
      ("asian", "Asian or Asian British"),
      ("black", "Black, Black British, Caribbean or African"), ("other", "Other ethnic group"),
    ])

  static let backgroundsInOrder: [EqualityQuestion] = [
    background(
      "white", "White",
      [
        ("british", "English, Welsh, Scottish, Northern Irish or British"), ("irish", "Irish"),
        ("gypsy", "Gypsy or Irish Traveller"), ("roma", "Roma"),
        ("any-other", "Any other White background"),
      ]),
    background(
      "mixed", "Mixed or multiple",
      [
        ("white-caribbean", "White and Black Caribbean"),
        ("white-african", "White and Black African"),
        ("white-asian", "White and Asian"),
        ("any-other", "Any other Mixed or multiple background"),
      ]),
    background(
      "asian", "Asian or Asian British",
      [
        ("indian", "Indian"), ("pakistani", "Pakistani"), ("bangladeshi", "Bangladeshi"),
        ("chinese", "Chinese"), ("any-other", "Any other Asian background"),
      ]),
    background(
      "black", "Black, Black British, Caribbean or African",
      [
        ("caribbean", "Caribbean"), ("african", "African"),
        ("any-other", "Any other Black, Black British or Caribbean background"),
      ]),
    background("other", "other", [("arab", "Arab"), ("any-other", "Any other ethnic group")]),
  ]

  private static func background(
    _ group: String, _ name: String, _ categories: [(String, String)]
  ) -> EqualityQuestion {
    EqualityQuestion(
      "ethnic-background-\(group)", "Which is closest to your background? (\(name))", categories)
  }

  static let religion = EqualityQuestion(
    "religion", "What is your religion?",
    [
      ("none", "No religion"), ("christian", "Christian (all denominations)"),
      ("buddhist", "Buddhist"), ("hindu", "Hindu"), ("jewish", "Jewish"), ("muslim", "Muslim"),
      ("sikh", "Sikh"), ("any-other", "Any other religion"),
    ])

  static let orientation = EqualityQuestion(
    "sexual-orientation", "What is your sexual orientation?",
    [
      ("straight", "Straight or heterosexual"), ("gay", "Gay or lesbian"),
      ("bisexual", "Bisexual"), ("other", "Other sexual orientation"),
    ])

  static let marriage = EqualityQuestion(
    "marriage", "Are you married or in a civil partnership?",
    [
      ("never", "Never married and never in a civil partnership"), ("married", "Married"),
      ("civil-partnership", "In a civil partnership"),
      ("separated", "Separated, but still married or in a civil partnership"),
      ("divorced", "Divorced, or civil partnership dissolved"),
      ("widowed", "Widowed, or surviving civil partner"),
    ])

  static let maternity = EqualityQuestion(
    "maternity", "Are you pregnant, or have you had a baby in the last 12 months?",
    [("yes", "Yes"), ("no", "No")])

  static let carer = EqualityQuestion(
    "carer", "Do you look after somebody who is ill, disabled or old?",
    hint: "Count help without pay, in hours a week. Leave out help that is your job.",
    [
      ("no", "No"), ("9-or-less", "Yes, 9 hours or less"), ("10-19", "Yes, 10 to 19 hours"),
      ("20-34", "Yes, 20 to 34 hours"), ("35-49", "Yes, 35 to 49 hours"),
      ("50-plus", "Yes, 50 hours or more"),
    ])
}
