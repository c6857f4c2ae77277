/// Codes of special educational needs: the provision and the primary type.
struct SpecialNeedTypes: Sendable {
    private let names: TextTable
    private let plan: AliasTable
    private let support: AliasTable

    init() {
        let table = ParameterTable("sen_types")
        names = TextTable(table.strings("type"))
        plan = AliasTable(weights: table.numbers("plan"))
        support = AliasTable(weights: table.numbers("support"))
    }

    /// The code of a provision in a census year: until 2014 school action, school action plus and statements, from 2015 on
    /// support and plans.
    static func code(of provision: NeedModel.Provision, year: Int, severity: UInt16) -> StaticString {
        switch provision {
        case .none: "N"
        case .support: year >= 2015 ? "K" : severity & 0xFF < 102 ? "P" : "A"
        case .plan: year >= 2015 ? "E" : "S"
        }
    }

    /// Writes the primary type, which stays with the pupil as long as the provision does.
    func writeType(of provision: NeedModel.Provision, pupil: Int, need: UInt16, to row: RowBuffer) {
        let bits = ((UInt64(pupil) << 16) | UInt64(need)) &* 0x9e37_79b9_7f4a_7c15
        let mixed = (bits ^ (bits >> 29)) &* 0xbf58_476d_1ce4_e5b9
        let number = mixed ^ (mixed >> 32)
        names.write(provision == .plan ? plan.outcome(of: number) : support.outcome(of: number), to: row)
    }
}
