#include <limits>
#include <string>

#include "models/cycle/gauges.hpp"
#include "models/cycle/round_params.hpp"

/// What nobody wrote into a rule: how effort moves through the years of a round.
namespace concordat::cycle
{
namespace
{
using store::Direction;
using V = GaugeView const&;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr std::size_t last_year = years_per_round - 1;

/// Sum of a slot table over the chosen items of an area.
double sum_chosen(V v, int area, state::AreaTable const& table)
{
    auto const& agreement = v.world.agreement;
    auto const row = static_cast<std::size_t>(area);
    double sum = 0.0;
    for (int k = agreement.statutory[row]; k < agreement.count[row]; ++k) sum += table(area, k);
    return sum;
}

double chosen(V v, int area)
{
    auto const& agreement = v.world.agreement;
    auto const row = static_cast<std::size_t>(area);
    return agreement.count[row] - agreement.statutory[row];
}

template <std::size_t Year>
double gain_in(V v, int area)
{
    return sum_chosen(v, area, v.world.performance.year_gain[Year]);
}

template <std::size_t Year>
double effect_in(V v, int area)
{
    return sum_chosen(v, area, v.world.performance.year_effect[Year]);
}

/// Positions at the start of the last year, [s.d.]; a band reaches from one edge to the next.
constexpr double edges[] = {-infinity, -2.0, -0.5, 0.5, 2.0, infinity};

/// Gain in a year of the chosen items whose signed level still holds and whose headway lies in a band.
template <std::size_t Band, std::size_t Year>
double gain_at(V v, int area)
{
    auto const& out = v.world.performance;
    auto const& agreement = v.world.agreement;
    auto const row = static_cast<std::size_t>(area);
    double sum = 0.0;
    for (int k = agreement.statutory[row]; k < agreement.count[row]; ++k) {
        double const headway = out.headway(area, k);
        bool const counts = out.held(area, k) != 0 && headway >= edges[Band] && headway < edges[Band + 1];
        if (counts) sum += out.year_gain[Year](area, k);
    }
    return sum;
}

template <std::size_t Band>
Gauge kept(char const* name, char const* label, char const* where)
{
    return {{name, label, "ratio", Direction::neither,
             std::string{"gain of the last year over that of the year before, chosen items that at the start of the last year were "} + where,
             "Above one everywhere while effort is still on its way: compare positions.", false, 3},
            gain_at<Band, last_year>, gain_at<Band, last_year - 1>};
}
}  // namespace

std::vector<Gauge> emergence_gauges()
{
    return {
        {{"gain_year_1", "gain in year 1", "sigma per round", Direction::higher_is_better,
          "mean gain on the measure of chosen items in the first year, at the rate of a round", "", false, 4},
         gain_in<0>, chosen},
        {{"gain_year_3", "gain in year 3", "sigma per round", Direction::higher_is_better,
          "mean gain on the measure of chosen items in the last year, at the rate of a round", "", false, 4},
         gain_in<last_year>, chosen},
        {{"effect_year_1", "effect of being a target in year 1", "sigma per round", Direction::higher_is_better,
          "mean true gain of chosen items in the first year over the gain outside the agreement, at the rate of a round", "", false, 4},
         effect_in<0>, chosen},
        {{"effect_year_3", "effect of being a target in year 3", "sigma per round", Direction::higher_is_better,
          "mean true gain of chosen items in the last year over the gain outside the agreement, at the rate of a round", "", false, 4},
         effect_in<last_year>, chosen},
        kept<0>("kept_far_behind", "effort kept far behind target", "heading for more than two s.d. below their target"),
        kept<1>("kept_behind", "effort kept behind target", "heading for half to two s.d. below their target"),
        kept<2>("kept_near", "effort kept near target", "heading for within half a s.d. of their target"),
        kept<3>("kept_ahead", "effort kept ahead of target", "heading for half to two s.d. above their target"),
        kept<4>("kept_far_ahead", "effort kept far ahead of target", "heading for more than two s.d. above their target"),
    };
}
}  // namespace concordat::cycle
