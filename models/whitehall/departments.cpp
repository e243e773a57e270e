#include "models/whitehall/departments.hpp"

#include <algorithm>
#include <numeric>

#include "models/state/streams.hpp"
#include "models/whitehall/purposes.hpp"
#include "sim/core/elementary.hpp"

namespace concordat::whitehall
{
namespace
{
/// Departments carry no number, so the code names their draws: its hash, folded to 32 bits.
std::uint32_t stable_id(std::string const& code)
{
    std::uint64_t const hash = random::Purpose{code}.hash();
    return static_cast<std::uint32_t>(hash ^ (hash >> 32));
}

/// Share of each department's indicators that is produced by partners who answer to it.
state::PerIndicator measure_arms(state::Pack const& pack, std::vector<int> const& led)
{
    state::PerIndicator arms = state::PerIndicator::Zero(static_cast<Eigen::Index>(pack.departments.size()));
    if (pack.base_share.size() == 0) return arms;
    for (std::size_t p = 0; p < pack.partner_count(); ++p) {
        for (auto const department : pack.partners[p].national_line) {
            for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
                if (pack.indicators[j].department != department) continue;
                arms(department.index()) += pack.base_share(static_cast<Eigen::Index>(j), static_cast<Eigen::Index>(p));
            }
        }
    }
    for (Eigen::Index d = 0; d < arms.size(); ++d) {
        if (led[static_cast<std::size_t>(d)] > 0) arms(d) /= led[static_cast<std::size_t>(d)];
    }
    return arms;
}
}  // namespace

Departments::Departments(state::Pack const& pack, DepartmentParams const& params)
    : params_{params}, led_(pack.departments.size(), 0)
{
    for (auto const& department : pack.departments) ids_.push_back(stable_id(department.code));
    for (auto const& row : pack.indicators) {
        if (row.department.valid()) ++led_[static_cast<std::size_t>(row.department.index())];
    }
    leverage_ = state::PerIndicator::Ones(static_cast<Eigen::Index>(ids_.size()));
    auto const arms = measure_arms(pack, led_);
    double sum = 0.0;
    int armed = 0;
    for (double const share : arms) {
        sum += share;
        armed += share > 0.0 ? 1 : 0;
    }
    if (armed == 0) return;
    double const weight = params.leverage_weight.value();
    for (Eigen::Index d = 0; d < arms.size(); ++d) leverage_(d) = 1.0 + weight * (arms(d) * armed / sum - 1.0);
}

void Departments::draw_capability(state::Occasion const& when, state::Centre& centre) const
{
    auto const key = state::replicate_key(when, purpose::capability);
    for (std::size_t d = 0; d < ids_.size(); ++d) {
        centre.capability(static_cast<Eigen::Index>(d)) = params_.capability_spread * random::normal(key, ids_[d]);
    }
    double best = centre.capability.size() > 0 ? centre.capability(0) : 0.0;
    for (double const capability : centre.capability) best = std::max(best, capability);
    for (double& capability : centre.capability) capability += params_.network.value() * (best - capability);
}

void Departments::draw(state::Occasion const& when, state::Centre& centre) const
{
    draw_capability(when, centre);
    auto const key = state::replicate_key(when, purpose::uniformity);
    double noise = 0.0;
    for (std::size_t d = 0; d < ids_.size(); ++d) {
        auto const at = static_cast<Eigen::Index>(d);
        double const capability = centre.capability(at);
        centre.late_demands(at) = core::exp(-params_.late_demand_slope * capability);
        centre.placeholders(at) = core::exp(-params_.placeholder_slope * capability);
        noise += led_[d] * core::exp(-params_.noise_slope * capability);
        centre.uniformity(at) = std::min(1.0, 2.0 * params_.uniformity.value() * random::uniform(key, ids_[d]));
    }
    int const all = std::accumulate(led_.begin(), led_.end(), 0);
    centre.evidence_noise = all > 0 ? noise / all : 1.0;
    centre.leverage = leverage_;
}
}  // namespace concordat::whitehall
