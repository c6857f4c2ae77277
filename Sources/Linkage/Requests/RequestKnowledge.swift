/// What a requester knows of a child and sends along.
public enum RequestKnowledge: String, Codable, Sendable, Hashable, CaseIterable {
    /// What the memorandum of 2015 named: forename, surname, sex, date of birth and the last known address.
    case memorandum
    /// Forename, surname and date of birth.
    case nameAndBirth = "name-dob"
    /// Forename, surname, date of birth and the last known postcode.
    case nameBirthAndPostcode = "name-dob-postcode"
    /// Forename, surname, sex and date of birth.
    case nameBirthAndSex = "name-dob-sex"

    /// The fields that are compared, in the order of `PupilDatabase.identity`.
    package var fields: [String] {
        switch self {
        case .memorandum: PupilDatabase.identity
        case .nameAndBirth: ["surname", "forename", "date_of_birth"]
        case .nameBirthAndPostcode: ["surname", "forename", "date_of_birth", "postcode"]
        case .nameBirthAndSex: ["surname", "forename", "sex", "date_of_birth"]
        }
    }
}
