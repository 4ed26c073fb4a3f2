// SPDX-License-Identifier: Apache-2.0

public import Ledger

/// Made-up enquiries, questions about words and campaigns.
public enum EnquiriesDemonstration {
  private static let office = Author(id: "demonstration", role: "programme-office")
  private static let questions = [
    "When is the next meeting?", "Can I have the summary in large print?",
    "Who decides in the end?", "How do I get to the meeting by bus?",
    "May a carer answer for somebody else?",
  ]

  /// Appends enquiries that are the same for the same seed, through the rules of enquiries.
  ///
  /// - Throws: `LedgerError`.
  public static func fill(
    _ data: DataFolder, plan: EngagementPlan, seed: UInt64
  ) async throws {
    guard try data.ledger.state(CampaignState.self).records["synthetic-1"] == nil else { return }
    var draws = SyntheticDraws(seed: seed)
    for number in 1...9 { try await enquiry(number, &draws, data, seed) }
    try await words(data)
    try await campaigns(data)
  }

  private static func enquiry(
    _ number: Int, _ draws: inout SyntheticDraws, _ data: DataFolder, _ seed: UInt64
  ) async throws {
    let kind: EnquiryKind =
      number == 8 ? .speaker : number == 9 ? .freedomOfInformation : .enquiry
    let isSpeaker = kind == .speaker
    let text = questions[Int(draws.next() % UInt64(questions.count))]
    let message = EnquiryMessage(
      text: text + " (synthetic)", group: isSpeaker ? "Gardening club (synthetic)" : nil,
      place: isSpeaker ? "Village hall" : nil, dates: isSpeaker ? "Tuesdays in March" : nil)
    let reference = try await EnquiryBook(data).receive(
      kind, message,
      from: Enquirer(
        name: "Resident \(number) (synthetic)", email: "resident-\(number)@example.org",
        otherContact: ""),
      token: "synthetic-enquiry-\(seed)-\(number)")
    guard number <= 5, let id = try data.ledger.state(EnquiryState.self).byReference[reference]
    else { return }
    let answer = Content("Thank you for asking. This answer is made up.", kind: "enquiry-answer")
    try await data.ledger.append(
      EnquiryEvent.answered(answer.reference, way: .telephone), subject: id, by: office,
      contents: [answer])
    if number <= 3 {
      try await data.ledger.append(
        EnquiryEvent.closed(outcome: .answered), subject: id, by: office)
    }
  }

  private static func words(_ data: DataFolder) async throws {
    let asked = [
      ("synthetic-1", "What is a workstream?"), ("synthetic-2", "What does tariff mean?"),
    ]
    for (id, text) in asked {
      let content = Content(text + " (synthetic)", kind: "reader-question")
      try await data.ledger.append(
        ReaderQuestionEvent.asked(content.reference), subject: id, by: .visitor,
        contents: [content])
    }
    try await data.ledger.append(
      ReaderQuestionEvent.explained(
        term: "workstream", explanation: "A part of the plan on which one group of people works."),
      subject: "synthetic-1", by: office)
  }

  private static func campaigns(_ data: DataFolder) async throws {
    let id = "synthetic-1"
    try await data.ledger.append(
      CampaignEvent.planned(
        PublicityCampaign(
          name: "Posters in libraries (synthetic)", channel: "Posters", starts: "2018-02-02",
          ends: "2018-03-02", aim: "Tell people that the consultation is open.")),
      subject: id, by: office)
    try await data.ledger.append(
      CampaignEvent.reachStated(
        ReachStatement(
          figure: 40, counts: "made-up posters put up", saidBy: "the library service (synthetic)")),
      subject: id, by: office)
    try await data.ledger.append(
      CampaignEvent.evaluated("Made up: people asked for leaflets to take home."), subject: id,
      by: office)
    try await data.ledger.append(
      CampaignEvent.decided(extendedTo: "2018-03-30", reason: "Made up: extended, with leaflets."),
      subject: id, by: office)
  }
}
