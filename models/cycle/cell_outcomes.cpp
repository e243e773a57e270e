#include "models/cycle/cell_outcomes.hpp"

#include <algorithm>
#include <limits>
#include <string_view>

#include "models/cycle/round_params.hpp"
#include "sim/core/check.hpp"

namespace concordat::cycle
{
namespace
{
using W = World const&;
constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double thousand_per_million = 1000.0;
constexpr char const* yearly = "true_gain";

/// Whether the area chose the item and gave it a level.
bool is_target(W world, int i, int k)
{
    return k >= world.agreement.statutory[static_cast<std::size_t>(i)] && world.agreement.placeholder(i, k) == 0;
}

double where_target(W world, int i, int k, double value) { return is_target(world, i, k) ? value : none; }
double true_or_not(bool holds) { return holds ? 1.0 : 0.0; }

/// Gain of a year: what had come by its end less what had come by its beginning.
void fill_gains_of_year(int year, state::Pack const& pack, World const& world, std::span<double> values)
{
    core::require(!world.book.gain.empty(), "a world whose cells have years keeps them");
    auto const& now = world.book.gain[static_cast<std::size_t>(year - 1)];
    auto const* const before = year == 1 ? nullptr : &world.book.gain[static_cast<std::size_t>(year - 2)];
    auto const indicators = static_cast<Eigen::Index>(pack.indicator_count());
    auto const areas = static_cast<Eigen::Index>(pack.area_count());
    for (Eigen::Index j = 0; j < indicators; ++j) {
        for (Eigen::Index i = 0; i < areas; ++i) {
            double const gain = before == nullptr ? now(i, j) : now(i, j) - (*before)(i, j);
            values[static_cast<std::size_t>(i * indicators + j)] = gain;
        }
    }
}

void fill_every_cell(CellOutcome const& cell, state::Pack const& pack, World const& world, std::span<double> values)
{
    auto const indicators = static_cast<int>(pack.indicator_count());
    auto const areas = static_cast<int>(pack.area_count());
    for (int j = 0; j < indicators; ++j) {
        for (int i = 0; i < areas; ++i) values[static_cast<std::size_t>(i * indicators + j)] = cell.everywhere(world, i, j, -1);
    }
}

void fill_items(CellOutcome const& cell, state::Pack const& pack, World const& world, std::span<double> values)
{
    std::fill(values.begin(), values.end(), cell.elsewhere);
    auto const indicators = static_cast<int>(pack.indicator_count());
    for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
        for (int k = 0; k < world.agreement.count[static_cast<std::size_t>(i)]; ++k) {
            int const j = world.agreement.item(i, k);
            values[static_cast<std::size_t>(i * indicators + j)] = cell.at_item(world, i, j, k);
        }
    }
}
}  // namespace

std::vector<store::Outcome> const& cell_only_outcomes()
{
    static std::vector<store::Outcome> const list{
        {"target_level", "agreed level", "sigma", store::Direction::neither,
         "level that the target had when the round ended, above where the indicator stood when it began; by area and indicator only",
         "A demand, not an improvement.", false, 3},
    };
    return list;
}

std::vector<CellOutcome> const& cell_outcome_list()
{
    static std::vector<CellOutcome> const list{
        {"true_gain", none, nullptr, [](W w, int i, int j, int) { return w.performance.true_gain(i, j); }},
        {"picks", 0.0, [](W w, int i, int, int k) { return true_or_not(k >= w.agreement.statutory[static_cast<std::size_t>(i)]); }, nullptr},
        {"target_level", none, [](W w, int i, int, int k) { return where_target(w, i, k, w.targets.level(i, k)); }, nullptr},
        {"hit_share", none,
         [](W w, int i, int, int k) {
             return where_target(w, i, k, true_or_not(w.performance.reported(i, k) >= w.targets.level(i, k)));
         },
         nullptr},
        {"true_hit_share", none,
         [](W w, int i, int, int k) {
             return where_target(w, i, k, true_or_not(w.performance.outcome(i, k) >= w.targets.level(i, k)));
         },
         nullptr},
        {"reported_gap", none,
         [](W w, int i, int, int k) { return w.performance.reported(i, k) - w.performance.outcome(i, k); }, nullptr},
        {"reward_paid", 0.0,
         [](W w, int i, int, int k) { return w.performance.payment(i, k) / thousand_per_million / years_per_round; }, nullptr},
    };
    return list;
}

bool has_cell_years(CellOutcome const& cell) { return std::string_view{cell.outcome} == yearly; }

void fill_cells(CellOutcome const& cell, int year, state::Pack const& pack, World const& world, std::span<double> values)
{
    core::require(values.size() == pack.area_count() * pack.indicator_count(), "there is room for every cell");
    if (year > 0) {
        fill_gains_of_year(year, pack, world, values);
    } else if (cell.everywhere != nullptr) {
        fill_every_cell(cell, pack, world, values);
    } else {
        fill_items(cell, pack, world, values);
    }
}
}  // namespace concordat::cycle
