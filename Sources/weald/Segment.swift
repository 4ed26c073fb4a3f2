// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Assessment
import Foundation
import PlanPackage

/// Puts people into segments: those of a plan, or those of an analyst's own files.
struct Segment: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Put people into segments: people and pounds by segment and place.",
    discussion: """
      With PLAN, its rules are applied to its registers. Otherwise give your own files. Rules have \
      the columns id, ages, conditions and at_least; the first rule that fits takes a person. \
      People have the columns place, age, conditions and people, and may have activity and \
      pounds; a hidden small count is written 1-6 or <7. Names in one cell are separated by \
      semicolons.

      Where there are only registers, give --registers (place, condition, people) and --lists \
      (place, age, people and perhaps pounds_per_head). What comes out is synthetic, and says how \
      far it can be trusted.

      With --linked, --activity and --out, people are those that weald link found, and their \
      contacts make segments, activity, flows and households by place. What comes out is exact, \
      and not for release: see weald release.
      """)

  @Argument(help: "The folder of a plan.", completion: .directory)
  var plan: String?
  @Option(help: "Only this locality of the plan.")
  var place: String?
  @Option(help: "A file of rules: id,ages,conditions,at_least.", completion: .file())
  var rules: String?
  @Option(
    help: "A file of people: place,age,conditions,people,activity,pounds.", completion: .file())
  var people: String?
  @Option(help: "A file of registers: place,condition,people.", completion: .file())
  var registers: String?
  @Option(help: "A file of lists: place,age,people,pounds_per_head.", completion: .file())
  var lists: String?
  @Option(help: "Registers: how many times the odds of one condition go up with another.")
  var association = 2.0
  @Flag(help: "Write a table for a spreadsheet.")
  var csv = false
  @OptionGroup(title: "Linked people") var linkedPeople: ActivitySegments
  @OptionGroup var output: JSONFlag

  func validate() throws {
    let files = [(rules, "--rules"), (people, "--people"), (registers, "--registers")]
    for (path, name) in files + [(lists, "--lists"), (plan, "PLAN")] { try requirePath(path, name) }
    if linkedPeople.isAsked {
      guard csv == false, place == nil, files.allSatisfy({ $0.0 == nil }), lists == nil, plan == nil
      else { throw ValidationError("--linked takes neither a plan nor files of your own.") }
      return
    }
    if csv && output.json { throw ValidationError("Give --csv or --json, not both.") }
    if plan != nil {
      if files.contains(where: { $0.0 != nil }) || lists != nil {
        throw ValidationError("Give a plan or your own files, not both.")
      }
    } else {
      guard rules != nil, (people == nil) != (registers == nil) else {
        throw ValidationError("Give a plan, or --rules with --people or --registers.")
      }
      if registers != nil && lists == nil {
        throw ValidationError("--registers needs --lists, the people by age.")
      }
      if place != nil { throw ValidationError("--place is a locality of a plan.") }
    }
  }

  func run() throws {
    try Terminal.run {
      if linkedPeople.isAsked { return try linkedPeople.run(json: output.json) }
      let document = try document()
      if output.json {
        Terminal.write(try JSONEncoder.readable(document))
      } else if csv {
        Terminal.write(Array(document.csv.utf8))
      } else {
        document.lines.forEach(Terminal.print)
      }
      document.remarks.forEach(Terminal.say)
      if document.sumsToList {
        Terminal.say("Segments add up to the list in every place, to the person and the pound.")
      }
    }
  }

  private func document() throws -> SegmentDocument {
    if let plan { return try ofPlan(plan) }
    let rules = try file(rules ?? "", SegmentRequest.ruleColumns)
    let lists = try lists.map {
      try file($0, people == nil ? SegmentRequest.listColumns : ["place", "people"])
    }
    if let people {
      return try SegmentRequest.count(
        rules: rules, people: file(people, SegmentRequest.peopleColumns), lists: lists)
    }
    guard let registers, let lists else { throw ExitCode.failure }
    return try SegmentRequest.reconstruct(
      rules: rules, registers: file(registers, SegmentRequest.registerColumns), lists: lists,
      association: association)
  }

  private func file(_ path: String, _ columns: [String]) throws -> SegmentFile {
    try SegmentFile(InputFile.bytes(path), name: path, columns: columns)
  }

  private func ofPlan(_ folder: String) throws -> SegmentDocument {
    let plan = try PlanReader(folder: folder).plan()
    guard let study = try SegmentStudy(plan) else {
      throw PlanError([
        Violation(
          file: "local-care/segments.csv", found: "no rules, or no registers for them",
          expected: "rules of segments and register_lists.csv",
          advice: "weald schema says what the tables of local-care are.")
      ])
    }
    guard let document = SegmentDocument(study, place: place) else {
      throw PlanError([
        Violation(
          file: "local-care/register_lists.csv", column: "locality", found: "“\(place ?? "")”",
          expected: study.places.map(\.locality.id).joined(separator: ", "),
          advice: "Give --place one of these.")
      ])
    }
    return document
  }
}
