// SPDX-License-Identifier: Apache-2.0

/// What somebody who books tells about themselves: kept among the contacts, never in the ledger,
/// and removed some time after the event.
public struct BookingRecord: Codable, Sendable, Equatable {
  /// The kind under which bookings are kept among the contacts.
  public static let kind = "booking"

  /// The id of the event.
  public var event: String
  /// The random word that leads to the booking without an account.
  public var key: String
  /// The name; may be empty.
  public var name: String
  /// The e-mail address; may be empty.
  public var email: String
  /// The telephone number; may be empty.
  public var phone: String
  /// What they need to take part, in their own words.
  public var needs: String

  /// A booking for an event, without saying who.
  public init(
    event: String, key: String, name: String = "", email: String = "", phone: String = "",
    needs: String = ""
  ) {
    self.event = event
    self.key = key
    self.name = name
    self.email = email
    self.phone = phone
    self.needs = needs
  }
}

/// What somebody asks for when they book.
public struct BookingRequest: Sendable, Equatable {
  /// No booking is for more people than this.
  public static let mostPlaces = 6

  /// For how many people.
  public var places: Int
  /// The name; may be empty.
  public var name: String
  /// The e-mail address; may be empty.
  public var email: String
  /// The telephone number; may be empty.
  public var phone: String
  /// What they need to take part, in their own words; may be empty.
  public var needs: String

  /// A number of places; everything else is optional.
  public init(
    places: Int, name: String = "", email: String = "", phone: String = "", needs: String = ""
  ) {
    self.places = places
    self.name = name
    self.email = email
    self.phone = phone
    self.needs = needs
  }

  /// What is wrong with it, by field.
  public var faults: [FieldFault] {
    var faults: [FieldFault] = []
    if !(1...Self.mostPlaces).contains(places) {
      faults.add("places", "Enter a number of places from 1 to \(Self.mostPlaces).")
    }
    faults.check("name", name, nil, "The name", upTo: 120)
    faults.check("email", email, nil, "The email address", upTo: 254)
    faults.check("phone", phone, nil, "The telephone number", upTo: 40)
    faults.check("needs", needs, nil, "The text", upTo: 1000)
    if !email.isEmpty && !Self.looksLikeAddress(email) {
      faults.add("email", "Enter an email address like name@example.org, or leave it empty.")
    }
    if !phone.isEmpty && phone.filter(\.isNumber).count < 6 {
      faults.add("phone", "Enter a telephone number with its digits, or leave it empty.")
    }
    return faults
  }

  private static func looksLikeAddress(_ text: String) -> Bool {
    let halves = text.split(separator: "@", omittingEmptySubsequences: false)
    return halves.count == 2 && !halves[0].isEmpty && halves[1].contains(".")
      && !halves[1].hasPrefix(".") && !halves[1].hasSuffix(".")
      && !text.contains(where: \.isWhitespace)
  }
}
