package import Briefing

/// Equivalence classes: records that agree on all fields of a combination.
extension Figure {
    package static let classes = Figure(
        "classes", "Equivalence classes", in: "classes", worse: .higher,
        "The groups of records that agree on every field of the combination.", source: "Samarati 2001")
    package static let k = Figure(
        "k", "k", in: "records", worse: .lower,
        "The number of records of the smallest equivalence class; with wildcards the smallest number of records that match one.",
        source: "Samarati 2001; Sweeney 2002")
    package static let uniques = Figure(
        "uniques", "Uniques", in: "records", worse: .higher, "The records that are alone in their class.")
    package static let uniqueness = Figure(
        "uniqueness", "Uniqueness", in: Figure.share, worse: .higher, "Uniques / records.")
    package static let meanRisk = Figure(
        "meanRisk", "Mean risk", in: Figure.share, worse: .higher,
        "The mean over records of 1/f, where f is the number of records of the class; classes / records.")
    static let recordsBelow = Figure(
        "recordsBelow", "Records in small classes", in: "records", worse: .higher,
        "The records in classes smaller than each threshold.")
    static let sizeHistogram = Figure(
        "sizeHistogram", "Class sizes", in: "classes", "The number of classes of each size.")
    static let attackers = Figure(
        "attackers", "Attackers",
        "The risk from three attackers: one who knows that a person is in the file (prosecutor), one who "
            + "does not (journalist), and one who re-identifies as many as possible (marketer).", source: "El Emam 2013"
    )
    static let riskThreshold = Figure(
        "threshold", "Risk threshold", in: Figure.share, "The risk above which a record is at risk.")
    static let attacker = Figure("attacker", "Attacker", "The intruder who is assumed to look for persons of the file.")
    static let prosecutor = Figure("prosecutor", "Prosecutor", "An attacker who knows that a person is in the file.")
    static let journalist = Figure(
        "journalist", "Journalist", "An attacker who does not know whether a person is in the file.")
    static let marketer = Figure("marketer", "Marketer", "An attacker who re-identifies as many persons as possible.")
    package static let recordsAtRisk = Figure(
        "recordsAtRisk", "Records at risk", in: Figure.share, worse: .higher,
        "The share of records whose risk exceeds the risk threshold.")
    package static let highestRisk = Figure(
        "highestRisk", "Highest risk", in: Figure.share, worse: .higher, "The highest risk of any record.")
    package static let successRate = Figure(
        "successRate", "Success rate", in: Figure.share, worse: .higher,
        "The mean risk over records; for the journalist the classes / the persons of these classes in the population, where that "
            + "is larger.", source: "El Emam 2013")
    static let uniqueRate = Figure(
        "uniqueRate", "Unique records", in: Figure.share, worse: .higher,
        "The share of records with a risk of 1 for the prosecutor.")
    static let riskDistribution = Figure(
        "riskDistribution", "Risk of single records", "How the risk of single records is spread.")
    static let risk = Figure("risk", "Risk", "How the risk of a record is found: inverseSize is 1/f.")
    static let bands = Figure(
        "bands", "Records by risk", in: "records", "The records in each band of risk, by its upper end.")
    static let bandEnd = Figure("upTo", "Risk up to", in: Figure.share, "The upper end of the band.")
    static let quantiles = Figure(
        "quantiles", "Risk by share", in: Figure.share, "The risk that a share of the records does not exceed.")
    static let quantileShare = Figure("share", "Share of records", in: Figure.share, "The share of the records.")
    static let quantileRisk = Figure(
        "risk", "Risk", in: Figure.share, "The risk that the share of the records does not exceed.")
}

/// The population that a file is from.
extension Figure {
    package static let deltaPresence = Figure(
        "deltaPresence", "delta-presence", worse: .higher,
        "How surely a person of the population data is in the file: f/F of the classes, which are f persons of the file and F of the "
            + "population data.", source: "Nergiz, Atzori, Clifton 2007")
    static let presenceMin = Figure(
        "min", "delta-presence, the lowest f/F", in: Figure.share, "The lowest f/F of any class of the population data."
    )
    static let presenceMax = Figure(
        "max", "delta-presence, the highest f/F", in: Figure.share, worse: .higher,
        "The highest f/F of any class of the population data.")
    package static let kMap = Figure(
        "kMap", "k-map", worse: .lower,
        "The smallest number of persons that any class of the file has in the population.", source: "Sweeney 2001")
    static let kMapK = Figure("k", "k in the population", in: "persons", worse: .lower, "k of the k-map.")
    static let significance = Figure(
        "significance", "Significance", in: Figure.share, "The chance that the estimate allows to be wrong.")
    static let kZeroTruncated = Figure(
        "kZeroTruncated", "k in the population, zero-truncated", in: "persons", worse: .lower,
        "The estimate of k with the zero-truncated Poisson distribution.", source: "El Emam, Dankar 2008")
    static let populationData = Figure("populationData", "Population data", "The data in which the file was looked up.")
    static let source = Figure("source", "Source", "The path of the data.")
    static let populationRecords = Figure(
        "records", "Persons in the population data", in: "persons", "The records of the population data.")
    static let populationK = Figure(
        "k", "k in the population, the smallest class there", in: "persons", worse: .lower,
        "The smallest number of persons that any class of the file has in the population data.")
    static let population = Figure("population", "Population", "The population that the file is from.")
    static let populationSize = Figure(
        "size", "Persons in the population", in: "persons", "The number of persons in the population.")
    static let samplingFraction = Figure(
        "samplingFraction", "Sampling fraction, records / persons", in: Figure.share,
        "Records / persons of the population.")
}

