// SPDX-License-Identifier: Apache-2.0

import Analysis
import Engagement
import People
import Foundation

/// The samples for second coders.
struct SamplesPage {
  let page: CodingPage

  init(_ page: CodingPage) { self.page = page }

  func answer() async throws -> PortalAnswer {
    var errors = FormErrors()
    if page.isPost {
      let size = Int(page.fields["size"])
      let seed = UInt64(page.fields["seed"])
      if size == nil { errors.add("size", "Enter how many comments, as a whole number.") }
      if seed == nil { errors.add("seed", "Enter any whole number, so the draw can be repeated.") }
      if let size, let seed {
        do {
          let id = try await page.desk.drawSample(
            size: size, seed: seed, of: page.consultation.id, by: page.visit.author,
            token: page.sentToken)
          return .see(page.path + "/samples/\(id)")
        } catch let error as CodingError {
          errors.add("size", error.description)
        }
      }
    }
    let samples = try page.coding().samples
    let grid = Grid(
      "Samples", ["Drawn on", "Comments#", "Second coder", "Standing"],
      samples.map { sample in
        [
          CodingTime.day(sample.drawnOn), "\(sample.comments.count)",
          sample.secondCoder.map(page.name) ?? "Nobody yet",
          sample.isOpen ? "\(sample.second.count) coded" : "Finished",
        ]
      }, links: samples.map { page.path + "/samples/\($0.id)" })
    let fields: [Field] = [
      .line(
        "size", "How many comments", value: page.isPost ? page.fields["size"] : "50",
        error: errors["size"], type: "number"),
      .line(
        "seed", "Seed", value: page.isPost ? page.fields["seed"] : "1",
        hint: "The same number draws the same comments.", error: errors["seed"], type: "number"),
    ]
    return SectionPage(
      title: "Second coder: \(page.consultation.title)",
      answer: "A second person codes some comments without seeing the first codes. Then the two "
        + "are compared.",
      links: page.links, errors: errors,
      sections: [
        .init(grids: samples.isEmpty ? [] : [grid]),
        .init(
          heading: "Draw a sample",
          paragraphs: [
            "Comments are drawn by chance, from each question in its share, among those that are "
              + "coded or read."
          ],
          forms: [page.form("draw", fields, "Draw the sample", path: page.path + "/samples")]),
      ]
    ).answer()
  }
}

/// One sample: who codes it, and how the two compare once it is finished.
struct SamplePage {
  let page: CodingPage
  let id: String

  init(_ page: CodingPage, sample: String) {
    self.page = page
    id = sample
  }

  private var path: String { page.path + "/samples/\(id)" }

  func answer() async throws -> PortalAnswer {
    var errors = FormErrors()
    if page.isPost {
      do {
        try await page.record(try event())
        return .see(page.fields["act"] == "take" ? path + "/code" : path + "?done=yes")
      } catch let error as CodingError {
        errors.add(page.fields["act"] == "resolve" ? "resolve-reason" : "take", error.description)
      }
    }
    let coding = try page.coding()
    guard let sample = coding.sample(id) else { throw PortalProblem.notFound }
    let who = sample.secondCoder.map(page.name) ?? "nobody yet"
    return SectionPage(
      title: "Sample of \(sample.comments.count) comments",
      answer: "Drawn on \(CodingTime.day(sample.drawnOn)) with the seed \(sample.seed). "
        + "Second coder: \(who).",
      links: page.links,
      done: page.request.query["done"] == "yes" ? "What you agreed is saved." : nil,
      errors: errors,
      sections: sample.isOpen ? open(sample) : try finished(sample, coding, errors)
    ).answer()
  }

  private func event() throws(any Error) -> CodingEvent {
    let rules = SampleRules(try page.coding())
    let sent = page.fields
    switch sent["act"] {
    case "take": return try rules.take(id, by: page.person.id)
    case "resolve":
      return try rules.resolve(
        id, CommentID(rawValue: sent["resolve-comment"]), codes: sent.all("resolve-codes"),
        reason: sent["resolve-reason"])
    default: throw CodingError.nothingChosen
    }
  }

