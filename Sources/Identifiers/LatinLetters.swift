// SPDX-License-Identifier: Apache-2.0

/// Latin letters with marks, written with the 26 letters.
enum LatinLetters {
  /// The text in lower case with marks taken off; letters of other alphabets stay as they are.
  static func folded(_ text: some StringProtocol) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else if let plain = plain[scalar] {
        result += plain
      } else if !(0x300...0x36F).contains(scalar.value) {
        result.unicodeScalars.append(scalar)
      }
    }
    return result.lowercased()
  }

  /// Each letter with its plain form.
  private static let plain: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    for (base, marked) in groups {
      for scalar in marked.unicodeScalars { table[scalar] = base }
    }
    return table
  }()

  private static let groups: [(String, String)] = [
    ("a", "ÀÁÂÃÄÅàáâãäåĀāĂ㥹ǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặªȺ"),
    ("ae", "ÆæǢǣǼǽ"), ("b", "ḂḃḄḅḆḇƀɃ"), ("c", "ÇçĆćĈĉĊċČčḈḉȻȼ"),
    ("d", "ĎďĐđḊḋḌḍḎḏḐḑḒḓÐð"), ("dz", "DŽDždžDZDzdz"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệƏəǝƎ"),
    ("f", "Ḟḟƒ"), ("g", "ĜĝĞğĠġĢģǤǥǦǧǴǵḠḡ"), ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị"), ("ij", "IJij"), ("j", "Ĵĵǰ"),
    ("k", "ĶķĸǨǩḰḱḲḳḴḵ"), ("l", "ĹĺĻļĽľĿŀŁłḶḷḸḹḺḻḼḽ"), ("lj", "LJLjlj"), ("m", "ḾḿṀṁṂṃ"),
    ("n", "ÑñŃńŅņŇňʼnŊŋǸǹṄṅṆṇṈṉṊṋ"), ("nj", "NJNjnj"),
    ("o", "ÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖỗỘộỚớỜờỞởỠỡỢợº"),
    ("oe", "Œœ"), ("p", "ṔṕṖṗ"), ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
    ("s", "ŚśŜŝŞşŠšȘșṠṡṢṣṤṥṦṧṨṩſ"), ("ss", "ßẞ"), ("t", "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ"), ("th", "Þþ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"), ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"), ("x", "ẊẋẌẍ"),
    ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"), ("z", "ŹźŻżŽžƵƶẐẑẒẓẔẕ"),
    ("'", "’‘ʼʹʻ´`"), ("-", "‐‑‒–—―−"),
  ]
}
