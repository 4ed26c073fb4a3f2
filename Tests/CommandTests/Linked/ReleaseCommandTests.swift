// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// From contacts of linked people to tables that may leave.
@Suite struct `weald segment --linked and weald release` {
  /// 900 people in three places with one contact each, and three people in one segment alone.
  private func region() throws -> String {
    let folder = try scratch()
    var clusters = "id,cluster\n"
    var people = "id,source,year-of-birth,place,property-token,synthetic\n"
    var events = "event,record,date,kind,provider,commissioner,condition,cost,synthetic\n"
    for person in 0..<900 {
      let place = ["Ashford", "Dover", "Thanet"][person % 3]
      let born = [1940, 1980, 2010][person / 3 % 3]
      let condition = person < 9 && person % 3 == 0 ? "rare" : person % 2 == 0 ? "common" : ""
      clusters += "r\(person),c\(person)\n"
      people += "r\(person),gp,\(born),\(place),h\(person / 2),yes\n"
      events += "\(person),r\(person),2016-0\(4 + person % 6),gp-appointment,Surgery,ccg,"
      events += "\(condition),\(30 + person % 40).50,yes\n"
    }
    let conditions =
      "condition,name,group,codes,minimum-contacts,within-years\n"
      + "rare,Rare,rare,rare,1,\ncommon,Common,common,common,1,\n"
    for (name, text) in [
      ("L/clusters.csv", clusters), ("P/sources/gp.csv", people), ("P/events/gp.csv", events),
      ("P/reference/conditions.csv", conditions),
    ] {
      let url = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return folder
  }

  private func key(_ folder: String) -> [String] { ["--signing-key", folder + "/key"] }

  private func segment(_ folder: String) throws -> Outcome {
    try run(
      [
        "segment", "--linked", folder + "/L", "--activity", folder + "/P", "--out", folder + "/S",
        "--period", "2016-04/2017-03",
      ] + key(folder))
  }

  @Test func `go from contacts to a release that check accepts, and hide the three`() throws {
    let folder = try region()
    let segmented = try segment(folder)
    #expect(segmented.status == 0, "\(segmented.talk)")
    #expect(segmented.text.contains("Rows read: 900 = used 900"))
    #expect(segmented.talk.contains("NOT FOR RELEASE"))
    let released = try run(
      ["release", folder + "/S", "--out", folder + "/R", "--date", "2017-04-30"] + key(folder))
    #expect(released.status == 0, "\(released.talk)")
    #expect(try weald("check", folder + "/R").status == 0)
    let table = try String(contentsOfFile: folder + "/R/tables/segments.csv", encoding: .utf8)
    #expect(table.contains("all,all,all,people,900,shown"))
    #expect(!table.split(separator: "\n").contains { $0.hasSuffix(",people,3,shown") })
    #expect(table.contains("Ashford,all,rare,people,,hidden"))
    let cited = try weald("release", "--cite", folder + "/R")
    #expect(cited.text.contains("Synthetic. Policy weald-strict"))
    #expect(try weald("check", folder + "/S").status != 0)
    let again = try run(
      ["release", folder + "/S", "--out", folder + "/R2", "--previous", folder + "/R"]
        + key(folder))
    #expect(again.status == 0, "\(again.talk)")
  }

  @Test func `refuse records of people, and say how they are used`() throws {
    let folder = try region()
    let rows = try run(["release", folder + "/P", "--out", folder + "/R"] + key(folder))
    #expect(rows.status == 1)
    #expect(rows.talk.contains("no such file"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/R"))
    #expect(try weald("release", folder + "/S").status == 64)
    #expect(try weald("release", "S", "--out", "R", "--policy", "none").status == 64)
    #expect(try weald("release", "S", "--out", "R", "--date", "today").status == 64)
    #expect(try weald("segment", "--linked", folder + "/L").status == 64)
    #expect(
      try weald(
        "segment", "--linked", "L", "--activity", "P", "--out", "S", "--period", "2017"
      ).status == 64)
    let nothing = try run(
      ["segment", "--linked", folder, "--activity", folder + "/P", "--out", folder + "/S"]
        + key(folder))
    #expect(nothing.status == 1)
    #expect(nothing.talk.contains("clusters.csv"))
  }
}