/// The risk of single records and of households.
extension Figure {
    static let individual = Figure(
        "individual", "Individual risk", "The risk of single records, added up.", source: "Benedetti, Franconi 1998")
    package static let expectedReidentifications = Figure(
        "expectedReidentifications", "Expected re-identifications", in: "records", worse: .higher,
        "The sum over records of their risk.")
    package static let rate = Figure(
        "rate", "Rate", in: Figure.share, worse: .higher, "Expected re-identifications / records.")
    static let maxRate = Figure(
        "maxRate", "Highest rate", in: Figure.share, "The rate of re-identification that must not be reached.")
    static let individualThreshold = Figure(
        "threshold", "Risk threshold for the rate",
        "The risk up to which records can stay unchanged for a rate below the highest.")
    static let thresholdRisk = Figure(
        "risk", "Risk", in: Figure.share, "The risk up to which records can stay unchanged.")
    static let unsafeRecords = Figure(
        "unsafeRecords", "Unsafe records", in: "records", worse: .higher, "The records with a higher risk.")
    static let rateAfter = Figure("rateAfter", "Rate afterwards", in: Figure.share, "The rate without those records.")
    static let households = Figure("households", "Households", "The risk that any member of a household is found.")
    package static let householdRate = Figure(
        "rate", "Household rate", in: Figure.share, worse: .higher,
        "The mean over records of the risk that any member of their household is found.")
    package static let highestHouseholdRisk = Figure(
        "highestRisk", "Highest household risk", in: Figure.share, worse: .higher,
        "The highest risk that any member of a household is found.")
    static let householdCount = Figure("count", "Households", in: "households", "The households.")
    static let recordsWithout = Figure(
        "recordsWithout", "Records without a household", in: "records",
        "The records without a value in the field of households.")
    static let householdThreshold = Figure(
        "threshold", "Household threshold", in: Figure.share, "A household is unsafe when its risk exceeds this.")
    static let unsafeHouseholds = Figure(
        "unsafe", "Unsafe households", in: "households", worse: .higher,
        "The households whose risk exceeds the threshold.")
    static let membersAbove = Figure(
        "membersAbove", "Members above", in: "records", worse: .higher,
        "The records whose own risk exceeds the threshold for a member of a household of their size.")
    static let householdSizes = Figure(
        "sizes", "Households by size", "The figures of households of each number of members.")
    static let householdMembers = Figure("members", "Members", in: "records", "The number of members of a household.")
    static let householdsOfSize = Figure("households", "Households", in: "households", "The households of the size.")
    static let memberThreshold = Figure(
        "memberThreshold", "Threshold for a member", in: Figure.share,
        "The risk of a single member at which a household of the size reaches the threshold.")
}

