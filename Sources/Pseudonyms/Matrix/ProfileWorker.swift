// SPDX-License-Identifier: Apache-2.0

import Synchronization
import RecordFiles

/// Counts what a piece of a table holds.
final class ProfileWorker: PieceWorker {
  private let state: Mutex<ProfileState>

  init(_ dataset: String, header: [String], isOfContacts: Bool) {
    state = Mutex(ProfileState(dataset, header, isOfContacts))
  }

  func process(_ piece: [UInt8]) -> PieceResult {
    state.withLock { state in
      var result = PieceResult()
      piece.withUnsafeBufferPointer { state.take($0, &result) }
      return result
    }
  }

  var profile: DatasetProfile { state.withLock { $0.profile } }
}

/// Words that occur often, each known by its hash.
private struct WordTable {
  private var numbers: [UInt64: Int] = [:]
  private(set) var words: [String] = []

  mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = MixedHash.of(bytes)
    if let number = numbers[hash] { return number }
    numbers[hash] = words.count
    words.append(String(decoding: bytes, as: UTF8.self))
    return words.count - 1
  }
}

/// A word in a month.
private struct WordMonth: Hashable {
  let word: Int
  let month: ProfileMonth
}

/// What one thread has counted.
private struct ProfileState {
  private let header: [String]
  private let isOfContacts: Bool
  private let columns: [String: Int]
  private var counts: DatasetProfile
  private var filled: [Int]
  private var words = WordTable()
  private var kinds: [WordMonth: Int] = [:]
  private var providers: [WordMonth: Int] = [:]
  private var codes: [Int: Int] = [:]

  init(_ dataset: String, _ header: [String], _ isOfContacts: Bool) {
    self.header = header
    self.isOfContacts = isOfContacts
    counts = DatasetProfile(dataset)
    filled = [Int](repeating: 0, count: header.count)
    columns = Dictionary(
      header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func take(_ bytes: UnsafeBufferPointer<UInt8>, _ result: inout PieceResult) {
    var scanner = RowScanner(bytes)
    while scanner.next(rows: &result.rows) {
      guard scanner.problem == nil, scanner.count == header.count else {
        counts.unreadable += 1
        continue
      }
      for index in 0..<scanner.count where !scanner.raw(index).isEmpty { filled[index] += 1 }
      if isOfContacts {
        takeContact(scanner, &result)
      } else {
        counts.records += 1
        if let id = columns["id"] { result.identities.append(MixedHash.of(scanner.raw(id))) }
      }
    }
  }

  private mutating func takeContact(_ scanner: RowScanner, _ result: inout PieceResult) {
    counts.contacts += 1
    if let event = columns["event"] {
      result.identities.append(MixedHash.of(scanner.raw(event)))
    }
    guard let date = columns["date"], let month = ProfileMonth(scanner.raw(date)) else {
      counts.undated += 1
      return
    }
    // By the day two contacts that are alike in all are one; by the month they may be two.
    if scanner.raw(date).count == 10 {
      var hash = MixedHash()
      for index in 0..<scanner.count where index != columns["event"] {
        hash.add(scanner.raw(index))
      }
      result.numbers.append(hash.value)
    }
    if let kind = columns["kind"] {
      let number = words.number(scanner.raw(kind))
      kinds[WordMonth(word: number, month: month), default: 0] += 1
    }
    if let provider = columns["provider"], !scanner.raw(provider).isEmpty {
      let number = words.number(scanner.raw(provider))
      providers[WordMonth(word: number, month: month), default: 0] += 1
    }
    if let condition = columns["condition"], !scanner.raw(condition).isEmpty {
      counts.coded[month, default: 0] += 1
      codes[words.number(scanner.raw(condition)), default: 0] += 1
    }
  }

  var profile: DatasetProfile {
    var profile = counts
    for (name, count) in zip(header, filled) {
      if isOfContacts {
        profile.contactsFilled[name] = count
      } else {
        profile.filled[name] = count
      }
    }
    for (entry, count) in kinds {
      profile.contactsByKind[words.words[entry.word], default: [:]][entry.month] = count
    }
    for (entry, count) in providers {
      profile.contactsByProvider[words.words[entry.word], default: [:]][entry.month] = count
    }
    for (word, count) in codes { profile.codes[words.words[word]] = count }
    return profile
  }
}