  private func open(_ sample: CodingSample) -> [SectionPage.Section] {
    let count = "\(sample.second.count) of \(sample.comments.count) comments are coded."
    if sample.secondCoder == page.person.id {
      let link = SectionLink(text: "Go on coding", href: path + "/code")
      return [.init(paragraphs: [count], items: [.init(link: link, text: "")])]
    }
    guard sample.secondCoder == nil else { return [.init(paragraphs: [count])] }
    return [
      .init(
        heading: "Become the second coder",
        paragraphs: [
          "You can, if you coded none of these comments. Until you are done, their first codes "
            + "are hidden from you."
        ], forms: [page.form("take", [], "Take this sample", path: path)])
    ]
  }

  private func finished(
    _ sample: CodingSample, _ coding: ConsultationCoding, _ errors: FormErrors
  ) throws -> [SectionPage.Section] {
    guard let compared = sample.comparison(coding.frame) else { return [] }
    let rows = zip(compared.codes, compared.byCode).map { code, agreement in
      AgreementWords.row(coding.frame.title(code), agreement)
    }
    let table = Grid(
      "Agreement by code",
      ["Code", "Both#", "First only#", "Second only#", "Neither#", "Kappa#", "95% interval"],
      rows + [AgreementWords.row("All codes together", compared.overall)])
    var sections = [
      SectionPage.Section(
        heading: "How far the two agree",
        paragraphs: AgreementWords.lines(compared), grids: [table])
    ]
    let differing = Set(compared.disagreements.map(\.comment)).map(CommentID.init(rawValue:))
      .sorted()
    let left = differing.filter { sample.resolutions[$0] == nil }
    sections.append(
      .init(
        heading: "Where they differ",
        paragraphs: ["\(differing.count) comments; \(left.count) are not settled."],
        grids: differing.isEmpty ? [] : [try differences(differing, sample, coding)]))
    if !left.isEmpty { sections.append(resolveSection(left, coding, errors)) }
    return sections
  }

  private func differences(
    _ comments: [CommentID], _ sample: CodingSample, _ coding: ConsultationCoding
  ) throws -> Grid {
    let texts = try page.desk.store.with(page.consultation.id) { shelf in
      comments.map { shelf.comment($0) }
    }
    func titles(_ codes: some Sequence<String>) -> String {
      let titles = codes.map(coding.frame.title).sorted()
      return titles.isEmpty ? "None" : titles.joined(separator: ", ")
    }
    return Grid(
      "Comments on which the two differ", ["Comment", "First codes", "Second codes", "Settled"],
      zip(comments, texts).map { id, comment in
        let words = comment.map { "\($0.publicID): \($0.text.prefix(200))" } ?? "Erased"
        let settled = sample.resolutions[id].map {
          "\(titles($0.codes)), by \(page.name($0.by)): \($0.reason)"
        }
        return [
          words, titles(sample.first[id] ?? []), titles(sample.second[id] ?? []),
          settled ?? "Not yet",
        ]
      })
  }

  private func resolveSection(
    _ left: [CommentID], _ coding: ConsultationCoding, _ errors: FormErrors
  ) -> SectionPage.Section {
    let sent = page.fields
    let codes = coding.frame.outline.map { (value: $0.code.id, label: $0.code.words.title) }
    let names = try? page.desk.store.with(page.consultation.id) { shelf in
      left.map { id in
        let comment = shelf.comment(id)
        let start = comment.map { "\($0.publicID): \($0.text.prefix(60))…" } ?? "Erased"
        return (value: id.rawValue, label: start)
      }
    }
    let fields: [Field] = [
      .select("resolve-comment", "Comment", names ?? [], chosen: sent["resolve-comment"]),
      .checkboxes("resolve-codes", "Final codes", codes, chosen: sent.all("resolve-codes")),
      .line(
        "resolve-reason", "Reason", value: sent["resolve-reason"],
        error: errors["resolve-reason"]),
    ]
    return .init(
      heading: "Settle a difference",
      forms: [page.form("resolve", fields, "Save what you agreed", path: path)])
  }
}

