#pragma once

#include <array>
#include <vector>

#include "models/cycle/round_params.hpp"
#include "models/state/arrays.hpp"

namespace concordat::cycle
{
/// What grows from year to year of a round, area by area.
enum class Running { gain, items_gain, effort, agreement_effort, partners_in, binding, fenced, interventions };
inline constexpr std::size_t running_count = 8;

/// What the years of a round showed: the readings that results by year are made of. Written at the end
/// of every year, read when the round is over.
struct YearBook
{
    std::array<state::PerArea, running_count> so_far{};   ///< since the round began
    std::array<state::PerArea, running_count> of_year{};  ///< in the present year
    state::PerArea practice{};  ///< [factor] sum over indicators, at the end of the present year
    /// Sums per area of the outcomes that have a year; shape [year, gauge, area].
    std::vector<double> part{};
    std::vector<double> whole{};
    /// [sigma] true gain since the round began, shape [year][A, J]; empty unless cells have years.
    std::vector<state::AreaTable> gain{};

    [[nodiscard]] double in_year(Running what, int area) const { return of_year[static_cast<std::size_t>(what)][area]; }
};

static_assert(years_per_round > 0);
}  // namespace concordat::cycle
