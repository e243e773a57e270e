#include "models/cycle/contests.hpp"

namespace concordat::cycle
{
void Contests::resize(state::Agreement const& agreement, state::Performance& performance) const
{
    performance.contestants = state::AreaIntTable::Zero(agreement.item.rows(), agreement.item.cols());
    performance.rivals.assign(static_cast<std::size_t>(agreement.item.size() * most_rivals()), -1);
}

std::size_t Contests::first_rival(state::Performance const& performance, int area, int slot) const
{
    return static_cast<std::size_t>((area * performance.contestants.cols() + slot) * most_rivals());
}

void Contests::form(state::Agreement const& agreement, state::Performance& performance) const
{
    performance.contestants.setZero();
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < agreement.count[i]; ++k) {
            if (performance.reward(i, k) <= 0.0) continue;
            int const j = agreement.item(i, k);
            std::size_t const first = first_rival(performance, i, k);
            int found = 0;
            for (auto const near : pack_.areas[i].neighbours) {
                if (found == most_rivals()) break;
                if (agreement.selected(near.index(), j) != 0) performance.rivals[first + found++] = near.index();
            }
            if (found + 1 >= params_.min_contestants) performance.contestants(i, k) = found + 1;
        }
    }
}

double Contests::rival_mean(state::Performance const& performance, int area, int slot, int indicator) const
{
    std::size_t const first = first_rival(performance, area, slot);
    int const rivals = performance.contestants(area, slot) - 1;
    double sum = 0.0;
    for (int r = 0; r < rivals; ++r) sum += performance.value_added(performance.rivals[first + r], indicator);
    return sum / rivals;
}

Contests::Rank Contests::rank(state::Performance const& performance, int area, int slot, int indicator) const
{
    std::size_t const first = first_rival(performance, area, slot);
    int const rivals = performance.contestants(area, slot) - 1;
    double const own = performance.value_added(area, indicator);
    Rank out;
    for (int r = 0; r < rivals; ++r) {
        double const other = performance.value_added(performance.rivals[first + r], indicator);
        if (other > own) ++out.ahead;
        if (other == own) ++out.level;
    }
    return out;
}
}  // namespace concordat::cycle
