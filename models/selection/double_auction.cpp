#include "models/selection/double_auction.hpp"

#include <algorithm>
#include <limits>
#include <vector>

#include "models/selection/luck.hpp"
#include "models/selection/package_record.hpp"
#include "models/selection/purposes.hpp"
#include "models/selection/signing.hpp"
#include "sim/core/bargaining.hpp"
#include "sim/core/check.hpp"
#include "sim/core/lanes.hpp"

namespace concordat::selection
{
struct DoubleAuction::Work final : ProtocolWork
{
    std::vector<double> council{};  ///< [s.d. of value] v^L of every candidate
    std::vector<double> surplus{};  ///< [s.d. of value] of what was agreed, minus infinity otherwise
    std::vector<double> draws{};
    std::vector<double> ranked{};
    std::vector<int> chosen{};
    std::vector<std::uint8_t> in{};
    std::vector<std::uint8_t> forced{};
};

DoubleAuction::DoubleAuction(state::Pack const& pack, SelectionParams const& params)
    : params_{params},
      facts_{pack, list_items(pack, params)},
      indicator_count_{static_cast<int>(pack.indicator_count())}
{
    core::require(params.cap >= 0, "the cap of an agreement is not negative");
}

int DoubleAuction::max_slots() const
{
    return static_cast<int>(facts_.lists.statutory.size()) + std::min(params_.cap, facts_.item_count());
}

std::unique_ptr<ProtocolWork> DoubleAuction::make_work() const
{
    auto work = std::make_unique<Work>();
    auto const items = static_cast<std::size_t>(facts_.item_count());
    for (auto* column : {&work->council, &work->surplus, &work->draws}) column->assign(items, 0.0);
    work->ranked.reserve(items);
    work->chosen.reserve(items);
    work->in.assign(items, 0);
    work->forced.assign(items, 0);
    return work;
}

void DoubleAuction::resize(state::Agreement& agreement, state::Bargain& bargain) const
{
    resize_agreement(static_cast<int>(facts_.area_id.size()), indicator_count_, facts_.lists, params_.cap, agreement);
    bargain.resize(static_cast<std::int64_t>(core::padded(facts_.area_id.size())));
}

void DoubleAuction::agree(Situation const& in, ProtocolWork& given, Settlement out) const
{
    auto& work = static_cast<Work&>(given);
    clear_agreement(out.agreement);
    int const areas = static_cast<int>(facts_.area_id.size());
    for (int area = 0; area < areas; ++area) agree_in_area(in, area, work, out.agreement);
    if (params_.waits_for_baseline) mark_missing_baselines(in.population, out.agreement);
    record_package(in, areas, out);
}

void DoubleAuction::agree_in_area(Situation const& in, int area, Work& work, state::Agreement& agreement) const
{
    double const tau = in.population.centre_weight(area);
    double const cost = std::max(in.population.slot_cost(area), free_slot);
    Luck const luck{in.when, facts_.area_id[area]};
    luck.fill_uniform(purpose::revealed, facts_.number, 0, work.draws);
    int agreed = 0;
    for (int k = 0; k < facts_.item_count(); ++k) {
        int const item = facts_.lists.candidates[k];
        work.council[k] = in.values.council(area, item);
        double const highest = (1.0 - tau) * (work.council[k] - cost);
        double const lowest = -tau * (in.values.centre(area, item) - cost);
        bool const revealed = work.draws[k] < params_.auction.revealed.value();
        auto const trade = revealed ? core::trade_with_evidence(highest, lowest)
                                    : core::trade_sealed(highest, lowest, params_.auction.width);
        work.surplus[k] = trade.agreed ? highest - lowest : -std::numeric_limits<double>::infinity();
        agreed += trade.agreed ? 1 : 0;
    }
    mark_best(work.surplus, std::min(agreed, params_.cap), work.ranked, work.in);
    work.chosen.clear();
    for (int k = 0; k < facts_.item_count(); ++k) {
        if (work.in[k] != 0) work.chosen.push_back(k);
    }
    mark_best(work.council, static_cast<int>(work.chosen.size()), work.ranked, work.forced);
    for (auto& flag : work.forced) flag = static_cast<std::uint8_t>(1 - flag);
    sign_agreement(area, facts_.lists, work.chosen, work.forced, agreement);
}
}  // namespace concordat::selection
