#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "analysis/compare/paired_difference.hpp"
#include "sim/store/study_reader.hpp"

namespace concordat::report
{
/// Which column: an outcome of a group, in a period or over all rounds.
struct Place
{
    static constexpr int all_rounds = -1;
    int outcome{};
    int grouping{};
    int group{};
    int period{all_rounds};  ///< [index] into the schema's periods, or each replicate's mean over all rounds
};

/// A study's values by place, one per replicate.
class StudyValues
{
  public:
    explicit StudyValues(store::StudyReader const& study);

    [[nodiscard]] store::StudyReader const& study() const { return study_; }
    [[nodiscard]] store::Schema const& schema() const { return study_.plan().schema; }
    [[nodiscard]] std::vector<int> const& rounds() const { return rounds_; }  ///< [index] of whole rounds
    [[nodiscard]] std::vector<int> const& years() const { return years_; }    ///< [index] of years of rounds

    [[nodiscard]] bool has(Place const& place) const;
    /// \pre `has(place)`
    [[nodiscard]] std::vector<double> read(std::size_t scenario, Place const& place) const;
    /// \pre `has(place)`
    [[nodiscard]] compare::PairedDifference compare(std::size_t baseline, std::size_t scenario,
                                                    Place const& place) const;

  private:
    [[nodiscard]] std::optional<std::size_t> find(Place const& place) const;
    store::StudyReader const& study_;
    std::vector<int> rounds_{};
    std::vector<int> years_{};
};
}  // namespace concordat::report
