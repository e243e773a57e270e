#pragma once

#include <cstdint>
#include <vector>

#include "tests/support/toy_study.hpp"

namespace concordat::test
{
/// A schema with all that results can have: groups, crossed groups, years; an outcome of the nation alone.
inline store::Schema make_layered_schema(int rounds = 1)
{
    store::Schema schema;
    schema.outcomes = {{.name = "gain",
                        .label = "True gain",
                        .unit = "sigma",
                        .direction = store::Direction::higher_is_better,
                        .how = "mean over indicators",
                        .caution = "says nothing of luck"},
                       {.name = "cost", .label = "Cost", .unit = "GBP m", .direction = store::Direction::lower_is_better},
                       {.name = "gini", .label = "Concentration", .unit = "Gini"}};
    schema.groupings = {{.name = "nation", .groups = {"England"}},
                        {.name = "area",
                         .groups = {"Kingston upon Hull, City of", "York"},
                         .details = {"E06000010", "E06000014"},
                         .listing = store::Listing::summary},
                        {.name = "indicator", .groups = {"NI 1", "NI 2", "NI 3"}},
                        {.name = "area_indicator", .crossed = {1, 2}, .listing = store::Listing::none}};
    for (int round = 0; round < rounds; ++round) {
        auto const name = rounds == 1 ? std::string{} : "round " + std::to_string(round + 1);
        int const whole = static_cast<int>(schema.periods.size());
        schema.periods.push_back({rounds == 1 ? "round" : name, round, 0});
        schema.add_block(0, whole, {0, 1, 2});
        schema.add_block(1, whole, {0, 1});
        schema.add_block(3, whole, {0});
        for (int year = 1; year <= 3; ++year) {
            schema.periods.push_back({name + (rounds == 1 ? "year_" : ", year ") + std::to_string(year), round, year});
            schema.add_block(0, whole + year, {0});
            schema.add_block(1, whole + year, {0});
        }
    }
    return schema;
}

inline store::StudyPlan make_layered_plan(std::uint32_t replicates, int rounds = 1)
{
    store::StudyPlan plan;
    plan.scenarios = {{.name = "base"}, {.name = "base+more, larger"}};
    plan.schema = make_layered_schema(rounds);
    plan.seed = 2008;
    plan.replicates = replicates;
    return plan;
}
}  // namespace concordat::test
