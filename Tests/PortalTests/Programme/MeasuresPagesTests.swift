// SPDX-License-Identifier: Apache-2.0

import Engagement
import Foundation
import Ledger
import People
import Programme
import Testing

@Suite struct `Pages of measures, people and registers` {
  @Test func `show every measure with its verdicts in words`() async throws {
    let site = try await MeasuresSite()
    let list = await site.get("/programme/measures")
    #expect(list.status == 200 && !list.isPrivate)
    #expect(list.html.contains("People seen within a day") && list.html.contains("<svg"))
    #expect(list.html.contains("as it stood at the end of 31 March 2018"))
    let page = await site.get("/programme/measures/wait")
    #expect(page.html.contains("Upper limit") && page.html.contains("Mean and limits"))
    #expect(page.html.contains("corrected to") && page.html.contains("/workstreams/local-care"))
    #expect(await site.get("/programme/measures/none").status == 404)
    let early = await site.get("/programme/measures/wait", "as-of=2016-07-31")
    #expect(early.html.contains("too few months"))
    let file = await site.get("/programme/measures/wait.csv")
    #expect(String(decoding: file.bytes, as: UTF8.self).contains("wait,2016-04,"))
    let start = await site.get("/programme")
    for path in ["measures", "resourcing", "registers"] {
      #expect(start.html.contains("/programme/\(path)"))
    }
  }

  @Test func `let staff record, correct and rebase, and nobody else`() async throws {
    let site = try await MeasuresSite(isFilled: false)
    let root = "/desk/programme/measures/wait"
    #expect(await site.get(root).status == 401)
    #expect(await site.get(root, as: .contributor).status == 403)
    #expect(await site.get(root, as: .programmeOffice).status == 200)
    let value = [
      ("month", "2017-06"), ("value", "71"), ("token", String(repeating: "a", count: 26)),
    ]
    #expect(await site.post(root + "/record", value).status == 303)
    #expect(await site.post(root + "/record", value).status == 303)
    #expect(await site.post(root + "/record", [("month", "June"), ("value", "1")]).status == 422)
    let silent = await site.post(root + "/rebase", [("month", "2017-06")])
    #expect(silent.status == 422 && silent.html.contains("Say which body or role decided"))
    #expect(try site.data.ledger.entries(family: "measure").count == 1)
    #expect(await site.get(root + "/else", as: .programmeOffice).status == 404)
    for form in ["record", "correct", "target", "rebase", "exclude", "include"] {
      #expect(await site.get("\(root)/\(form)", as: .programmeOffice).status == 200)
    }
  }

  @Test func `show registers to whom they are for`() async throws {
    let site = try await MeasuresSite()
    let list = await site.get("/programme/registers")
    #expect(list.html.contains("/programme/registers/bids") && list.html.contains("staff only"))
    #expect(!list.html.contains("/programme/registers/checks"))
    #expect(await site.get("/programme/registers/checks").status == 404)
    let bids = await site.get("/programme/registers/bids")
    #expect(bids.html.contains("Totals") && bids.html.contains("Overdue"))
    #expect(!bids.html.contains("Note for the office"))
    let entry = await site.get("/programme/registers/bids/FB-02")
    #expect(entry.html.contains("History") && entry.html.contains("£640,000"))
    #expect(!entry.html.contains("Note for the office"))
    let desk = await site.get("/desk/programme/registers/bids/entry/FB-02", as: .programmeOffice)
    #expect(desk.html.contains("Note for the office") && desk.html.contains("Change it"))
    let none = await site.get("/programme/registers/bids", "words=zzzz")
    #expect(none.html.contains("There is no such entry"))
    let file = await site.get("/programme/registers/bids.csv")
    let text = String(decoding: file.bytes, as: UTF8.self)
    #expect(text.hasPrefix("number,title,asked") && !text.contains("note"))
    #expect(await site.get("/desk/programme/registers/checks").status == 401)
  }

