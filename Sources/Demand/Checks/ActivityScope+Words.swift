// SPDX-License-Identifier: Apache-2.0

extension ActivityScope {
  /// The scope in words for messages, such as "provider “A”, ages 65 and over".
  var words: String {
    var parts: [String] = []
    if let provider { parts.append("provider “\(provider)”") }
    if let setting { parts.append("setting \(setting.rawValue)") }
    if let kind { parts.append("kind \(kind.rawValue)") }
    if let growthGroup { parts.append("group “\(growthGroup)”") }
    if let service { parts.append("service “\(service)”") }
    if let sex { parts.append("sex \(sex.rawValue)") }
    switch (ageFrom, ageTo) {
    case (nil, nil): break
    case (let first, nil): parts.append("ages \(first ?? 0) and over")
    case (let first, .some(let last)): parts.append("ages \(first ?? 0) to \(last)")
    }
    return parts.isEmpty ? "of any kind" : parts.joined(separator: ", ")
  }
}
