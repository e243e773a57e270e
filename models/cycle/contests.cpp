#include "models/cycle/contests.hpp"

#include <algorithm>
#include <numeric>

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

/// 1 for the indicators on which contests are held, those that most areas chose for reward, of which equally
/// popular ones go by number; empty where they are held on all.
std::vector<std::uint8_t> Contests::list_open(state::Agreement const& agreement,
                                              state::Performance const& performance) const
{
    auto const indicators = pack_.indicator_count();
    auto const wanted = static_cast<std::size_t>(params_.most_chosen);
    if (wanted == 0 || wanted >= indicators) return {};
    std::vector<int> times(indicators, 0), order(indicators);
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < agreement.count[i]; ++k) {
            if (performance.reward(i, k) > 0.0) ++times[agreement.item(i, k)];
        }
    }
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        if (times[a] != times[b]) return times[a] > times[b];
        return pack_.indicators[a].number < pack_.indicators[b].number;
    });
    std::vector<std::uint8_t> open(indicators, 0);
    for (std::size_t n = 0; n < wanted; ++n) open[order[n]] = 1;
    return open;
}

namespace
{
bool is_joint(state::Agreement const& agreement, state::JointItems const& joint, int area, int indicator)
{
    if (joint.list.empty()) return false;
    for (int k = 0; k < agreement.count[static_cast<std::size_t>(area)]; ++k) {
        if (agreement.item(area, k) == indicator) return joint.holders(area, k) > 0;
    }
    return false;
}
}  // namespace

void Contests::form(state::Agreement const& agreement, state::Performance& performance,
                    state::JointItems const& joint) const
{
    performance.contestants.setZero();
    auto const open = list_open(agreement, performance);
    for (int i = 0; i < static_cast<int>(pack_.area_count()); ++i) {
        for (int k = 0; k < agreement.count[i]; ++k) {
            if (performance.reward(i, k) <= 0.0) continue;
            int const j = agreement.item(i, k);
            if (!open.empty() && open[j] == 0) continue;
            if (!joint.list.empty() && joint.holders(i, k) > 0) continue;
            std::size_t const first = first_rival(performance, i, k);
            int found = 0;
            for (auto const near : pack_.areas[i].neighbours) {
                if (found == most_rivals()) break;
                if (agreement.selected(near.index(), j) == 0 || is_joint(agreement, joint, near.index(), j)) continue;
                performance.rivals[first + found++] = near.index();
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
