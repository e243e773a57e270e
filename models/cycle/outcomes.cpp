#include "models/cycle/outcomes.hpp"

#include <algorithm>
#include <iterator>

#include "models/cycle/cell_outcomes.hpp"
#include "models/cycle/gauges.hpp"
#include "models/cycle/outcome_definitions.hpp"
#include "models/cycle/year_gauges.hpp"
#include "sim/core/check.hpp"

namespace concordat::cycle
{
namespace
{
/// [index] of the outcomes that exist and are wanted, in the order of those that exist.
std::vector<int> choose_outcomes(std::vector<std::string> const& exist, std::vector<std::string> const& wanted)
{
    std::vector<int> chosen;
    for (auto const& name : exist) {
        bool const is_wanted = wanted.empty() || std::find(wanted.begin(), wanted.end(), name) != wanted.end();
        if (is_wanted) chosen.push_back(find_outcome(name));
    }
    return chosen;
}

template <class List>
auto find_by_outcome(List const& list, std::string_view name)
{
    auto const found = std::find_if(list.begin(), list.end(), [&](auto const& one) { return one.outcome == name; });
    core::require(found != list.end(), "an outcome is declared where it is computed");
    return found;
}

/// Outcomes of one group that are made of sums; the others are left as they are.
void value_sums(store::ColumnBlock const& block, AreaSums const& total, ChoiceStatistics const& choices,
                std::span<double> values)
{
    auto const& definitions = definition_list();
    for (std::size_t k = 0; k < block.outcomes.size(); ++k) {
        auto const o = static_cast<std::size_t>(block.outcomes[k]);
        if (o < definitions.size()) values[k] = definitions[o].value(total, choices);
    }
}

/// Rows of every replicate are for groupings that a person reads; of areas and indicators they would be a
/// hundred times as many, and of cells no table at all.
store::Listing list_in(Grouping grouping)
{
    if (grouping == Grouping::area_indicator) return store::Listing::none;
    bool const many = grouping == Grouping::area || grouping == Grouping::indicator;
    return many ? store::Listing::summary : store::Listing::replicates;
}

/// "year_1" of a plain round, "round 2: laa_2008, year 1" of a history's.
std::string name_year(std::string const& round, int year)
{
    auto const number = std::to_string(year);
    return round == "round" ? "year_" + number : round + ", year " + number;
}
}  // namespace

OutcomeTally::OutcomeTally(state::Pack const& pack, ResultRequest const& request, std::vector<std::string> const& rounds)
    : pack_{pack}
{
    core::require(!rounds.empty(), "a history has a round");
    schema_.outcomes = outcome_list();
    declare_kind({Grouping::nation, {}}, true);
    for (auto const& one : request.groupings) {
        if (one.grouping != Grouping::nation) declare_kind(one, request.years_of_groups);
    }
    declare_periods(rounds);
    round_columns_ = schema_.column_count() / rounds.size();
    round_blocks_ = schema_.blocks().size() / rounds.size();
}

void OutcomeTally::declare_kind(GroupingRequest const& request, bool years)
{
    auto const grouping = request.grouping;
    std::vector<int> crossed;
    if (grouping == Grouping::area_indicator) crossed = {find_or_declare(Grouping::area), find_or_declare(Grouping::indicator)};
    auto const index = find_or_declare(grouping);
    auto& declared = schema_.groupings[static_cast<std::size_t>(index)];
    declared.crossed = crossed;
    declared.listing = list_in(request.grouping);
    auto& kind = kinds_[static_cast<std::size_t>(index)];
    kind.outcomes = choose_outcomes(list_outcomes(grouping), request.outcomes);
    if (years) kind.year_outcomes = choose_outcomes(list_year_outcomes(grouping), request.outcomes);
}

/// \return its index in the schema
int OutcomeTally::find_or_declare(Grouping grouping)
{
    auto const found = schema_.find_grouping(name_of(grouping));
    if (found) return *found;
    schema_.groupings.push_back(describe_grouping(grouping, pack_));
    kinds_.push_back({.grouping = grouping});
    if (groups_areas(grouping) || groups_indicators(grouping)) kinds_.back().members.emplace(grouping, pack_);
    return static_cast<int>(kinds_.size()) - 1;
}

void OutcomeTally::declare_periods(std::vector<std::string> const& rounds)
{
    for (std::size_t k = 0; k < rounds.size(); ++k) {
        for (int year = 0; year <= years_per_round; ++year) {
            auto const name = year == 0 ? rounds[k] : name_year(rounds[k], year);
            schema_.periods.push_back({name, static_cast<int>(k), year});
            declare_blocks(static_cast<int>(schema_.periods.size()) - 1, year > 0);
        }
    }
}

void OutcomeTally::declare_blocks(int period, bool year)
{
    for (std::size_t g = 0; g < kinds_.size(); ++g) {
        auto const& kind = kinds_[g];
        auto const& outcomes = year ? kind.year_outcomes : kind.outcomes;
        auto const grouping = static_cast<int>(g);
        if (kind.grouping == Grouping::area_indicator) {  // a table of its own for each
            for (int const outcome : outcomes) schema_.add_block(grouping, period, {outcome});
        } else if (!outcomes.empty()) {
            schema_.add_block(grouping, period, outcomes);
        }
    }
}

void OutcomeTally::furnish(World& world) const
{
    bool const cells_have_years = std::any_of(kinds_.begin(), kinds_.end(), [](Kind const& kind) {
        return kind.grouping == Grouping::area_indicator && !kind.year_outcomes.empty();
    });
    if (cells_have_years) world.book.gain.resize(years_per_round);
}

void OutcomeTally::tally(Model const& model, World const& world, std::span<double> row) const
{
    core::require(row.size() == round_columns_, "a row has one value per column of a round");
    auto& memory = world.tally;
    sum_round(model, world, memory.by_area, memory.by_indicator);
    memory.counts.clear();
    for (auto const& sums : memory.by_indicator) memory.counts.push_back(sums.chosen);
    ChoiceStatistics const choices = describe_choices(pack_, memory.counts, memory.sorted);
    read_gauges(world);
    for (std::size_t b = 0; b < round_blocks_; ++b) {
        auto const& block = schema_.blocks()[b];
        fill(block, model, world, choices, row.subspan(block.first, block.size));
    }
}

/// Every gauge in every area, once for all groupings.
void OutcomeTally::read_gauges(World const& world) const
{
    auto const areas = pack_.area_count();
    auto const& gauges = gauge_list();
    auto& memory = world.tally;
    for (auto* readings : {&memory.gauge_part, &memory.gauge_whole}) readings->resize(gauges.size() * areas);
    GaugeView const view{pack_, world};
    std::size_t place = 0;
    for (auto const& gauge : gauges) {
        for (std::size_t i = 0; i < areas; ++i, ++place) {
            memory.gauge_part[place] = gauge.part(view, static_cast<int>(i));
            memory.gauge_whole[place] = gauge.whole(view, static_cast<int>(i));
        }
    }
}

void OutcomeTally::fill(store::ColumnBlock const& block, Model const& model, World const& world,
                        ChoiceStatistics const& choices, std::span<double> values) const
{
    auto const& kind = kinds_[static_cast<std::size_t>(block.grouping)];
    int const year = schema_.periods[static_cast<std::size_t>(block.period)].year;
    if (kind.grouping == Grouping::area_indicator) {
        auto const& name = schema_.outcomes[static_cast<std::size_t>(block.outcomes.front())].name;
        fill_cells(*find_by_outcome(cell_outcome_list(), name), year, pack_, world, values);
        return;
    }
    if (kind.grouping == Grouping::region_department) return fill_parts(block, model, world, choices, values);
    if (year == 0) fill_sums(kind, block, world, choices, values);
    fill_gauges(kind, block, year, world, values);
}

/// Outcomes that are made of sums, group by group. Sums run over areas or indicators in their order.
void OutcomeTally::fill_sums(Kind const& kind, store::ColumnBlock const& block, World const& world,
                             ChoiceStatistics const& choices, std::span<double> values) const
{
    auto const& members = groups_areas(kind.grouping) ? world.tally.by_area : world.tally.by_indicator;
    auto const& group_of = kind.members->group_of(world);
    auto& totals = world.tally.groups;
    totals.assign(kind.members->group_count(), {});
    for (std::size_t m = 0; m < members.size(); ++m) {
        auto const group = static_cast<std::size_t>(group_of[m]);
        if (group < totals.size()) totals[group].add(members[m]);
    }
    for (std::size_t g = 0; g < totals.size(); ++g) {
        value_sums(block, totals[g], choices, values.subspan(g * block.outcomes.size()));
    }
}

/// The indicators of every department in the areas of every region.
void OutcomeTally::fill_parts(store::ColumnBlock const& block, Model const& model, World const& world,
                              ChoiceStatistics const& choices, std::span<double> values) const
{
    auto const departments = pack_.departments.size();
    for (std::size_t g = 0; g < pack_.regions.size() * departments; ++g) {
        auto const total = sum_part(model, world, static_cast<int>(g / departments), static_cast<int>(g % departments));
        value_sums(block, total, choices, values.subspan(g * block.outcomes.size()));
    }
}

/// Outcomes that are read area by area: of a round the gauges, of a year all.
void OutcomeTally::fill_gauges(Kind const& kind, store::ColumnBlock const& block, int year, World const& world,
                               std::span<double> values) const
{
    auto const areas = pack_.area_count();
    auto const first = definition_list().size();
    auto const stride = block.outcomes.size();
    auto const& by_year = year_gauge_list();
    for (std::size_t k = 0; k < stride; ++k) {
        auto const o = static_cast<std::size_t>(block.outcomes[k]);
        if (year > 0) {
            auto const g = static_cast<std::size_t>(find_by_outcome(by_year, schema_.outcomes[o].name) - by_year.begin());
            fill_gauge(kind, year_parts(world, year - 1, g, areas), year_wholes(world, year - 1, g, areas), world,
                       values.subspan(k), stride);
        } else if (o >= first) {
            auto const place = (o - first) * areas;
            fill_gauge(kind, &world.tally.gauge_part[place], &world.tally.gauge_whole[place], world, values.subspan(k), stride);
        }
    }
}

void OutcomeTally::fill_gauge(Kind const& kind, double const* parts, double const* wholes, World const& world,
                              std::span<double> values, std::size_t stride) const
{
    auto const& group_of = kind.members->group_of(world);
    auto& sums = world.tally.group_sums;
    sums.assign(kind.members->group_count(), {});
    for (std::size_t i = 0; i < pack_.area_count(); ++i) {
        auto const group = static_cast<std::size_t>(group_of[i]);
        if (group >= sums.size()) continue;
        sums[group].part += parts[i];
        sums[group].whole += wholes[i];
    }
    for (std::size_t g = 0; g < sums.size(); ++g) values[g * stride] = ratio(sums[g].part, sums[g].whole);
}
}  // namespace concordat::cycle
