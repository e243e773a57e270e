#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "sim/store/study_writer.hpp"

namespace concordat::test
{
/// Two outcomes, and those of four columns that are wanted.
inline store::Schema make_toy_schema(std::vector<int> const& columns = {0, 1, 2, 3})
{
    store::Schema schema;
    schema.outcomes = {{.name = "hits",
                        .label = "Targets hit",
                        .unit = "targets",
                        .direction = store::Direction::higher_is_better,
                        .how = "counted",
                        .caution = "says nothing of effort",
                        .headline = true,
                        .decimals = 1},
                       {.name = "cost", .label = "Cost", .unit = "GBP m", .direction = store::Direction::lower_is_better}};
    schema.groupings = {{.name = "nation", .groups = {"England"}},
                        {.name = "region", .groups = {"Yorkshire and \"the\" Humber"}},
                        {.name = "area", .groups = {"Kingston upon Hull, City of"}}};
    schema.periods = {{"round", 0, 0}, {"year_1", 0, 1}};
    struct Block { int grouping, period, outcome; };
    constexpr std::array<Block, 4> all{{{0, 0, 0}, {1, 0, 0}, {0, 0, 1}, {2, 1, 1}}};
    for (int const c : columns) {
        auto const& block = all.at(static_cast<std::size_t>(c));
        schema.add_block(block.grouping, block.period, {block.outcome});
    }
    return schema;
}

/// Three scenarios, four columns; names that CSV has to quote.
inline store::StudyPlan make_toy_plan(std::uint32_t replicates)
{
    store::StudyPlan plan;
    plan.scenarios = {{.name = "laa_2008"}, {.name = "laa_2008+double, pooled"}, {.name = "none"}};
    plan.schema = make_toy_schema();
    plan.seed = 18446744073709551615U;
    plan.replicates = replicates;
    plan.request = R"({"command": "compare"})";
    return plan;
}

/// The value of a cell's column: any function of its place, with missing values and awkward numbers.
inline double toy_value(std::uint32_t replicate, std::size_t scenario, std::size_t column)
{
    auto const x = static_cast<double>((replicate * 2654435761U) >> 8) / 16777216.0;
    if (column == 3 && replicate % 5 == 2) return std::numeric_limits<double>::quiet_NaN();
    if (column == 2) return x / 3.0 * std::pow(10.0, static_cast<double>(replicate % 40) - 20.0);
    return x + static_cast<double>(scenario) * 0.125 * static_cast<double>(column + 1);
}

inline std::vector<double> toy_values(store::StudyPlan const& plan, std::uint32_t replicate)
{
    std::vector<double> values;
    for (std::size_t s = 0; s < plan.scenarios.size(); ++s) {
        for (std::size_t c = 0; c < plan.row_size(); ++c) values.push_back(toy_value(replicate, s, c));
    }
    return values;
}

inline void add_toy_replicates(store::StudyWriter& writer, std::uint32_t end)
{
    for (auto r = writer.next_replicate(); r < end; ++r) writer.add(r, toy_values(writer.plan(), r));
}

inline std::string read_bytes(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// Every file of a folder but the manifest, by name.
inline std::map<std::string, std::string> read_contract_files(std::filesystem::path const& folder)
{
    std::map<std::string, std::string> files;
    for (auto const& entry : std::filesystem::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        if (name != store::manifest_name) files[name] = read_bytes(entry.path());
    }
    return files;
}

/// One line per scenario, made from the results: stands for analysis, which the store does not know.
inline store::Table count_replicates(store::StudyReader const& study)
{
    store::Table table{.header = {"scenario", "n", "last"}};
    for (std::size_t s = 0; s < study.plan().scenarios.size(); ++s) {
        auto const values = study.column(s, 0);
        table.rows.push_back({study.plan().scenarios[s].name, std::to_string(values.size()),
                              values.empty() ? "" : store::number_text(values.back())});
    }
    return table;
}

inline store::Ending toy_ending() { return {.summary = count_replicates, .manifest = R"({"version": "0"})"}; }

/// Writes a whole study at one go: what interrupted ones are compared with.
inline store::FinishedStudy write_toy_study(std::filesystem::path const& folder, std::uint32_t replicates)
{
    auto const writer = store::StudyWriter::create(folder, make_toy_plan(replicates));
    add_toy_replicates(*writer, replicates);
    return writer->finish(toy_ending());
}
}  // namespace concordat::test
