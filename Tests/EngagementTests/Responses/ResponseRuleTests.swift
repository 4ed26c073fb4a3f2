// SPDX-License-Identifier: Apache-2.0

import Engagement
import Forms
import Foundation
import Testing

@Suite("Codes")
struct CodeTests {
  @Test("A public id is read however it is typed, and one wrong sign is noticed")
  func publicID() throws {
    let id = PublicCode.publicID()
    #expect(PublicCode.publicID(typed: id) == id)
    #expect(PublicCode.publicID(typed: " " + id.lowercased().replacing("-", with: " ")) == id)
    #expect(PublicCode.publicID(typed: String(id.dropFirst(5))) == id)
    let last = try #require(id.last)
    let wrong = String(id.dropLast()) + (last == "7" ? "8" : "7")
    #expect(PublicCode.publicID(typed: wrong) == nil)
    #expect(PublicCode.publicID(typed: "ANON-<script>") == nil)
  }

  @Test("Every single wrong sign and every swap of neighbours in a return code is noticed")
  func returnCode() {
    let code = PublicCode.returnCode(for: "0123456789abcdefghjkmnpqrs")
    #expect(PublicCode.returnCode(typed: code.lowercased()) == code)
    let signs = Array(code.filter { $0 != "-" })
    for place in signs.indices {
      for other in "023456789BCDFGHJKMNPQRSTVWXYZ" where other != signs[place] {
        var wrong = signs
        wrong[place] = other
        #expect(PublicCode.returnCode(typed: String(wrong)) == nil)
      }
      guard place > 0, signs[place] != signs[place - 1] else { continue }
      var swapped = signs
      swapped.swapAt(place, place - 1)
      #expect(PublicCode.returnCode(typed: String(swapped)) == nil)
    }
  }

  @Test("Return codes of different tokens differ, and a token is told from a code")
  func tokens() {
    #expect(PublicCode.returnCode(for: "a") != PublicCode.returnCode(for: "b"))
    #expect(DraftKey.isToken("0123456789abcdefghjkmnpqrs"))
    #expect(!DraftKey.isToken("a"))
    #expect(!DraftKey.isToken("../../../../../etc/passwd1"))
  }
}

@Suite("Rules of responding")
struct ResponseRuleTests {
  @Test("The twenty-first response from one connection within ten minutes is a burst")
  func burst() async {
    let watch = BurstWatch()
    let start = Date(timeIntervalSince1970: 1_500_000_000)
    for second in 0..<20 {
      let isBurst = await watch.isBurst(
        from: "192.0.2.7", to: "stroke", at: start + Double(second))
      #expect(!isBurst)
    }
    #expect(await watch.isBurst(from: "192.0.2.7", to: "stroke", at: start + 30))
    #expect(await !watch.isBurst(from: "192.0.2.8", to: "stroke", at: start + 30))
    #expect(await !watch.isBurst(from: "192.0.2.7", to: "other", at: start + 30))
    #expect(await !watch.isBurst(from: "192.0.2.7", to: "stroke", at: start + 700))
  }

  @Test("Nothing counted is left when the consultation closes")
  func forgotten() async {
    let watch = BurstWatch(window: 600, limit: 1)
    let now = Date(timeIntervalSince1970: 1_500_000_000)
    _ = await watch.isBurst(from: "2001:db8:1:2::1", to: "stroke", at: now)
    #expect(await watch.isBurst(from: "2001:db8:1:2::99", to: "stroke", at: now))
    await watch.forget("stroke")
    #expect(await !watch.isBurst(from: "2001:db8:1:2::1", to: "stroke", at: now))
  }

  @Test("238 words take a quarter of a minute at the very least")
  func reading() {
    let text = Array(repeating: "word", count: 237).joined(separator: " ")
    let form = FormDefinition(
      id: "f", title: "F",
      sections: [
        FormSection(
          id: "s", title: "One",
          questions: [Question(id: "q", text: text, kind: .text(lines: 3))])
      ])
    let least = ReadingTime.least(FormJourney(form: form, answers: Answers()))
    #expect(abs(least - 15) < 1e-9)
  }

  @Test("Space is no difference between two keyings; other words and other ticks are")
  func keying() {
    let form = FormDefinition(
      id: "f", title: "F",
      sections: [
        FormSection(
          id: "s", title: "S",
          questions: ["a", "b", "c"].map {
            Question(id: $0, text: $0, kind: .text(lines: 2))
          })
      ])
    let one = Answers(byQuestion: [
      "a": .text("Keep  it\nopen "), "b": .text("yes"), "c": .choices(["x", "y"], other: nil),
    ])
    let other = Answers(byQuestion: [
      "a": .text("Keep it open"), "c": .choices(["y", "x"], other: nil),
    ])
    #expect(KeyingComparison.differences(one, other, form: form) == ["b"])
    #expect(KeyingComparison.differences(one, one, form: form).isEmpty)
  }

  @Test("A background that does not belong to the ethnic group is not kept")
  func background() {
    let answers = EqualityAnswers(
      consultation: "stroke",
      answers: [
        "ethnic-group": "asian", "ethnic-background-asian": "indian",
        "ethnic-background-white": "roma", "age": "old", "name": "Somebody",
      ])
    #expect(answers.answers == ["ethnic-group": "asian", "ethnic-background-asian": "indian"])
  }

  @Test("Equality tables count in the standard order and hide what they are told to")
  func table() throws {
    let given = ["female", "female", "male"].map {
      EqualityAnswers(consultation: "stroke", answers: ["sex": $0])
    }
    let all = EqualityTable.tabulate(given, suppressing: EqualityTable.showingAll)
    #expect(all.map(\.counts) == [[2, 1, 0]])
    #expect(all.first?.total == 3)
    let hidden = EqualityTable.tabulate(given) { counts in
      (counts.map { $0 > 0 && $0 < 2 ? nil : $0 }, nil)
    }
    #expect(hidden.map(\.counts) == [[2, nil, 0]])
    #expect(EqualityQuestion.all.allSatisfy { $0.categories.last?.id == "prefer-not-to-say" })
  }
}
