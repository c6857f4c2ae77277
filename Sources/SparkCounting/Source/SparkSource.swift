/// Where the records are that a cluster counts.
package enum SparkSource: Codable, Hashable, Sendable {
    /// A table or view of the cluster's catalogue.
    case table(SparkTableName)
    /// Files that the cluster can read.
    case files(SparkFiles)

    /// What outputs call the data: the table's name, or the path of the files.
    package var name: String {
        switch self {
        case .table(let table): table.description
        case .files(let files): files.path
        }
    }
}
