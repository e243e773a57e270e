#include "models/delivery/deadlock.hpp"

#include "models/delivery/participation.hpp"
#include "models/state/streams.hpp"

namespace concordat::delivery
{
Deadlock::Deadlock(state::Pack const& pack, core::Share veto, int years)
    : veto_{veto}, years_{years}, ids_{state::area_ids(pack)}, numbers_{state::indicator_numbers(pack)}
{
    for (auto const& area : pack.areas) two_tier_.push_back(area.two_tier);
    for (Eigen::Index j = 0; j < pack.base_share.rows(); ++j) {
        std::array<int, 2> members{};
        for (Eigen::Index p = 0; p < pack.base_share.cols(); ++p) {
            if (pack.base_share(j, p) <= 0.0) continue;
            members[0] += pack.partners[static_cast<std::size_t>(p)].two_tier_only ? 0 : 1;
            members[1] += 1;
        }
        for (std::size_t tier : {0U, 1U}) members_[tier].push_back(members[tier]);
    }
}

double Deadlock::chance(std::size_t area, int item, double cooperation) const
{
    double const consent = 1.0 - veto_.value() * (1.0 - cooperation);
    double all = 1.0;
    for (int n = members_[two_tier_[area] ? 1 : 0][static_cast<std::size_t>(item)]; n > 0; --n) all *= consent;
    return 1.0 - all;
}

void Deadlock::block(state::Occasion const& when, int year, state::Agreement const& agreement,
                     state::Population const& population, state::AreaTable& slot_weight, state::PerArea& blocked) const
{
    if (veto_.value() == 0.0) return;
    auto const key = state::year_key(when, year, purpose::deadlock, years_);
    for (std::size_t row = 0; row < ids_.size(); ++row) {
        auto const i = static_cast<Eigen::Index>(row);
        for (int k = 0; k < agreement.count[row]; ++k) {
            int const item = agreement.item(i, k);
            double const draw = random::uniform(key, ids_[row], numbers_[static_cast<std::size_t>(item)]);
            if (draw >= chance(row, item, population.cooperation[i])) continue;
            slot_weight(i, k) = 0.0;
            blocked[i] += 1.0;
        }
    }
}
}  // namespace concordat::delivery
