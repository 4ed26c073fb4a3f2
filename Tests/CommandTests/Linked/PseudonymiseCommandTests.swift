// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A key file that opens with little work, so that tests need not wait; it protects nothing.
private let lightKeyFile = """
  {
    "check" : "4ec66830a885dec5",
    "format" : "weald pseudonymisation key 1",
    "label" : {
      "created" : "2026-04-01",
      "id" : "a0eb6bf15e248a51",
      "partnership" : "kent",
      "purpose" : "planning",
      "rotation" : 1
    },
    "salt" : "c32faf053807f6d590e6729ffea5eae1",
    "scrypt" : {
      "blockSize" : 8,
      "parallelism" : 1,
      "rounds" : 1024
    },
    "sealed" : "ea50f37e2754d62e014294ff6fe199b6717c3aa65fc6e6c8536261a763cbc5a75918d95da2b14ebad73007d50eb0ef2b99986340edfb92a78a44d979"
  }

  """

/// A provider with a key, a submission and a register, in a folder of its own.
private struct Provider {
  let folder: String
  var input: String { folder + "/in" }
  var key: String { folder + "/key.json" }
  var output: String { folder + "/out" }
  var signing: String { folder + "/signing" }
  var log: String { folder + "/runs.log" }
  private var words: String { folder + "/words" }

  init() throws {
    folder = try scratch()
    try write("words", "a phrase that is long enough\n", mode: 0o600)
    try write(
      "in/sources/gp.csv",
      """
      id,source,nhs-number,given-name,surname,sex,date-of-birth,postcode
      gp-1,gp,9990000018,Zebedee,Quixworthy,m,1980-02-03,CT1 2AB
      gp-2,gp,9990000026,Araminta,Quaver,f,1951-02-03,CT1 2AC
      gp-3,gp,broken

      """)
    try write(
      "in/events/gp.csv",
      """
      event,record,date,kind,provider,commissioner,condition,cost,synthetic
      e-1,gp-1,2026-03-17,gp-appointment,G82001,91Q,,30.00,yes

      """)
    try write("key.json", lightKeyFile, mode: 0o600)
  }

  func write(_ name: String, _ text: String, mode: Int = 0o644) throws {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  func pseudonymise(_ arguments: String...) throws -> Outcome {
    try run(
      [
        "pseudonymise", input, "--keys", key, "--passphrase-file", words, "--out", output,
        "--signing-key", signing, "--on", "2026-04-01",
      ] + arguments)
  }

  /// A register that permits what it is told.
  func register(commands: String, term: String = "2020-04-01/2099-12-31") throws -> [String] {
    try write("register/controllers.csv", "controller,name,contact\nc,C,\n")
    try write("register/purposes.csv", "purpose,title,legal-basis\nplanning,Planning,\n")
    try write(
      "register/datasets.csv",
      "dataset,title,controller,received,delete-by\ngp,GP,c,2026-01-01,\n")
    try write("register/opt-outs.csv", "token,kind,since\n")
    try write(
      "register/agreements.csv",
      """
      agreement,clause,subject,terms,words
      kent,2.1,term,\(term),
      kent,3.1,purposes,planning,
      kent,4.1,datasets,gp,
      kent,5.1,commands,\(commands),Only these.
      kent,9.1,opt-outs,national,

      """)
    return ["--register", folder + "/register", "--agreement", "kent", "--purpose", "planning"]
  }
}

struct PseudonymiseCommandTests {
  @Test func `a submission becomes a folder of tokens, with a log that verifies`() throws {
    let provider = try Provider()
    let done = try provider.pseudonymise("--log", provider.log, "--json")
    #expect(done.status == 0, "\(done.talk)")
    #expect(done.talk.contains("nothing was checked"))
    #expect(done.text.contains("\"written\" : 2"))
    let table = try provider.text(provider.output + "/sources/gp.csv")
    #expect(table.split(separator: "\n").count == 3 && !table.contains("Quixworthy"))
    #expect(try provider.text(provider.output + ".quarantine.csv").contains("gp-3"))
    let checked = try weald("runs", "verify", provider.log)
    #expect(checked.status == 0 && checked.text.contains("runs\t1"))
    let log = try provider.text(provider.log)
    try provider.write("runs.log", log.replacing("\"quarantined\":1", with: "\"quarantined\":0"))
    let tampered = try weald("runs", "verify", provider.log)
    #expect(tampered.status == 1 && tampered.talk.contains("row 1"))
  }

