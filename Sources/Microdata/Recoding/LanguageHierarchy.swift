/// First languages of the school census: the code, and whether it is English.
///
/// Source: the Department for Education's code sets of the national pupil database.
package struct LanguageHierarchy: BuiltInHierarchy {
    /// The name that a user gives.
    package let name = "language"
    /// What a value must be.
    package let form = "language code of the school census such as ENG"
    /// The names of the levels.
    package let levelNames = ["language", "English or other"]

    /// Languages other than English.
    private static let others = """
        ACL ADA AFA AFK AKA AKAF AKAT ALB ALU AMR ARA ARAA ARAG ARAI ARAM ARAS ARAY ARM ASM ASR AYB AYM AZE BAI
        BAL BEJ BEL BEM BHO BIK BLT BMA BNG BNGA BNGC BNGS BSL BSQ BUL CAM CAT CCE CCF CGA CGR CHE CHI CHIA CHIC
        CHIH CHIK CHIM CRN CTR CWA CYM CZE DAN DGA DGB DIN DUT DZO EBI EDO EFI ESA EST EWE EWO FAN FIJ FIN FON
        FRN FUL GAA GAE GAL GEO GER GGO GKY GLG GRE GREA GREC GRN GUJ GUN GUR HAU HDK HEB HER HGR HIN IBA IDM
        IGA IGB IJO ISK ISL ITA JAV JIN JPN KAM KAN KAR KAS KAU KAZ KCH KGZ KHA KHY KIN KIR KIS KLN KMB KME KNK
        KNY KON KOR KPE KRI KRU KSI KSU KUR KURA KURM KURS LBA LBAC LBAK LGA LGB LGS LIN LIT LNG LOZ LSO LTV LTZ
        LUE LUN LUO LUY MAG MAI MAK MAN MANA MANB MANJ MAO MAR MAS MDV MEN MKD MLG MLM MLT MLY MLYA MLYI MNA MNG
        MNX MOR MSC MUN MYA NAH NAM NBN NDB NDBS NDBZ NEP NOR NUE NUP NWA NZM OAM OAMK OAMN OGN ORI ORM OTB OTH
        OTL PAG PAM PAT PHA PHR PNJ PNJA PNJG PNJM PNJP POL POR PORA PORB PRS PRSA PRSD PRST QUE RAJ RME RMI RMN
        RMNM RMNR RMS RNY RNYN RNYO RUS SAM SCB SCBB SCBC SCBS SCO SHL SHO SID SIO SLO SLV SND SNG SNH SOM SPA
        SRD SRK SSO SSOO SSOT SSW STS SUN SWA SWAA SWAC SWAK SWAM SWAT SWE TAM TEL TEM TES TGE TGL TGLF TGLG TGR
        THA TIB TIV TMZ TMZA TMZK TMZT TNG TON TPI TRI TSO TUK TUL TUM TUR UKR UMB URD URH UYG UZB VEN VIE VSY
        VSYA VSYH VSYS VSYW WAP WCP WOL WPE XHO YAO YDI YOR ZND ZUL
        """

    private static let groups: [ArraySlice<UInt8>: [ArraySlice<UInt8>]] = {
        var groups: [ArraySlice<UInt8>: [ArraySlice<UInt8>]] = [:]
        for code in others.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
            groups[.init(code.utf8)] = [.init("other".utf8)]
        }
        for code in ["ENG", "ENB"] { groups[.init(code.utf8)] = [.init("English".utf8)] }
        for code in ["REF", "NOT", "ZZZ"] { groups[.init(code.utf8)] = [.init("not known".utf8)] }
        return groups
    }()

    /// The hierarchy of first languages.
    package init() {}

    /// English (known or believed to be), other, or not known.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? { Self.groups[value] }
}
