#pragma once

#include <vector>

#include "models/state/agreement.hpp"
#include "models/state/conditions.hpp"
#include "models/state/outlook.hpp"
#include "models/state/pack.hpp"

namespace concordat::inspection
{
/// Settings of public comparison (scenarios/parameters/inspection/publication.yaml).
struct PublicationParams
{
    double strength{};           ///< [effort points per sigma] pub; 0: nothing is published
    double comparator_weight{};  ///< kap_cmp: the place among comparators relative to the target
    int comparators{};           ///< [areas] that an area is compared with
};

/// Lets published figures weigh on areas: the nearer to a published target or to the comparators'
/// mean, the more the next step is noticed.
///
///     pub [1{j in S} phi((T - mu)/s) + kap phi((mean of comparators - mu)/s)]
///
/// Source: docs/methods/inspection.md; Performance Art (2008), recommendation 1.
class Publication
{
  public:
    Publication(state::Pack const& pack, PublicationParams const& params);

    /// Adds to the slopes on measured performance. \pre remaining > 0
    void publish(state::Outlook const& outlook, state::Agreement const& agreement, state::Targets const& targets,
                 state::Conditions& conditions) const;

  private:
    void show_targets(state::Outlook const& outlook, state::Agreement const& agreement,
                      state::Targets const& targets, state::Conditions& conditions) const;
    void show_comparators(state::Outlook const& outlook, state::Conditions& conditions) const;

    PublicationParams params_;
    std::vector<std::vector<int>> comparators_{};  ///< [index] per area, nearest first
};
}  // namespace concordat::inspection
