#include "models/whitehall/gatekeeping.hpp"

#include <gtest/gtest.h>

#include "tests/support/whitehall_pack.hpp"

namespace concordat::whitehall
{
namespace
{
using core::Share;

WhitehallParams make_params_of_2008()
{
    auto params = support::make_neutral_whitehall();
    params.effort = {.others_weight = Share{0.1}, .agreement_weight = 0.8};
    params.boards = {.reveal = Share{0.3}, .trade = Share{0.55}};
    params.gatekeeping.kind = GatekeepingKind::from_psa_layer;
    params.gatekeeping.starting = params.gatekeeping.given;
    return params;
}

double derive(WhitehallParams const& params)
{
    auto const pack = support::make_whitehall_pack();
    return derive_gatekeeping(params, Departments{pack, params.departments}, PsaLayer{pack, params});
}

TEST(Gatekeeping, IsGivenUnlessItIsAnOutcome)
{
    auto params = make_params_of_2008();
    params.gatekeeping.kind = GatekeepingKind::given;
    params.effort.others_weight = Share{0.9};
    EXPECT_EQ(derive(params), 0.25);
}

TEST(Gatekeeping, AsAnOutcomeIsAQuarterIn2008)
{
    EXPECT_NEAR(derive(make_params_of_2008()), 1.0 - 0.9 * (1.0 - 0.3 * 0.55), 1e-15);
    EXPECT_NEAR(derive(make_params_of_2008()), 0.25, 0.005);
}

TEST(Gatekeeping, AsAnOutcomeIsNothingWhereNobodyCoordinatesAndFullWhereAimsAreShared)
{
    auto params = support::make_neutral_whitehall();
    params.gatekeeping.kind = GatekeepingKind::from_psa_layer;
    params.gatekeeping.starting = params.gatekeeping.given;
    EXPECT_NEAR(derive(params), 0.0, 1e-15);
    params.effort.others_weight = Share{1.0};
    EXPECT_EQ(derive(params), 1.0);
}

TEST(Gatekeeping, RisesWithEveryReformAsMuchAsItIsJudgedTo)
{
    double const base = derive(make_params_of_2008());
    struct Reform
    {
        char const* name;
        void (*apply)(WhitehallParams&);
        double rise;
    };
    for (auto const& reform : {
             Reform{"4 coordinated advice", [](WhitehallParams& p) { p.advice.coverage = Share{.4}; }, .20},
             Reform{"5 network", [](WhitehallParams& p) { p.boards.known_beforehand = Share{.2}; }, .07},
             Reform{"9 capability reviews", [](WhitehallParams& p) { p.effort.others_weight = Share{.3}; }, .17},
             Reform{"13 corporate board", [](WhitehallParams& p) { p.gatekeeping.corporate_board = Share{.4}; }, .30},
             Reform{"stronger Government Offices", [](WhitehallParams& p) { p.gatekeeping.government_offices = Share{.27}; }, .20},
         }) {
        auto params = make_params_of_2008();
        reform.apply(params);
        EXPECT_NEAR(derive(params) - base, reform.rise, 0.005) << reform.name;
    }
}

TEST(Gatekeeping, CountsMinistersAndPoolsWhereTheyBind)
{
    double const base = derive(make_params_of_2008());
    auto params = make_params_of_2008();
    params.ministers.authority = Share{1.0};
    // Agreement 7 is a priority: B and half of C's agreements; each department leads two of six.
    EXPECT_NEAR(derive(params), 1.0 - (0.9 + 0.0 + 0.45) / 3.0 * 0.835, 1e-15);
    params = make_params_of_2008();
    params.pool.size = Share{0.006};
    EXPECT_GT(derive(params), base) << "two keys turn";
}

TEST(Gatekeeping, StartsFromTheGivenValueWhateverItIs)
{
    auto params = make_params_of_2008();
    params.gatekeeping.starting = Share{1.0 - 0.9 * 0.835};
    for (double const given : {0.0, 0.3, 0.8, 1.0}) {
        params.gatekeeping.given = Share{given};
        params.gatekeeping.corporate_board = Share{0.0};
        EXPECT_NEAR(derive(params), given, 1e-15);
        params.gatekeeping.corporate_board = Share{0.4};
        EXPECT_NEAR(1.0 - derive(params), 0.6 * (1.0 - given), 1e-15) << "a board closes two fifths of what is left";
    }
    params.effort.others_weight = Share{0.0};
    params.gatekeeping.given = Share{0.0};
    params.gatekeeping.corporate_board = Share{0.0};
    EXPECT_EQ(derive(params), 0.0) << "less than nothing is nothing";
}

TEST(Gatekeeping, NeedsSomebodyWhoLeadsSomething)
{
    auto const params = make_params_of_2008();
    state::Pack const empty;
    EXPECT_EQ(derive_gatekeeping(params, Departments{empty, {}}, PsaLayer{empty, params}), 0.25);
}
}  // namespace
}  // namespace concordat::whitehall