/// Fields that must not be learned: attribute disclosure.
extension Figure {
    static let sensitive = Figure("sensitive", "Sensitive fields", "The models of each sensitive field.")
    static let sensitiveGivenOthers = Figure(
        "sensitiveGivenOthers", "Sensitive fields, the others known",
        "The models of each sensitive field in the classes that the other sensitive fields make with the quasi-identifiers."
    )
    static let sensitiveRecords = Figure(
        "records", "Records", in: "records", "The records that have a value of the field.")
    static let sensitiveExcluded = Figure(
        "excluded", "Records left out", in: "records", "The records left out because the value of the field is missing."
    )
    static let differentValues = Figure(
        "values", "Different values", in: "values", "The different values of the field in the file.")
    package static let distinctL = Figure(
        "distinctL", "l, distinct", in: "values", worse: .lower,
        "The fewest different values of the field in any class.",
        source: "Machanavajjhala and others 2007")
    package static let entropyL = Figure(
        "entropyL", "l, entropy", worse: .lower, "The smallest exp(entropy) of the values of the field in any class.",
        source: "Machanavajjhala and others 2007")
    static let entropyEstimator = Figure("entropy", "Entropy estimator", "How entropies are estimated.")
    package static let pSensitivity = Figure(
        "pSensitivity", "p of p-sensitive k-anonymity", in: "values", worse: .lower,
        "The fewest different values that any class has of any of the sensitive fields.", source: "Truta, Vinay 2006")
    package static let recursiveC = Figure(
        "recursiveC", "c of recursive (c,l)-diversity", worse: .higher,
        "For each l the number that c must be above for the file to be (c,l)-diverse.",
        source: "Machanavajjhala and others 2007")
    static let l = Figure("l", "l", in: "values", "l of (c,l)-diversity.")
    static let c = Figure("c", "c", worse: .higher, "c of (c,l)-diversity.")
    package static let alpha = Figure(
        "alpha", "alpha", in: Figure.share, worse: .higher, "The largest share of one value of the field in any class.",
        source: "Wong and others 2006")
    static let tCloseness = Figure(
        "tCloseness", "t-closeness", "How far the values of the field in a class are from those in the file.",
        source: "Li, Li, Venkatasubramanian 2007")
    static let distance = Figure(
        "distance", "Distance", "The distance between distributions: equal, ordered or hierarchical.")
    static let order = Figure("order", "Order", "What the values were ordered by.")
    package static let t = Figure(
        "t", "t", in: Figure.share, worse: .higher, "The largest distance of any class from the file.",
        source: "Li, Li, Venkatasubramanian 2007")
    package static let deltaDisclosure = Figure(
        "deltaDisclosure", "delta of disclosure privacy", worse: .higher,
        "The largest |ln(q/p)| of any value in any class, where q is its share in the class and p in the file.",
        source: "Brickell, Shmatikov 2008")
    static let deltaDisclosureConvention = Figure(
        "deltaDisclosureConvention", "Values compared", "Over which values delta is taken.")
    static let classesLackingValues = Figure(
        "classesLackingValues", "Classes lacking a value", in: "classes",
        "The classes that lack a value which the file has.")
    package static let beta = Figure(
        "beta", "beta", worse: .higher,
        "The largest (q - p)/p of any value in any class, where q is its share in the class and p in the file.",
        source: "Cao, Karras 2012")
    package static let enhancedBeta = Figure(
        "enhancedBeta", "beta, enhanced", worse: .higher, "The largest bound min(beta, -ln p) of any value.",
        source: "Cao, Karras 2012")
    static let enhancedBetaMet = Figure(
        "enhancedBetaMet", "Enhanced bound kept", "Whether every gain is within its bound.")
    static let enhancedBetaConvention = Figure("enhancedBetaConvention", "Enhanced bound", "What the enhanced beta is.")
}

/// Whether a file meets its policy.
extension Figure {
    static let met = Figure("met", "Met", "Whether every rule is met.")
    static let formerAnswers = Figure("baselines", "Baselines", "The answers that no figure may be worse than.")
    static let rules = Figure("rules", "Rules", "Each rule against what was found.")
    static let rule = Figure("rule", "Rule", "The key that a policy has for the rule, or the rule as it was written.")
    static let ruleFigure = Figure("figure", "Figure", "What the rule is about.")
    static let ruleField = Figure("field", "Field", "The sensitive field that the figure is of.")
    static let ruleChoice = Figure(
        "by", "By",
        "What else the figure depends on: a threshold, a distance, or the fields with weights and households."
    )
    static let relation = Figure("relation", "Relation", "How the figure must compare with the limit.")
    static let limit = Figure("limit", "Limit", "What the rule asks for.")
    static let found = Figure("found", "Found", "What was found.")
    static let ruleMet = Figure(
        "met", "Met", "Whether the rule is met; a rule about a figure without a number is not.")
    static let ruleVerdict = Figure("verdict", "Verdict", "Whether the rule is met.")
    static let ruleResult = Figure(
        "result", "Result", "Whether the rule is met, where the counts that are published say so.")
    static let rowReason = Figure("reason", "Reason", "Why a number is missing.")
    static let excess = Figure(
        "excess", "Excess", "How far what was found is on the wrong side of the limit; 0 when it is not.")
    static let recordsAffected = Figure(
        "recordsAffected", "Records affected", in: "records", worse: .higher,
        "The records behind a rule that is not met; 0 when it is.")
}

