internal import Briefing

/// Why one record is singled out.
extension Figure {
    static let disclosive = Figure(
        "disclosive", "Disclosive", "That the answer says how one person can be found: keep it as the file itself.")
    static let recordsOfFile = Figure("records", "Records", in: "records", "The records of the file.")
    static let record = Figure("record", "Record", "The number of the record in the file, from 1.")
    static let classSize = Figure(
        "classSize", "Class size f", in: "records", worse: .lower,
        "The records that agree with this one on all fields, itself among them.")
    static let prosecutorRisk = Figure(
        "prosecutorRisk", "Prosecutor risk", in: Figure.share, worse: .higher, "1 / class size.",
        source: "El Emam 2013")
    static let fieldByField = Figure(
        "fieldByField", "Field by field", "How the fields, one after another, single the record out.")
    static let recordsAlike = Figure(
        "alone", "Records with the same value", in: "records", worse: .lower,
        "The records that agree with this one on the field, itself among them.")
    static let recordsLeft = Figure(
        "withThoseBefore", "Records left", in: "records", worse: .lower,
        "The records that agree with this one on the field and on all before it, itself among them.")
    static let minimalSets = Figure(
        "minimalSampleUniques", "Minimal sample uniques",
        "The sets of fields that single the record out while no part of them does.",
        source: "Elliot, Manning, Ford 2002")
    static let setFields = Figure("fields", "Fields", "The fields of the set.")
    static let recordPopulation = Figure(
        "population", "Population", "The class of the record in the population data.")
    static let populationClassSize = Figure(
        "classSize", "Class size F in the population", in: "persons", worse: .lower,
        "The persons of the population data that agree with the record on all fields.")
    static let journalistRisk = Figure(
        "journalistRisk", "Journalist risk", in: Figure.share, worse: .higher, "1 / class size in the population.",
        source: "El Emam 2013")
    static let recordIndividual = Figure(
        "individual", "Individual risk", "The risk of the record by the weights of its class.",
        source: "Benedetti, Franconi 1998")
    static let classWeight = Figure(
        "classWeight", "Weight of the class", in: "persons", worse: .lower,
        "The weights of the records of the class, added up: an estimate of its persons in the population.")
    static let individualRisk = Figure(
        "risk", "Individual risk", in: Figure.share, worse: .higher,
        "The mean of 1 / the number of persons of the class in the population, as estimated from the weights.",
        source: "Benedetti, Franconi 1998")
    static let recordHousehold = Figure("household", "Household", "The household of the record.")
    static let membersCounted = Figure(
        "members", "Members", in: "records", "The members of the household that are not left out.")
    static let riskOfHousehold = Figure(
        "risk", "Household risk", in: Figure.share, worse: .higher,
        "The probability that at least one member is found, members being found independently: 1 less the product of 1 - risk."
    )
    static let sensitiveOfClass = Figure(
        "sensitive", "Sensitive fields", "What the class of the record gives away of each sensitive field.")
    static let distinctValues = Figure(
        "distinctValues", "Different values", in: "values", worse: .lower,
        "The different values of the field in the class of the record.")
    static let recordsSharingTheValue = Figure(
        "recordsSharingTheValue", "Records with the same value", in: "records",
        "The records of the class that have the record's value of the field, itself among them.")
}

/// What only tables of explanations hold.
extension Figure {
    static let recordsWithoutOne = Figure(
        "withoutOne", "Records without one of them", in: "records",
        "The records that agree with this one when the first, the second, ... field of the set is not known, itself among them."
    )
    static let arithmetic = Figure("arithmetic", "Arithmetic", "How the number is worked out.")

    /// The figures that only tables hold.
    static let explainColumns = [recordsWithoutOne, arithmetic]
}
