/// The columns of the files, which the codebook describes.
package enum Columns {
    /// The parts of an address.
    package static let address = ["sub_building", "building", "street", "town", "postcode"]
    static let place = ["lsoa", "la", "region"]
    static let identity = ["surname", "forename", "middle_name", "sex", "date_of_birth"]
    /// The sessions of each term.
    package static let sessions = ["autumn", "spring", "summer"].flatMap {
        ["sessions_possible_\($0)", "sessions_missed_\($0)"]
    }

    /// The columns of a census; nationality and country of birth were collected from 2017 on.
    static func census(_ year: Int) -> [String] {
        ["pupil_number"] + identity + address + place
            + [
                "school", "phase", "year_group", "entry_date", "ethnicity", "first_language", "fsm", "sen", "sen_type",
            ] + sessions + (year >= firstYearOfNationality ? ["nationality", "country_of_birth"] : [])
    }

    static let firstYearOfNationality = 2017
    static let register =
        ["pupil_number"] + identity + ["first_census", "last_census", "school"] + address + place
    static let addresses = ["pupil_number", "from", "to"] + address + ["lsoa"]
    static let enrolments = ["pupil_number", "school", "from", "to", "leaving_reason"]
    static let extract =
        identity + address + address.map { "previous_" + $0 } + ["school", "earliest_attendance", "latest_attendance"]
    static let schools = [
        "school", "name", "phase", "region", "la", "lsoa", "town", "postcode", "lowest_year_group",
        "highest_year_group",
        "places",
    ]
    static let areas = ["lsoa", "la", "region", "deprivation_decile", "addresses", "postcodes", "easting", "northing"]
    static let families = ["pupil_number", "family", "birth_order", "multiple_birth", "half_sibling", "other_home"]
    static let errors = ["file", "pupil_number", "field", "error", "true_value"]
    static let extractPupils = ["row", "pupil_number"]

    /// The columns of every file, by the name that the codebook uses.
    package static var all: [(file: String, columns: [String])] {
        [
            ("census", census(firstYearOfNationality)), ("register", register), ("addresses", addresses),
            ("enrolments", enrolments), ("extract", extract), ("schools", schools), ("areas", areas),
            ("truth/families", families), ("truth/errors", errors), ("truth/extract", extractPupils),
        ]
    }
}
