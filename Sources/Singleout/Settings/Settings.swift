/// Every setting, by subject.
package enum Settings {
    /// All of them, in the order of the release file and then of help.
    package static let all =
        data + fields + population + families + requests + linkage + policy + question + brief + generate + run
    /// The name and version of the schema of release files.
    package static let releaseName = "singleout.release/1"
}
