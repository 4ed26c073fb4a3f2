// SPDX-License-Identifier: Apache-2.0

/// A calendar file that programs for calendars read (RFC 5545, 2009).
public struct CalendarFile: Sendable {
  /// One event of the file.
  public struct Item: Sendable {
    /// Unique in the world and the same for ever, such as "id@host".
    public var uid: String
    /// Seconds after 1 January 1970, UTC.
    public var stamp: Int
    /// When it starts.
    public var starts: Int
    /// When it ends.
    public var ends: Int
    /// One more with each change.
    public var sequence: Int
    /// Whether it does not take place.
    public var isCancelled: Bool
    /// The title.
    public var title: String
    /// Where it is, on one line.
    public var place: String
    /// The text, which stands beside the chain.
    public var text: String
    /// The address of its page.
    public var address: String

    /// An event that is not cancelled and was never changed.
    public init(
      uid: String, stamp: Int, starts: Int, ends: Int, title: String, place: String, text: String,
      address: String
    ) {
      self.uid = uid
      self.stamp = stamp
      self.starts = starts
      self.ends = ends
      sequence = 0
      isCancelled = false
      self.title = title
      self.place = place
      self.text = text
      self.address = address
    }
  }

  private let name: String
  private let items: [Item]

  /// A calendar of events under a name.
  public init(name: String, items: [Item]) {
    self.name = name
    self.items = items
  }

  /// The file: lines end with CR LF, and none is longer than 75 octets.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Weald//Events//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + Self.escaped(name),
    ]
    for item in items { lines += Self.lines(item) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private static func lines(_ item: Item) -> [String] {
    [
      "BEGIN:VEVENT", "UID:" + escaped(item.uid), "DTSTAMP:" + time(item.stamp),
      "DTSTART:" + time(item.starts), "DTEND:" + time(item.ends), "SEQUENCE:\(item.sequence)",
      "STATUS:" + (item.isCancelled ? "CANCELLED" : "CONFIRMED"), "SUMMARY:" + escaped(item.title),
      "LOCATION:" + escaped(item.place), "DESCRIPTION:" + escaped(item.text),
      "URL:" + item.address.filter { $0 > " " && $0 != "\u{7f}" }, "END:VEVENT",
    ]
  }

  /// A time in UTC as the format writes it, such as "20170614T173000Z".
  static func time(_ seconds: Int) -> String {
    let number = seconds >= 0 ? seconds / 86_400 : -((-seconds + 86_399) / 86_400)
    let rest = seconds - number * 86_400
    let (year, month, day) = CivilDay(number: number).parts
    let date = [(year, 4), (month, 2), (day, 2)].map { CivilDay.padded($0.0, $0.1) }.joined()
    let clock = [rest / 3600, rest / 60 % 60, rest % 60].map { CivilDay.padded($0, 2) }.joined()
    return date + "T" + clock + "Z"
  }

  /// A text with the marks of the format escaped; other control characters are left out.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      default:
        if scalar.value >= 32 && scalar.value != 127 { result.unicodeScalars.append(scalar) }
      }
    }
    return result
  }

  /// A line in pieces of 75 octets at most, none of which cuts a character in two.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += width
    }
    return result
  }
}
