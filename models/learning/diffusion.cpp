#include "models/learning/diffusion.hpp"

#include <algorithm>
#include <numeric>

#include "models/learning/purposes.hpp"
#include "models/state/streams.hpp"
#include "sim/core/check.hpp"
#include "sim/core/elementary.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::learning
{
namespace
{
constexpr std::int32_t own_region = -1;
constexpr std::int32_t whole_nation = -2;

/// Weights fall with the rank among comparators, nearest first.
std::vector<double> cumulate_weights(std::size_t count, double decay)
{
    std::vector<double> reach;
    reach.reserve(count);
    double sum = 0.0;
    for (std::size_t rank = 0; rank < count; ++rank) {
        sum += core::exp(-decay * static_cast<double>(rank));
        reach.push_back(sum);
    }
    for (double& one : reach) one /= sum;
    return reach;
}
}  // namespace

Diffusion::Diffusion(state::Pack const& pack, DiffusionParams const& params)
    : params_{params},
      ids_{state::area_ids(pack)},
      numbers_{state::indicator_numbers(pack)},
      regions_{pack.regions.size() + 1}
{
    core::require(params.region_look.value() + params.library_look.value() <= 1.0 + 1e-12,
                  "areas look at one source a year");
    core::require(params.highest >= 1.0, "the best practice is no worse than the ordinary one");
    by_number_.resize(numbers_.size());
    std::iota(by_number_.begin(), by_number_.end(), Eigen::Index{0});
    std::sort(by_number_.begin(), by_number_.end(), [&](Eigen::Index a, Eigen::Index b) {
        return numbers_[static_cast<std::size_t>(a)] < numbers_[static_cast<std::size_t>(b)];
    });
    for (auto const& area : pack.areas) {
        Area mine;
        mine.region = area.region.valid() ? area.region.index() : static_cast<std::int32_t>(pack.regions.size());
        mine.neighbour.reserve(area.neighbours.size());
        for (auto const& neighbour : area.neighbours) mine.neighbour.push_back(neighbour.index());
        auto const [reach, is_new] = reach_.try_emplace(mine.neighbour.size());
        if (is_new) reach->second = cumulate_weights(mine.neighbour.size(), params.distance_decay);
        areas_.push_back(std::move(mine));
    }
}

void Diffusion::resize(DiffusionWorkspace& workspace) const
{
    workspace.source.assign(ids_.size(), whole_nation);
    workspace.openness.assign(ids_.size(), 1.0);
    workspace.draw.assign(core::padded(ids_.size()), 0.5);
    workspace.best.assign(regions_, 1.0);
    workspace.gainer.reserve(ids_.size());
    workspace.gainer_id.reserve(ids_.size());
    workspace.adopted.reserve(ids_.size());
}

void Diffusion::spread(state::Occasion const& when, int year, state::Population const& population,
                       state::Standing& standing, DiffusionWorkspace& workspace) const
{
    double const copying = params_.copying.value(), trial = params_.trial_rate;
    if (copying == 0.0 && trial == 0.0) return;
    bool const at_once = params_.visibility == PracticeVisibility::at_once;
    double const drag = params_.fence_drag.value() * params_.ring_fence.value();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const fenced = drag * standing.fenced_share(static_cast<Eigen::Index>(i), 0);
        workspace.openness[i] = std::clamp(1.0 - fenced, 0.0, 1.0);
    }
    if (trial > 0.0) try_out(when, year, population, standing, workspace);
    if (copying > 0.0) choose_sources(when, year, workspace);
    for (std::size_t j = 0; j < numbers_.size(); ++j) {
        double const uniformity = population.top_down[j] != 0 ? 1.0 - params_.uniformity_drag.value() : 1.0;
        auto const column = static_cast<Eigen::Index>(j);
        if (at_once) standing.visible_practice.col(column) = standing.practice.col(column);
        if (copying > 0.0) copy(when, year, column, copying * uniformity, standing, workspace);
        standing.visible_practice.col(column) = standing.practice.col(column);
    }
}

void Diffusion::choose_sources(state::Occasion const& when, int year, DiffusionWorkspace& workspace) const
{
    random::fill_uniform(state::year_key(when, year, purpose::look), ids_, 0, workspace.draw);
    for (std::size_t i = 0; i < ids_.size(); ++i) workspace.source[i] = source_of(i, workspace.draw[i]);
}

