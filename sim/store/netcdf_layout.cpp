#include "sim/store/netcdf_layout.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "sim/core/check.hpp"

namespace concordat::store
{
namespace
{
// Buffers of all variables together take about 64 MiB; a chunk has about 128 KiB.
constexpr std::size_t buffered_doubles = std::size_t{1} << 23;
constexpr std::size_t least_doubles_at_once = std::size_t{1} << 13;
constexpr std::size_t most_doubles_at_once = std::size_t{1} << 17;
constexpr std::size_t chunk_doubles = std::size_t{1} << 14;

std::vector<std::string> list_once(std::vector<ScenarioLabel> const& labels, std::string ScenarioLabel::*member)
{
    std::vector<std::string> names;
    for (auto const& label : labels) {
        if (std::find(names.begin(), names.end(), label.*member) == names.end()) names.push_back(label.*member);
    }
    return names;
}

std::size_t place_of(std::vector<std::string> const& names, std::string const& name)
{
    return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
}

/// Builds a layout step by step.
class LayoutBuilder
{
  public:
    LayoutBuilder(StudyPlan const& plan, std::size_t replicates, Selection const& wanted)
        : plan_{plan}, schema_{plan.schema}, replicates_{replicates}, wanted_{wanted}
    {
        for (auto const& period : schema_.periods) {
            rounds_ = std::max(rounds_, static_cast<std::size_t>(period.round) + 1);
            years_ = std::max(years_, static_cast<std::size_t>(period.year));
        }
    }

    NetcdfLayout build()
    {
        add_outer();
        for (std::size_t b = 0; b < schema_.blocks().size(); ++b) {
            auto const grouping = static_cast<std::size_t>(schema_.blocks()[b].grouping);
            if (wanted_.wants_grouping(schema_.groupings[grouping].name)) add_part(b);
        }
        for (auto& variable : out_.variables) set_chunk(variable);
        return std::move(out_);
    }

  private:
    int add_dimension(std::string const& name, std::size_t size)
    {
        for (std::size_t i = 0; i < out_.dimensions.size(); ++i) {
            if (out_.dimensions[i].name == name) return static_cast<int>(i);
        }
        out_.dimensions.push_back({name, size});
        return static_cast<int>(out_.dimensions.size()) - 1;
    }

    int add_labelled(NetcdfCoordinate coordinate)
    {
        auto const known = out_.dimensions.size();
        auto const size = std::max(coordinate.texts.size(), coordinate.numbers.size());
        auto const index = add_dimension(coordinate.dimension, size);
        if (out_.dimensions.size() > known) out_.coordinates.push_back(std::move(coordinate));
        return index;
    }

    void add_outer()
    {
        auto const names = list_once(plan_.scenarios, &ScenarioLabel::name);
        auto const points = list_once(plan_.scenarios, &ScenarioLabel::design_point);
        if (plan_.has_design_points()) {
            add_labelled({.name = "design_point", .dimension = "design_point", .long_name = "design point", .texts = points});
        }
        add_labelled({.name = "scenario", .dimension = "scenario", .long_name = "scenario", .texts = names});
        add_dimension("replicate", replicates_);
        out_.outer = out_.dimensions.size();
        out_.slot_count = names.size() * points.size();
        for (auto const& label : plan_.scenarios) {
            out_.slots.push_back(place_of(points, label.design_point) * names.size() + place_of(names, label.name));
        }
    }

    /// The dimensions of a grouping's groups, and in `words` what a variable is called after.
    void add_group_dimensions(int index, std::vector<int>& inner, std::string& words)
    {
        auto const& grouping = schema_.groupings.at(static_cast<std::size_t>(index));
        for (int const other : grouping.crossed) add_group_dimensions(other, inner, words);
        if (!grouping.crossed.empty() || is_whole(grouping)) return;
        words += (words.empty() ? "_by_" : "_and_") + grouping.name;
        inner.push_back(add_labelled({.name = grouping.name,
                                      .dimension = grouping.name,
                                      .long_name = grouping.name,
                                      .texts = grouping.groups}));
    }

