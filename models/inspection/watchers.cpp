#include "models/inspection/watchers.hpp"

namespace concordat::inspection
{
Watchers::Watchers(state::Pack const& pack) : parties_{pack.partner_count() + 1}
{
    for (auto const& area : pack.areas) two_tier_.push_back(area.two_tier);
    for (bool const two_tier : {false, true}) {
        for (Eigen::Index j = 0; j < pack.base_share.rows(); ++j) rank(pack, j, two_tier);
    }
}

void Watchers::rank(state::Pack const& pack, Eigen::Index indicator, bool two_tier)
{
    int const nobody = static_cast<int>(parties_) - 1;
    int first = 0, second = nobody;
    double most = 0.0, next = 0.0;
    for (int p = 0; p < nobody; ++p) {
        if (pack.partners[static_cast<std::size_t>(p)].two_tier_only && !two_tier) continue;
        double const share = pack.base_share(indicator, p);
        if (share > most) {
            second = most > 0.0 ? first : nobody;
            next = most;
            first = p;
            most = share;
        } else if (share > next) {
            second = p;
            next = share;
        }
    }
    auto& row = rows_[two_tier ? 1 : 0];
    row.leader.push_back(first);
    row.watcher.push_back(second);
    row.part.push_back(most);
}
}  // namespace concordat::inspection
