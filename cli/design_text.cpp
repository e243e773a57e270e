#include "cli/design_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "cli/findings.hpp"
#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"
#include "sim/config/number_text.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::size_t most_listed_points = 16;
constexpr std::size_t most_listed_outcomes = 3;
constexpr double clear = 2.0;  // [standard errors]

/// The mean of a scenario at a point: of its change, or of its level where it is a baseline.
struct PointMean
{
    std::size_t scenario{};
    double mean{};
    double standard_error{};
};

bool is_baseline(StudyRequest const& request, std::size_t scenario)
{
    return request.scenarios[scenario].baseline == scenario;
}

/// The runs of one scenario at its design points; a fixed baseline stands alone.
using Family = std::vector<std::size_t>;

std::vector<Family> list_families(StudyRequest const& request)
{
    std::vector<Family> families;
    std::map<std::pair<std::string, bool>, std::size_t> known;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const key = std::pair{request.scenarios[s].name, request.scenarios[s].design_point.empty()};
        auto const [place, is_new] = known.emplace(key, families.size());
        if (is_new) families.emplace_back();
        families[place->second].push_back(s);
    }
    return families;
}

std::vector<PointMean> list_means(StudyRequest const& request, StudyView const& view, Family const& family,
                                  std::string const& outcome)
{
    std::vector<PointMean> means;
    for (auto const s : family) {
        auto const summary = is_baseline(request, s)
                                 ? view.summarise(s, outcome)
                                 : view.compare(request.scenarios[s].baseline, s, outcome).difference;
        means.push_back({s, summary.mean, summary.standard_error});
    }
    return means;
}

std::string write_mean(StudyRequest const& request, PointMean const& point, int decimals)
{
    if (is_baseline(request, point.scenario)) return write_number(point.mean, decimals);
    return write_change(point.mean, decimals);
}

DesignPointRecord const& point_of(StudyRequest const& request, std::size_t scenario)
{
    return request.design.points.at(std::stoul(request.scenarios[scenario].design_point) - 1);
}

/// "(2)": where a mean was found.
std::string write_place(StudyRequest const& request, std::size_t scenario)
{
    return "(" + request.scenarios[scenario].design_point + ")";
}

bool by_mean(PointMean const& a, PointMean const& b)
{
    if (std::isnan(a.mean) || std::isnan(b.mean)) return !std::isnan(a.mean) && std::isnan(b.mean);
    return a.mean < b.mean;
}

/// "8 of 12": points at which the scenario clearly does better.
std::string count_better(std::vector<PointMean> const& means, store::Direction direction)
{
    if (direction == store::Direction::neither) return "-";
    double const sign = direction == store::Direction::higher_is_better ? 1.0 : -1.0;
    auto const better = std::count_if(means.begin(), means.end(), [&](PointMean const& point) {
        return sign * point.mean > 0.0 && sign * point.mean >= clear * point.standard_error;
    });
    return fmt::format("{} of {}", better, means.size());
}

std::string write_extremes(StudyRequest const& request, StudyView const& view, Family const& family)
{
    bool const levels = is_baseline(request, family.front());
    std::vector<std::string> header{"", "lowest", "at", "highest", "at", "unit"};
    if (!levels) header.insert(header.end() - 1, "better at");
    TextTable table{header};
    for (auto const* outcome : choose_outcomes(request, view)) {
        auto const means = list_means(request, view, family, outcome->name);
        auto const low = std::min_element(means.begin(), means.end(), by_mean);
        auto const high = std::max_element(means.begin(), means.end(), by_mean);
        bool const same = low->mean == high->mean || std::isnan(low->mean);
        std::vector<std::string> row{outcome->label, write_mean(request, *low, outcome->decimals),
                                     same ? "all" : write_place(request, low->scenario),
                                     write_mean(request, *high, outcome->decimals),
                                     same ? "all" : write_place(request, high->scenario), shorten_unit(outcome->unit)};
        if (!levels) row.insert(row.end() - 1, count_better(means, outcome->direction));
        table.add(std::move(row));
    }
    return table.text();
}

/// "per_target" of "incentives.reward_grant.per_target".
std::string shorten_path(std::string const& path) { return path.substr(path.rfind('.') + 1); }

/// Drawn values have more digits than anybody reads; design.csv has them all.
std::string shorten_value(std::string const& value)
{
    constexpr std::size_t longest = 8;
    auto const reading = config::read_number(value);
    return reading.value && value.size() > longest ? fmt::format("{:.6g}", *reading.value) : value;
}

using Outcomes = std::vector<store::Outcome const*>;

