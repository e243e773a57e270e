#include "cli/validation_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "cli/text_layout.hpp"
#include "sim/config/value.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using scenario::Knowledge;

constexpr std::array<FactUse, 3> scored{FactUse::fitted, FactUse::implied, FactUse::held_out};

/// Three digits that matter; whole numbers whole.
std::string shorten(double value)
{
    if (std::isnan(value)) return "-";
    if (std::abs(value) >= 100.0) return fmt::format("{:.0f}", value);
    return config::show(std::stod(fmt::format("{:.3g}", value)));
}

/// What is known has the digits that it is known with.
std::string write_known(ValidationRow const& row)
{
    if (!row.published.empty()) return row.published;
    switch (row.knowledge) {
        case Knowledge::nothing: return "-";
        case Knowledge::value: return config::show(row.known);
        case Knowledge::range: return fmt::format("{} to {}", config::show(row.low), config::show(row.high));
        case Knowledge::at_least: return fmt::format("at least {}", config::show(row.known));
        case Knowledge::at_most: return fmt::format("at most {}", config::show(row.known));
        case Knowledge::existence: return "some";
    }
    return {};
}

char const* name_of(Verdict verdict)
{
    if (verdict == Verdict::none) return "";
    return verdict == Verdict::hit ? "hit" : "miss";
}

/// Counts have no interval.
bool has_interval(ValidationRow const& row) { return row.quantity.take != scenario::Taking::curve_outside; }

std::string write_interval(ValidationRow const& row, stats::Summary const& simulated)
{
    return has_interval(row) ? fmt::format("{} to {}", shorten(simulated.low), shorten(simulated.high)) : "-";
}

std::vector<std::string> list_sections(ValidationPlan const& plan)
{
    std::vector<std::string> sections;
    for (auto const& row : plan.rows) {
        if (std::find(sections.begin(), sections.end(), row.section) == sections.end()) sections.push_back(row.section);
    }
    return sections;
}

/// A single rule has its mean and interval in columns; several stand side by side.
TextTable begin_table(ValidationPlan const& plan, std::string const& section)
{
    auto const behaviours = plan.behaviours();
    std::vector<std::string> header{section, "known"};
    if (behaviours.size() == 1) {
        for (auto const* const one : {"mean", "90 % interval"}) header.emplace_back(one);
    } else {
        header.insert(header.end(), behaviours.begin(), behaviours.end());
    }
    header.emplace_back("");
    return TextTable{header};
}

std::vector<std::string> write_cells(ValidationAnswer const& answer, std::size_t row)
{
    std::vector<std::string> cells;
    for (auto const& findings : answer.findings) {
        auto const& one = findings[row];
        auto const mean = shorten(one.simulated.mean);
        if (answer.findings.size() == 1) {
            for (auto const& cell : {mean, write_interval(answer.plan.rows[row], one.simulated), std::string{name_of(one.verdict)}}) cells.push_back(cell);
        } else {
            cells.push_back(fmt::format("{} {:>4}", mean, name_of(one.verdict)));
        }
    }
    if (answer.findings.size() > 1) cells.emplace_back("");
    return cells;
}

std::string mark_use(ValidationRow const& row)
{
    return row.use == FactUse::implied ? row.name + " *" : row.name;
}

std::string write_section(ValidationAnswer const& answer, std::string const& section)
{
    auto table = begin_table(answer.plan, section);
    for (std::size_t k = 0; k < answer.plan.rows.size(); ++k) {
        auto const& row = answer.plan.rows[k];
        if (row.section != section) continue;
        std::vector<std::string> cells{mark_use(row), write_known(row)};
        for (auto& cell : write_cells(answer, k)) cells.push_back(std::move(cell));
        table.add(std::move(cells));
    }
    return table.text();
}

/// Hits and scored rows of one use.
std::pair<std::size_t, std::size_t> count_hits(ValidationAnswer const& answer, std::size_t behaviour, FactUse use)
{
    std::size_t hits = 0, all = 0;
    for (std::size_t k = 0; k < answer.plan.rows.size(); ++k) {
        auto const verdict = answer.findings[behaviour][k].verdict;
        if (answer.plan.rows[k].use != use || verdict == Verdict::none) continue;
        ++all;
        hits += verdict == Verdict::hit ? 1U : 0U;
    }
    return {hits, all};
}

std::string name_counted(FactUse use)
{
    if (use == FactUse::fitted) return "fitted facts";
    return use == FactUse::implied ? "that the fit implies (*)" : "held-out facts";
}

