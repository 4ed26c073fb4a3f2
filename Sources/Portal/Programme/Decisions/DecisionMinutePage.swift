// SPDX-License-Identifier: Apache-2.0

import Engagement
import Ledger
import Programme

extension DecisionsPart {
  /// A signed minute: as a file, or as a page to read and print.
  func minute(
    _ number: String, _ name: String, _ request: PortalRequest
  ) throws -> PortalAnswer {
    let asOf = AsOf(request, services)
    let record = try record(number, try asOf.state(DecisionState.self, services.ledger))
    let isFile = name.hasSuffix(".json")
    guard let place = Int(isFile ? String(name.dropLast(5)) : name),
      record.sittings.indices.contains(place - 1),
      let file = try EventOutcome.looking({ try desk.minute(of: record.sittings[place - 1]) })
    else { throw PortalProblem.notFound }
    if isFile {
      return .file(
        "application/json", file.bytes, name: "minute-\(record.number)-\(place).json")
    }
    return page(file, record, place).answer(isPrivate: false)
  }

  private func page(
    _ file: DecisionMinuteFile, _ record: DecisionRecord, _ place: Int
  ) -> SectionPage {
    let minute = file.minute
    let path = "/programme/decisions/\(record.number)"
    let what = minute.kind == .ratification ? "ratification" : "decision"
    return SectionPage(
      title: "Minute of \(what) \(minute.number): \(minute.title)",
      answer: "\(minute.committee), \(CivilDay(minute.day)?.text ?? minute.day). "
        + DecisionsPart.words(minute.result),
      links: [
        SectionLink(text: "The decision", href: path),
        SectionLink(text: "This minute as a file", href: "\(path)/minutes/\(place).json"),
      ],
      sections: [
        put(minute), people(minute), outcome(minute), DecisionsPart.signature(file),
      ])
  }

  private static func words(_ result: DecisionClosing.Result) -> String {
    switch result {
    case .decided: "The decision was taken."
    case .notCarried: "The motion was not carried."
    case .invalid: "The vote decided nothing: it is invalid."
    }
  }

  private func put(_ minute: DecisionMinute) -> SectionPage.Section {
    SectionPage.Section(
      heading: "What was put",
      paragraphs: [
        minute.resolution, "About: " + minute.subjects.joined(separator: "; ") + ".",
      ],
      items: minute.options.map { SectionPage.Item(text: $0, tag: "Option") }
        + minute.papers.map { SectionPage.Item(text: $0.title, tag: "Paper") })
  }

  private func people(_ minute: DecisionMinute) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "Who was there and how they voted")
    section.paragraphs = [
      "Present: \(minute.present.isEmpty ? "nobody" : minute.present.joined(separator: "; ")).",
      minute.interests.isEmpty
        ? "No interest was declared."
        : "Interests: "
          + minute.interests.map { "\($0.body), \($0.kind.label.lowercased())" }
          .joined(separator: "; ") + ".",
    ]
    if !minute.votes.isEmpty {
      section.grids.append(
        Grid("Votes", ["Body", "Vote", "Entry"], minute.votes.map(Self.voteRow)))
    }
    if !minute.changedVotes.isEmpty {
      section.grids.append(
        Grid(
          "Votes that were changed before the vote was closed", ["Body", "Vote", "Entry"],
          minute.changedVotes.map(Self.voteRow)))
    }
    return section
  }

  private static func voteRow(_ vote: DecisionMinute.Vote) -> [String] {
    [vote.body, vote.choice.prefix(1).uppercased() + vote.choice.dropFirst(), "\(vote.entry)"]
  }

  private func outcome(_ minute: DecisionMinute) -> SectionPage.Section {
    var section = SectionPage.Section(heading: "What came of it")
    section.paragraphs = [
      "\(minute.votesFor) for, \(minute.votesAgainst) against, \(minute.abstentions) abstained; "
        + "\(minute.votesNeeded) needed. Quorum: \(minute.quorum) of \(minute.quorumNeeded) needed."
    ]
    if !minute.defects.isEmpty {
      section.grids.append(
        Grid(
          "What was missing", ["Body", "Clause", "What was wrong", "To put right"],
          minute.defects.map { [$0.body, $0.clause, $0.text, $0.cure] }))
    }
    if let day = minute.earliestLawfulDay {
      section.paragraphs.append(
        "Seen from that day, the earliest lawful day was \(CivilDay(day)?.text ?? day).")
    }
    if !minute.authority.isEmpty {
      section.grids.append(
        Grid(
          "The clauses it rests on", ["Body", "Matter", "Clause", "Version"],
          minute.authority.map { [$0.body, $0.subject, $0.clause, $0.version] }))
    }
    return section
  }

  /// How anybody can check the minute.
  private static func signature(_ file: DecisionMinuteFile) -> SectionPage.Section {
    let anchor = file.minute.ledgerAnchor
    return SectionPage.Section(
      heading: "How to check this minute",
      paragraphs: [
        "The vote was closed on \(file.minute.closedAt), in entry "
          + "\(anchor.map { "\($0.sequence)" } ?? "?") of the record. The minute names the digest "
          + "of that entry and is signed (Ed25519). Save the file and run: weald minute verify FILE",
        file.minute.data == "synthetic"
          ? "This minute is made up: it comes from a demonstration." : "",
      ].filter { !$0.isEmpty },
      items: [
        SectionPage.Item(text: pieces(anchor?.digest ?? ""), tag: "Digest"),
        SectionPage.Item(text: pieces(file.publicKey), tag: "Public key"),
        SectionPage.Item(text: pieces(file.signature), tag: "Signature"),
      ])
  }

  /// A long word in pieces of sixteen, so that it breaks on a narrow screen.
  private static func pieces(_ text: String) -> String {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: 16)
      .map { String(letters[$0..<min($0 + 16, letters.count)]) }.joined(separator: " ")
  }
}
