// SPDX-License-Identifier: Apache-2.0

import Sampling

/// A person as one source has them; what is missing is empty.
struct SourceRecord {
  let id: Int
  let person: Int
  var number: [UInt8]
  var givenName: [UInt8]
  var surname: [UInt8]
  var sex: [UInt8]
  var birth: [UInt8]
  var address: Address
  var postcode: [UInt8]
  var hasProperty: Bool
  var practice: [UInt8]
  var ethnicity: [UInt8]

  static let header: StaticString =
    """
    id,source,nhs-number,given-name,surname,sex,date-of-birth,postcode,property,practice,\
    ethnicity,deprivation,synthetic

    """

  /// Appends the record as a line.
  func write(to bytes: inout [UInt8], source: [UInt8]) {
    bytes.appendRecordId(id, of: source)
    for field in [source, number, givenName, surname, sex, birth, postcode] {
      bytes.append(UInt8(ascii: ","))
      bytes += field
    }
    bytes.append(UInt8(ascii: ","))
    if hasProperty { bytes.appendDecimal(address.property) }
    bytes.append(UInt8(ascii: ","))
    bytes += practice
    bytes.append(UInt8(ascii: ","))
    bytes += ethnicity
    bytes.append(UInt8(ascii: ","))
    if !postcode.isEmpty { bytes.appendDecimal(address.deprivation) }
    bytes.append(",yes\n")
  }
}

extension [UInt8] {
  /// Appends the identifier of a record of a source, such as `gp-0000123456`.
  mutating func appendRecordId(_ id: Int, of source: [UInt8]) {
    self += source
    append(UInt8(ascii: "-"))
    appendDecimal(id, width: 10)
  }
}