/// Agreement in words.
enum AgreementWords {
  static func row(_ title: String, _ agreement: BinaryAgreement) -> [String] {
    let counts = [
      agreement.both, agreement.firstOnly, agreement.secondOnly, agreement.neither,
    ].map(String.init)
    switch agreement.kappa {
    case .success(let estimate):
      return [title] + counts + [
        number(estimate.kappa), "\(number(estimate.lower)) to \(number(estimate.upper))",
      ]
    case .failure: return [title] + counts + ["–", "No kappa: only one answer was given"]
    }
  }

  static func lines(_ compared: CodingComparison) -> [String] {
    var lines: [String] = []
    if let observed = compared.overall.observedAgreement {
      lines.append(
        "They agree on \(Int((observed * 100).rounded())) of 100 choices of a code or none. Some "
          + "of that is chance. Kappa takes chance out: 1 is full agreement, 0 is what chance "
          + "alone would give (Cohen, 1960).")
    }
    if let pooled = compared.pooledKappa {
      lines.append("Kappa over all codes, pooled code by code: \(number(pooled)).")
    }
    if let prevalence = compared.overall.prevalenceIndex, abs(prevalence) > 0.5 {
      lines.append(
        "Most codes fit few comments, so both coders mostly say no. Then kappa can be low "
          + "although the two nearly always agree: read it beside the counts.")
    }
    return lines
  }

  private static func number(_ value: Double) -> String {
    let hundredths = Int((abs(value) * 100).rounded())
    let decimals = hundredths % 100 < 10 ? "0\(hundredths % 100)" : "\(hundredths % 100)"
    return (value < 0 && hundredths > 0 ? "−" : "") + "\(hundredths / 100).\(decimals)"
  }
}

/// The comments of a sample, one at a time, for its second coder.
struct SecondCodingPage {
  let page: CodingPage
  let id: String

  init(_ page: CodingPage, sample: String) {
    self.page = page
    id = sample
  }

  private var path: String { page.path + "/samples/\(id)" }

  func answer() async throws -> PortalAnswer {
    let coding = try page.coding()
    guard let sample = coding.sample(id) else { throw PortalProblem.notFound }
    guard sample.secondCoder == page.person.id, sample.isOpen else { return .see(path) }
    var errors = FormErrors()
    if page.isPost {
      do {
        let rules = SampleRules(coding)
        if page.fields["act"] == "finish" {
          try await page.record(try rules.finish(id, by: page.person.id))
          return .see(path)
        }
        let codes = page.fields.all("second")
        guard !codes.isEmpty || page.fields["fits"] == "none" else {
          throw CodingError.nothingChosen
        }
        try await page.record(
          try rules.code(
            id, [CommentID(rawValue: page.fields["comment"])], codes: codes, by: page.person.id))
        return .see(path + "/code")
      } catch let error as CodingError {
        errors.add("second", error.description)
      }
    }
    return try show(sample, coding, errors)
  }

  private func show(
    _ sample: CodingSample, _ coding: ConsultationCoding, _ errors: FormErrors
  ) throws -> PortalAnswer {
    let next = sample.comments.first { sample.second[$0] == nil }
    var shown = SectionPage(
      title: "Code the sample",
      answer: "\(sample.second.count) of \(sample.comments.count) comments are coded.",
      links: page.links, errors: errors)
    guard let next else {
      shown.sections = [
        .init(
          paragraphs: ["Every comment is coded. When you finish, nothing can be changed."],
          forms: [page.form("finish", [], "Finish and compare", path: path + "/code")])
      ]
      return shown.answer()
    }
    let comment = try page.desk.store.with(page.consultation.id) { $0.comment(next) }
    let labels = try page.labels()
    let codes = coding.frame.outline.map { (value: $0.code.id, label: $0.code.words.title) }
    let fields: [Field] = [
      .hidden("comment", next.rawValue),
      .checkboxes("second", "Codes", codes, chosen: page.fields.all("second")),
      .checkboxes("fits", "No code", [(value: "none", label: "No code fits")]),
    ]
    shown.sections = [
      .init(
        paragraphs: ["Question: \(labels.question(next.question))"],
        quotes: [comment?.text ?? "This comment was erased. Say that no code fits."],
        forms: [page.form("code", fields, "Save and go on", path: path + "/code")])
    ]
    return shown.answer()
  }
}
