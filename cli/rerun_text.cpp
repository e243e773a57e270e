#include "cli/rerun_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "cli/findings.hpp"
#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"
#include "sim/core/check.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::size_t most_tables = 12;  ///< more scenarios than that are chosen with --scenario and --point

/// The nation's value of an outcome in a round.
double find_value(Repetition const& one, store::Schema const& schema, store::Outcome const& outcome, int period)
{
    auto const index = schema.find_outcome(outcome.name);
    auto const nation = schema.find_grouping("nation");
    core::require(index.has_value() && nation.has_value(), "headlines of the nation are always recorded");
    auto const column = schema.find({*index, *nation, 0, period});
    core::require(column.has_value(), "headlines exist in every round");
    return one.again[*column];
}

/// [index] into the schema's periods: whole rounds.
std::vector<int> list_rounds(store::Schema const& schema)
{
    std::vector<int> rounds;
    for (std::size_t p = 0; p < schema.periods.size(); ++p) {
        if (schema.periods[p].year == 0) rounds.push_back(static_cast<int>(p));
    }
    return rounds;
}

std::string write_heading(StudyRequest const& request, std::size_t scenario)
{
    auto const& one = request.scenarios[scenario];
    auto const point = one.design_point.empty() ? "" : fmt::format(" (design point {})", one.design_point);
    return wrap(fmt::format("{}: {}{}", short_name(request, scenario), short_title(request, scenario), point), "");
}

/// A column for each round, then for each round's change from the baseline.
std::string write_table(Repetition const& one, Repetition const* baseline, store::Schema const& schema)
{
    auto const rounds = list_rounds(schema);
    std::vector<std::string> header{""};
    for (std::size_t k = 0; k < rounds.size(); ++k) {
        header.push_back(rounds.size() == 1 ? "value" : fmt::format("round {}", k + 1));
    }
    for (std::size_t k = 0; baseline != nullptr && k < rounds.size(); ++k) {
        header.push_back(rounds.size() == 1 ? "change" : fmt::format("change {}", k + 1));
    }
    header.emplace_back("unit");
    TextTable table{std::move(header)};
    for (auto const& outcome : schema.outcomes) {
        if (!outcome.headline) continue;
        std::vector<std::string> row{outcome.label};
        for (int const round : rounds) row.push_back(write_number(find_value(one, schema, outcome, round), outcome.decimals));
        for (int const round : baseline == nullptr ? std::vector<int>{} : rounds) {
            auto const change = find_value(one, schema, outcome, round) - find_value(*baseline, schema, outcome, round);
            row.push_back(write_change(change, outcome.decimals));
        }
        row.push_back(shorten_unit(outcome.unit));
        table.add(std::move(row));
    }
    return table.text();
}

Repetition const* find_cell(std::vector<Repetition> const& cells, std::size_t scenario)
{
    auto const found =
        std::find_if(cells.begin(), cells.end(), [&](auto const& one) { return one.scenario == scenario; });
    return found == cells.end() ? nullptr : &*found;
}
}  // namespace

std::string write_repetition(StudyRequest const& request, store::StudyPlan const& plan, std::filesystem::path const& folder,
                             std::uint32_t replicate, std::vector<Repetition> const& cells, store::Schema const& schema)
{
    auto text = fmt::format("Replicate {} of {}, seed {}, run again\n", replicate, folder.string(), plan.seed);
    for (std::size_t k = 0; k < std::min(cells.size(), most_tables); ++k) {
        auto const& one = cells[k];
        auto const baseline = request.scenarios[one.scenario].baseline;
        auto const* const before = baseline == one.scenario ? nullptr : find_cell(cells, baseline);
        text += fmt::format("\n{}{}", write_heading(request, one.scenario), write_table(one, before, schema));
    }
    if (cells.size() <= most_tables) return text;
    return text + fmt::format("\n{} more scenarios were run again; choose with --scenario and --point.\n",
                              cells.size() - most_tables);
}

std::string describe_repetition(std::vector<Repetition> const& cells)
{
    std::size_t compared = 0;
    for (auto const& one : cells) compared += one.compared;
    auto const stored = cells.front().stored.size() * cells.size();
    auto const all = compared == stored ? fmt::format("all {} numbers that the study holds of it", write_number(static_cast<double>(stored), 0))
                                        : fmt::format("the {} of the study's {} numbers that were counted again",
                                                      write_number(static_cast<double>(compared), 0),
                                                      write_number(static_cast<double>(stored), 0));
    return wrap(fmt::format("The same again, bit for bit: {} ({} scenario{}).", all, cells.size(), cells.size() == 1 ? "" : "s"), "");
}
}  // namespace concordat::cli
