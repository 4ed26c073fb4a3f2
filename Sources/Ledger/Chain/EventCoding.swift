// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Events as JSON with sorted keys, and back.
enum EventCoding {
  private static let decoder: JSONDecoder = {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      let container = try decoder.singleValueContainer()
      let text = try container.decode(String.self)
      guard let date = LedgerTime.parsed(text) else {
        throw DecodingError.dataCorruptedError(
          in: container, debugDescription: "“\(text)” is no time such as 2019-02-14T18:30:00Z")
      }
      return date
    }
    return decoder
  }()

  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(LedgerTime.secondText(date))
    }
    return encoder
  }()

  static func encode<Event: EventFamily>(
    _ event: Event
  ) throws(LedgerError) -> (type: String, payload: String) {
    let data: Data
    do {
      data = try encoder.encode(event)
    } catch {
      throw .unreadable("an event of “\(Event.family)” cannot be written: \(error)")
    }
    guard let type = JSONShape.soleKey(Array(data)) else {
      throw .unreadable("an event of “\(Event.family)” is not one named case")
    }
    return (type, String(decoding: data, as: UTF8.self))
  }

  static func decode<Event: EventFamily>(
    _: Event.Type, _ entry: Entry
  ) throws(LedgerError) -> Event {
    do {
      var data = Data(entry.payload.utf8)
      if entry.version != Event.version {
        data = try Event.upgrade(data, type: entry.type, from: entry.version)
      }
      return try decoder.decode(Event.self, from: data)
    } catch {
      throw .unreadable(
        "entry \(entry.sequence) (\(entry.family), \(entry.type)) cannot be read: \(error)")
    }
  }
}

/// The little of JSON that must be known of every event, found without building it.
enum JSONShape {
  /// The name of the one member of a compact JSON object, or nil when it is no such object.
  static func soleKey(_ bytes: [UInt8]) -> String? {
    let quote = UInt8(ascii: "\"")
    guard bytes.count > 4, bytes[0] == UInt8(ascii: "{"), bytes[1] == quote else { return nil }
    guard let end = bytes[2...].firstIndex(of: quote), !bytes[2..<end].contains(92) else {
      return nil
    }
    guard membersAreOne(bytes[(end + 1)...]) else { return nil }
    return String(decoding: bytes[2..<end], as: UTF8.self)
  }

  private static func membersAreOne(_ rest: ArraySlice<UInt8>) -> Bool {
    var depth = 1
    var isText = false
    var isEscaped = false
    for byte in rest {
      if isText {
        if isEscaped {
          isEscaped = false
        } else if byte == 92 {
          isEscaped = true
        } else if byte == 34 {
          isText = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isText = true
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ",") where depth == 1: return false
      default: break
      }
    }
    return depth == 0
  }
}
