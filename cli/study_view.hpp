#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/compare/paired_difference.hpp"
#include "analysis/compare/ranking.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// The rounds of a study as its results call them, in order.
[[nodiscard]] std::vector<std::string> list_periods(store::StudyReader const& study);

/// Looks up a study's national results by the names of outcomes: of one round, or each replicate's
/// mean over all rounds.
class StudyView
{
  public:
    explicit StudyView(store::StudyReader const& study) : study_{study}, periods_{list_periods(study)} {}
    StudyView(store::StudyReader const& study, std::string period) : study_{study}, periods_{std::move(period)} {}

    [[nodiscard]] bool has(std::string_view name) const;  ///< a study of an earlier version may lack an outcome
    [[nodiscard]] store::Outcome const& outcome(std::string_view name) const;
    /// Outcomes of the terminal's short table, in the order of the schema.
    [[nodiscard]] std::vector<store::Outcome const*> headlines() const;
    /// One value per replicate of the study: of the round, or the mean over all rounds.
    [[nodiscard]] std::vector<double> values(std::size_t scenario, std::string_view outcome) const;
    /// The same of a scenario less its baseline, under the same luck.
    [[nodiscard]] std::vector<double> changes(std::size_t baseline, std::size_t scenario, std::string_view outcome) const;
    [[nodiscard]] stats::Summary summarise(std::size_t scenario, std::string_view outcome) const;
    /// The scenario against its baseline, replicate by replicate.
    [[nodiscard]] compare::PairedDifference compare(std::size_t baseline, std::size_t scenario,
                                                    std::string_view outcome) const;

    /// Scenarios under the same luck; \pre the outcome has a direction that is better
    [[nodiscard]] compare::Ranks rank(std::vector<std::size_t> const& scenarios, std::string_view outcome) const;

  private:
    [[nodiscard]] std::vector<double> values(std::size_t scenario, std::string_view outcome,
                                             std::string const& period) const;
    store::StudyReader const& study_;
    std::vector<std::string> periods_;
};
}  // namespace concordat::cli
