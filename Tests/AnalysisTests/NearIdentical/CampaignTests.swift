// SPDX-License-Identifier: Apache-2.0

import Analysis
import Testing

@Suite("Campaigns")
struct CampaignTests {
  /// A letter made up for this test.
  static func letter(name: String, town: String) -> String {
    """
    Dear Sir or Madam, I live in \(town) and I am writing to object to the plan to move stroke care \
    away from our nearest hospital. The extra time in an ambulance would put lives at risk, and \
    families without a car could not visit. Please think again and keep the unit open. \
    Yours faithfully, \(name)
    """
  }

  static let names = ["Ann Reed", "Bob Cole", "Cy Dunn", "Di Eves", "Ed Ford", "Flo Gray"]
  static let towns = ["Deal", "Herne Bay", "Margate", "Whitstable", "Sandwich", "Birchington"]

  static let genuine = [
    """
    I use the stroke unit every month with my father. He cannot sit in a car for an hour, so moving \
    it to another town would mean that he stops going to his clinic.
    """,
    """
    As a nurse I can see why one stroke unit with enough staff is safer than three without. What \
    worries me is the ambulance journey from the coast at night.
    """,
    """
    The stroke unit should be where the trains and buses go. Nobody has said how visitors without \
    a car are meant to get there and back in an evening.
    """,
  ]

  @Test("the same text sent 400 times is one campaign of 400")
  func sameText() throws {
    let copies = Array(repeating: Self.letter(name: "Ann Reed", town: "Deal"), count: 400)
    let texts = Self.genuine + copies
    let found = CampaignFinder().campaigns(in: texts)
    #expect(found.count == 1)
    let campaign = try #require(found.first)
    #expect(campaign.size == 400)
    #expect(campaign.members == Array(3..<403))
    #expect(campaign.representative == 3)
    #expect(campaign.wordings == 1)
  }

  @Test("a letter with the name and the town changed is one campaign")
  func template() throws {
    let texts = zip(Self.names, Self.towns).map { Self.letter(name: $0, town: $1) } + Self.genuine
    let found = CampaignFinder().campaigns(in: texts)
    #expect(found.map(\.members) == [Array(0..<6)])
    #expect(found.map(\.wordings) == [6])
  }

  @Test("different comments on one topic are no campaign, however few would make one")
  func differentComments() {
    let finder = CampaignFinder(settings: CampaignSettings(minimumSize: 2))
    #expect(finder.campaigns(in: Self.genuine).isEmpty)
  }

  @Test("case, spaces, punctuation, apostrophes and accents do not count")
  func looks() {
    let texts = [
      "Don't close the café at the hospital, it's where we wait.",
      "DON\u{2019}T CLOSE THE CAFE\u{301} AT THE HOSPITAL - IT\u{2019}S WHERE WE WAIT!!",
      "  dont close\nthe cafe at the   hospital its where we wait",
    ]
    let found = CampaignFinder(settings: CampaignSettings(minimumSize: 3)).campaigns(in: texts)
    #expect(found.map(\.size) == [3])
    #expect(found.map(\.wordings) == [1])
  }

  @Test("short answers never make a campaign", arguments: ["Yes", "No comment", "", "I agree!"])
  func shortAnswers(text: String) {
    #expect(CampaignFinder().campaigns(in: Array(repeating: text, count: 500)).isEmpty)
  }

  @Test("eight words can make a campaign and seven cannot")
  func wordLimit() {
    let eight = Array(repeating: "please keep our hospital open for us all", count: 5)
    #expect(CampaignFinder().campaigns(in: eight).count == 1)
    let seven = Array(repeating: "please keep our hospital open for all", count: 5)
    #expect(CampaignFinder().campaigns(in: seven).isEmpty)
  }

  @Test("four copies are too few by default and five are enough")
  func sizeLimit() {
    let letter = Self.letter(name: "Ann Reed", town: "Deal")
    #expect(CampaignFinder().campaigns(in: Array(repeating: letter, count: 4)).isEmpty)
    #expect(CampaignFinder().campaigns(in: Array(repeating: letter, count: 5)).count == 1)
  }

  @Test("the most typical text stands for the campaign, and campaigns come first seen first")
  func representative() {
    let odd = Self.letter(name: "Mr and Mrs Somebody Else of the High Street", town: "Deal")
    let usual = Self.letter(name: "Ann Reed", town: "Deal")
    let other = Array(repeating: Self.genuine[0], count: 5)
    let texts = [odd, other[0], usual, usual, usual, usual, usual] + other.dropFirst()
    let found = CampaignFinder().campaigns(in: texts)
    #expect(found.map(\.members) == [[0, 2, 3, 4, 5, 6], [1, 7, 8, 9, 10]])
    #expect(found.map(\.representative) == [2, 1])
  }

  @Test("the same input always gives the same campaigns")
  func deterministic() {
    var numbers = SeededNumbers(seed: 3)
    let texts = (0..<300).map { _ in
      Self.letter(
        name: Self.names.randomElement(using: &numbers) ?? "",
        town: Self.towns.randomElement(using: &numbers) ?? "")
    }
    let finder = CampaignFinder()
    #expect(finder.campaigns(in: texts) == finder.campaigns(in: texts))
    #expect(finder.campaigns(in: texts).map(\.size) == [300])
  }

  @Test("near copies above the threshold are found and those below are not")
  func threshold() {
    let words = (0..<101).map { "word\($0)" }
    // One word changed spoils two of a hundred pairs: 98 shared of 102, or 0.9608.
    var changed = words
    changed[50] = "different"
    let texts = [words, changed].map { $0.joined(separator: " ") }
    func found(_ threshold: Double) -> Int {
      CampaignFinder(settings: CampaignSettings(threshold: threshold, minimumSize: 2))
        .campaigns(in: texts).count
    }
    #expect(found(0.96) == 1)
    #expect(found(0.962) == 0)
  }

  @Test("no texts give no campaigns")
  func nothing() {
    #expect(CampaignFinder().campaigns(in: []).isEmpty)
  }
}
