#include "models/incentives/contest_tables.hpp"

#include <algorithm>
#include <cmath>

#include "models/incentives/order_statistics.hpp"
#include "sim/core/check.hpp"

namespace concordat::incentives
{
int prize_count(double winner_share, int contestants)
{
    int const nearest = static_cast<int>(std::floor(winner_share * contestants + 0.5));
    return std::clamp(nearest, 1, std::max(1, contestants - 1));
}

std::shared_ptr<ContestTables const> make_contest_tables(ContestSettings const& settings)
{
    core::require(settings.max_contestants >= 2, "a contest needs two contestants");
    auto tables = std::make_shared<ContestTables>();
    for (int n = 2; n <= settings.max_contestants; ++n) {
        for (double const left : settings.remaining) {
            ContestTable made;
            WinChance const win{n, prize_count(settings.winner_share, n), std::sqrt(left), 1.0};
            for (int i = 0; i < contest_grid_points; ++i) {
                double const lead = -contest_grid_end + static_cast<double>(i) / contest_grid_per_unit;
                made.chance.push_back(win.probability(lead));
                made.slope.push_back(win.slope(lead));
                made.curvature.push_back(win.curvature(lead));
                made.steepest = std::max(made.steepest, made.curvature.back());
            }
            tables->push_back(std::move(made));
        }
    }
    return tables;
}

std::shared_ptr<ContestTables const> ContestLibrary::find_or_make(ContestSettings const& settings)
{
    auto const found = std::find_if(entries_.begin(), entries_.end(), [&](Entry const& one) { return one.settings == settings; });
    if (found != entries_.end()) return found->tables;
    auto made = make_contest_tables(settings);
    if (!is_closed_) entries_.push_back({settings, made});
    return made;
}
}  // namespace concordat::incentives