  @Test func `let staff keep a register through forms made from its definition`() async throws {
    let site = try await MeasuresSite(isFilled: false)
    let root = "/desk/programme/registers/bids"
    let form = await site.get(root + "/add", as: .programmeOffice)
    #expect(form.html.contains("Answer due by (optional)") && form.html.contains("<select"))
    let wrong = await site.post(root + "/add", [("number", "B 1"), ("asked", "x")])
    #expect(wrong.status == 422 && wrong.html.contains("Asked for: enter an amount in pounds"))
    let bid = [("number", "B-1"), ("title", "Scanner"), ("asked", "5"), ("status", "written")]
    #expect(await site.post(root + "/add", bid).status == 303)
    let entry = root + "/entry/B-1"
    #expect(
      await site.post(entry + "/change", [("asked", "6"), ("reason", "More")]).status == 303)
    let move = [("status", "sent"), ("on", "2018-04-01")]
    #expect(await site.post(entry + "/move", move).status == 303)
    #expect(await site.post(entry + "/move", move).status == 422)
    #expect(await site.post(entry + "/close", [("reason", "Over")]).status == 303)
    #expect(await site.post(entry + "/change", [("asked", "7"), ("reason", "x")]).status == 422)
    #expect(await site.get(entry + "/else", as: .programmeOffice).status == 404)
    for action in ["move", "change", "correct", "close"] {
      #expect(await site.get("\(entry)/\(action)", as: .programmeOffice).status == 200)
    }
  }

  @Test func `take a pasted file only when it is clean and was looked at`() async throws {
    let site = try await MeasuresSite(isFilled: false)
    let path = "/desk/programme/registers/bids/import"
    #expect(await site.get(path, as: .programmeOffice).html.contains("Lines of a CSV file"))
    let bad = await site.post(path, [("act", "look"), ("file", "number,title\nB-1,\n")])
    #expect(bad.status == 422 && bad.html.contains("Every problem"))
    let good = "number,title,asked,status\nB-1,Scanner,5,written\n"
    let look = await site.post(path, [("act", "look"), ("file", good)])
    #expect(look.status == 200 && look.html.contains("Take it into the record"))
    #expect(try site.data.ledger.entries().isEmpty)
    let take = await site.post(path, [("act", "take"), ("file", good)])
    #expect(take.status == 303)
    let done = await site.get(path, "added=1&changed=0&same=0", as: .programmeOffice)
    #expect(done.html.contains("Done. Added: 1."))
    let again = await site.post(path, [("act", "look"), ("file", good)])
    #expect(again.html.contains("everything is recorded already"))
    let measures = "/desk/programme/measures/import"
    let values = "measure,month,value\nwait,2017-06,70\n"
    #expect(
      await site.post(measures, [("act", "take"), ("file", values)]).status == 303)
  }

  @Test func `show what fits, what waits and what a person more is worth`() async throws {
    let site = try await MeasuresSite()
    let page = await site.get("/programme/resourcing")
    #expect(page.status == 200 && page.html.contains("It is proven that no other choice"))
    #expect(page.html.contains("Points gained by one more person") && page.html.contains("<svg"))
    #expect(await site.get("/programme/resourcing/case-for-change").status == 200)
    #expect(await site.get("/programme/resourcing/none").status == 404)
    let root = "/desk/programme/resourcing"
    #expect(await site.get(root).status == 401)
    #expect(await site.get(root, as: .programmeOffice).html.contains("Ask for people"))
    for form in ["add", "capacity", "decide", "crisis-care/change", "crisis-care/withdraw"] {
      #expect(await site.get("\(root)/\(form)", as: .programmeOffice).status == 200)
    }
    let wrong = await site.post(root + "/add", [("id", "x"), ("months", "0")])
    #expect(wrong.status == 422 && wrong.html.contains("Enter how many months"))
    let demand = [
      ("id", "new-work"), ("title", "New work"), ("workstream", "local-care"), ("value", "3"),
      ("reason", "Asked"), ("months", "2"), ("days-analyst", "4"), ("earliest", "2018-04"),
      ("latest", "2018-06"),
    ]
    #expect(await site.post(root + "/add", demand).status == 303)
    let capacity = [("role", "analyst"), ("from", "2018-05"), ("days", "90"), ("reason", "Hired")]
    #expect(await site.post(root + "/capacity", capacity).status == 303)
    #expect(await site.post(root + "/decide", [("decided-by", "Board")]).status == 303)
    #expect(
      await site.post(root + "/new-work/withdraw", [("reason", "Not needed")]).status == 303)
  }
}
