#include "analysis/compare/winners.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "analysis/compare/paired_difference.hpp"
#include "analysis/compare/paired_test.hpp"
#include "analysis/stats/multiplicity.hpp"
#include "sim/core/check.hpp"

namespace concordat::compare
{
namespace
{
constexpr std::array<char const*, 4> class_names{"gains", "loses", "uncertain", "unchanged"};

AreaEffect measure(std::vector<double> const& baseline, std::vector<double> const& scenario, store::Direction direction)
{
    auto const paired = compare_pairs(baseline, scenario, direction);
    AreaEffect effect{.pairs = paired.difference.count,
                      .difference = paired.difference.mean,
                      .standard_error = paired.difference.standard_error,
                      .probability_better = paired.probability_better,
                      .p_value = test_zero_mean(paired)};
    bool const differs = paired.finding == Finding::differs;
    effect.area_class = differs ? AreaClass::uncertain : AreaClass::unchanged;
    return effect;
}

AreaClass judge(AreaEffect const& effect, double sign, double level)
{
    bool const clear = effect.adjusted_p_value <= level;  // never where it is NaN
    if (effect.area_class == AreaClass::unchanged || !clear) return effect.area_class;
    return sign * effect.difference > 0 ? AreaClass::gains : AreaClass::loses;
}

void count(AreaEffect const& effect, GroupShares& shares)
{
    ++shares.areas;
    std::array<std::size_t*, 4> const counts{&shares.gains, &shares.loses, &shares.uncertain, &shares.unchanged};
    ++*counts.at(static_cast<std::size_t>(effect.area_class));
}
}  // namespace

char const* name_of(AreaClass area_class) { return class_names.at(static_cast<std::size_t>(area_class)); }

std::vector<AreaEffect> find_winners(AreaValues const& values, store::Direction direction, double false_discovery_rate)
{
    core::require(values.baseline.size() == values.scenario.size(), "areas are paired with themselves");
    core::require(direction != store::Direction::neither, "who gains needs a direction that is better");
    std::vector<AreaEffect> effects;
    std::vector<double> p_values;
    for (std::size_t a = 0; a < values.baseline.size(); ++a) {
        effects.push_back(measure(values.baseline[a], values.scenario[a], direction));
        p_values.push_back(effects.back().p_value);
    }
    auto const adjusted = stats::adjust_benjamini_hochberg(p_values);
    double const sign = direction == store::Direction::higher_is_better ? 1 : -1;
    for (std::size_t a = 0; a < effects.size(); ++a) {
        effects[a].adjusted_p_value = adjusted[a];
        effects[a].area_class = judge(effects[a], sign, false_discovery_rate);
    }
    return effects;
}

std::vector<GroupShares> count_by_group(std::vector<AreaEffect> const& effects, std::vector<std::string> const& labels)
{
    core::require(effects.size() == labels.size(), "every area has a label");
    std::vector<GroupShares> groups;
    for (std::size_t a = 0; a < effects.size(); ++a) {
        if (labels[a].empty()) continue;
        auto found = std::find_if(groups.begin(), groups.end(), [&](auto const& g) { return g.group == labels[a]; });
        if (found == groups.end()) found = groups.insert(groups.end(), GroupShares{.group = labels[a]});
        count(effects[a], *found);
    }
    return groups;
}

GroupShares count_all(std::vector<AreaEffect> const& effects, std::string name)
{
    GroupShares all{.group = std::move(name)};
    for (auto const& effect : effects) count(effect, all);
    return all;
}
}  // namespace concordat::compare
