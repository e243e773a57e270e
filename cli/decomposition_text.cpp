#include "cli/decomposition_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/decomposition_findings.hpp"
#include "cli/findings.hpp"
#include "cli/json_number.hpp"
#include "cli/number_format.hpp"
#include "cli/study_view.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
using decompose::Term;
using decompose::TermKind;
using Json = nlohmann::ordered_json;

constexpr int bar_width = 24;  // [characters]

/// Bars of + and -, each from where the one above it ended.
class TextBars
{
  public:
    explicit TextBars(SplitOutcome const& one)
    {
        double at = 0.0;
        for (auto const& term : one.terms) {
            if (term.kind != TermKind::total) at += term.amount.mean;
            low_ = std::min(low_, at);
            high_ = std::max(high_, at);
        }
    }

    [[nodiscard]] std::string draw(Term const& term)
    {
        double const begin = term.kind == TermKind::total ? 0.0 : at_;
        at_ = begin + term.amount.mean;
        int const from = place(std::min(begin, at_)), to = place(std::max(begin, at_));
        if (from == to) return std::string(static_cast<std::size_t>(from), ' ') + "|";
        return std::string(static_cast<std::size_t>(from), ' ') +
               std::string(static_cast<std::size_t>(to - from), term.amount.mean < 0.0 ? '-' : '+');
    }

  private:
    [[nodiscard]] int place(double value) const
    {
        if (!(high_ > low_)) return 0;
        return static_cast<int>(std::lround((value - low_) / (high_ - low_) * bar_width));
    }

    double low_{};
    double high_{};
    double at_{};
};

/// Shares of a total that cannot be told from zero would say nothing.
std::string write_share(Term const& term, Term const& total)
{
    constexpr double clear = 2.0;  // [standard errors]
    bool const is_clear = std::abs(total.amount.mean) > clear * total.amount.standard_error;
    if (std::isnan(term.share) || !is_clear) return "-";
    double const percent = std::round(100.0 * term.share);
    return fmt::format("{:.0f} %", percent == 0.0 ? 0.0 : percent);
}

std::string write_split(SplitOutcome const& one)
{
    int const decimals = one.outcome->decimals + 1;
    TextTable table{{one.split->kind == "changes" ? "by change of the reform" : "by mechanism of the model", "mean",
                     "90 % range", "s.e.", "share", ""}};
    TextBars bars{one};
    for (auto const& term : one.terms) {
        if (!is_shown(*one.split, term)) continue;
        table.add({name_term(*one.split, term), write_change(term.amount.mean, decimals),
                   write_change_range(term.amount.low, term.amount.high, decimals),
                   write_error(term.amount.standard_error, decimals), write_share(term, one.terms.back()), bars.draw(term)});
    }
    return table.text() + "\n";
}

std::string write_outcomes(std::vector<SplitOutcome> const& splits)
{
    std::string text;
    store::Outcome const* last = nullptr;
    for (auto const& one : splits) {
        if (one.outcome != last) {
            int const decimals = one.outcome->decimals + 1;
            text += wrap(fmt::format("{} ({}): from {} to {}", one.outcome->label, shorten_unit(one.outcome->unit),
                                     write_number(one.baseline.mean, decimals), write_number(one.reform.mean, decimals)),
                         "");
        }
        last = one.outcome;
        text += write_split(one);
    }
    return text;
}

std::string explain_mechanisms(EffectSplit const& split)
{
    std::string text;
    std::size_t widest = 0;
    for (auto const& part : split.parts) widest = std::max(widest, part.name.size());
    for (auto const& part : split.parts) {
        std::string const indent(widest + 4, ' ');
        auto const lines = wrap(fmt::format("{}. Off: {}", part.title, part.detail), indent);
        text += fmt::format("  {:<{}}", part.name, widest + 2) + lines.substr(indent.size());
    }
    return text;
}

