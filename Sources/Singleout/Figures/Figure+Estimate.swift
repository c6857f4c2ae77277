internal import Briefing
import PopulationModels

/// Population uniqueness estimated from a sample.
extension Figure {
    static let sampledPopulation = Figure("population", "Population", "The population from which the file is a sample.")
    static let sampleUniques = Figure(
        "sampleUniques", "Sample uniques", in: "records", worse: .higher,
        "The records of the sample that are alone in their class.")
    static let bootstrapDraws = Figure(
        "bootstrap", "Draws for an interval", in: "draws",
        "The draws that each interval was to rest on; 0 for no intervals.")
    static let drawSeed = Figure("seed", "Seed", "The seed of the random draws.")
    static let models = Figure("models", "Models", "What each model says of the population.")
    static let model = Figure("model", "Model", "The name of the model.")

    static let zayatz = Figure(
        ZayatzEstimator.name, "Zayatz",
        "The classes of the population are taken to have the sizes of those of the sample.",
        source: "Zayatz 1991")
    static let pitman = Figure(
        PitmanEstimator.name, "Pitman", "The classes are taken to come from an Ewens-Pitman partition.",
        source: "Hoshino 2001")
    static let slideNegativeBinomial = Figure(
        SlideNegativeBinomialEstimator.name, "Slide negative binomial",
        "The sizes of the classes less one are taken to follow a negative binomial distribution.",
        source: "Chen, Keller-McNulty 1998")
    static let dankar = Figure(
        DankarRule.name, "Dankar's rule", "One of Zayatz, Pitman and slide negative binomial, chosen by a rule.",
        source: "Dankar and others 2012")
    static let pitmanYor = Figure(
        PitmanYorEstimator.name, "Pitman-Yor", "The classes are taken to come from a Pitman-Yor process.",
        source: "Pitman, Yor 1997")
    static let logLinear = Figure(
        LogLinearEstimator.name, "Log-linear", "The cells are taken to follow a log-linear Poisson model.",
        source: "Skinner, Shlomo 2008")
    static let latentClass = Figure(
        LatentClassEstimator.name, "Latent class",
        "The fields are taken to be independent within each of some hidden classes.",
        source: "Manrique-Vallier, Reiter 2012")
    static let disModel = Figure(
        DISEstimator.name, "DIS", "Data intrusion simulation: how likely a match with a sample unique is right.",
        source: "Skinner, Elliot 2002")
    /// The models in their order.
    static let uniqueModels = [zayatz, pitman, slideNegativeBinomial, dankar, pitmanYor, logLinear, latentClass]

    static let populationUniques = Figure(
        "populationUniques", "Population uniques", in: "persons", worse: .higher,
        "The estimated number of persons alone in their class of the population.")
    static let fraction = Figure(
        "fraction", "Share", in: Figure.share, worse: .higher, "Population uniques / persons of the population.")
    static let intervalReason = Figure(
        "intervalReason", "Why no interval", "Why the model has no answer, or its number no interval.")
    static let confidence = Figure(
        "confidence", "Confidence", in: Figure.share,
        "The share of such intervals that hold the truth where the assumptions hold.")
    static let draws = Figure("draws", "Draws", in: "draws", "The draws that the interval rests on; 0 for none.")
    static let formula = Figure("formula", "Formula", "The interactions of the model that was fitted.")
    static let tau1 = Figure(
        "tau1", "Sample uniques that are unique in the population", in: "records", worse: .higher,
        "The expected number of sample uniques that are unique in the population.", source: "Skinner, Shlomo 2008")
    static let tau2 = Figure(
        "tau2", "Correct matches of sample uniques", in: "records", worse: .higher,
        "The expected number of right matches when each sample unique is matched with one of its class in the population.",
        source: "Skinner, Shlomo 2008")
    static let criterion = Figure(
        "criterion", "Criterion of the model", "How far the model fits too loosely or too closely; best near 0.",
        source: "Skinner, Shlomo 2008")
    static let parameters = Figure("parameters", "Parameters", "The fitted numbers of the model, by name.")
    static let atSizes = Figure(
        "at", "Other sizes of the population", "What the model says of other populations, by size.")
    static let persons = Figure("size", "Persons", in: "persons", "The number of persons of the population.")
    static let uniquenessAtSize = Figure(
        "uniqueness", "Uniqueness", in: Figure.share, worse: .higher,
        "The probability that a person is alone in their class of a population of the size.")
    static let correctness = Figure(
        "correctness", "Correct guesses", in: Figure.share, worse: .higher,
        "The probability that a guess among the persons of a class is right, in a population of the size.")
    static let assumptions = Figure(
        "assumptions", "Assumes", "What must hold beyond the file being a simple random sample.")
    static let directionOfError = Figure(
        "directionOfError", "Error", "Whether the number tends to be above or below the truth, and when.")
    static let diagnostics = Figure("diagnostics", "Diagnostics", "How the fit went.")
    static let converged = Figure("converged", "Converged", "Whether the fit reached its tolerance.")
    static let iterations = Figure(
        "iterations", "Steps", in: "steps", "The steps that the fit took; 0 where the number follows at once.")
    static let fallback = Figure("fallback", "Fallback", "What was done in place of the usual way.")
    static let fitNotes = Figure("notes", "Notes", "What should be known of the number, a sentence each.")

    static let backTest = Figure(
        "backTest", "Back-test", "How the models did on sub-samples of the file, as if it were the population.")
    static let subsamples = Figure("subsamples", "Sub-samples", in: "sub-samples", "How many sub-samples were drawn.")
    static let subsampleRecords = Figure(
        "records", "Records", in: "records", "The records of each sub-sample.")
    static let uniquesOfFile = Figure(
        "uniques", "Uniques", in: "records",
        "The records alone in their class of the file, which the models should find.")
    static let testedModels = Figure("models", "Models", "How each model did.")
    static let answers = Figure(
        "answers", "Answers", in: "sub-samples", "The sub-samples for which the model had an answer.")
    static let meanRatio = Figure("meanRatio", "Mean ratio", "The mean of estimate / truth over them; 1 is right.")
    static let lowestRatio = Figure("lowestRatio", "Lowest", "The lowest ratio of them.")
    static let highestRatio = Figure("highestRatio", "Highest", "The highest ratio of them.")

    static let sampleClassSize = Figure(
        "sampleClassSize", "Records in its class", in: "records", worse: .lower,
        "The records of the sample that agree with the record on all fields, itself among them.")
}
