#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "models/scenario/bind_demands.hpp"
#include "models/scenario/bind_population.hpp"
#include "models/scenario/bind_selection.hpp"
#include "models/scenario/pack_reader.hpp"
#include "sim/config/parameter_reader.hpp"
#include "tests/support/default_parameters.hpp"
#include "tests/support/front_half.hpp"

// What the negotiation month by month reaches in England with drawn salience, against what is
// published and what a prototype of the same rules measured (docs/methods/brokered_rounds.md).
namespace concordat::selection
{
namespace
{
constexpr int replicates = 40;

struct Record
{
    int areas{}, late_refused{};
    double picks{}, forced{}, prescribed{}, placeholders{}, months{}, late{}, told{}, in_last_month{}, later{};
    std::vector<double> forced_shares{};
};

Record negotiate(double psa_bonus, double spread)
{
    static auto const pack = scenario::read_pack(CONCORDAT_SOURCE_DIR "/scenarios/england_2008");
    auto table = support::load_default_parameters();
    table["selection.protocol.kind"].value = std::string{"brokered_rounds"};
    table["demands.salience.mode"].value = std::string{"drawn"};
    table["demands.salience.psa_bonus"].value = psa_bonus;
    table["demands.salience.residual_spread"].value = spread;
    config::ParameterReader in{table};
    support::FrontHalf talks{pack,
                             {.population = scenario::bind_population(in),
                              .demands = scenario::bind_demands(in),
                              .selection = scenario::bind_selection(in),
                              .asks = scenario::bind_asks(in)}};
    Record out;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        talks.run({.master_seed = 20080630, .replicate = r});
        auto const& bargain = talks.bargain;
        for (int i = 0; i < static_cast<int>(pack.area_count()); ++i) {
            double const chosen = talks.agreement.count[i] - talks.agreement.statutory[i];
            out.areas += 1;
            out.picks += chosen;
            out.forced += talks.agreement.forced[i] / chosen;
            out.forced_shares.push_back(talks.agreement.forced[i] / chosen);
            out.prescribed += bargain.prescribed(i) / chosen;
            out.placeholders += bargain.parked(i) / chosen;
            out.months += bargain.months(i);
            out.late += bargain.late(i);
            out.late_refused += bargain.late_refused(i) > 0.0 ? 1 : 0;
            out.told += bargain.told(i);
            out.in_last_month += bargain.last_month(i);
            out.later += bargain.settled_later(i);
        }
    }
    std::sort(out.forced_shares.begin(), out.forced_shares.end());
    return out;
}

// 6,000 areas in 40 replicates. Between replicates of 150 areas picks have a standard deviation of
// 1.1, so their mean has .17; the bounds below are five or more standard errors from the means seen
// and leave room for other settings of what is assumed.
TEST(BrokeredFacts, MatchWhatIsKnownOfTheTalks)
{
    auto const record = negotiate(0.79, 1.115);
    double const n = record.areas;
    EXPECT_NEAR(record.picks / n, 31.26, 1.5);
    EXPECT_NEAR(record.forced / n, 0.29, 0.04) << "well below .74 on average";
    EXPECT_LT(record.forced_shares[static_cast<std::size_t>(.99 * n)], 0.70);
    EXPECT_GT(record.forced_shares.back(), 0.60) << "the tail reaches far";
    EXPECT_NEAR(record.prescribed / n, 0.38, 0.05);
    EXPECT_NEAR(record.placeholders / n, 0.25, 0.05) << "a quarter has no baseline";
    EXPECT_NEAR(record.months / n, 8.85, 0.15);
    EXPECT_NEAR(record.late / n, 1.45, 0.15) << "one or two late demands";
    EXPECT_NEAR(record.late_refused / n, 0.47, 0.10) << "some areas refuse one";
    EXPECT_NEAR(record.told / n, 3.2, 0.8);
    EXPECT_GT(record.in_last_month / record.later, 0.25) << "the deadline effect";
}
}  // namespace
}  // namespace concordat::selection
