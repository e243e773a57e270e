#include "cli/sensitivity_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "cli/findings.hpp"
#include "cli/json_number.hpp"
#include "cli/number_format.hpp"
#include "cli/sensitivity_findings.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/study_folder.hpp"

namespace concordat::cli
{
namespace
{
using Json = nlohmann::ordered_json;

constexpr std::size_t most_rows = 12;  ///< assumptions that matter less are counted
constexpr int bar_width = 20;          // [characters]

std::string draw_bar(double weight, double largest)
{
    if (!(weight > 0.0) || !(largest > 0.0)) return {};
    return std::string(static_cast<std::size_t>(std::max(1L, std::lround(weight / largest * bar_width))), '#');
}

std::string write_share(double share)
{
    return std::isnan(share) ? "-" : fmt::format("{:.0f} %", std::max(0.0, 100.0 * share));
}

std::string write_shares(double low, double high)
{
    return std::isnan(low) ? "-" : fmt::format("{:.0f} to {:.0f} %", std::max(0.0, 100.0 * low), std::max(0.0, 100.0 * high));
}

TextTable begin_table(SensitivityMethod method)
{
    if (method == SensitivityMethod::sobol) {
        return TextTable{{"assumption", "by itself", "90 % range", "in all", "90 % range", ""}};
    }
    return TextTable{{"assumption", "effect", "90 % range", "signed", "spread", ""}};
}

std::vector<std::string> write_row(SensitivityRecord const& record, SensitivityFinding const& finding, std::size_t k,
                                   double largest)
{
    auto const& moved = record.assumptions[k];
    auto const name = fmt::format("{}: {}", moved.label, moved.values);
    auto const bar = draw_bar(weight_of(finding, k), largest);
    if (finding.shares) {
        auto const& index = finding.shares->shares.back().parameters[k];
        return {name, write_share(index.first), write_shares(index.first_low, index.first_high), write_share(index.total),
                write_shares(index.total_low, index.total_high), bar};
    }
    auto const& effect = finding.effects[k];
    int const decimals = finding.outcome->decimals + 1;
    return {name, write_number(effect.absolute, decimals), write_range(effect.low, effect.high, decimals),
            write_change(effect.mean, decimals), write_number(effect.spread, decimals), bar};
}

/// "true improvement (sigma), what the reform changes: mean 0.0033 over 280 points, 0.0010 to 0.0061 ..."
std::string write_heading(SensitivityFinding const& finding)
{
    int const decimals = finding.outcome->decimals + 1;
    auto const& points = finding.points;
    auto text = fmt::format("{} ({}){}: {} on average over {} points, {} in nine of ten", finding.outcome->label,
                            shorten_unit(finding.outcome->unit), finding.is_change ? ", change by the reform" : "",
                            finding.is_change ? write_change(points.mean, decimals) : write_number(points.mean, decimals),
                            points.count,
                            finding.is_change ? write_change_range(points.low, points.high, decimals)
                                              : write_range(points.low, points.high, decimals));
    if (finding.is_change) text += fmt::format("; above zero at {} of them", write_percent(finding.positive));
    return wrap(text, "");
}

/// Whether half of the points would have said the same.
std::string write_convergence(SensitivityRecord const& record, SensitivityFinding const& finding)
{
    auto const& steps = finding.shares->shares;
    if (steps.size() < 2) return {};
    auto const largest = rank_assumptions(finding, record.assumptions.size()).front();
    auto const& label = record.assumptions[largest].label;
    double gap = 0.0;
    for (std::size_t k = 0; k < record.assumptions.size(); ++k) {
        double const moved = std::abs(steps.back().parameters[k].total - steps[steps.size() - 2].parameters[k].total);
        if (!std::isnan(moved)) gap = std::max(gap, moved);
    }
    std::string path;
    for (std::size_t s = 0; s < steps.size(); ++s) {
        path += fmt::format("{}{} with {}", path.empty() ? "" : ", ", write_share(steps[s].parameters[largest].total),
                            finding.shares->base[s]);
    }
    return wrap(fmt::format("Convergence: in all, {} has {} base points. From half to all of them no assumption's share "
                            "moved by more than {:.0f} %.",
                            label, path, std::ceil(100.0 * gap)),
                "  ");
}

std::string write_finding(SensitivityRecord const& record, SensitivityFinding const& finding)
{
    auto text = write_heading(finding);
    auto const order = rank_assumptions(finding, record.assumptions.size());
    double const largest = weight_of(finding, order.front());
    if (!(largest > 0.0)) return text + "  no assumption moves it\n\n";
    auto table = begin_table(record.method);
    auto const shown = std::min(order.size(), most_rows);
    for (std::size_t i = 0; i < shown; ++i) table.add(write_row(record, finding, order[i], largest));
    text += table.text();
    if (shown < order.size()) {
        text += fmt::format("  {} more assumptions matter less\n", order.size() - shown);
    }
    if (finding.shares) text += write_convergence(record, finding);
    return text + "\n";
}

std::string write_legend(Answer const& answer)
{
    auto const& record = *answer.request.sensitivity;
    std::string text;
    if (record.method == SensitivityMethod::sobol) {
        text += wrap("by itself: share of the variance that goes if the assumption alone becomes known (first-order index). "
                     "In all: share that is left if all others are known (total index); more than by itself where it works "
                     "together with others.",
                     "");
    } else {
        text += wrap("effect: mean size of the change when the assumption moves over its range, wherever the others stand. "
                     "Signed: with its sign, which can cancel. Spread: how much it depends on where the others stand, or on "
                     "where it starts itself.",
                     "");
    }
    text += wrap("Every point is run under the same luck. The ranges are what nobody can rule out, taken as equally likely; "
                 "they are not yet narrowed by what is known of the agreements.",
                 "");
    auto const seed = answer.study.plan().seed;
    text += wrap(answer.folder.empty()
                     ? fmt::format("Repeat with --seed {}; keep tables and the chart with --out DIR.", seed)
                     : fmt::format("Chart in {}, all numbers in sensitivity.csv beside it (repeat with --seed {}).",
                                   (answer.folder / store::sensitivity_chart_name).string(), seed),
                 "");
    return text;
}

std::string describe_design(SensitivityRecord const& record)
{
    return record.method == SensitivityMethod::sobol ? fmt::format("Sobol' indices from {} base points", record.base)
                                                     : fmt::format("Morris' elementary effects along {} trajectories", record.base);
}

Json effects_to_json(SensitivityRecord const& record, SensitivityFinding const& finding)
{
    Json list = Json::array();
    for (std::size_t k = 0; k < finding.effects.size(); ++k) {
        auto const& effect = finding.effects[k];
        list.push_back({{"path", record.assumptions[k].path},
                        {"mean_absolute", write_json_number(effect.absolute)},
                        {"mean_absolute_q05", write_json_number(effect.low)},
                        {"mean_absolute_q95", write_json_number(effect.high)},
                        {"mean", write_json_number(effect.mean)},
                        {"sd", write_json_number(effect.spread)},
                        {"effects", effect.count}});
    }
    return list;
}

Json shares_to_json(SensitivityRecord const& record, sensitivity::Convergence const& convergence)
{
    Json steps = Json::array();
    for (std::size_t s = 0; s < convergence.base.size(); ++s) {
        auto const& shares = convergence.shares[s];
        Json step{{"base_points", convergence.base[s]}, {"variance", write_json_number(shares.variance)}, {"assumptions", Json::array()}};
        for (std::size_t k = 0; k < shares.parameters.size(); ++k) {
            auto const& index = shares.parameters[k];
            step["assumptions"].push_back({{"path", record.assumptions[k].path},
                                           {"first", write_json_number(index.first)},
                                           {"first_q05", write_json_number(index.first_low)},
                                           {"first_q95", write_json_number(index.first_high)},
                                           {"total", write_json_number(index.total)},
                                           {"total_q05", write_json_number(index.total_low)},
                                           {"total_q95", write_json_number(index.total_high)}});
        }
        steps.push_back(std::move(step));
    }
    return steps;
}

Json finding_to_json(SensitivityRecord const& record, SensitivityFinding const& finding)
{
    Json json{{"outcome", finding.outcome->name},
              {"unit", finding.outcome->unit},
              {"of", finding.is_change ? "change" : "level"},
              {"points", finding.points.count},
              {"mean", write_json_number(finding.points.mean)},
              {"sd", write_json_number(finding.points.sd)},
              {"q05", write_json_number(finding.points.low)},
              {"q95", write_json_number(finding.points.high)}};
    if (finding.is_change) json["positive"] = finding.positive;
    if (finding.shares) {
        json["shares"] = shares_to_json(record, *finding.shares);
    } else {
        json["effects"] = effects_to_json(record, finding);
    }
    return json;
}
}  // namespace

std::string write_sensitivity_sentence(StudyRequest const& request, SensitivityFinding const& finding)
{
    auto const& record = *request.sensitivity;
    auto const order = rank_assumptions(finding, record.assumptions.size());
    auto const& last = request.scenarios.back();
    auto const subject = finding.is_change
                             ? fmt::format("What \u201c{}\u201d changes in {}", short_title(request, request.scenarios.size() - 1), finding.outcome->label)
                             : fmt::format("In \u201c{}\u201d {}", last.title, finding.outcome->label);
    double const weight = weight_of(finding, order.front());
    if (!(weight > 0.0)) return subject + " hangs on none of the assumptions.";
    auto const& first = record.assumptions[order.front()];
    auto text = finding.shares ? fmt::format("{} hangs most on {} ({} of its variance over all assumptions)", subject, first.label, write_share(weight))
                               : fmt::format("{} hangs most on {} ({} {} on average, moved over {})", subject, first.label,
                                             write_number(weight, finding.outcome->decimals + 1), shorten_unit(finding.outcome->unit), first.values);
    for (std::size_t i = 1; i < std::min<std::size_t>(3, order.size()); ++i) {
        text += fmt::format("{} {}", i == 1 ? ", then on" : " and", record.assumptions[order[i]].label);
    }
    if (finding.is_change) text += fmt::format("; it is above zero at {} of {} points", write_percent(finding.positive), finding.points.count);
    return text + ".";
}

std::string write_sensitivity_text(Answer const& answer)
{
    if (answer.study.replicates().empty()) return "no replicate is complete: there is no result\n";
    auto const& request = answer.request;
    auto const& record = *request.sensitivity;
    auto const count = answer.study.replicates().size();
    auto const& last = request.scenarios.back();
    auto text = wrap(last.baseline + 1 == request.scenarios.size()
                         ? fmt::format("Which assumptions {} hangs on", last.name)
                         : fmt::format("Which assumptions the effect of {} on {} hangs on", last.name,
                                       request.scenarios[last.baseline].name),
                     "");
    text += wrap(fmt::format("{} over {} assumptions: {} points, {} replicate{} each, seed {}{}", describe_design(record),
                             record.assumptions.size(), request.design.points.size(), count, count == 1 ? "" : "s",
                             answer.study.plan().seed, answer.complete ? "" : ", stopped early"),
                 "");
    text += "\n";
    auto const findings = find_sensitivities(request, answer.study);
    for (auto const& finding : findings) text += write_finding(record, finding);
    text += write_legend(answer);
    return text + wrap(write_sensitivity_sentence(request, findings.front()), "");
}

std::string write_sensitivity_json(Answer const& answer)
{
    auto const& request = answer.request;
    auto const& record = *request.sensitivity;
    Json json{{"format", "concordat-sensitivity"},
              {"version", 1},
              {"program_version", CONCORDAT_VERSION},
              {"scenario", request.scenarios.back().name},
              {"baseline", request.scenarios[request.scenarios.back().baseline].name},
              {"method", name_of(record.method)},
              {"base", record.base},
              {"points", request.design.points.size()},
              {"seed", answer.study.plan().seed},
              {"status", answer.complete ? "complete" : "stopped"},
              {"replicates", answer.study.replicates().size()},
              {"folder", answer.folder.empty() ? Json(nullptr) : Json(answer.folder.string())},
              {"assumptions", sensitivity_to_json(record)["assumptions"]},
              {"outcomes", Json::array()}};
    if (!answer.study.replicates().empty()) {
        for (auto const& one : find_sensitivities(request, answer.study)) json["outcomes"].push_back(finding_to_json(record, one));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace concordat::cli