/// "equilibrium: 14 of 15 fitted facts hold, 29 of 29 that the fit implies (*), 26 of 31 held-out facts"
std::string count_facts(ValidationAnswer const& answer, std::size_t behaviour)
{
    auto const name = answer.plan.behaviours()[behaviour];
    std::string text;
    for (auto const use : scored) {
        auto const [hits, all] = count_hits(answer, behaviour, use);
        if (all == 0) continue;
        text += fmt::format("{}{} of {} {}", text.empty() ? "" : ", ", hits, all, name_counted(use));
    }
    if (text.empty()) text = "nothing was scored";
    return fmt::format("{}{}{}\n", name.empty() ? "Hits: " : name + ": ", text, ".");
}

std::string describe_run(ValidationAnswer const& answer)
{
    auto const& ensemble = answer.plan.request.ensemble;
    auto const uncertainty = ensemble ? fmt::format("over luck and the {} points of {}", ensemble->points.size(), ensemble->name)
                                      : std::string{"over luck alone: assumptions are fixed"};
    return fmt::format("{} replicates, seed {}; intervals {}", answer.replicates, answer.plan.seed, uncertainty);
}

constexpr char const* rule = "A value is hit where the simulated 90 % interval holds it, a range where the interval touches it; bounds and "
                             "what only exists are held against the mean. Fitted facts: whether the mean is inside the 90 % interval of "
                             "what was observed.";

std::string escape_cell(std::string const& text)
{
    std::string out;
    for (char const c : text) out += c == '|' ? std::string{"\\|"} : std::string(1, c);
    return out;
}

std::string write_page_cell(ValidationRow const& row, ValidationFinding const& finding)
{
    auto text = shorten(finding.simulated.mean);
    if (has_interval(row)) text += fmt::format(" ({})", write_interval(row, finding.simulated));
    auto const* const verdict = finding.verdict == Verdict::miss ? "**miss**" : name_of(finding.verdict);
    return fmt::format(" {} | {} |", text, verdict);
}

std::string write_page_section(ValidationAnswer const& answer, std::string const& section)
{
    std::string text = fmt::format("### {}\n\n| fact | known |", section), rule_line{"|---|--:|"};
    for (auto const& behaviour : answer.plan.behaviours()) {
        text += fmt::format(" {} | |", behaviour.empty() ? "simulated" : behaviour);
        rule_line += "--:|---|";
    }
    text += fmt::format("\n{}\n", rule_line);
    for (std::size_t k = 0; k < answer.plan.rows.size(); ++k) {
        auto const& row = answer.plan.rows[k];
        if (row.section != section) continue;
        text += fmt::format("| {} | {} |", escape_cell(mark_use(row)), escape_cell(write_known(row)));
        for (auto const& findings : answer.findings) text += write_page_cell(row, findings[k]);
        text += '\n';
    }
    return text + '\n';
}
}  // namespace

std::string write_validation_text(ValidationAnswer const& answer)
{
    auto text = describe_run(answer) + "\n\n";
    for (auto const& section : list_sections(answer.plan)) {
        text += write_section(answer, section);
        text += '\n';
    }
    text += wrap(rule, "");
    text += '\n';
    for (std::size_t b = 0; b < answer.findings.size(); ++b) text += wrap(count_facts(answer, b), "");
    return text;
}

std::string write_validation_table(ValidationAnswer const& answer)
{
    store::Table table{.header = {"fact", "section", "use", "scenario", "behaviour", "known", "low", "high", "published", "mean", "q05", "q95", "values",
                                  "verdict", "source"},
                       .rows = {}};
    auto const behaviours = answer.plan.behaviours();
    for (std::size_t k = 0; k < answer.plan.rows.size(); ++k) {
        auto const& row = answer.plan.rows[k];
        bool const has_number = row.knowledge != Knowledge::nothing && row.knowledge != Knowledge::existence;
        auto const known = [&](double value) { return has_number ? store::number_text(value) : std::string{}; };
        for (std::size_t b = 0; b < behaviours.size(); ++b) {
            auto const& one = answer.findings[b][k];
            table.rows.push_back({row.name, row.section, concordat::cli::name_of(row.use), row.quantity.of, behaviours[b], known(row.known), known(row.low),
                                  known(row.high), write_known(row), store::number_text(one.simulated.mean), store::number_text(one.simulated.low),
                                  store::number_text(one.simulated.high), std::to_string(one.simulated.count), name_of(one.verdict), row.source});
        }
    }
    return store::write_csv(table);
}

std::string write_validation_page(ValidationAnswer const& answer)
{
    auto text = describe_run(answer) + ".\n\n";
    for (auto const& section : list_sections(answer.plan)) text += write_page_section(answer, section);
    text += fmt::format("{}\n\n", rule);
    for (std::size_t b = 0; b < answer.findings.size(); ++b) text += fmt::format("* {}", count_facts(answer, b));
    return text;
}
}  // namespace concordat::cli
