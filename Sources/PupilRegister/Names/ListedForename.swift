/// A forename that birth statistics list.
struct ListedForename: Sendable {
    /// The name.
    let code: NameCode
    /// Its share of births of the sex, by birth year.
    let births: YearSeries
    /// How often each group has it, relative to the nation.
    let use: [Double]
}
