// SPDX-License-Identifier: Apache-2.0

import Foundation
public import Ledger

/// The code frame and the coded comments of every consultation.
public struct CodingState: Fold {
  /// The events that it takes.
  public typealias Event = CodingEvent
  /// By the id of the consultation.
  public private(set) var byConsultation: [String: ConsultationCoding] = [:]

  /// Makes it from what it is made of.
  public init() {}

  /// What is coded of a consultation.
  public func coding(of consultation: String) -> ConsultationCoding {
    byConsultation[consultation] ?? ConsultationCoding()
  }

  /// Takes one more event into account.
  public mutating func apply(_ event: CodingEvent, _ entry: Entry) {
    byConsultation[entry.subject, default: ConsultationCoding()].apply(event, entry)
  }
}

extension ConsultationCoding {
  mutating func apply(_ event: CodingEvent, _ entry: Entry) {
    switch event {
    case .codeAdded, .codeRedescribed, .codesMerged, .codeSplit, .codeRetired:
      applyToFrame(event, entry)
    case .coded, .uncoded, .stanceGiven, .read: applyToComments(event, entry)
    case .sampleDrawn, .sampleTaken, .secondCoded, .sampleFinished, .resolved:
      applyToSamples(event, entry)
    }
  }

  private mutating func applyToFrame(_ event: CodingEvent, _ entry: Entry) {
    switch event {
    case .codeAdded(let code, let words, let reason):
      frame.codes.append(.init(id: code, words: words, standing: .inUse))
      note([code], "Added", reason, entry)
    case .codeRedescribed(let code, let words, let reason):
      frame.change(code) { $0.words = words }
      note([code], "Described anew", reason, entry)
    case .codesMerged(let from, let into, let reason):
      for code in from { merge(code, into: into) }
      note(from, "Merged into “\(frame.title(into))”", reason, entry)
    case .codeSplit(let code, let into, let reason):
      split(code, into: into)
      let titles = into.map { "“\(frame.title($0))”" }.joined(separator: " and ")
      note([code], "Split into \(titles)", reason, entry)
    case .codeRetired(let code, let reason):
      frame.change(code) { $0.standing = .retired }
      note([code], "Retired", reason, entry)
    default: break
    }
  }

  private mutating func note(
    _ codes: [String], _ what: String, _ reason: String, _ entry: Entry
  ) {
    frame.changes.append(
      .init(on: entry.time, by: entry.author.id, codes: codes, what: what, reason: reason))
  }

  private mutating func merge(_ code: String, into target: String) {
    frame.change(code) { $0.standing = .merged(into: target) }
    for (comment, coding) in comments {
      guard let coder = coding.codes[code] else { continue }
      change(comment) {
        $0.codes[code] = nil
        if $0.codes[target] == nil { $0.codes[target] = coder }
        if let stance = $0.stanceByCode.removeValue(forKey: code), $0.stanceByCode[target] == nil {
          $0.stanceByCode[target] = stance
        }
      }
    }
  }

  private mutating func split(_ code: String, into targets: [String]) {
    frame.change(code) { $0.standing = .split(into: targets) }
    for (comment, coding) in comments where coding.codes[code] != nil {
      change(comment) {
        $0.codes[code] = nil
        $0.stanceByCode[code] = nil
        $0.toRecode.insert(code)
      }
    }
  }

  private mutating func applyToComments(_ event: CodingEvent, _ entry: Entry) {
    let author = entry.author.id
    switch event {
    case .coded(let comments, let codes):
      let settled = splitCodes(settledBy: codes)
      for comment in comments {
        change(comment) { $0.give(codes, by: author, settling: settled) }
      }
    case .uncoded(let comments, let codes):
      for comment in comments {
        change(comment) {
          for code in codes {
            $0.codes[code] = nil
            $0.stanceByCode[code] = nil
          }
          $0.readBy.insert(author)
        }
      }
    case .stanceGiven(let comments, let code, let stance):
      for comment in comments {
        change(comment) {
          if let code { $0.stanceByCode[code] = stance } else { $0.stance = stance }
          $0.readBy.insert(author)
        }
      }
    case .read(let comments):
      for comment in comments { change(comment) { $0.readBy.insert(author) } }
    default: break
    }
  }

  private func splitCodes(settledBy codes: [String]) -> Set<String> {
    Set(
      frame.codes.filter { code in
        if case .split(let into) = code.standing { return into.contains(where: codes.contains) }
        return false
      }.map(\.id))
  }

  private mutating func applyToSamples(_ event: CodingEvent, _ entry: Entry) {
    let author = entry.author.id
    switch event {
    case .sampleDrawn(let id, let seed, let comments):
      samples.append(
        CodingSample(
          id: id, drawnOn: entry.time, drawnBy: author, seed: seed, comments: comments))
      touched.append(contentsOf: comments)
    case .sampleTaken(let id): change(sample: id) { $0.secondCoder = author }
    case .secondCoded(let id, let comments, let codes):
      change(sample: id) { for comment in comments { $0.second[comment] = Set(codes) } }
    case .sampleFinished(let id): finish(id, entry)
    case .resolved(let id, let comment, let codes, let reason):
      change(sample: id) {
        $0.resolutions[comment] = .init(codes: codes, by: author, on: entry.time, reason: reason)
      }
      change(comment) { coding in
        coding.codes = Dictionary(
          codes.map { ($0, coding.codes[$0] ?? author) }, uniquingKeysWith: { first, _ in first })
        coding.stanceByCode = coding.stanceByCode.filter { codes.contains($0.key) }
        coding.readBy.insert(author)
      }
    default: break
    }
    if case .sampleTaken(let id) = event { touched += sample(id)?.comments ?? [] }
  }

  private mutating func finish(_ id: String, _ entry: Entry) {
    guard let sample = sample(id) else { return }
    var first: [CommentID: Set<String>] = [:]
    for comment in sample.comments { first[comment] = Set(coding(comment).codes.keys) }
    let held = first
    change(sample: id) {
      $0.first = held
      $0.finishedOn = entry.time
    }
    touched += sample.comments
  }
}

extension CommentCoding {
  fileprivate mutating func give(_ new: [String], by author: String, settling: Set<String>) {
    for code in new where codes[code] == nil { codes[code] = author }
    toRecode.subtract(settling)
    readBy.insert(author)
  }
}
