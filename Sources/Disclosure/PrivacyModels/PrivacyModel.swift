/// The contract of every model of attribute disclosure: a level for each class, and the level of a file is that of its worst.
///
/// A model must not depend on the order of records or classes, nor on how values are named; what an order or a hierarchy of
/// values adds is the model's own parameter. A level is a number or infinity, when no finite parameter is met, and never NaN.
///
/// To add a model, write
/// - a type in a file of its own that gives the level of one class from the values in it,
/// - its level of a file in `SensitiveLevels`,
/// - what it is called and means as a `Figure` in `Singleout/Figures/Figure+Classes.swift`,
/// - its place in answers in `SensitiveFigures+JSON.swift`, and its row of the table in `MeasureFindings+Sensitive.swift`,
/// - a row in `RuledFigure.all`, where rules can be about it,
/// - a slow twin in `SlowDisclosure` for the agreement tests, and a subject of the conformance tests.
public protocol PrivacyModel: Sendable {
    /// Whether the worst class is the one with the highest level, as for distances, or the lowest, as for diversities.
    var isWorstHighest: Bool { get }

    /// The level of one class.
    ///
    /// - Parameters:
    ///   - group: The class.
    ///   - profile: What the class is a part of.
    func level(of group: SensitiveProfile.Group, in profile: SensitiveProfile) -> Double
}

extension PrivacyModel {
    /// The level of a file, that of its worst class; `nil` without records.
    ///
    /// - Complexity: O(classes) levels.
    public func level(of profile: SensitiveProfile) -> Double? {
        if profile.classes == 0 { return nil }
        var worst = level(of: profile.group(0), in: profile)
        for number in 1..<max(profile.classes, 1) {
            let level = level(of: profile.group(number), in: profile)
            worst = isWorstHighest ? max(worst, level) : min(worst, level)
        }
        return worst
    }
}
