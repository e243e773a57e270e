#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>

#include "cli/commands.hpp"
#include "cli/document_regions.hpp"
#include "cli/library.hpp"
#include "cli/option_values.hpp"
#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"
#include "models/cycle/model.hpp"
#include "models/cycle/outcomes.hpp"
#include "sim/store/file.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::array<char const*, 3> direction_words{"higher is better", "lower is better",
                                                     "neither direction is better"};

std::string capitalise(std::string text)
{
    if (!text.empty())
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

void print_steps()
{
    fmt::print("A round of agreements (three years)\n\n");
    int number = 0;
    for (auto const& step : cycle::step_list()) {
        fmt::print("{:>4}. {}\n{}", ++number, step.title,
                   wrap(fmt::format("{} ({})", step.what, step.section), "      "));
    }
    fmt::print("\n{}", wrap("A history runs several rounds, each under its own regime: areas enter a round as the one "
                            "before left them (concordat show history_2001_2011).", ""));
    fmt::print("\nOutcomes that are recorded (concordat explain NAME)\n\n");
    for (auto const& outcome : cycle::outcome_list()) {
        fmt::print("  {:<27} {}\n", outcome.name, outcome.label);
    }
}

bool holds(std::vector<std::string> const& names, std::string const& name)
{
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// For which groups and periods an outcome exists.
std::string describe_recording(std::string const& outcome)
{
    std::string by;
    for (std::size_t g = 0; g < cycle::grouping_names().size(); ++g) {
        auto const grouping = static_cast<cycle::Grouping>(g);
        if (holds(cycle::list_outcomes(grouping), outcome)) by += (by.empty() ? "" : ", ") + cycle::name_of(grouping);
    }
    bool const yearly = holds(cycle::list_year_outcomes(cycle::Grouping::nation), outcome);
    if (by.empty()) return "by year, for groups of areas";
    return by + (yearly ? "; by year too" : "");
}

void print_outcome(store::Outcome const& outcome)
{
    fmt::print("{} ({})\n", outcome.name, outcome.label);
    fmt::print("{}",
               wrap(fmt::format("Unit: {}; {}.", outcome.unit,
                                direction_words.at(static_cast<std::size_t>(outcome.direction))),
                    "  "));
    fmt::print("{}", wrap("Computed as: " + outcome.how + ".", "  "));
    fmt::print("{}", wrap("Counted for: " + describe_recording(outcome.name) + ".", "  "));
    if (!outcome.caution.empty()) fmt::print("{}", wrap("Caution: " + outcome.caution, "  "));
}

void print_parameter(config::ParameterRecord const& record)
{
    fmt::print("{}\n{}", record.path, wrap(record.description, "  "));
    fmt::print("{}", wrap(fmt::format("Value: {}.", write_value(record.value, record.unit)), "  "));
    auto allowed = fmt::format("Allowed: {}", config::describe_allowed(record));
    if (record.off) allowed += fmt::format("; {} turns it off", config::show(*record.off));
    fmt::print("{}", wrap(allowed + ".", "  "));
    fmt::print("{}", wrap(capitalise((record.source.assumption.empty() ? "source: " : "") +
                                     write_source(record.source)),
                          "  "));
    fmt::print("{}", wrap(fmt::format("Reliability: {}.", config::show(record.reliability)), "  "));
    fmt::print("{}", wrap("In: " + write_position(record.where), "  "));
}

/// \returns whether there is such a topic
bool print_topic(std::string const& topic, Library const& library)
{
    auto const& outcomes = cycle::outcome_list();
    auto const outcome = std::find_if(outcomes.begin(), outcomes.end(),
                                      [&](auto const& one) { return one.name == topic; });
    if (outcome != outcomes.end()) {
        print_outcome(*outcome);
        return true;
    }
    auto const record = library.parameters.find(topic);
    if (record == library.parameters.end()) return false;
    print_parameter(record->second);
    return true;
}

void report_unknown(std::string const& topic, Library const& library, core::Problems& problems)
{
    auto known = config::list_paths(library.parameters);
    for (auto const& outcome : cycle::outcome_list()) known.push_back(outcome.name);
    auto hint = suggest(topic, known);
    if (hint.empty()) hint = "concordat explain lists the outcomes";
    problems.add({}, fmt::format("there is no outcome and no parameter {}", config::quote(topic)),
                 std::move(hint));
}
/// The document is changed only where nothing is wrong with it.
void fill_document(std::string const& document, Library const& library)
{
    core::Problems problems;
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(document, ignored)) {
        problems.add({.file = document}, "there is no such document");
        problems.throw_if_any();
    }
    auto const before = store::read_file(document);
    auto const after = fill_regions(before, document, library.parameters, problems);
    problems.throw_if_any();
    if (after == before) {
        fmt::print("{}: nothing to change\n", document);
        return;
    }
    store::write_file_durably(document, after);
    fmt::print("{}: written anew\n", document);
}
}  // namespace

ExitCode explain(ExplainCommand const& command)
{
    if (command.topics.empty() && command.document.empty()) {
        print_steps();
        return ExitCode::success;
    }
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    problems.throw_if_any();
    if (!command.document.empty()) fill_document(command.document, library);
    bool first = true;
    for (auto const& topic : command.topics) {
        if (!first) fmt::print("\n");
        first = false;
        if (!print_topic(topic, library)) report_unknown(topic, library, problems);
    }
    problems.throw_if_any();
    return ExitCode::success;
}
}  // namespace concordat::cli
