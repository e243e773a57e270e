#include "models/selection/joint_package.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>
#include <utility>
#include <vector>

#include "models/state/streams.hpp"
#include "sim/core/lanes.hpp"
#include "tests/support/small_pack.hpp"

namespace concordat::selection
{
namespace
{
using testing::ElementsAre;
constexpr double infinity = std::numeric_limits<double>::infinity();

/// A selection stage with values that a test sets itself.
struct Table
{
    Table(state::Pack pack_in, SelectionParams const& params) : pack{std::move(pack_in)}, package{pack, params}
    {
        auto const rows = static_cast<Eigen::Index>(core::padded(pack.area_count()));
        auto const columns = static_cast<Eigen::Index>(pack.indicator_count());
        values.council.setZero(rows, columns);
        values.centre.setZero(rows, columns);
        population.centre_weight.setConstant(rows, 0.5);
        population.slot_cost.setConstant(rows, -infinity);
        package.resize(agreement, workspace);
    }

    /// Independent uniform values for both sides, named by area id and indicator number.
    void fill_uniform_values(std::uint32_t replicate)
    {
        auto const ids = state::area_ids(pack);
        for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
            auto const number = static_cast<std::uint32_t>(pack.indicators[j].number);
            auto const fill = [&](state::AreaTable& table, char const* name) {
                random::fill_uniform({1, replicate, random::Purpose{name}, 0}, ids, number,
                                     {&table(0, static_cast<Eigen::Index>(j)), static_cast<std::size_t>(table.rows())});
            };
            fill(values.council, "test.council");
            fill(values.centre, "test.centre");
        }
    }

    state::Agreement const& agree()
    {
        package.agree(population, values, agreement, workspace);
        return agreement;
    }

    [[nodiscard]] std::vector<int> numbers_of(int area) const
    {
        std::vector<int> numbers;
        for (int slot = 0; slot < agreement.count[area]; ++slot) {
            numbers.push_back(pack.indicators[agreement.item(area, slot)].number);
        }
        return numbers;
    }

