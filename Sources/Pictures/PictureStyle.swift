// SPDX-License-Identifier: Apache-2.0

/// The stylesheet that all pictures share.
///
/// Drawings carry class names and geometry only; colour, weight and line width live here, so that
/// they follow the page into the dark, into print and into forced colours. The class names are:
///
/// - `picture`, `picture-wide`, `picture-narrow`: the `<svg>` itself, one class for each layout.
/// - `pic-quiet`, `pic-strong`, `pic-value`, `pic-halo`: text that is secondary, bold, a printed
///   value, or ringed with paper.
/// - `pic-rule`, `pic-axis`, `pic-connector`, `pic-leader`, `pic-outline`, `pic-land`: lines, from
///   gridline to baseline, bridge, label leader and coast; land is a coast that closes.
/// - `pic-bar` with `pic-neutral`, `pic-good`, `pic-bad`, `pic-warning`, `pic-unexplained` or
///   `pic-total`: bars by tone.
/// - `pic-texture`, `pic-stripe`, `pic-dot`, `pic-hatch`: the patterns over bars.
/// - `pic-mark`, `pic-ring`, `pic-line`, `pic-band` with `pic-c1` to `pic-c7`: points, lines and
///   ranges by category.
/// - `pic-faint`, `pic-front`, `pic-reference`: the many small points of a scatter chart, the line
///   through those that nothing beats, and a limit.
/// - `pic-spoke`, `pic-step` with `pic-step1` to `pic-step5` or `pic-unreached`, `pic-site`,
///   `pic-shut`, `pic-open`: the lines, the places by length of journey or without one, the open and
///   closed sites of a catchment map, and the key's sign for any open one.
/// - `pic-plate`: paper under words that stand on lines and points.
/// - `pic-stated`, `pic-revised`, `pic-happened`: events by state.
/// - `pic-link`: an `<a>` round what it makes clickable.
public enum PictureStyle {
  /// Rules for every class name; needs the custom properties of ``tokens`` or a page's own.
  public static let css = rules + switches

  /// Rules that hold wherever a drawing is shown.
  static let rules = """
    .picture{font-variant-numeric:lining-nums tabular-nums}
    .picture text{fill:var(--ink);stroke:none}
    .picture .pic-quiet{fill:var(--quiet)}
    .picture .pic-strong,.picture .pic-value{font-weight:700}
    .picture .pic-halo{paint-order:stroke;stroke:var(--paper);stroke-width:4;stroke-linejoin:round}
    .picture .pic-rule{stroke:var(--rule);stroke-width:1}
    .picture .pic-axis{stroke:var(--ink);stroke-width:1.5}
    .picture .pic-connector,.picture .pic-leader{stroke:var(--quiet);stroke-width:1;fill:none}
    .picture .pic-outline{stroke:var(--rule);stroke-width:1.5;fill:none;stroke-linejoin:round}
    .picture .pic-land{fill:var(--wash)}
    .picture .pic-bar,.picture .pic-neutral{fill:var(--accent)}
    .picture .pic-good{fill:var(--good)}
    .picture .pic-bad{fill:var(--alert)}
    .picture .pic-warning{fill:var(--warn)}
    .picture .pic-total{fill:var(--quiet)}
    .picture .pic-unexplained{fill:var(--wash);stroke:var(--quiet);stroke-width:1}
    .picture .pic-texture{pointer-events:none}
    .picture .pic-stripe{stroke:var(--paper);stroke-width:1.25;stroke-opacity:.3;fill:none}
    .picture .pic-dot{fill:var(--paper);fill-opacity:.45}
    .picture .pic-hatch{stroke:var(--quiet);stroke-width:1.5;fill:none}
    .picture .pic-line{fill:none;stroke-width:2.5;stroke-linejoin:round;stroke-linecap:round}
    .picture .pic-band{fill-opacity:.16}
    .picture .pic-ring{fill:var(--paper);stroke-width:2.5}
    .picture .pic-mark{stroke:var(--paper);stroke-width:1}
    .picture .pic-plate{fill:var(--paper);fill-opacity:.9}
    .picture .pic-faint{fill-opacity:.7;stroke-width:.5}
    .picture .pic-ring.pic-faint{stroke-width:1.25;stroke-opacity:.75}
    .picture .pic-front{stroke:var(--ink);stroke-width:1.75;fill:none;stroke-linejoin:round}
    .picture .pic-reference{stroke:var(--warn);stroke-width:1.75}
    .picture .pic-spoke{stroke-width:1;stroke-opacity:.5}
    .picture .pic-step{stroke:var(--ink);stroke-width:.75}
    .picture .pic-step1{fill:var(--s1)}
    .picture .pic-step2{fill:var(--s2)}
    .picture .pic-step3{fill:var(--s3)}
    .picture .pic-step4{fill:var(--s4)}
    .picture .pic-step5{fill:var(--s5)}
    .picture .pic-unreached{fill:var(--warn)}
    .picture .pic-open{fill:var(--quiet)}
    .picture .pic-site{stroke:var(--ink);stroke-width:1.5}
    .picture .pic-shut{fill:var(--paper);stroke:var(--quiet);stroke-width:2}
    .picture .pic-happened{fill:var(--accent)}
    .picture .pic-stated{fill:var(--paper);stroke:var(--quiet);stroke-width:2}
    .picture .pic-revised{fill:var(--paper);stroke:var(--warn);stroke-width:2}
    .picture .pic-link text:not(.pic-value){fill:var(--accent);text-decoration:underline}
    .picture .pic-link .pic-halo{stroke:none}
    .picture .pic-link:hover text:not(.pic-value){text-decoration-thickness:2px}
    .picture .pic-link:focus-visible{outline:3px solid var(--warn);outline-offset:2px}
    \(categories)

    """

