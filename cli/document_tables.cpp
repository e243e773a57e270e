#include "cli/document_tables.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <vector>

#include "cli/markdown.hpp"
#include "cli/source_text.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"

namespace concordat::cli
{
namespace
{
using config::ParameterRecord;
using config::Reliability;

std::string write_allowed(ParameterRecord const& record)
{
    if (record.range) {
        return fmt::format("{} to {}", config::show(record.range->low),
                           config::show(record.range->high));
    }
    return record.choices.empty() ? "true, false" : fmt::format("{}", fmt::join(record.choices, ", "));
}

/// The value, and the default where it is another.
std::string write_settled(ParameterRecord const& record, config::ParameterTable const* defaults)
{
    auto const value = config::show(record.value);
    if (defaults == nullptr || defaults->at(record.path).value == record.value) return value;
    return fmt::format("{} (default {})", value, config::show(defaults->at(record.path).value));
}

std::string write_off(ParameterRecord const& record)
{
    if (record.off) return config::show(*record.off);
    return record.allows_infinity ? ".inf" : "-";
}

std::string write_basis(ParameterRecord const& record)
{
    auto const basis =
        record.source.assumption.empty() ? write_source(record.source) : std::string{"assumption"};
    return fmt::format("{} ({})", basis, config::show(record.reliability));
}

bool is_under(std::string_view path, std::string_view prefix)
{
    if (path.substr(0, prefix.size()) != prefix) return false;
    return path.size() == prefix.size() || path[prefix.size()] == '.';
}

bool is_judged(ParameterRecord const& record)
{
    return !record.source.assumption.empty() || record.reliability == Reliability::low;
}
}  // namespace

std::string write_parameter_rows(config::ParameterTable const& parameters, std::string_view prefix,
                                 config::ParameterTable const* defaults)
{
    std::string rows;
    for (auto const& [path, record] : parameters) {
        if (!is_under(path, prefix)) continue;
        rows += write_markdown_row({"`" + path + "`", record.description, write_settled(record, defaults),
                           write_allowed(record), write_off(record),
                           record.unit.empty() ? "-" : record.unit, write_basis(record)});
    }
    if (rows.empty()) return rows;
    return write_markdown_head({"parameter", "meaning", defaults == nullptr ? "default" : "value", "range", "off", "unit", "basis"}) + rows;
}

std::string write_assumption_rows(config::ParameterTable const& parameters, config::ParameterTable const* defaults)
{
    auto text = write_markdown_head({"reliability", "parameter", defaults == nullptr ? "default" : "value", "range", "why this value"});
    for (auto const reliability : {Reliability::low, Reliability::medium, Reliability::high}) {
        for (auto const& [path, record] : parameters) {
            if (record.reliability != reliability || !is_judged(record)) continue;
            auto const& source = record.source;
            text += write_markdown_row({std::string{config::show(reliability)}, "`" + path + "`",
                               write_settled(record, defaults), write_allowed(record),
                               source.assumption.empty() ? write_source(source) : source.assumption});
        }
    }
    return text;
}

std::string write_steps()
{
    std::string text;
    int number = 0;
    for (auto const& step : cycle::step_list()) {
        text += fmt::format("{}. {}: {} (`{}`)\n", ++number, step.title, step.what, step.section);
    }
    return text;
}

std::string write_outcome_rows()
{
    constexpr std::array<char const*, 3> better{"higher", "lower", "-"};
    auto text = write_markdown_head({"outcome", "label", "unit", "better", "computed as"});
    for (auto const& outcome : cycle::outcome_list()) {
        text += write_markdown_row({"`" + outcome.name + "`", outcome.label, outcome.unit,
                           better.at(static_cast<std::size_t>(outcome.direction)), outcome.how});
    }
    return text;
}
}  // namespace concordat::cli
