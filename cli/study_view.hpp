#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/compare/paired_difference.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::cli
{
/// Looks up a study's national results by the names of outcomes.
class StudyView
{
  public:
    explicit StudyView(store::StudyReader const& study) : study_{study} {}

    [[nodiscard]] store::Outcome const& outcome(std::string_view name) const;
    /// Outcomes of the terminal's short table, in the order of the schema.
    [[nodiscard]] std::vector<store::Outcome const*> headlines() const;
    [[nodiscard]] stats::Summary summarise(std::size_t scenario, std::string_view outcome) const;
    /// The scenario against its baseline, replicate by replicate.
    [[nodiscard]] compare::PairedDifference compare(std::size_t baseline, std::size_t scenario,
                                                    std::string_view outcome) const;

  private:
    [[nodiscard]] std::vector<double> values(std::size_t scenario, std::string_view outcome) const;
    store::StudyReader const& study_;
};
}  // namespace concordat::cli
