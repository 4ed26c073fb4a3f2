// SPDX-License-Identifier: Apache-2.0

/// Sentences of made-up comments, by what they are about.
///
/// Marks in braces are filled in by chance.
enum Phrases {
  /// What a comment is about, with the words by which a coder would find it.
  struct Topic: Sendable {
    let id: String
    let weight: Double
    let sentences: [String]
  }

  static let topics: [Topic] =
    [travel, ambulance, staff, quality, visiting, parking] + [
      rehabilitation, cost, deprivation, trust, growth, support,
    ]

  private static let travel = Topic(
    id: "travel", weight: 5,
    sentences: [
      "The journey from {place} to {hospital} takes far longer than {minutes} minutes when the {road} is blocked.",
      "{minutes} minutes is too long to wait when every minute counts.",
      "Has anybody driven from {place} to {hospital} on a {day} in {season}?",
      "People round {place} would be furthest from any unit, and that is not fair.",
      "I worry about travel time more than anything else in these plans.",
      "Roads near {place} are shut by {trouble} several times a year.",
      "Your travel times look like a quiet Sunday morning to me.",
    ])
  private static let ambulance = Topic(
    id: "ambulance", weight: 3,
    sentences: [
      "When my {relative} was ill the ambulance took {minutes} minutes to come to {place}.",
      "There are not enough ambulances now, so longer runs to {hospital} will make it worse.",
      "Ambulance crews tell us they already queue outside {hospital}.",
      "Please show how many more paramedics you would need on a {day} night.",
    ])
  private static let staff = Topic(
    id: "staff", weight: 3,
    sentences: [
      "I understand there are too few stroke consultants to cover every hospital.",
      "Nurses who live near {place} will not all move to {hospital}.",
      "Where will the specialist staff come from, when {number} posts stand empty now?",
      "Three units with proper rotas sound better than six that struggle at weekends.",
      "Staff at {hospital} looked after my {relative} wonderfully and should not be lost.",
    ])
  private static let quality = Topic(
    id: "quality", weight: 4,
    sentences: [
      "If a specialist unit gives a better chance of getting well, I would rather travel.",
      "My {relative} had a stroke on a {day} and nobody could give the scan until Monday.",
      "Care should be equally good by day and by night, and it is not at present.",
      "Being seen by an expert matters more to me than being near {place}.",
      "Show us that results improved where other counties did this.",
    ])
  private static let visiting = Topic(
    id: "visiting", weight: 2,
    sentences: [
      "I do not drive, and there is no bus from {place} to {hospital} after {hour}.",
      "Families help people to recover; how is my {relative} to visit at {hospital}?",
      "Visiting by train from {place} means {number} changes and a taxi.",
    ])
  private static let parking = Topic(
    id: "parking", weight: 1,
    sentences: [
      "Parking at {hospital} is hopeless and costs too much.",
      "It took {minutes} minutes to find a space at {hospital} in {season}.",
    ])
  private static let rehabilitation = Topic(
    id: "rehabilitation", weight: 2,
    sentences: [
      "What happens after the first days? Rehabilitation near {place} is not mentioned enough.",
      "Therapy at home stopped after {number} weeks for my {relative}.",
      "Plan the rehabilitation beds at the same time as the units, not later.",
    ])
  private static let cost = Topic(
    id: "cost", weight: 1.5,
    sentences: [
      "This looks like saving money dressed up as better care.",
      "What does the building at {hospital} cost, and who pays for it?",
      "Spend the money on the hospitals that are there already.",
    ])
  private static let deprivation = Topic(
    id: "deprivation", weight: 1.5,
    sentences: [
      "Parts of {place} are among the poorest in the county and have the most strokes.",
      "People with the worst health are given the longest journey.",
    ])
  private static let trust = Topic(
    id: "trust", weight: 1.5,
    sentences: [
      "I feel that the decision about {hospital} has been made already.",
      "Thank you for explaining the options clearly at the event in {place}.",
      "The questions lead people to the answer that you want.",
    ])
  private static let growth = Topic(
    id: "growth", weight: 1,
    sentences: [
      "Thousands of new homes are being built around {place}; has that been counted?",
      "An ageing population near {place} will need more beds than these.",
    ])
  private static let support = Topic(
    id: "support", weight: 1.5,
    sentences: [
      "On balance I think this is the right thing to do.",
      "It makes sense to bring the experts together, even if I am sorry for {hospital}.",
    ])

  static let fillers: [String: [String]] = [
    "hospital": [
      "William Harvey", "Darent Valley", "Maidstone Hospital", "Medway Maritime", "Tunbridge Wells",
    ],
    "minutes": ["25", "35", "40", "45", "50", "55", "65", "75", "90"],
    "road": ["main road", "motorway", "bypass", "bridge", "coast road", "town centre"],
    "day": ["Monday", "Tuesday", "Friday", "Saturday", "Sunday", "bank holiday"],
    "season": ["August", "December", "the school holidays", "winter", "the rush hour"],
    "trouble": ["snow", "flooding", "lorries", "roadworks", "accidents"],
    "relative": [
      "mother", "father", "husband", "wife", "neighbour", "brother", "aunt", "grandmother",
      "partner", "friend",
    ],
    "number": ["two", "three", "four", "six", "eight", "a dozen"],
    "hour": ["six", "seven", "eight", "half past seven"],
  ]

  /// Ends that make sentences of one kind differ.
  static let tails = [
    "", "", "", " Please think again.", " That is my main point.", " I hope you listen.",
    " I say this from experience.", " My neighbours feel the same.", " Nobody has answered this.",
    " I would like a reply.", " This matters to everybody I know.",
  ]

  /// A letter that somebody asked many to send.
  static let letter = """
    I am writing as a resident of {place} to object to the plans for stroke services. Every hospital \
    should keep its stroke ward, because a long journey by ambulance puts lives at risk and leaves \
    families far away from the people whom they love. Please listen to the thousands who have marched \
    and signed, and keep emergency stroke care at our own hospital.
    """

  /// A second, smaller campaign, for the other side.
  static let postcard = """
    I support specialist stroke units. My family in {place} would rather travel further to be treated \
    by experts who are there day and night than be taken to the nearest ward without them.
    """
}
