// SPDX-License-Identifier: Apache-2.0

import Sampling

/// Surnames put together of syllables, so that there are tens of thousands of rare ones.
enum SurnameMaker {
  private static let starts = words(
    """
    ash bar beck birch black blen brad bram brand bridg brook buck cal can carl cas chad charl clay
    cliff col cot crom cul dar den der dun east eden elm ever fair farn fen field flint gar glen
    grims hadd hal ham har hart hazel hen hex hol horn hun ingle kel kings kirk lang lath lin lock
    long mal mar mel mer mid mor nether new nor oak old orm pad pem pen pol quar rad raven red rip
    rock rosen rush ryd sand sed sel sher skel slad som stan staple stir sut swin tad tarn thorn
    til tor tre tun under up wal war wes whit wil win wist wol wood wych yar
    """)
  private static let middles = words(
    """
    a al an ar ber ding e el en er ering ers i in ing ings is ler ling low man mer o ol on or ough
    ow ser ster ter tin y
    """)
  private static let ends = words(
    """
    beck bourne bridge brook burn bury by combe cott croft dale den down ell field fold ford garth
    gate grave ham hill holme hurst land ley low man mere more ness pool ridge sett shaw side sole
    stead stock stone stow thorpe ton try wald ward water way well wick win wold wood worth yard
    """)
  private static let easternEnds = words(
    "ski ska czyk wicz ak ek enko escu ov ova auskas aite ins ivic uk arz icki iak oiu eanu")
  private static let southAsianEnds = words(
    "wal ani jee pal dar want kar raj nath appa uddin ullah")
  private static let westAfricanEnds = words("wale ola ade nkwo chi ngo sah dun tola kunle ndu ma")
  private static let middleEasternEnds = words("zadeh pour i oglu ian nejad vand ani awi dar")
  private static let foreignStarts = words(
    """
    ab ad ak al am an ar as ba bal ban bar bas ber bo bor cha che da dal dan dar do dra fa far ga
    gan gar go gor ha ham he ho ja jan ka kal kan kar ko kor ku la lat le lo ma mal man mar me mi mo
    na nad ni no nu o ob ol om pa pan par pe po ra ram ran ri ro ru sa sad sal san sar se sha so su
    ta tal tan tar to tu u wa wo ya ye yu za zal zan
    """)

  /// A surname of an origin, rarer ones as likely as they are many.
  static func surname(of origin: NameOrigin, using stream: inout RandomStream) -> [UInt8] {
    guard origin == .british || origin == .eastAsian else {
      return foreign(ends(origin), using: &stream)
    }
    let start = stream.early(of: starts, steepness: 1.3)
    let end = stream.early(of: ends, steepness: 1.3)
    guard stream.happens(0.55) else { return start + end }
    return start + stream.one(of: middles) + end
  }

  private static func foreign(_ ends: [[UInt8]], using stream: inout RandomStream) -> [UInt8] {
    let start = stream.one(of: foreignStarts)
    let middle = stream.one(of: foreignStarts)
    return start + middle + stream.early(of: ends, steepness: 1.5)
  }

  private static func ends(_ origin: NameOrigin) -> [[UInt8]] {
    switch origin {
    case .southAsian: southAsianEnds
    case .westAfrican: westAfricanEnds
    case .middleEastern: middleEasternEnds
    case .easternEuropean, .british, .eastAsian: easternEnds
    }
  }
}