  /// Rules that fit drawings into a page, choose between the two, and follow the reader's own colours.
  private static let switches = """
    .picture{display:block;width:100%;height:auto}
    .picture-narrow{display:none}
    @media screen and (max-width:50rem){
    .picture-wide{display:none}
    .picture-narrow{display:block}
    }
    @media (forced-colors:active){
    .picture{--ink:CanvasText;--quiet:CanvasText;--rule:GrayText;--paper:Canvas;--wash:Canvas}
    .picture{--accent:LinkText;--good:CanvasText;--warn:CanvasText;--alert:CanvasText}
    }

    """

  /// Values of the custom properties: light, and dark where the reader's system asks for it.
  ///
  /// The seven categorical colours keep a distance of at least 18 (CIE76) from each other under
  /// normal vision and under protanopia, deuteranopia and tritanopia as Machado, Oliveira and
  /// Fernandes (2009) simulate them, and a contrast of at least 3 to 1 with the paper. The five
  /// steps of journey time move away from the paper, from the first to the fourth, and the fifth is
  /// the colour of alert.
  public static let tokens = """
    :root{\(light)}
    @media screen and (prefers-color-scheme:dark){:root{\(dark)}}

    """

  /// The light values, as declarations without a selector.
  static let light = """
    --ink:#16212b;--quiet:#4d5b67;--rule:#c9d1d8;--paper:#fff;--wash:#f3f6f7;\
    --accent:#005f73;--good:#1b6b3a;--warn:#8a5300;--alert:#a61b1b;\
    --c1:#005f73;--c2:#8f4217;--c3:#865dc1;--c4:#30a063;--c5:#5a1738;--c6:#14306b;--c7:#ab881c;\
    --s1:#e3f1f4;--s2:#9ccad4;--s3:#4a98a9;--s4:#005f73;--s5:#a61b1b
    """

  /// The dark values, as declarations without a selector.
  static let dark = """
    --ink:#e8edf1;--quiet:#a9b7c2;--rule:#3a4854;--paper:#10181f;--wash:#18232c;\
    --accent:#7cc7d6;--good:#7fd19b;--warn:#f0b45c;--alert:#ff9a94;\
    --c1:#7cc7d6;--c2:#a87650;--c3:#9157e7;--c4:#cbe8c2;--c5:#dc638e;--c6:#607cbd;--c7:#dec16c;\
    --s1:#10303b;--s2:#2a6a7a;--s3:#57a3b5;--s4:#b5e6f0;--s5:#ff9a94
    """

  /// The rules with the light colours written out, for programs that do not know custom properties.
  static let plainRules = light.split(separator: ";").reduce(rules) { rules, declaration in
    let parts = declaration.split(separator: ":")
    let pieces = rules.split(separator: "var(\(parts[0]))", omittingEmptySubsequences: false)
    return pieces.joined(separator: String(parts[1]))
  }

  /// Rules that give marks, lines and bands the seven categorical colours.
  private static let categories = (1...7).map { number in
    """
    .picture .pic-mark.pic-c\(number),.picture .pic-band.pic-c\(number){fill:var(--c\(number))}
    .picture .pic-ring.pic-c\(number),.picture .pic-line.pic-c\(number){stroke:var(--c\(number))}
    """
  }.joined(separator: "\n")
}
