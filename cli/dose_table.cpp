#include "cli/dose_table.hpp"

#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "cli/json_number.hpp"
#include "cli/number_format.hpp"
#include "cli/text_layout.hpp"

namespace concordat::cli
{
namespace
{
using compare::DoseResponse;
using compare::DoseShape;

std::string write_shape(DoseResponse const& doses)
{
    if (doses.shape != DoseShape::turns) return std::string{compare::name_of(doses.shape)};
    return doses.turn_matters ? "turns" : "turns, by less than matters";
}

/// The step with its standard error.
std::string write_step(stats::Summary const& step, int decimals)
{
    return fmt::format("{} (s.e. {})", write_change(step.mean, decimals + 1), write_number(step.standard_error, decimals + 1));
}
}  // namespace

std::string write_doses(std::vector<Judgement> const& list)
{
    TextTable table{{"reform", "argues about", "weak", "stated", "strong", "with the dose"}};
    std::map<std::string_view, int> counts;
    int rows = 0;
    for (auto const& one : list) {
        if (!one.doses) continue;
        ++rows;
        ++counts[compare::name_of(one.doses->shape)];
        auto const& change = one.doses->change;
        table.add({one.reform.name, one.label, write_change(change[0].mean, one.decimals), write_change(change[1].mean, one.decimals),
                   write_change(change[2].mean, one.decimals), write_shape(*one.doses)});
    }
    if (rows == 0) return {};
    std::string sums;
    for (auto const& [shape, count] : counts) sums += fmt::format("{}{} {}", sums.empty() ? "" : ", ", count, shape);
    return table.text() + "\n" +
           wrap(fmt::format("Doses of {} reforms: {}. weak, strong: every change at an end of its own range; a step counts from two "
                            "standard errors.",
                            rows, sums),
                "");
}

std::string write_dose_rows(std::vector<Judgement> const& list)
{
    std::string text;
    for (auto const& one : list) {
        if (!one.doses) continue;
        auto const& doses = *one.doses;
        text += fmt::format("| `{}` | {} | {} | {} | {} | {} | {} | {} |\n", one.reform.name, one.label,
                            write_change(doses.change[0].mean, one.decimals), write_change(doses.change[1].mean, one.decimals),
                            write_change(doses.change[2].mean, one.decimals), write_step(doses.step[0], one.decimals),
                            write_step(doses.step[1], one.decimals), write_shape(doses));
    }
    if (text.empty()) return {};
    return "\n| reform | argues about | weak | stated | strong | weak to stated | stated to strong | with the dose |\n"
           "|---|---|--:|--:|--:|--:|--:|---|\n" +
           text + "\n";
}

nlohmann::ordered_json write_doses_json(DoseResponse const& doses)
{
    return {{"weak", write_json_number(doses.change[0].mean)},
            {"stated", write_json_number(doses.change[1].mean)},
            {"strong", write_json_number(doses.change[2].mean)},
            {"step_errors", {write_json_number(doses.step[0].standard_error), write_json_number(doses.step[1].standard_error)}},
            {"shape", compare::name_of(doses.shape)},
            {"turn_matters", doses.turn_matters}};
}
}  // namespace concordat::cli