    state::Pack pack;
    JointPackage package;
    state::Population population{};
    state::Values values{};
    state::Agreement agreement{};
    SelectionWorkspace workspace{};
};

/// Mean value per slot to a side.
double mean_value(Table const& table, state::AreaTable const& side)
{
    double sum = 0.0;
    int slots = 0;
    for (int area = 0; area < static_cast<int>(table.pack.area_count()); ++area) {
        for (int slot = 0; slot < table.agreement.count[area]; ++slot, ++slots) {
            sum += side(area, table.agreement.item(area, slot));
        }
    }
    return sum / slots;
}

// T20: 182 issues, 35 slots, independent uniform values. A slot's value has a spread of about .16
// within a package, so a mean over 4,000 areas has a standard error below .0006; .003 is 5 of them.
constexpr int t20_areas = 4000;
constexpr int t20_issues = 182;
constexpr int t20_slots = 35;
constexpr double t20_tolerance = 0.003;

TEST(JointPackage, GivesEachSideTheLogrollingValueOfTheoryT20)
{
    Table table{support::make_small_pack(t20_areas, t20_issues), {.cap = t20_slots}};
    table.fill_uniform_values(0);
    table.agree();
    double const asymptotic = (2.0 - 2.0 / 3.0 * std::sqrt(2.0 * t20_slots / t20_issues)) / 2.0;
    EXPECT_NEAR(asymptotic, 0.793275, 1e-6);
    EXPECT_NEAR(mean_value(table, table.values.council), asymptotic, t20_tolerance);
    EXPECT_NEAR(mean_value(table, table.values.centre), asymptotic, t20_tolerance);
    EXPECT_NEAR(mean_value(table, table.values.council), 0.7912, t20_tolerance / 2);
    EXPECT_NEAR(mean_value(table, table.values.centre), 0.7912, t20_tolerance / 2);
}

TEST(JointPackage, GivesADictatorTheBestSlotsAndTheOtherSideTheAverage)
{
    Table table{support::make_small_pack(t20_areas, t20_issues), {.cap = t20_slots}};
    table.fill_uniform_values(1);
    table.population.centre_weight.setConstant(1.0);
    table.agree();
    double const finite = 1.0 - (t20_slots + 1.0) / (2.0 * (t20_issues + 1.0));  // mean of the best order statistics
    EXPECT_NEAR(mean_value(table, table.values.centre), finite, t20_tolerance / 3);
    EXPECT_NEAR(mean_value(table, table.values.centre), 0.903846, t20_tolerance);
    EXPECT_NEAR(mean_value(table, table.values.council), 0.5, t20_tolerance);
    table.population.centre_weight.setConstant(0.0);
    table.agree();
    EXPECT_NEAR(mean_value(table, table.values.council), finite, t20_tolerance / 3);
    EXPECT_NEAR(mean_value(table, table.values.centre), 0.5, t20_tolerance);
}

/// The definition, item by item: sort by joint value, ties by number, cut at the cap.
std::vector<int> choose_by_sorting(Table const& table, int area, int cap, bool own_list)
{
    std::vector<std::pair<double, int>> ranked;
    double const tau = table.population.centre_weight(area);
    for (int j = 0; j < static_cast<int>(table.pack.indicator_count()); ++j) {
        double const joint = (1.0 - tau) * table.values.council(area, j) + tau * table.values.centre(area, j);
        if (own_list) {
            ranked.emplace_back(-table.values.council(area, j), table.pack.indicators[j].number);
        } else if (joint > table.population.slot_cost(area)) {
            ranked.emplace_back(-joint, table.pack.indicators[j].number);
        }
    }
    std::sort(ranked.begin(), ranked.end());
    ranked.resize(std::min(ranked.size(), static_cast<std::size_t>(cap)));
    std::vector<int> numbers;
    for (auto const& [value, number] : ranked) numbers.push_back(number);
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

TEST(JointPackage, AgreesWithSortingEveryValueAlsoWhenManyAreEqual)
{
    for (bool const coarse : {false, true}) {
        for (int const cap : {0, 1, 7, 35, 60, 61}) {
            Table table{support::make_small_pack(41, 60), {.cap = cap}};
            table.fill_uniform_values(2);
            if (coarse) {  // five distinct values per side
                table.values.council = (5.0 * table.values.council).floor() / 5.0;
                table.values.centre = (5.0 * table.values.centre).floor() / 5.0;
            }
            for (int area = 0; area < 41; ++area) {
                table.population.slot_cost(area) = 0.02 * area - 0.1;
                table.population.centre_weight(area) = area % 5 * 0.25;
            }
            table.agree();
            for (int area = 0; area < 41; ++area) {
                auto const expected = choose_by_sorting(table, area, cap, false);
                ASSERT_EQ(table.numbers_of(area), expected) << "cap " << cap << " area " << area;
                auto const own = choose_by_sorting(table, area, static_cast<int>(expected.size()), true);
                std::vector<int> forced;
                std::set_difference(expected.begin(), expected.end(), own.begin(), own.end(), std::back_inserter(forced));
                EXPECT_EQ(table.agreement.forced[area], static_cast<int>(forced.size())) << cap << " area " << area;
            }
        }
    }
}

TEST(JointPackage, PutsStatutoryIndicatorsFirstAndOutsideTheCap)
{
    Table table{support::make_small_pack(1, 6, 2), {.cap = 2}};
    table.values.council.row(0) << 0, 0, 1, 4, 3, 2;
    table.values.centre.row(0) << 0, 0, 1, 4, 3, 2;
    table.agree();
    EXPECT_THAT(table.numbers_of(0), ElementsAre(101, 102, 104, 105));
    EXPECT_EQ(table.agreement.statutory[0], 2);
    EXPECT_EQ(table.agreement.count[0], 4);
    EXPECT_EQ(table.agreement.max_slots(), 4);
    EXPECT_EQ(table.agreement.selected(0, 0), 1);
    EXPECT_EQ(table.agreement.selected(0, 2), 0);
}

TEST(JointPackage, LetsStatutoryIndicatorsCompeteWhereTheLawSaysNothing)
{
    Table table{support::make_small_pack(1, 6, 2), {.cap = 2, .statutory = StatutorySet::open}};
    table.values.council.row(0) << 9, 0, 1, 4, 3, 2;
    table.agree();
    EXPECT_THAT(table.numbers_of(0), ElementsAre(101, 104));
    EXPECT_EQ(table.agreement.statutory[0], 0);
}

TEST(JointPackage, LeavesSlotsEmptyWhereNothingIsWorthTheirCost)
{
    Table table{support::make_small_pack(3, 5), {.cap = 4}};
    table.values.council.row(1) << 0, 2, 0, 3, 0;
    table.population.slot_cost.setConstant(1.0);
    table.agree();
    EXPECT_EQ(table.agreement.count[0], 0);
    EXPECT_THAT(table.numbers_of(1), ElementsAre(104));  // half of 2 does not exceed 1, half of 3 does
    EXPECT_EQ(table.agreement.item(1, 0), 3);
    EXPECT_EQ(table.agreement.item(1, 1), -1);
    EXPECT_EQ(table.agreement.count[3], 0) << "padding areas agree on nothing";
}

TEST(JointPackage, NeverLengthensAnAgreementWhenTheCapTightens)
{
    std::vector<int> before;
    for (int cap = 0; cap <= 40; ++cap) {
        Table table{support::make_small_pack(24, 40), {.cap = cap}};
        table.fill_uniform_values(3);
        table.population.slot_cost.setConstant(0.45);
        auto const count = table.agree().count;
        for (std::size_t area = 0; area < before.size(); ++area) EXPECT_LE(before[area], count[area]) << cap;
        before = count;
    }
}

TEST(JointPackage, FollowsTheNamesOfRowsAndNotTheirOrder)
{
    auto const pack = support::make_small_pack(13, 30, 3);
    Table straight{pack, {.cap = 9}};
    Table reversed{support::reverse_rows(pack), {.cap = 9}};
    for (auto* table : {&straight, &reversed}) {
        table->fill_uniform_values(4);
        table->values.council = (4.0 * table->values.council).floor();  // with ties
        table->values.centre = (4.0 * table->values.centre).floor();
        table->agree();
    }
    for (int area = 0; area < 13; ++area) {
        EXPECT_EQ(straight.numbers_of(area), reversed.numbers_of(12 - area));
        EXPECT_EQ(straight.agreement.forced[area], reversed.agreement.forced[12 - area]);
    }
}

TEST(JointPackage, ForcesNothingOnACouncilThatDecidesAlone)
{
    Table table{support::make_small_pack(9, 30), {.cap = 9}};
    table.fill_uniform_values(5);
    table.population.centre_weight.setConstant(0.0);
    table.agree();
    EXPECT_THAT(table.agreement.forced, testing::Each(0));
}

TEST(JointPackage, StrikesThePinnedAgreement)
{
    Table table{support::make_small_pack(2, 20, 2), {.cap = 5}};
    table.fill_uniform_values(6);
    table.population.slot_cost(1) = 0.7;
    table.agree();
    EXPECT_THAT(table.numbers_of(0), ElementsAre(101, 102, 111, 112, 114, 115, 116));
    EXPECT_THAT(table.numbers_of(1), ElementsAre(101, 102, 107, 115, 116));
    EXPECT_THAT(table.agreement.forced, ElementsAre(1, 0, 0, 0, 0, 0, 0, 0));
}
}  // namespace
}  // namespace concordat::selection