    /// The nation: a grouping that is one group needs no dimension.
    static bool is_whole(Grouping const& grouping) { return grouping.name == "nation" && grouping.groups.size() == 1; }

    int add_rounds()
    {
        std::vector<std::string> names(rounds_);
        for (auto const& period : schema_.periods) {
            auto& name = names[static_cast<std::size_t>(period.round)];
            if (name.empty() || period.year == 0) name = period.name;
        }
        return add_labelled({.name = "round", .dimension = "round", .long_name = "round of the history", .texts = names});
    }

    int add_years()
    {
        std::vector<double> years;
        for (std::size_t y = 1; y <= years_; ++y) years.push_back(static_cast<double>(y));
        return add_labelled({.name = "year", .dimension = "year", .long_name = "year of the round", .numbers = years});
    }

    int find_variable(ColumnBlock const& block, int outcome)
    {
        bool const by_year = schema_.periods.at(static_cast<std::size_t>(block.period)).year > 0;
        auto const [place, is_new] = known_.try_emplace({block.grouping, by_year, outcome}, static_cast<int>(out_.variables.size()));
        if (!is_new) return place->second;
        NetcdfVariable variable{.outcome = outcome, .grouping = block.grouping, .by_year = by_year};
        std::string words;
        add_group_dimensions(block.grouping, variable.inner, words);
        if (rounds_ > 1) variable.inner.push_back(add_rounds());
        if (by_year) {
            words += words.empty() ? "_by_year" : "_and_year";
            variable.inner.push_back(add_years());
        }
        variable.name = schema_.outcomes.at(static_cast<std::size_t>(outcome)).name + words;
        variable.inner_size = 1;
        for (int const d : variable.inner) variable.inner_size *= out_.dimensions[static_cast<std::size_t>(d)].size;
        out_.variables.push_back(std::move(variable));
        return place->second;
    }

    void add_part(std::size_t index)
    {
        auto const& block = schema_.blocks()[index];
        auto const& period = schema_.periods.at(static_cast<std::size_t>(block.period));
        NetcdfPart part{.block = index};
        for (int const outcome : block.outcomes) {
            bool const wanted = wanted_.wants_outcome(schema_.outcomes.at(static_cast<std::size_t>(outcome)).name);
            part.variables.push_back(wanted ? find_variable(block, outcome) : -1);
        }
        auto const years = period.year > 0 ? years_ : 1;
        part.stride = rounds_ * years;
        part.offset = static_cast<std::size_t>(period.round) * years;
        if (period.year > 0) part.offset += static_cast<std::size_t>(period.year) - 1;
        out_.parts.push_back(std::move(part));
    }

    /// The replicates innermost of the outer dimensions are filled up first, then scenarios, then design points.
    void set_chunk(NetcdfVariable& variable) const
    {
        auto const at_once =
            std::clamp(buffered_doubles / out_.variables.size(), least_doubles_at_once, most_doubles_at_once);
        auto const replicate = out_.slot_count * variable.inner_size;
        variable.replicates_at_once = std::clamp<std::size_t>(at_once / replicate, 1, replicates_);
        auto filled = variable.inner_size * variable.replicates_at_once;
        variable.chunk.assign(out_.outer, variable.replicates_at_once);
        for (std::size_t d = out_.outer - 1; d-- > 0;) {
            variable.chunk[d] = std::clamp<std::size_t>(chunk_doubles / filled, 1, out_.dimensions[d].size);
            filled *= variable.chunk[d];
        }
        for (int const d : variable.inner) variable.chunk.push_back(out_.dimensions[static_cast<std::size_t>(d)].size);
    }

    StudyPlan const& plan_;
    Schema const& schema_;
    std::size_t replicates_;
    Selection const& wanted_;
    std::size_t rounds_{1};
    std::size_t years_{0};
    std::map<std::tuple<int, bool, int>, int> known_{};
    NetcdfLayout out_{};
};
}  // namespace

NetcdfLayout lay_out_netcdf(StudyPlan const& plan, std::size_t replicates, Selection const& wanted)
{
    core::require(replicates > 0, "a netCDF file has replicates");
    return LayoutBuilder{plan, replicates, wanted}.build();
}
}  // namespace concordat::store
