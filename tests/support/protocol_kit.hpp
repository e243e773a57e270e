#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <set>
#include <vector>

#include "tests/support/default_demands.hpp"
#include "tests/support/default_population.hpp"
#include "tests/support/default_selection.hpp"
#include "tests/support/front_half.hpp"
#include "tests/support/small_pack.hpp"

/// What every protocol must satisfy, whatever its rules (conformance kit). A test calls
/// `check_protocol`; new protocols add one line to the list in protocol_test.cpp.
namespace concordat::support
{
inline constexpr int kit_areas = 26;  // not a multiple of the padding
inline constexpr int kit_indicators = 60;
inline constexpr int kit_statutory = 4;
inline constexpr std::uint32_t kit_replicates = 8;

inline FrontHalf make_kit_talks(selection::SelectionParams const& params, bool reversed = false)
{
    auto pack = make_small_pack(kit_areas, kit_indicators, kit_statutory);
    if (reversed) pack = reverse_rows(pack);
    auto population = make_population_params();
    population.bargaining.slot_cost = 0.8;
    return FrontHalf{pack,
                     {.population = population,
                      .demands = make_demands_params(),
                      .selection = params,
                      .asks = {.gatekeeping = core::Share{0.25}, .slot_value_over_ask_cost = 2.0}}};
}

inline state::Occasion kit_occasion(std::uint32_t replicate) { return {.master_seed = 11, .replicate = replicate}; }

/// At most `cap` chosen items, statutory ones first, nothing twice, flags and counts of one mind.
inline void check_agreements(FrontHalf const& talks, selection::SelectionParams const& params)
{
    auto const& agreement = talks.agreement;
    bool const by_law = params.statutory == selection::StatutorySet::enforced;
    for (int i = 0; i < kit_areas; ++i) {
        bool const out = talks.bargain.entered(i) == 0.0;
        ASSERT_EQ(agreement.statutory[i], by_law && !out ? kit_statutory : 0);
        ASSERT_LE(agreement.count[i] - agreement.statutory[i], params.cap);
        std::set<int> items;
        int forced = 0;
        for (int k = 0; k < agreement.max_slots(); ++k) {
            int const item = agreement.item(i, k);
            ASSERT_EQ(item >= 0, k < agreement.count[i]);
            if (item < 0) {
                ASSERT_EQ(agreement.imposed(i, k) + agreement.placeholder(i, k), 0);
                continue;
            }
            ASSERT_TRUE(items.insert(item).second) << "an item stands twice";
            ASSERT_EQ(agreement.selected(i, item), 1);
            if (by_law) {
                ASSERT_EQ(item < kit_statutory, k < agreement.statutory[i]);
            }
            bool const missing = talks.population.missing_baseline[item] != 0;
            if (missing) {
                ASSERT_EQ(agreement.placeholder(i, k), 1);
            }
            forced += agreement.imposed(i, k);
        }
        ASSERT_EQ(forced, agreement.forced[i]);
        ASSERT_EQ(agreement.selected.row(i).cast<int>().sum(), agreement.count[i]);
    }
}

/// Counts of items fit the agreement.
inline void check_record(FrontHalf const& talks)
{
    auto const& agreement = talks.agreement;
    auto const& bargain = talks.bargain;
    for (int i = 0; i < kit_areas; ++i) {
        double const chosen = agreement.count[i] - agreement.statutory[i];
        double placeholders = 0.0;
        for (int k = agreement.statutory[i]; k < agreement.count[i]; ++k) placeholders += agreement.placeholder(i, k);
        ASSERT_EQ(bargain.parked(i), placeholders);
        for (auto const* part : {&bargain.told, &bargain.prescribed, &bargain.settled_later}) ASSERT_LE((*part)(i), chosen);
        ASSERT_LE(bargain.last_month(i), bargain.settled_later(i));
        ASSERT_LE(bargain.late_accepted(i) + bargain.late_refused(i), bargain.late(i));
        ASSERT_LE(bargain.freedoms(i), chosen);
        ASSERT_GE(bargain.rush(i), 0.0);
        ASSERT_LE(bargain.rush(i), 1.0);
    }
    for (auto const* column : {&bargain.months, &bargain.moves, &bargain.council_gain, &bargain.centre_gain, &bargain.rush}) {
        ASSERT_TRUE(column->allFinite()) << "padding stays finite too";
    }
}

/// Nothing enters that is worth less than nothing to both sides, where no announcement has raised
/// a value since; parking and evidence bear a little.
inline void check_somebody_gains(FrontHalf const& talks)
{
    constexpr double slack = 0.5;
    for (int i = 0; i < kit_areas; ++i) {
        if (talks.bargain.late(i) > 0.0) continue;
        for (int k = talks.agreement.statutory[i]; k < talks.agreement.count[i]; ++k) {
            int const item = talks.agreement.item(i, k);
            ASSERT_GT(std::max(talks.values.council(i, item), talks.values.centre(i, item)), -slack)
                << "area " << i << ", item " << item;
        }
    }
}

/// Area id and indicator number of everything that is agreed.
inline std::set<std::pair<int, int>> list_agreed(FrontHalf const& talks, bool reversed)
{
    std::set<std::pair<int, int>> agreed;
    for (int i = 0; i < kit_areas; ++i) {
        for (int k = 0; k < talks.agreement.count[i]; ++k) {
            int const item = talks.agreement.item(i, k);
            agreed.emplace(reversed ? kit_areas - 1 - i : i, reversed ? kit_indicators - 1 - item : item);
        }
    }
    return agreed;
}

inline bool same_bytes(state::PerArea const& a, state::PerArea const& b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

inline void check_protocol(selection::SelectionParams const& params)
{
    auto talks = make_kit_talks(params);
    auto backwards = make_kit_talks(params, true);
    auto written = make_kit_talks(params);
    written.transcript.on = true;
    for (std::uint32_t r = 0; r < kit_replicates; ++r) {
        written.transcript.moves.clear();
        talks.run(kit_occasion(r));
        backwards.run(kit_occasion(r));
        written.run(kit_occasion(r));
        check_agreements(talks, params);
        check_record(talks);
        check_somebody_gains(talks);
        EXPECT_EQ(list_agreed(talks, false), list_agreed(backwards, true)) << "names count, not rows";
        for (int i = 0; i < kit_areas; ++i) {
            ASSERT_EQ(talks.bargain.moves(i), backwards.bargain.moves(kit_areas - 1 - i));
            ASSERT_EQ(talks.bargain.council_gain(i), backwards.bargain.council_gain(kit_areas - 1 - i));
        }
        EXPECT_TRUE((talks.agreement.item == written.agreement.item).all()) << "a transcript changes nothing";
        EXPECT_TRUE(same_bytes(talks.bargain.council_gain, written.bargain.council_gain));
        EXPECT_EQ(static_cast<double>(written.transcript.moves.size()), written.bargain.moves.sum());
    }
    // A replicate does not depend on what ran before it.
    auto const last = list_agreed(talks, false);
    auto fresh = make_kit_talks(params);
    fresh.run(kit_occasion(kit_replicates - 1));
    EXPECT_EQ(last, list_agreed(fresh, false));
}
}  // namespace concordat::support
