#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/store/schema.hpp"

namespace concordat::compare
{
/// What a reform does to one area, as far as the replicates can tell.
enum class AreaClass
{
    gains,
    loses,
    uncertain,  ///< the mean effect cannot be told from zero
    unchanged   ///< exactly zero in every replicate, or not measured
};
/// "gains", "loses", "uncertain" or "unchanged".
[[nodiscard]] char const* name_of(AreaClass area_class);

/// One area under the scenario less the same area under the baseline.
struct AreaEffect
{
    std::size_t pairs{};          ///< [count] replicates with a value in both
    double difference{};          ///< mean over pairs, scenario less baseline; NaN without pairs
    double standard_error{};      ///< Monte Carlo error of that mean
    double probability_better{};  ///< [probability] share of replicates, ties counting half
    double p_value{};             ///< paired t test of a mean of zero, two-sided; NaN with fewer than two pairs
    double adjusted_p_value{};    ///< Benjamini-Hochberg over the areas
    AreaClass area_class{AreaClass::unchanged};
};

/// Values of one outcome by area. Shape [area][replicate], both alike; NaN: not measured.
struct AreaValues
{
    std::vector<std::vector<double>> baseline{};
    std::vector<std::vector<double>> scenario{};
};

/// Paired effects, and which of them stand out: an area gains or loses where its adjusted p-value is
/// at most `false_discovery_rate`, so that of the areas named at most that share is expected to be
/// named wrongly.
/// \pre a direction that is better
[[nodiscard]] std::vector<AreaEffect> find_winners(AreaValues const& values, store::Direction direction,
                                                   double false_discovery_rate = 0.1);

/// How many areas of a group gain and lose.
struct GroupShares
{
    std::string group{};
    std::size_t areas{};
    std::size_t gains{};
    std::size_t loses{};
    std::size_t uncertain{};
    std::size_t unchanged{};

    [[nodiscard]] double share(std::size_t count) const  ///< of the group's areas
    {
        return static_cast<double>(count) / static_cast<double>(areas);
    }
};

/// Effects counted by group (region, type, deprivation quintile, CPA class ...), groups in the order in
/// which they first come; areas with an empty label are left out.
/// \param labels shape [area]: the group of each area
[[nodiscard]] std::vector<GroupShares> count_by_group(std::vector<AreaEffect> const& effects,
                                                      std::vector<std::string> const& labels);
/// All areas as one group of that name.
[[nodiscard]] GroupShares count_all(std::vector<AreaEffect> const& effects, std::string name = "all");
}  // namespace concordat::compare
