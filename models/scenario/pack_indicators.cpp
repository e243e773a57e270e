#include "models/scenario/pack_indicators.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "models/scenario/pack_lookup.hpp"
#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
using config::CsvRow;
using config::CsvTable;
using config::Presence;

state::NationalLink read_link(CsvRow const& row)
{
    auto const link = static_cast<state::NationalLink>(
        row.choice("link", "national link", {"none", "dso", "psa"}).value_or(0));
    if (link != state::NationalLink::public_service_agreement && !row.is_empty("psa")) {
        row.report("psa", "psa is filled though the link is not psa");
    }
    return link;
}

/// Position of the indicator's public service agreement; -1 where it has none or the pack has no
/// table of them.
int read_service_agreement(CsvRow const& row, state::Pack const& pack)
{
    auto const number = row.integer("psa", {1, 999, "number of the public service agreement"});
    if (!number || pack.service_agreements.empty()) return -1;
    auto const& all = pack.service_agreements;
    auto const found = std::find_if(all.begin(), all.end(), [&](auto const& a) { return a.number == *number; });
    if (found != all.end()) return static_cast<int>(found - all.begin());
    row.report("psa", fmt::format("unknown public service agreement {}", *number));
    return -1;
}

void read_estimates(CsvRow const& row, state::Indicator& indicator)
{
    indicator.trend = read_optional_number(row, "trend", {-20, 20, "sigma a round, up is good"});
    indicator.trend_spread = read_optional_number(row, "trend_spread", {0, 20, "sigma"});
    indicator.noise = read_optional_number(row, "noise", {1e-3, 20, "sigma"});
    indicator.natural_spread = read_optional_number(row, "natural_spread", {1e-9, 1e9, "natural units a sigma"});
    indicator.social_value = read_optional_number(row, "social_value", {0, 1e12, "GBP a sigma and 100,000 residents"});
    bool const has_unit = !row.is_empty("natural_unit");
    if (has_unit == row.is_empty("natural_spread")) {
        row.report(has_unit ? "natural_spread" : "natural_unit",
                   "natural_spread and natural_unit are given together or not at all");
    } else if (has_unit) {
        indicator.natural_unit = row.text("natural_unit").value_or("");
    }
}

int read_published_count(CsvRow const& row, bool statutory, std::size_t area_count)
{
    if (row.is_empty("published_count")) return -1;
    if (statutory) {
        row.report("published_count", "a statutory indicator is in every agreement and has no count of choices");
        return -1;
    }
    double const most = area_count == 0 ? 1e6 : static_cast<double>(area_count);
    return row.integer("published_count", {0, most, "areas"}).value_or(-1);
}

void check_contributors(CsvRow const& row, std::vector<std::string> const& departments, std::optional<int> lead)
{
    if (departments.empty()) return;
    for (int const contributor : row.choices("contributing_departments", "department", departments)) {
        if (lead && contributor == *lead) {
            row.report("contributing_departments", "the lead department contributes already");
        }
    }
}

state::Indicator read_indicator(CsvRow const& row, state::Pack const& pack, std::vector<std::string> const& departments)
{
    state::Indicator indicator;
    indicator.number = row.integer("number", id_range()).value_or(0);
    indicator.name = row.text("name").value_or("");
    indicator.subject_group = read_reference(row, "subject_group", "subject group", pack.subject_groups).value_or(-1);
    auto const lead = read_reference(row, "department", "department", departments);
    indicator.department = state::DepartmentId{lead.value_or(-1)};
    check_contributors(row, departments, lead);
    indicator.link = read_link(row);
    if (indicator.link == state::NationalLink::public_service_agreement) {
        indicator.service_agreement = read_service_agreement(row, pack);
    }
    indicator.perception = row.flag("perception").value_or(false);
    indicator.place_survey = row.flag("place_survey").value_or(false);
    indicator.statutory = row.flag("statutory").value_or(false);
    indicator.polarity =
        static_cast<state::Polarity>(row.choice("polarity", "polarity", {"unclear", "higher", "lower"}).value_or(0));
    indicator.published_count = read_published_count(row, indicator.statutory, pack.areas.size());
    read_estimates(row, indicator);
    return indicator;
}

