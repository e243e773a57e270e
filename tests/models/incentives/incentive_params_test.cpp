#include "models/incentives/incentive_params.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "tests/support/scheme_kit.hpp"

namespace concordat::incentives
{
namespace
{
struct Case
{
    std::string name{};
    IncentiveParams params{};
};

void PrintTo(Case const& shown, std::ostream* out)
{
    *out << shown.name;
}

std::vector<Case> all_schemes()
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    TournamentParams const contest{
        .winner_share = 0.3, .min_contestants = 2, .max_contestants = 8, .remaining = {}};
    return {
        {"none", {.scheme = SchemeKind::none}},
        {"threshold", {.scheme = SchemeKind::threshold}},
        {"pro_rata", {.scheme = SchemeKind::pro_rata, .pro_rata = {.floor = 0.6, .cap = 1.0}}},
        {"pro_rata_from_zero_without_cap",
         {.scheme = SchemeKind::pro_rata, .pro_rata = {.floor = 0.0, .cap = infinity}}},
        {"pro_rata_hit_or_miss",
         {.scheme = SchemeKind::pro_rata, .pro_rata = {.floor = 1.0, .cap = 1.0}}},
        {"linear", {.scheme = SchemeKind::linear}},
        {"linear_with_comparators",
         {.scheme = SchemeKind::linear, .linear = {.comparator_share = 0.8}}},
        {"linear_social_value",
         {.scheme = SchemeKind::linear,
          .linear = {.base = LinearBase::social_value, .social_share = 0.1}}},
        {"pooled_threshold",
         {.scheme = SchemeKind::pooled, .pooled = {.rule = PooledRule::threshold}}},
        {"pooled_pro_rata",
         {.scheme = SchemeKind::pooled,
          .pooled = {.rule = PooledRule::pro_rata, .floor = 0.6, .cap = 1.0}}},
        {"tournament", {.scheme = SchemeKind::tournament, .tournament = contest}},
    };
}

class EveryScheme : public testing::TestWithParam<Case>
{
  protected:
    std::unique_ptr<state::RewardScheme const> scheme = make_scheme(GetParam().params, {1.0});
};

constexpr double finite_difference = 1e-4;  // on slopes of up to 100 [GBP thousand per sigma]

TEST_P(EveryScheme, HasTheSlopeOfItsExpectedPayment)
{
    // A contest's chance and slope are read from two tables that agree to a millionth of the prize.
    support::check_slope(*scheme, scheme->ranks_areas() ? 1e-3 : finite_difference);
}

TEST_P(EveryScheme, HasTheDerivativeOfItsSlope)
{
    // A contest's derivative is read linearly from a table of 1/16 sigma.
    support::check_derivative(*scheme, scheme->ranks_areas() ? 0.1 : finite_difference);
}

TEST_P(EveryScheme, BoundsItsDerivative)
{
    support::check_steepest(*scheme);
}

TEST_P(EveryScheme, StaysFiniteAndPaysNothingWhereNothingIsOffered)
{
    support::check_extremes(*scheme);
}

TEST_P(EveryScheme, LooksAtEachAreaAlone)
{
    support::check_lanes(*scheme);
}

TEST_P(EveryScheme, ExpectsTheMeanOfWhatItPays)
{
    if (scheme->ranks_areas()) return;  // depends on rivals' luck: tournament_test.cpp
    support::check_expectation(*scheme, 0.02);
}

INSTANTIATE_TEST_SUITE_P(Schemes, EveryScheme, testing::ValuesIn(all_schemes()),
                         [](auto const& instance) { return instance.param.name; });
}  // namespace
}  // namespace concordat::incentives
