#include "cli/decomposition_findings.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "analysis/decompose/waterfall.hpp"
#include "cli/findings.hpp"
#include "cli/number_format.hpp"
#include "cli/study_view.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
using decompose::Term;
using decompose::TermKind;

/// Differences between reform and baseline with the parts of every coalition.
std::vector<std::vector<double>> list_values(StudyView const& view, EffectSplit const& split, std::string const& outcome)
{
    std::vector<std::vector<double>> values;
    for (auto const& [baseline, reform] : split.runs) {
        auto difference = view.values(reform, outcome);
        auto const before = view.values(baseline, outcome);
        for (std::size_t r = 0; r < difference.size(); ++r) difference[r] -= before[r];
        values.push_back(std::move(difference));
    }
    return values;
}

/// The last part of a path where no other path ends in it.
std::string shorten_path(EffectSplit const& split, std::string const& path)
{
    auto const last = path.substr(path.rfind('.') + 1);
    auto const same = std::count_if(split.parts.begin(), split.parts.end(), [&](EffectPart const& part) {
        return part.name.substr(part.name.rfind('.') + 1) == last;
    });
    return same == 1 ? last : path;
}

std::vector<std::string> write_row(SplitOutcome const& one, Term const& term)
{
    auto const is_part = term.kind == TermKind::part;
    auto const& split = *one.split;
    auto const number = [](double value) { return store::number_text(value); };
    return {one.outcome->name,
            split.kind,
            decompose::name_of(term.kind),
            is_part ? split.parts[term.part].name : std::string{},
            is_part ? split.parts[term.part].detail : std::string{},
            std::to_string(term.amount.count),
            number(term.amount.mean),
            number(term.amount.standard_error),
            number(term.amount.low),
            number(term.amount.median),
            number(term.amount.high),
            number(term.share),
            is_part ? number(term.alone.mean) : std::string{},
            is_part ? number(term.last.mean) : std::string{},
            one.outcome->unit};
}

decompose::WaterfallBar draw_level(std::string const& label, stats::Summary const& level, int decimals)
{
    return {.label = label,
            .value = write_number(level.mean, decimals),
            .amount = level.mean,
            .low = 0.0,
            .high = 0.0,
            .is_level = true};
}

decompose::WaterfallBar draw_term(EffectSplit const& split, Term const& term, int decimals)
{
    return {.label = name_term(split, term),
            .value = write_change(term.amount.mean, decimals),
            .amount = term.amount.mean,
            .low = term.amount.low,
            .high = term.amount.high,
            .is_level = false};
}

decompose::Waterfall draw_split(StudyRequest const& request, SplitOutcome const& one)
{
    auto const& record = *request.decomposition;
    int const decimals = one.outcome->decimals + 1;
    decompose::Waterfall chart{
        .title = fmt::format("{}, by {}", one.outcome->label,
                             one.split->kind == "changes" ? "change of the reform" : "mechanism of the model"),
        .note = fmt::format("{}; {} replicates. Bars: mean; thin lines: 90 % of replicates.", one.outcome->unit,
                            one.terms.back().amount.count),
        .bars = {draw_level(request.scenarios[record.baseline].name, one.baseline, decimals)}};
    for (auto const& term : one.terms) {
        if (is_shown(*one.split, term) && term.kind != TermKind::total) {
            chart.bars.push_back(draw_term(*one.split, term, decimals));
        }
    }
    chart.bars.push_back(draw_level(short_name(request, record.reform), one.reform, decimals));
    return chart;
}
}  // namespace

std::vector<SplitOutcome> find_splits(StudyRequest const& request, store::StudyReader const& study)
{
    StudyView const view{study};
    auto const& record = *request.decomposition;
    std::vector<SplitOutcome> found;
    for (auto const& name : record.outcomes) {
        for (auto const& split : record.splits) {
            found.push_back({&view.outcome(name), &split, view.summarise(record.baseline, name),
                             view.summarise(record.reform, name),
                             decompose::decompose_difference(split.parts.size(), list_values(view, split, name))});
        }
    }
    return found;
}

std::string name_term(EffectSplit const& split, Term const& term)
{
    bool const by_change = split.kind == "changes";
    switch (term.kind) {
        case TermKind::left: return "with these mechanisms off";
        case TermKind::interactions: return "three or more together";
        case TermKind::total: return "change";
        case TermKind::part: break;
    }
    auto const& part = split.parts[term.part];
    return by_change ? fmt::format("{}: {}", shorten_path(split, part.name), part.detail) : part.name;
}

bool is_shown(EffectSplit const& split, Term const& term)
{
    return term.kind != TermKind::left || split.kind != "changes";
}

std::string write_decomposition_table(StudyRequest const& request, store::StudyReader const& study)
{
    store::Table table{.header = {"outcome", "by", "term", "part", "detail", "n", "mean", "standard_error", "q05", "median",
                                  "q95", "share", "alone", "last", "unit"},
                       .rows = {}};
    for (auto const& one : find_splits(request, study)) {
        for (auto const& term : one.terms) {
            if (is_shown(*one.split, term)) table.rows.push_back(write_row(one, term));
        }
    }
    return store::write_csv(table);
}

std::string draw_decomposition(StudyRequest const& request, store::StudyReader const& study)
{
    std::vector<decompose::Waterfall> charts;
    for (auto const& one : find_splits(request, study)) charts.push_back(draw_split(request, one));
    return decompose::draw_waterfalls(charts);
}
}  // namespace concordat::cli
