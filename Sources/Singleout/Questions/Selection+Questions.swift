/// The questions about one file, each as the plan of its folder answers it.
extension Selection {
    /// Measures the combination of the quasi-identifiers; see `MeasurePlan`.
    public func measure(progress: AnalysisProgress.Handler? = nil) throws -> MeasureFindings {
        try MeasurePlan(self).run(progress: progress)
    }

    /// Measures every combination of the quasi-identifiers; see `CombinationPlan`.
    public func combinations(top: Int? = nil, progress: AnalysisProgress.Handler? = nil) throws -> CombinationFindings {
        try CombinationPlan(self, top: top).run(progress: progress)
    }

    /// Finds the minimal sample uniques of every record; see `SpecialUniquePlan`.
    public func specialUniques(progress: AnalysisProgress.Handler? = nil) throws -> SpecialUniqueFindings {
        try SpecialUniquePlan(self).run(progress: progress)
    }

    /// Estimates how many persons of the population are unique; see `EstimatePlan`.
    public func estimate(
        _ request: EstimateRequest = EstimateRequest(), progress: AnalysisProgress.Handler? = nil
    ) throws -> EstimateFindings {
        try EstimatePlan(self, request).run(progress: progress)
    }

    /// Explains why one record, counted from 1, is singled out; see `ExplainPlan`.
    public func explain(record number: Int, progress: AnalysisProgress.Handler? = nil) throws -> ExplainFindings {
        try ExplainPlan(self, record: number).run(progress: progress)
    }

    /// Compares the risk of groups of records; see `GroupComparisonPlan`.
    public func groupRisks(progress: AnalysisProgress.Handler? = nil) throws -> GroupFindings {
        try GroupComparisonPlan(self).run(progress: progress)
    }

    /// Holds the file against the rules; see `CheckPlan`.
    public func check(progress: AnalysisProgress.Handler? = nil) throws -> PolicyFindings {
        try CheckPlan(self).run(progress: progress)
    }
}