/// Counts are known for every discretionary indicator or for none.
void check_counts(state::Pack const& pack, std::string const& file, core::Problems& problems)
{
    std::size_t discretionary = 0;
    std::size_t counted = 0;
    for (auto const& indicator : pack.indicators) {
        if (indicator.statutory) continue;
        ++discretionary;
        if (indicator.published_count >= 0) ++counted;
    }
    if (counted != 0 && counted != discretionary) {
        problems.add({file}, fmt::format("published_count is filled for {} of {} indicators that are not statutory",
                                         counted, discretionary));
    }
}

void check_subject_groups(state::Pack const& pack, std::string const& file, core::Problems& problems)
{
    for (std::size_t k = 0; k < pack.subject_groups.size(); ++k) {
        auto const uses = [k](auto const& indicator) { return indicator.subject_group == static_cast<int>(k); };
        if (std::none_of(pack.indicators.begin(), pack.indicators.end(), uses)) {
            problems.add({file}, fmt::format("subject group '{}' has no indicator", pack.subject_groups[k]));
        }
    }
}
}  // namespace

void read_departments(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    auto const table = folder.read("departments", {{"code"}, {"name"}});
    if (!table) return;
    UniqueKeys codes{"department code"};
    UniqueKeys names{"department name"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const code = row.text("code");
        auto const name = row.text("name");
        if (!code || !name) continue;
        names.add(row, "name", *name);
        if (codes.add(row, "code", *code)) pack.departments.push_back({*code, *name});
    }
    std::sort(pack.departments.begin(), pack.departments.end(),
              [](auto const& a, auto const& b) { return a.code < b.code; });
}

void read_indicators(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    std::vector<config::CsvColumn> const columns{
        {"number"}, {"name"}, {"subject_group"}, {"department"}, {"contributing_departments", Presence::optional},
        {"link"}, {"psa"}, {"perception"}, {"place_survey"}, {"statutory"}, {"polarity"},
        {"published_count", Presence::optional}, {"trend", Presence::optional}, {"trend_spread", Presence::optional},
        {"noise", Presence::optional}, {"natural_spread", Presence::optional}, {"natural_unit", Presence::optional},
        {"social_value", Presence::optional}};
    auto const before = problems.size();
    auto const table = folder.read("indicators", columns);
    if (!table) return;
    auto const departments = department_codes(pack);
    UniqueKeys numbers{"indicator"};
    UniqueKeys names{"indicator name"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto indicator = read_indicator(row, pack, departments);
        if (indicator.number > 0) numbers.add(row, "number", std::to_string(indicator.number));
        if (!indicator.name.empty()) names.add(row, "name", indicator.name);
        pack.indicators.push_back(std::move(indicator));
    }
    if (problems.size() == before) {
        check_counts(pack, table->file(), problems);
        check_subject_groups(pack, table->file(), problems);
    }
    std::sort(pack.indicators.begin(), pack.indicators.end(),
              [](auto const& a, auto const& b) { return a.number < b.number; });
}

void read_salience(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("salience")) return;
    auto const table =
        folder.read("salience", {{"number"}, {"salience"}, {"covariate_part"}, {"residual"}});
    if (!table) return;
    auto const index = indicator_index(pack);
    UniqueKeys numbers{"indicator"};
    config::CellRange const range{-100, 100, "s.d. of value"};
    pack.fitted_salience = state::PerIndicator::Constant(static_cast<Eigen::Index>(pack.indicators.size()), not_given);
    pack.fitted_known = pack.fitted_salience;
    pack.fitted_residual = pack.fitted_salience;
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const indicator = read_id(row, "number", "indicator", index);
        auto const salience = row.number("salience", range);
        auto const known = row.number("covariate_part", range);
        auto const residual = row.number("residual", range);
        if (!indicator || !salience || !known || !residual) continue;
        numbers.add(row, "number", std::to_string(pack.indicators[static_cast<std::size_t>(*indicator)].number));
        pack.fitted_salience[*indicator] = *salience;
        pack.fitted_known[*indicator] = *known;
        pack.fitted_residual[*indicator] = *residual;
    }
    for (auto const& [number, position] : index) {
        if (pack.fitted_salience[position] != pack.fitted_salience[position]) {
            problems.add({table->file()}, fmt::format("indicator {} has no salience", number));
        }
    }
}
}  // namespace concordat::scenario
