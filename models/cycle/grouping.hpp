#pragma once

#include <string>
#include <vector>

#include "models/cycle/world.hpp"
#include "models/state/pack.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cycle
{
/// How results may be grouped.
enum class Grouping { nation, region, area_type, deprivation_quintile, inspection_class, subject_group, department,
                      indicator, area, area_indicator };
[[nodiscard]] std::vector<std::string> const& grouping_names();
[[nodiscard]] std::string const& name_of(Grouping grouping);
/// Whether its groups are sets of areas; else they are sets of indicators, or cells (area x indicator).
[[nodiscard]] bool groups_areas(Grouping grouping);
/// The grouping as results call it. Cells are crossed of `area` and `indicator`, which the caller places.
[[nodiscard]] store::Grouping describe_grouping(Grouping grouping, state::Pack const& pack);

/// To which group each area or indicator belongs.
class Membership
{
  public:
    /// \pre the grouping is not that of cells
    Membership(Grouping grouping, state::Pack const& pack);

    /// [index] of the group per area or indicator; outside [0, groups): of none.
    [[nodiscard]] std::vector<int> const& group_of(World const& world) const
    {
        return drawn_ ? world.population.cpa_class : fixed_;
    }
    [[nodiscard]] std::size_t group_count() const { return groups_; }

  private:
    std::vector<int> fixed_{};
    std::size_t groups_{};
    bool drawn_{};  ///< with the population
};
}  // namespace concordat::cycle