  @Test func `a wrong passphrase or key is found before any work`() throws {
    let provider = try Provider()
    try provider.write("wrong", "another phrase altogether\n", mode: 0o600)
    let wrong = try provider.pseudonymise("--passphrase-file", provider.folder + "/wrong")
    #expect(wrong.status == 1 && wrong.talk.contains("passphrase is wrong"))
    let other = try provider.pseudonymise("--key-check", "0011223344556677")
    #expect(other.status == 1 && other.talk.contains("check value"))
    #expect(!FileManager.default.fileExists(atPath: provider.output))
  }

  @Test func `a run outside its agreement is refused by clause and writes nothing`() throws {
    let provider = try Provider()
    let options = try provider.register(commands: "link;release")
    let refused = try run(
      [
        "pseudonymise", provider.input, "--keys", provider.key, "--out", provider.output,
        "--signing-key", provider.signing, "--log", provider.log,
      ] + options)
    #expect(refused.status == 1)
    #expect(refused.talk.contains("Clause 5.1 of “kent”"))
    #expect(refused.talk.contains("Clause 9.1 of “kent”"))
    #expect(!FileManager.default.fileExists(atPath: provider.output))
    #expect(try weald("runs", "verify", provider.log).text.contains("refused\t1"))
  }

  @Test func `a run within its agreement leaves out who has objected`() throws {
    let provider = try Provider()
    let options = try provider.register(commands: "pseudonymise")
    try provider.write("objections.csv", "nhs-number,kind\n9990000018,national\n")
    let done = try run(
      [
        "pseudonymise", provider.input, "--keys", provider.key, "--out", provider.output,
        "--signing-key", provider.signing, "--passphrase-file", provider.folder + "/words",
        "--opt-outs", provider.folder + "/objections.csv",
      ] + options)
    #expect(done.status == 0, "\(done.talk)")
    #expect(!done.talk.contains("nothing was checked"))
    #expect(done.talk.contains("1 record was left out"))
    let events = try provider.text(provider.output + "/events/gp.csv")
    #expect(events.split(separator: "\n").count == 1)
    let log = try provider.text(provider.folder + "/weald-runs.log")
    #expect(log.contains("\"agreement\":\"kent\"") && !log.contains("9990000018"))
  }

  @Test func `one file with names of its own columns will do`() throws {
    let provider = try Provider()
    try provider.write("people.csv", "No,Family,Born\n1,Quixworthy,03/02/1980\n")
    let done = try run([
      "pseudonymise", provider.folder + "/people.csv", "--keys", provider.key, "--out",
      provider.output, "--signing-key", provider.signing, "--passphrase-file",
      provider.folder + "/words", "--field", "id=No", "--field", "surname=Family", "--field",
      "date-of-birth=Born", "--encodings",
    ])
    #expect(done.status == 0, "\(done.talk)")
    #expect(done.talk.contains("Known attacks"))
    let table = try provider.text(provider.output + "/sources/people.csv")
    #expect(table.split(separator: "\n").count == 2 && table.contains(",1980,"))
    let wrong = try run([
      "pseudonymise", provider.folder + "/people.csv", "--keys", provider.key, "--out",
      provider.output, "--signing-key", provider.signing, "--passphrase-file",
      provider.folder + "/words", "--field", "id=Nothing",
    ])
    #expect(wrong.status == 1 && wrong.talk.contains("column Nothing"))
  }