/// Groups of records that are compared.
extension Figure {
    static let groups = Figure("groups", "Groups", "The comparisons of groups, one for each field.")
    static let minimumGroup = Figure(
        "minimumGroup", "Smallest group", in: "records", "Groups with fewer records are merged.")
    static let comparedRecords = Figure("records", "Records", in: "records", "The records that were compared.")
    static let whole = Figure("whole", "All records", "The outcomes of all records.")
    static let groupList = Figure("groups", "Groups", "The groups of the field.")
    static let group = Figure(
        "group", "Group", "The value of the field; null for records without one and for groups that were merged.")
    static let mergedCount = Figure(
        "mergedCount", "Groups merged", in: "groups", "How many groups were merged, as each has too few records.")
    static let groupRecords = Figure("records", "Records", in: "records", "The records of the group.")
    static let shareOfRecords = Figure(
        "shareOfRecords", "Share of records", in: Figure.share, "The group's records / all records.")
    static let shareOfRisk = Figure(
        "shareOfRisk", "Share of risk", in: Figure.share, worse: .higher, "The group's part of the sum of all risks.")
    static let outcomeMeanRisk = Figure(
        "meanRisk", "Mean risk", worse: .higher, "The mean over the group's records of 1/f.")
    static let outcomeAtRisk = Figure(
        "atRisk", "At risk", worse: .higher, "The share of the group's records whose risk exceeds the risk threshold.")
    static let outcomeUniqueness = Figure(
        "uniqueness", "Unique", worse: .higher, "The share of the group's records that are alone in their class.")
    static let outcomeIndividualRisk = Figure(
        "individualRisk", "Individual risk", worse: .higher,
        "The mean over the group's records of their individual risk.")
    static let outcomeFamilyUnique = Figure(
        "familyUnique", "Unique family", worse: .higher,
        "The share of the group's pupils whose family is unique.")
    static let outcomeHouseholdRegisterRisk = Figure(
        "householdRegisterRisk", "Found by household", worse: .higher,
        "The mean over the group's pupils of 1 / the number of families like theirs.")
    static let logLinearMatch = Figure(
        "logLinearMatch", "Correct match, log-linear", worse: .higher,
        "The probability that a match with the population is right, by the log-linear model.",
        source: "Skinner, Shlomo 2008")
    static let logLinearUnique = Figure(
        "logLinearUnique", "Unique, log-linear", worse: .higher,
        "The probability of being unique in the population, by the log-linear model.", source: "Skinner, Shlomo 2008")
    static let latentClassMatch = Figure(
        "latentClassMatch", "Correct match, latent class", worse: .higher,
        "The probability that a match with the population is right, by the latent-class model.",
        source: "Manrique-Vallier, Reiter 2012")
    static let latentClassUnique = Figure(
        "latentClassUnique", "Unique, latent class", worse: .higher,
        "The probability of being unique in the population, by the latent-class model.",
        source: "Manrique-Vallier, Reiter 2012")
    static let outcomeValue = Figure("value", "Value", in: Figure.share, "The mean of the outcome.")
    static let ratio = Figure("ratio", "Ratio", worse: .higher, "The group's mean / the mean of all records.")
    static let ratioInterval = Figure("ratioInterval", "95 % interval of the ratio", "The interval of the ratio.")
    static let concentration = Figure(
        "concentration", "Concentration", "How unequally the risk is spread over records.")
    static let halfOfRisk = Figure(
        "halfOfRisk", "Records with half of the risk", in: Figure.share,
        "The smallest share of the records that carries half of the risk.")
    static let gini = Figure(
        "gini", "Gini", in: Figure.share, worse: nil,
        "The Gini coefficient of the risk of records: 0 where all have the same.")
    static let curve = Figure("curve", "Lorenz curve", "The share of the risk that a share of the records carries.")
    static let curveRecords = Figure(
        "records", "Share of records", in: Figure.share, "The share of the records, from the highest risk down.")
    static let curveRisk = Figure("risk", "Share of risk", in: Figure.share, "The share of the risk that they carry.")
    static let adjusted = Figure(
        "adjusted", "Adjusted comparison", "Odds ratios from a logistic regression on several fields at once.")
    static let outcome = Figure("outcome", "Outcome", "What the regression explains.")
    static let adjustedEvents = Figure(
        "events", "Records with the outcome", in: "records", "The records that have the outcome.")
    static let recordsOfOneOutcome = Figure(
        "recordsOfOneOutcome", "Records of one outcome", in: "records",
        "The records of groups in which all have the outcome or none has, which are left out.")
    static let patterns = Figure("patterns", "Patterns", "The different combinations of groups.")
    static let deviance = Figure("deviance", "Deviance", "The deviance of the fitted model.")
    static let steps = Figure("steps", "Steps", "The steps of Newton's method.")
    static let adjustedFields = Figure("fields", "Fields", "The fields of the regression.")
    static let levels = Figure("levels", "Groups", "The groups of the field.")
    static let isReference = Figure("isReference", "Reference", "Whether the other groups are compared with this one.")
    static let oddsRatio = Figure(
        "oddsRatio", "Odds ratio", worse: .higher,
        "The odds of the outcome / those of the reference, the other fields being equal.")
}
