// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct LinkCommandTests {
  /// Records of 200 made-up people, two or three each, with slips.
  private func records(_ folder: String) throws -> String {
    let given = ["ann", "bert", "carla", "dino", "edith", "frank", "gerda", "hugo"]
    let names = ["ashdown", "birling", "chilham", "denton", "egerton", "faversham", "goudhurst"]
    var text = "key,first,last,born,pc,who\n"
    for person in 0..<200 {
      let first = given[person * 5 % 8]
      let last = names[person * 3 % 7] + (person % 11 == 0 ? "e" : "")
      let born = "19\(30 + person * 7 % 60)-0\(1 + person % 9)-\(10 + person * 11 % 18)"
      let code = "CT\(1 + person % 20) \(person % 9)A\(person % 2 == 0 ? "B" : "D")"
      text += "\(person)a,\(first),\(last),\(born),\(code),\(person)\n"
      text += "\(person)b,\(first),\(last.dropLast()),\(born),\(code),\(person)\n"
      if person % 3 == 0 { text += "\(person)c,\(first),\(last),\(born),,\(person)\n" }
    }
    let path = folder + "/records.csv"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return path
  }

  private let fields = [
    "--id", "key", "--field", "given-name=first", "--field", "surname=last", "--field",
    "date-of-birth=born", "--field", "postcode=pc",
  ]

  private func link(_ folder: String, _ arguments: [String]) throws -> Outcome {
    try run(["link"] + arguments + ["--signing-key", folder + "/key"])
  }

  @Test func `links records without labels and writes a cluster for each`() throws {
    let folder = try scratch()
    let path = try records(folder)
    let outcome = try link(
      folder,
      [path] + fields + ["--truth-column", "who", "--out", folder + "/clusters.csv", "--json"])
    #expect(outcome.status == 0, "\(outcome.talk)")
    let clusters = try String(contentsOfFile: folder + "/clusters.csv", encoding: .utf8)
    #expect(clusters.hasPrefix("id,cluster\n"))
    #expect(clusters.split(separator: "\n").count == 468)
    let json = try #require(
      try JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    let truth = try #require(json["truth"] as? [String: Any])
    #expect(try #require(truth["f1"] as? Double) > 0.95)
    #expect(FileManager.default.fileExists(atPath: folder + "/weald-runs.log"))
  }

  @Test func `the same records give the same bytes on one thread and on two`() throws {
    let folder = try scratch()
    let path = try records(folder)
    for threads in ["1", "2"] {
      _ = try link(
        folder, [path] + fields + ["--threads", threads, "--out", "\(folder)/\(threads).csv"])
    }
    #expect(
      FileManager.default.contentsEqual(atPath: folder + "/1.csv", andPath: folder + "/2.csv"))
  }

  @Test func `a saved model links without training, and explains a pair with a picture`() throws {
    let folder = try scratch()
    let path = try records(folder)
    let model = folder + "/model.json"
    _ = try link(folder, [path] + fields + ["--save-model", model, "--out", folder + "/1.csv"])
    let second = try link(
      folder, [path] + fields + ["--model", model, "--out", folder + "/2.csv"])
    #expect(!second.talk.contains("Trains"))
    #expect(
      FileManager.default.contentsEqual(atPath: folder + "/1.csv", andPath: folder + "/2.csv"))
    let why = try link(
      folder,
      [path] + fields
        + ["--model", model, "--picture", folder + "/w.svg", "--explain", "0a", "0b"])
    #expect(why.text.contains("surname\tashdowne\tashdown"))
    #expect(why.text.contains("chance of one person"))
    let picture = try String(contentsOfFile: folder + "/w.svg", encoding: .utf8)
    #expect(picture.contains("<svg"))
  }

  @Test func `decisions are kept to, and old names of clusters stay`() throws {
    let folder = try scratch()
    let path = try records(folder)
    let first = folder + "/first.csv"
    _ = try link(folder, [path] + fields + ["--out", first, "--review-out", folder + "/r.csv"])
    let review = try String(contentsOfFile: folder + "/r.csv", encoding: .utf8)
    #expect(review.hasPrefix("left,right,decision,weight,chance,together,bridge,given-name left"))
    try "id,cluster\n0a,OLD\n0b,OLD\n".write(
      toFile: folder + "/old.csv", atomically: true, encoding: .utf8)
    try "left,right,decision\n0a,0b,different\n1a,2a,same\n".write(
      toFile: folder + "/d.csv", atomically: true, encoding: .utf8)
    let out = folder + "/second.csv"
    let outcome = try link(
      folder,
      [path] + fields
        + ["--previous", folder + "/old.csv", "--decisions", folder + "/d.csv", "--out", out])
    #expect(outcome.talk.contains("Split OLD"))
    let rows = try String(contentsOfFile: out, encoding: .utf8).split(separator: "\n")
    func cluster(_ id: String) -> Substring? {
      rows.first { $0.hasPrefix(id + ",") }?.split(separator: ",").last
    }
    #expect(cluster("0a") != cluster("0b"))
    #expect(cluster("1a") == cluster("2a"))
  }

  @Test func `labelled pairs choose the threshold`() throws {
    let folder = try scratch()
    let path = try records(folder)
    try "left,right,decision\n0a,0b,same\n1a,1b,same\n0a,1a,different\n0b,2a,different\n".write(
      toFile: folder + "/labels.csv", atomically: true, encoding: .utf8)
    let arguments = [path] + fields + ["--out", folder + "/c.csv", "--labels"]
    let outcome = try link(folder, arguments + [folder + "/labels.csv"])
    #expect(outcome.status == 0)
    #expect(outcome.talk.contains("Of 2 labelled pairs of one person 2 are together"))
    #expect(outcome.talk.contains("0 of 2 of two people"))
    try "left,right,decision\n0a,nobody,same\n".write(
      toFile: folder + "/labels.csv", atomically: true, encoding: .utf8)
    let refused = try link(folder, arguments + [folder + "/labels.csv"])
    #expect(refused.status == 1 && refused.talk.contains("nobody"))
    #expect(try link(folder, arguments + ["x", "--threshold", "2"]).status == 64)
  }

  @Test func `records of people who have objected since are left out`() throws {
    let folder = try scratch()
    try "three words and a number 7\n".write(
      toFile: folder + "/words", atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o600], ofItemAtPath: folder + "/words")
    let words = ["--passphrase-file", folder + "/words"]
    let signing = ["--signing-key", folder + "/key"]
    let make = ["keys", "make", "--partnership", "x", "--purpose", "planning", "--out"]
    let (region, tokens) = (folder + "/D", folder + "/P")
    for arguments in [
      ["synthesise", "--people", "300", "--seed", "3", "--out", region],
      make + [folder + "/k.json"] + words,
      ["pseudonymise", region, "--keys", folder + "/k.json", "--out", tokens] + words + signing,
    ] { #expect(try run(arguments).status == 0) }
    let rows = try String(contentsOfFile: tokens + "/sources/gp.csv", encoding: .utf8)
      .split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let place = try #require(rows.first?.firstIndex(of: "nhs-number-token"))
    let person = try #require(rows.dropFirst().first { !$0[place].isEmpty })
    try "token,kind,since\n\(person[place]),national,2026-11-01\n".write(
      toFile: region + "/register/opt-outs.csv", atomically: true, encoding: .utf8)
    let outcome = try link(
      folder,
      [
        tokens, "--out", folder + "/c.csv", "--register", region + "/register",
        "--agreement", "example-linkage", "--purpose", "planning",
      ])
    #expect(outcome.status == 0, "\(outcome.talk)")
    #expect(outcome.talk.contains("left out, of people who have objected"))
    let clusters = try String(contentsOfFile: folder + "/c.csv", encoding: .utf8)
    #expect(!clusters.contains(person[0]))
  }

  @Test func `rows that cannot be used are written to a file with their reasons`() throws {
    let folder = try scratch()
    let path = try records(folder)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try (text + "0a,again,x,,,\nshort\n").write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try link(folder, [path] + fields + ["--out", folder + "/c.csv"])
    #expect(outcome.status == 0)
    let quarantine = try String(contentsOfFile: folder + "/c.csv.quarantine.csv", encoding: .utf8)
    #expect(quarantine.contains("is in the file before"))
    #expect(quarantine.contains("1 cells where the header has 6"))
  }

  @Test func `a blocking rule with too many pairs is refused with its worst blocks`() throws {
    let folder = try scratch()
    let path = try records(folder)
    let model = folder + "/model.json"
    _ = try link(folder, [path] + fields + ["--save-model", model, "--out", folder + "/1.csv"])
    let outcome = try link(
      folder,
      [path] + fields + ["--model", model, "--most-pairs", "100", "--out", folder + "/2.csv"])
    #expect(outcome.status == 1)
    #expect(outcome.talk.contains("largest blocks are"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/2.csv"))
  }

  @Test func `bad arguments are refused in words`() throws {
    let folder = try scratch()
    let path = try records(folder)
    #expect(try link(folder, [path, "--field", "shoe=first"]).status == 64)
    #expect(
      try link(folder, [path, "--id", "key", "--field", "surname=nope"]).talk.contains("nope"))
    #expect(try link(folder, [folder + "/none.csv"]).status == 1)
    #expect(try link(folder, [path, "--id", "key"]).talk.contains("--field"))
  }
}
