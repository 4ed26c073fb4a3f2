// SPDX-License-Identifier: Apache-2.0

public import Linkage

/// Short and pet forms of given names that are common in England.
public enum Nicknames {
  /// Groups of names of which one person may bear any two.
  public static let english = NicknameTable(
    groups: list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) })

  private static let list = """
    abigail abby abi gail
    albert al bert bertie
    alexander alex alec sandy xander
    alexandra alex sandra lexi sasha
    alfred alf alfie fred
    alison ali allie
    amanda mandy
    andrew andy drew
    angela angie
    anne ann anna annie nan nancy
    anthony antony tony
    archibald archie
    arthur art artie
    barbara barb babs
    benjamin ben benny
    bernard bernie
    bridget biddy bridie
    bradley brad
    catherine katherine kathryn cathy kathy kate katie kitty cath
    charles charlie chas chuck
    charlotte lottie charlie
    christina christine chris chrissie tina
    christopher chris kit
    clifford cliff
    cynthia cindy
    daniel dan danny
    david dave davy
    deborah debra deb debbie
    derek del
    donald don donnie
    dorothy dot dottie dolly
    douglas doug
    edward ed eddie ted teddy ned
    eleanor ellie nell nellie nora
    elizabeth eliza liz lizzie beth betty bess betsy libby lisa elsie
    emily emma em
    ernest ernie
    eugene gene
    florence flo florrie flossie
    frances fran fanny
    francis frank
    frederick fred freddie
    gabrielle gabby
    geoffrey jeffrey geoff jeff
    george georgie
    gerald gerry jerry
    gillian gill jill
    gregory greg
    gwendoline gwen
    harold harry hal
    harriet hattie
    helen nell nellie ellen
    henry harry hal hank
    herbert bert herb
    hugh hughie
    isabel isabella isobel bella izzy
    jacqueline jackie
    jacob jake
    james jim jimmy jamie
    jane janet janie jenny
    jennifer jen jenny jenni
    jeremy jerry
    jessica jess jessie
    joanna joanne jo
    john jack johnny jon
    jonathan jon john jonny
    joseph joe joey
    josephine jo josie
    joshua josh
    judith judy
    kenneth ken kenny
    kimberly kim
    laura laurie
    lawrence laurence larry laurie
    leonard len lenny leo
    leslie les
    lewis louis lou lewie
    lucy lucille
    louise lou
    margaret maggie meg megan peggy peg madge rita greta
    martin marty
    mary molly polly may mamie
    matilda tilly
    matthew matt
    maurice mo morris
    maximilian max
    michael mike mick mickey
    michelle shelly
    mildred millie
    nathaniel nathan nat
    nicholas nick nicky
    nicola nicky nikki
    norman norm
    oliver ollie
    olivia liv livvy
    pamela pam
    patricia pat patsy trish tricia
    patrick pat paddy
    peter pete
    philip phillip phil
    philippa pippa pip
    rachel rach
    raymond ray
    rebecca becky becca
    reginald reg reggie
    richard dick rick ricky richie
    robert bob bobby rob robbie bert
    roderick rod
    roger rodge
    ronald ron ronnie
    rosemary rose rosie
    russell russ
    samantha sam
    samuel sam sammy
    sarah sara sally sadie
    sidney sid
    stanley stan
    stephanie steph
    stephen steven steve stevie
    stuart stu stewart
    susan susanna susannah sue susie
    sylvester sly
    terence terry
    teresa theresa terry tess tessa
    thomas tom tommy
    timothy tim timmy
    valerie val
    veronica ronnie
    victor vic
    victoria vicky vicki tori
    vincent vince vinnie
    violet vi
    virginia ginny
    walter wally walt
    wilfred wilf
    william will bill billy willie liam
    winifred winnie
    zachary zach zak
    """
}