std::string write_notes(Answer const& answer)
{
    std::string text;
    for (auto const& split : answer.request.decomposition->splits) {
        bool const exact = decompose::choose_method(split.parts.size()) == decompose::Method::every_order;
        if (split.kind == "mechanisms") {
            text += "What goes through a mechanism is missing from the change where it is off in both scenarios:\n" +
                    explain_mechanisms(split) + "\n";
        }
        text += wrap(exact ? fmt::format("By {}: each gets the mean of what it adds over all orders of adding them (Shapley).",
                                         split.kind)
                           : fmt::format("By {}: each gets the mean of what it adds as the first and as the last; what three "
                                         "or more do together stands apart.",
                                         split.kind),
                     "");
    }
    text += wrap("Terms add up to the change in every replicate. " + describe_uncertainty(answer.request), "");
    auto const seed = answer.study.plan().seed;
    text += wrap(answer.folder.empty()
                     ? fmt::format("Repeat with --seed {}; keep tables and the chart with --out DIR.", seed)
                     : fmt::format("Chart in {}, terms in decomposition.csv beside it (repeat with --seed {}).",
                                   (answer.folder / store::waterfall_name).string(), seed),
                 "");
    return text;
}

Json summary_to_json(stats::Summary const& values)
{
    return {{"n", values.count},         {"mean", write_json_number(values.mean)},     {"standard_error", write_json_number(values.standard_error)},
            {"q05", write_json_number(values.low)}, {"median", write_json_number(values.median)}, {"q95", write_json_number(values.high)}};
}

Json term_to_json(EffectSplit const& split, Term const& term)
{
    Json json{{"term", decompose::name_of(term.kind)}};
    if (term.kind == TermKind::part) json["part"] = split.parts[term.part].name;
    json["amount"] = summary_to_json(term.amount);
    json["share"] = write_json_number(term.share);
    if (term.kind == TermKind::part) {
        json["alone"] = write_json_number(term.alone.mean);
        json["last"] = write_json_number(term.last.mean);
    }
    return json;
}

Json split_to_json(SplitOutcome const& one)
{
    Json json{{"outcome", one.outcome->name}, {"unit", one.outcome->unit}, {"by", one.split->kind}};
    json["baseline"] = summary_to_json(one.baseline);
    json["reform"] = summary_to_json(one.reform);
    for (auto const& term : one.terms) {
        if (is_shown(*one.split, term)) json["terms"].push_back(term_to_json(*one.split, term));
    }
    return json;
}
}  // namespace

std::string write_decomposition_text(Answer const& answer)
{
    if (answer.study.replicates().empty()) return "no replicate is complete: there is no result\n";
    auto const& request = answer.request;
    auto const& record = *request.decomposition;
    auto const count = answer.study.replicates().size();
    auto text = wrap(fmt::format("Why {} differs from {}", request.scenarios[record.reform].name,
                                 request.scenarios[record.baseline].name),
                     "");
    text += fmt::format("{} replicate{} of {} runs each, seed {}{}\n\n", count, count == 1 ? "" : "s",
                        request.scenarios.size(), answer.study.plan().seed, answer.complete ? "" : ", stopped early");
    return text + write_outcomes(find_splits(request, answer.study)) + write_notes(answer);
}

std::string write_decomposition_json(Answer const& answer)
{
    auto const& request = answer.request;
    auto const& record = *request.decomposition;
    Json json{{"format", "concordat-decomposition"},
              {"version", 1},
              {"program_version", CONCORDAT_VERSION},
              {"baseline", request.scenarios[record.baseline].name},
              {"reform", request.scenarios[record.reform].name},
              {"seed", answer.study.plan().seed},
              {"status", answer.complete ? "complete" : "stopped"},
              {"replicates", answer.study.replicates().size()},
              {"runs_per_replicate", request.scenarios.size()},
              {"folder", answer.folder.empty() ? Json(nullptr) : Json(answer.folder.string())},
              {"uncertainty", describe_uncertainty(answer.request)},
              {"splits", Json::array()}};
    if (!answer.study.replicates().empty()) {
        for (auto const& one : find_splits(request, answer.study)) json["splits"].push_back(split_to_json(one));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace concordat::cli
