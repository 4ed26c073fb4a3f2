// SPDX-License-Identifier: Apache-2.0

import Engagement
import Programme
import Savings

/// Money that several schemes claim, and what each is credited with.
extension SavingsPart {
  func overlapPage(_ shown: SavingsShown, _ request: PortalRequest) -> PortalAnswer {
    let sum = shown.view.total.fullYear
    var how = SectionPage.Section(heading: "How it is worked out")
    how.paragraphs = [
      "All money lies in a tree of pools, every pound in one place. A claim on a pool is the same "
        + "share of everything in it. Where two schemes claim shares of the same money, the second "
        + "can only take its share of what the first leaves, in whichever order: 30% and 20% of "
        + "£10m claim £5.0m and save £4.4m.",
      "What is left is divided by Shapley value: each scheme is credited with what it adds on "
        + "average over every order in which the schemes could come. The credits come to the net "
        + "total exactly. They are worked out, not drawn at random, for any number of schemes.",
    ]
    if !plan.savings.parts.isEmpty {
      how.paragraphs.insert(
        "Each pool is divided between trusts, so that schemes of two trusts do not overlap. How "
          + "much of it each trust has is taken from its income; no division by pool is published.",
        at: 1)
    }
    how.paragraphs += overlapWarnings(shown)
    var money = SectionPage.Section(heading: "The pools", grids: [shown.poolTable.grid])
    if plan.savings.pools.contains(where: { $0.size == nil }) {
      money.paragraphs = [
        "The sizes of most pools are not published. Those shown were recorded by the programme."
      ]
    }
    var pairs = SectionPage.Section(heading: "Pairs that overlap most")
    pairs.paragraphs = [
      "Each amount is what these two alone would count twice. Where three or more meet, the pairs "
        + "come to more than what is removed in all."
    ]
    pairs.grids = shown.pairTable.rows.isEmpty ? [] : [shown.pairTable.grid]
    let credit = SectionPage.Section(
      heading: "What each scheme is credited with",
      grids: shown.shapleyTable.rows.isEmpty ? [] : [shown.shapleyTable.grid])
    return SectionPage(
      title: "Overlaps between schemes",
      answer: "In a full year schemes claim \(SavingsWords.money(sum.gross)). "
        + "\(SavingsWords.money(sum.overlapRemoved)) is counted more than once, which leaves "
        + "\(SavingsWords.money(sum.net)).",
      notice: shown.asOf.notice, links: [shown.link("All savings", "/programme/savings")],
      sections: [
        how, SavingsTrial(request.query).section, money, pairs, credit,
        shown.asOf.section("/programme/savings/overlap"),
      ]
    ).answer(isPrivate: false)
  }
}

/// A pool and shares that a reader tries.
struct SavingsTrial {
  private let pool: String
  private let shares: String
  private let rule: OverlapRule
  private let cap: String
  private let isAsked: Bool

  init(_ query: FormFields) {
    isAsked = query.has("shares")
    pool = isAsked ? query["pool"] : "10"
    shares = isAsked ? query["shares"] : "30; 20"
    rule = OverlapRule(rawValue: query["rule"]) ?? .independent
    cap = query["cap"]
  }

  private struct Fault: Error {
    let field: String
    let message: String
  }

  var section: SectionPage.Section {
    var section = SectionPage.Section(heading: "Try it")
    var fault: Fault?
    do { section.grids = [try table()] } catch let found as Fault { fault = found } catch {
      fault = Fault(field: "shares", message: "This cannot be worked out: \(error)")
    }
    func error(_ field: String) -> String? { fault?.field == field ? fault?.message : nil }
    section.forms = [
      SectionForm(
        action: "/programme/savings/overlap", method: "get",
        fields: [
          .line("pool", "Money in the pool, £ million", value: pool, error: error("pool")),
          .line(
            "shares", "Shares that schemes claim, in %", value: shares,
            hint: "Separated by semicolons, such as 30; 20", error: error("shares")),
          .select(
            "rule", "How they combine",
            [
              ("independent", "In no order"), ("sequential", "In the order given"),
              ("capped", "In no order, up to what can be saved"),
            ], chosen: rule.rawValue),
          .line(
            "cap", "Share of the pool that can be saved, in % (optional)", value: cap,
            error: error("cap")),
        ], button: "Work it out")
    ]
    return section
  }

  private func table() throws -> Grid {
    guard let money = SavingsTyped.number(pool), money > 0, money <= 1e6 else {
      throw Fault(field: "pool", message: "Enter millions of pounds, such as 10.")
    }
    let parts = shares.split(separator: ";").map { SavingsTyped.number(String($0)) }
    guard !parts.isEmpty, parts.count <= 30,
      parts.allSatisfy({ $0.map { (0...100).contains($0) } ?? false })
    else {
      throw Fault(
        field: "shares", message: "Enter up to 30 shares from 0 to 100, separated by semicolons.")
    }
    var limit: Double?
    if !cap.isEmpty {
      guard let typed = SavingsTyped.number(cap), (0...100).contains(typed) else {
        throw Fault(field: "cap", message: "Enter a share from 0 to 100.")
      }
      limit = typed / 100
    }
    let model = try OverlapModel(
      pools: [OverlapPool(id: "pool", parent: nil, amount: money * 1e6, reducible: limit)],
      claims: parts.enumerated().map { place, share in
        OverlapClaim(scheme: "Scheme \(place + 1)", pool: "pool", .share((share ?? 0) / 100))
      })
    return grid(model.result(rule))
  }

  private func grid(_ result: OverlapResult) -> Grid {
    let rows = result.parts.map { part in
      [
        part.scheme, SavingsWords.money(part.gross), SavingsWords.money(part.gross - part.net),
        SavingsWords.money(part.net)
          + (part.standardError > 0 ? " ± \(SavingsWords.money(part.standardError))" : ""),
      ]
    }
    let total = [
      "Together", SavingsWords.money(result.gross), SavingsWords.money(result.removed),
      SavingsWords.money(result.net),
    ]
    let drawn = result.isExact ? "" : " (estimated; ± is one standard error)"
    return Grid(
      "What they save" + drawn, ["Scheme", "Gross#", "Overlap removed#", "Net#"], rows + [total])
  }
}

/// Numbers as people type them.
enum SavingsTyped {
  /// "1,250", "£1,250" or "1250.50"; nil when it is no number.
  static func number(_ text: String) -> Double? {
    let plain = text.replacing(",", with: "").replacing("£", with: "").replacing("%", with: "")
      .filter { !$0.isWhitespace }
    guard let number = Double(plain), number.isFinite else { return nil }
    return number
  }
}