  @Test func `compatible digests are those of the specification`() throws {
    let provider = try Provider()
    try provider.write("salt", "mackerel\n", mode: 0o600)
    try provider.write(
      "old.csv", "NHSNumber,DOB,Ward\n943 476 5919,29.11.1973,A\n1,29.11.1973,B\n")
    let file = provider.folder + "/digests.csv"
    let done = try run([
      "pseudonymise", provider.folder + "/old.csv", "--compatible", "open-pseudonymiser",
      "--salt-file", provider.folder + "/salt", "--columns", "NHSNumber,DOB", "--nhs-number",
      "NHSNumber", "--keep", "Ward", "--out", file, "--signing-key", provider.signing,
    ])
    #expect(done.status == 0, "\(done.talk)")
    #expect(done.talk.contains("have no key"))
    let lines = try provider.text(file).split(separator: "\n")
    #expect(lines[0] == "Digest,Ward,validNHS")
    #expect(lines[1] == "ED72F814B7905F3D3958749FA90FE657C101EC657402783DB68CBE3513E76087,A,1")
    #expect(lines[2].hasSuffix(",B,0"))
  }

  @Test func `options that make no sense are refused`() throws {
    #expect(try weald("pseudonymise", "x", "--out", "y").status == 64)
    #expect(try weald("pseudonymise", "x", "--keys", "k", "--out", "").status == 64)
    #expect(
      try weald("pseudonymise", "x", "--keys", "k", "--out", "y", "--field", "shoe=1").status == 64)
    #expect(try weald("pseudonymise", "x", "--keys", "k", "--out", "y", "--on", "May").status == 64)
    #expect(
      try weald("pseudonymise", "x", "--keys", "k", "--out", "y", "--agreement", "a").status == 64)
    let missing = try weald("pseudonymise", "/nowhere", "--keys", "k", "--out", "/nowhere-else")
    #expect(missing.status == 1 && missing.talk.contains("/nowhere"))
  }
}

struct QualityCommandTests {
  @Test func `the matrix is written as text, as a table and as JSON`() throws {
    let provider = try Provider()
    let text = try weald("quality", provider.input)
    #expect(text.status == 0 && text.text.hasPrefix("dataset\tsubmitted\tstable"))
    #expect(text.talk.contains("could not be tested"))
    let table = try weald("quality", provider.input, "--csv")
    #expect(table.text.hasPrefix("dataset,test,outcome,value,why\n"))
    let json = try weald("quality", provider.input, "--json")
    #expect(json.text.contains("\"duplicatesPass\" : 0.001"))
    #expect(try weald("quality", "/nowhere").status == 1)
    let strict = try weald("quality", provider.input, "--strict")
    #expect(strict.status == (text.talk.contains(" 0 fail") ? 0 : 1))
  }
}

struct KeysCommandTests {
  @Test func `a key is checked, compared and rotated`() throws {
    let provider = try Provider()
    let words = provider.folder + "/words"
    let checked = try weald("keys", "check", provider.key, "--passphrase-file", words)
    #expect(checked.status == 0 && checked.text.contains("partnership\tkent"))
    let value = checked.text.split(separator: "\n").last?.split(separator: "\t").last ?? ""
    let same = try weald(
      "keys", "check", provider.key, "--passphrase-file", words, "--with", String(value))
    #expect(same.status == 0)
    let made = provider.folder + "/made.json"
    let first = try weald(
      "keys", "make", "--partnership", "kent", "--purpose", "planning", "--out", made,
      "--passphrase-file", words)
    #expect(first.status == 0 && first.text.contains("rotation\t1"), "\(first.talk)")
    let next = provider.folder + "/next.json"
    let rotated = try weald(
      "keys", "rotate", provider.key, "--out", next, "--passphrase-file", words)
    #expect(rotated.status == 0 && rotated.text.contains("rotation\t2"))
    let other = try weald("keys", "check", next, "--label-only", "--with", String(value))
    #expect(other.status == 1)
    let again = try weald(
      "keys", "rotate", provider.key, "--out", next, "--passphrase-file", words)
    #expect(again.status == 1 && again.talk.contains("never written over"))
    let label = try weald("keys", "check", provider.key, "--label-only")
    #expect(label.status == 0)
  }
}
