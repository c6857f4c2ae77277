/// Ethnic groups of the school census: extended code, main code, major group.
///
/// Source: the Department for Education's code sets of the national pupil database; the main codes (WBRI, AIND and so on) are
/// extended codes too.
package struct EthnicityHierarchy: BuiltInHierarchy {
    /// The name that a user gives.
    package let name = "ethnicity"
    /// What a value must be.
    package let form = "ethnic code of the school census such as WBRI"
    /// The names of the levels.
    package let levelNames = ["code", "main code", "major group"]

    /// The extended codes of each main code, the main code among them.
    private static let mains: [(major: String, main: String, extended: String)] = [
        ("White", "WBRI", "WBRI WCOR WENG WOWB WSCO WWEL"), ("White", "WIRI", "WIRI"), ("White", "WIRT", "WIRT"),
        ("White", "WROM", "WROM"),
        (
            "White", "WOTH",
            "WOTH WALB WBOS WCRO WEEU WEUR WGRC WGRE WGRK WITA WKOS WOTW WPOR WSER WTUC WTUK WTUR WWEU"
        ),
        ("Mixed", "MWBC", "MWBC"), ("Mixed", "MWBA", "MWBA"), ("Mixed", "MWAS", "MWAS MWAI MWAO MWAP"),
        ("Mixed", "MOTH", "MOTH MABL MACH MAOE MBCH MBOE MCOE MOTM MWCH MWOE"), ("Asian", "AIND", "AIND"),
        ("Asian", "APKN", "APKN AKPA AMPK AOPK"), ("Asian", "ABAN", "ABAN"),
        ("Asian", "AOTH", "AOTH AAFR AKAO ANEP AOTA ASLT ASNL ASRO"), ("Black", "BCRB", "BCRB"),
        ("Black", "BAFR", "BAFR BANN BAOF BCON BGHA BNGN BSLN BSOM BSUD"), ("Black", "BOTH", "BOTH BEUR BNAM BOTB"),
        ("Chinese", "CHNE", "CHNE CHKC CMAL COCH CSNG CTWN"),
        (
            "Other", "OOTH",
            "OOTH OAFG OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL OMRC OOEG OPOL OTHA OVIE OYEM"
        ),
        ("not known", "REFU", "REFU"), ("not known", "NOBT", "NOBT"),
    ]

    private static let groups: [ArraySlice<UInt8>: [ArraySlice<UInt8>]] = {
        var groups: [ArraySlice<UInt8>: [ArraySlice<UInt8>]] = [:]
        for (major, main, extended) in mains {
            for code in extended.split(separator: " ") {
                groups[.init(code.utf8)] = [.init(main.utf8), .init(major.utf8)]
            }
        }
        return groups
    }()

    /// The hierarchy of ethnic groups.
    package init() {}

    /// Main code and major group of a code.
    package func labels(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>]? { Self.groups[value] }
}
