// SPDX-License-Identifier: Apache-2.0

/// Which comments hold each word, with the words in order so that a beginning finds them all.
struct Vocabulary: Sendable {
  /// How many new words wait before they are put in order with the rest.
  private static let mostWaiting = 512

  private var placeOf: [String: Int] = [:]
  private var words: [String] = []
  private var comments: [[Int32]] = []
  /// Places in `words`, in the order of the words.
  private var ordered: [Int] = []
  private var waiting: [Int] = []

  /// Adds a comment, whose number must be greater than any added before.
  mutating func add(_ comment: Int, text: String) {
    for word in Set(PlainWords.words(of: text)) {
      if let place = placeOf[word] {
        comments[place].append(Int32(comment))
        continue
      }
      placeOf[word] = words.count
      waiting.append(words.count)
      words.append(word)
      comments.append([Int32(comment)])
    }
    if waiting.count > max(Self.mostWaiting, ordered.count / 4) { putWaitingInOrder() }
  }

  /// Puts every word in order, after many comments were added.
  mutating func putWaitingInOrder() {
    guard !waiting.isEmpty else { return }
    ordered.append(contentsOf: waiting)
    waiting.removeAll(keepingCapacity: true)
    let words = words
    // By bytes, so that words with the same beginning always stand together.
    ordered.sort { words[$0].utf8.lexicographicallyPrecedes(words[$1].utf8) }
  }

  /// The comments with a word that begins so.
  func comments(withWordBeginning beginning: String) -> Bitmap {
    var found = Bitmap()
    for rank in firstRank(notBefore: beginning)..<ordered.count {
      guard words[ordered[rank]].utf8.starts(with: beginning.utf8) else { break }
      for comment in comments[ordered[rank]] { found.insert(Int(comment)) }
    }
    for place in waiting where words[place].utf8.starts(with: beginning.utf8) {
      for comment in comments[place] { found.insert(Int(comment)) }
    }
    return found
  }

  private func firstRank(notBefore word: String) -> Int {
    var low = 0
    var high = ordered.count
    while low < high {
      let middle = (low + high) / 2
      if words[ordered[middle]].utf8.lexicographicallyPrecedes(word.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