std::int32_t Diffusion::source_of(std::size_t area, double draw) const
{
    double const library = params_.library_look.value();
    double const region = library + params_.region_look.value();
    if (draw < library) return whole_nation;
    auto const& mine = areas_[area];
    if (draw < region || mine.neighbour.empty()) return own_region;
    double const left = (draw - region) / (1.0 - region);
    auto const& reach = reach_.find(mine.neighbour.size())->second;
    auto const at = std::lower_bound(reach.begin(), reach.end() - 1, left) - reach.begin();
    return mine.neighbour[static_cast<std::size_t>(at)];
}

void Diffusion::try_out(state::Occasion const& when, int year, state::Population const& population,
                        state::Standing& standing, DiffusionWorkspace const& workspace) const
{
    constexpr double most = 700.0;  // mean that the draw can take
    auto const key = state::year_key(when, year, purpose::trial);
    auto const indicators = static_cast<double>(by_number_.size());
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const mean = std::min(params_.trial_rate * workspace.openness[i] * indicators, most);
        int const trials = random::poisson(random::uniform(key, ids_[i], 0), mean);
        for (int t = 1; t <= trials; ++t) {
            auto const column = static_cast<std::uint32_t>(2 * t);
            auto const at = static_cast<std::size_t>(random::uniform(key, ids_[i], column) * indicators);
            Eigen::Index const indicator = by_number_[std::min(at, by_number_.size() - 1)];
            bool const uniform_rule = population.top_down[static_cast<std::size_t>(indicator)] != 0;
            if (uniform_rule && random::uniform(key, ids_[i], column + 1) < params_.uniformity_drag.value()) continue;
            double& practice = standing.practice(static_cast<Eigen::Index>(i), indicator);
            practice = std::max(practice, std::min(params_.highest, practice * params_.trial_step));
        }
    }
}

void Diffusion::copy(state::Occasion const& when, int year, Eigen::Index indicator, double chance,
                     state::Standing& standing, DiffusionWorkspace& workspace) const
{
    auto const visible = standing.visible_practice.col(indicator);
    std::fill(workspace.best.begin(), workspace.best.end(), 0.0);
    double nation = 0.0;
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        double const seen = visible(static_cast<Eigen::Index>(i));
        double& best = workspace.best[static_cast<std::size_t>(areas_[i].region)];
        best = std::max(best, seen);
        nation = std::max(nation, seen);
    }
    if (nation <= 1.0) return;
    find_gainers(indicator, nation, standing, workspace);
    auto const draws = std::span{workspace.draw}.first(workspace.gainer.size());
    random::fill_uniform(state::year_key(when, year, purpose::copying), workspace.gainer_id,
                         numbers_[static_cast<std::size_t>(indicator)], draws);
    for (std::size_t n = 0; n < draws.size(); ++n) {
        Eigen::Index const area = workspace.gainer[n];
        bool const copies = draws[n] < chance * workspace.openness[static_cast<std::size_t>(area)];
        if (copies) standing.practice(area, indicator) = workspace.adopted[n];
    }
}

void Diffusion::find_gainers(Eigen::Index indicator, double nation, state::Standing const& standing,
                             DiffusionWorkspace& workspace) const
{
    workspace.gainer.clear();
    workspace.gainer_id.clear();
    workspace.adopted.clear();
    double const kept = 1.0 - params_.adaptation_loss.value();
    for (std::size_t i = 0; i < ids_.size(); ++i) {
        auto const area = static_cast<Eigen::Index>(i);
        std::int32_t const source = workspace.source[i];
        double const seen = source == whole_nation ? nation
                            : source == own_region ? workspace.best[static_cast<std::size_t>(areas_[i].region)]
                                                   : standing.visible_practice(source, indicator);
        double const adopted = 1.0 + (seen - 1.0) * kept;
        if (adopted <= standing.practice(area, indicator)) continue;
        workspace.gainer.push_back(area);
        workspace.gainer_id.push_back(ids_[i]);
        workspace.adopted.push_back(adopted);
    }
}

void Diffusion::apply(state::Standing const& standing, state::Conditions& conditions) const
{
    if (params_.copying.value() == 0.0 && params_.trial_rate == 0.0) return;
    conditions.response *= standing.practice;
}
}  // namespace concordat::learning