/// Every point with the means of some outcomes.
std::string tabulate_points(StudyRequest const& request, StudyView const& view, Family const& family, Outcomes const& outcomes)
{
    std::vector<std::string> header{"at"};
    for (auto const* outcome : outcomes) {
        header.push_back(outcome->name);
        header.emplace_back("s.e.");
    }
    header.emplace_back("design point");
    TextTable table{header};
    std::vector<std::vector<PointMean>> columns;
    for (auto const* outcome : outcomes) columns.push_back(list_means(request, view, family, outcome->name));
    for (std::size_t p = 0; p < family.size(); ++p) {
        std::vector<std::string> row{write_place(request, family[p])};
        for (std::size_t k = 0; k < outcomes.size(); ++k) {
            row.push_back(write_mean(request, columns[k][p], outcomes[k]->decimals));
            row.push_back(write_error(columns[k][p].standard_error, outcomes[k]->decimals));
        }
        row.push_back(describe_point(point_of(request, family[p])));
        table.add(std::move(row));
    }
    return table.text();
}

std::size_t find_width(std::string const& text)
{
    std::size_t widest = 0;
    for (std::size_t start = 0; start < text.size();) {
        auto const end = std::min(text.find('\n', start), text.size());
        widest = std::max(widest, end - start);
        start = end + 1;
    }
    return widest;
}

/// The points with as many of the first outcomes as have room.
std::string list_points(StudyRequest const& request, StudyView const& view, Family const& family)
{
    auto outcomes = choose_outcomes(request, view);
    outcomes.resize(std::min(outcomes.size(), most_listed_outcomes));
    auto text = tabulate_points(request, view, family, outcomes);
    while (outcomes.size() > 1 && find_width(text) > line_width) {
        outcomes.pop_back();
        text = tabulate_points(request, view, family, outcomes);
    }
    return text;
}

/// Where the first outcome is lowest and highest, for designs of many points.
std::string describe_extremes(StudyRequest const& request, StudyView const& view, Family const& family)
{
    auto const& outcome = *choose_outcomes(request, view).front();
    auto const means = list_means(request, view, family, outcome.name);
    auto const describe = [&](char const* which, PointMean const& point) {
        return wrap(fmt::format("{} is {} at {}: {}", outcome.label, which, write_place(request, point.scenario),
                                describe_point(point_of(request, point.scenario))),
                    "  ");
    };
    return describe("lowest", *std::min_element(means.begin(), means.end(), by_mean)) +
           describe("highest", *std::max_element(means.begin(), means.end(), by_mean));
}

std::string write_family(Answer const& answer, StudyView const& view, Family const& family)
{
    auto const& request = answer.request;
    auto const first = family.front();
    bool const levels = is_baseline(request, first);
    auto text = wrap(fmt::format("{}: {}", short_name(request, first), short_title(request, first)), "");
    if (request.scenarios[first].design_point.empty()) {
        TextTable table{{"", "mean", "5-95 % range", "unit"}};
        for (auto const* outcome : choose_outcomes(request, view)) {
            auto const values = view.summarise(first, outcome->name);
            table.add({outcome->label, write_number(values.mean, outcome->decimals),
                       write_range(values.low, values.high, outcome->decimals), shorten_unit(outcome->unit)});
        }
        return text + table.text();
    }
    text += fmt::format("  {} at {} design points\n", levels ? "mean" : "mean change", family.size());
    text += write_extremes(request, view, family);
    if (levels && request.compares() && family.size() < request.scenarios.size()) return text;
    return text + (family.size() <= most_listed_points ? list_points(request, view, family)
                                                       : describe_extremes(request, view, family));
}
}  // namespace

std::string describe_point(DesignPointRecord const& point)
{
    if (!point.name.empty()) return point.name;
    std::string text;
    for (auto const& [path, value] : point.values) {
        text += fmt::format("{}{} = {}", text.empty() ? "" : ", ", shorten_path(path), shorten_value(value));
    }
    return text;
}

bool has_design(StudyRequest const& request) { return request.design.points.size() > 1; }

std::string write_design_answer(Answer const& answer, StudyView const& view)
{
    std::string text;
    for (auto const& family : list_families(answer.request)) text += write_family(answer, view, family) + "\n";
    return text;
}

std::string write_design_table(StudyRequest const& request)
{
    if (request.design.points.empty()) return {};
    std::vector<std::string> paths;
    for (auto const& point : request.design.points) {
        for (auto const& [path, value] : point.values) {
            if (std::find(paths.begin(), paths.end(), path) == paths.end()) paths.push_back(path);
        }
    }
    store::Table table;
    table.header = {"design_point", "name"};
    table.header.insert(table.header.end(), paths.begin(), paths.end());
    for (auto const& point : request.design.points) {
        std::vector<std::string> row{std::to_string(point.number), point.name};
        for (auto const& path : paths) {
            auto const found = std::find_if(point.values.begin(), point.values.end(),
                                            [&](auto const& value) { return value.first == path; });
            row.push_back(found == point.values.end() ? std::string{} : found->second);
        }
        table.rows.push_back(std::move(row));
    }
    return store::write_csv(table);
}
}  // namespace concordat::cli
