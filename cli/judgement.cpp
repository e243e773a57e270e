#include "cli/judgement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/dose_table.hpp"
#include "cli/json_number.hpp"
#include "cli/number_format.hpp"
#include "cli/reform_list.hpp"
#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"
#include "models/scenario/argument.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
using scenario::ScenarioFile;

compare::ClaimedWay way_of(scenario::Claimed direction)
{
    if (direction == scenario::Claimed::none) return compare::ClaimedWay::none;
    return direction == scenario::Claimed::up ? compare::ClaimedWay::up : compare::ClaimedWay::down;
}

/// The only reform that a scenario adds to its baseline; empty where it adds several, or another dose.
std::string name_reform(StudyRequest const& request, std::size_t scenario)
{
    auto const& name = request.scenarios[scenario].name;
    auto const& baseline = request.scenarios[request.scenarios[scenario].baseline].name;
    auto const start = baseline + "+";
    if (name.rfind(start, 0) != 0 || name.find_first_of("+@", start.size()) != std::string::npos) return {};
    return name.substr(start.size());
}

/// The reform as the library has it, if that is what the study ran.
std::optional<ScenarioFile> find_reform(std::string const& name, StudyRequest const& request, Library const& library,
                                        core::Problems& problems)
{
    auto found = library.catalogue.find(name, scenario::Place::reform, {}, problems);
    if (!found) return std::nullopt;
    bool const is_same = std::any_of(request.files.begin(), request.files.end(), [&](auto const& file) { return file.text == found->text; });
    if (is_same) return found;
    problems.add({.file = found->path.generic_string()}, "has changed since the study ran it", "compare again");
    return std::nullopt;
}

/// A scenario that differs from another one in its reform's dose alone.
std::optional<std::size_t> find_dose(StudyRequest const& request, std::size_t stated, scenario::Dose dose)
{
    auto const& like = request.scenarios[stated];
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        if (one.baseline == like.baseline && one.design_point == like.design_point &&
            one.name == like.name + std::string{scenario::suffix_of(dose)}) {
            return s;
        }
    }
    return std::nullopt;
}

std::optional<compare::DoseResponse> find_doses(StudyRequest const& request, StudyView const& view, std::size_t stated,
                                                std::string const& outcome, double smallest)
{
    auto const weak = find_dose(request, stated, scenario::Dose::weak);
    auto const strong = find_dose(request, stated, scenario::Dose::strong);
    if (!weak || !strong) return std::nullopt;
    auto const baseline = request.scenarios[stated].baseline;
    return compare::respond_to_doses(
        {view.changes(baseline, *weak, outcome), view.changes(baseline, stated, outcome), view.changes(baseline, *strong, outcome)}, smallest);
}

LinkFinding find_link(scenario::ChainLink const& link, StudyView const& view, std::size_t baseline, std::size_t scenario)
{
    auto const finding = compare::judge_claim(view.changes(baseline, scenario, link.outcome), way_of(link.direction), 0.0);
    bool const up = link.direction == scenario::Claimed::up;
    return {.link = link, .label = view.outcome(link.outcome).label, .mean = finding.mean, .as_stated = up ? finding.up : finding.down,
            .other_way = up ? finding.down : finding.up};
}

/// "trust among partners rises in 98 %"
std::string write_link(LinkFinding const& one)
{
    return fmt::format("{} {} in {}", one.label, one.link.direction == scenario::Claimed::up ? "rises" : "falls", write_percent(one.as_stated));
}

std::string write_chain(Judgement const& one)
{
    std::string text;
    for (auto const& link : one.chain) text += (text.empty() ? "" : "; ") + write_link(link);
    return text;
}

/// Links that go the other way than stated in most replicates, reform by reform; empty where there are none.
std::string write_broken_links(std::vector<Judgement> const& list)
{
    std::string text;
    for (auto const& one : list) {
        for (auto const& link : one.chain) {
            if (link.other_way <= compare::decisive_share) continue;
            text += fmt::format("{}{} ({} {})", text.empty() ? "" : "; ", one.reform.name, link.label,
                                link.link.direction == scenario::Claimed::up ? "falls" : "rises");
        }
    }
    return text.empty() ? text : wrap(fmt::format("Not by way of what their files say: {}.", text), "");
}

std::string write_finding(Judgement const& one)
{
    return fmt::format("{} ({})", write_change(one.finding.mean, one.decimals),
                       write_change_range(one.finding.low, one.finding.high, one.decimals));
}

/// "up", "down" or "no change"
std::string write_way(Judgement const& one)
{
    auto const direction = one.reform.argues->direction;
    return direction == scenario::Claimed::none ? "no change" : std::string{scenario::name_of(direction)};
}

/// A cell of a table in Markdown.
std::string write_cell(std::string text)
{
    for (auto at = text.find('|'); at != std::string::npos; at = text.find('|', at + 2)) text.replace(at, 1, "\\|");
    return text;
}

std::string list_switches(ScenarioFile const& reform)
{
    std::string text;
    for (auto const& change : reform.changes) {
        text += fmt::format("{}`{}` {} {}", text.empty() ? "" : "; ", change.path,
                            change.operation == config::Operation::multiply ? "×" : change.operation == config::Operation::add ? "+" : "=",
                            change.operand.text);
    }
    for (auto const& part : reform.includes) text += fmt::format("{}{}", text.empty() ? "" : "; ", part.text);
    return text;
}
}  // namespace

std::vector<Judgement> judge(StudyRequest const& request, StudyView const& view, Library const& library, core::Problems& problems)
{
    std::vector<Judgement> list;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const baseline = request.scenarios[s].baseline;
        auto const name = baseline == s ? std::string{} : name_reform(request, s);
        if (name.empty()) continue;
        auto reform = find_reform(name, request, library, problems);
        if (!reform || !reform->argues) continue;
        auto const& outcome = view.outcome(reform->argues->outcome);
        auto const smallest = scenario::smallest_relevant(*reform->argues, {outcome.name, outcome.unit});
        if (!smallest) continue;
        Judgement one{.label = outcome.label, .unit = outcome.unit, .decimals = outcome.decimals, .smallest = *smallest};
        one.finding = compare::judge_claim(view.changes(baseline, s, outcome.name), way_of(reform->argues->direction), *smallest);
        for (auto const& link : reform->chain) one.chain.push_back(find_link(link, view, baseline, s));
        one.doses = find_doses(request, view, s, outcome.name, *smallest);
        one.reform = std::move(*reform);
        list.push_back(std::move(one));
    }
    return list;
}

std::string write_judgements(std::vector<Judgement> const& list)
{
    TextTable table{{"reform", "claims", "matters from", "change (90 % range)", "up", "down", "less", "verdict"}};
    std::map<std::string_view, int> counts;
    for (auto const& one : list) {
        auto const verdict = compare::name_of(one.finding.verdict);
        ++counts[verdict];
        table.add({one.reform.name, fmt::format("{}: {}", one.label, write_way(one)), write_number(one.smallest, one.decimals),
                   write_finding(one), write_percent(one.finding.up), write_percent(one.finding.down), write_percent(one.finding.small),
                   std::string{verdict}});
    }
    std::string sums;
    for (auto const& [verdict, count] : counts) sums += fmt::format("{}{} {}", sums.empty() ? "" : ", ", count, verdict);
    return table.text() + "\n" +
           wrap(fmt::format("Of {} claims: {}. up, down: share of replicates in which the outcome changes by more than matters; less: by "
                            "less. A verdict needs more than {:.0f} %.",
                            list.size(), sums, 100.0 * compare::decisive_share),
                "") +
           write_broken_links(list);
}

std::string write_judgement_rows(std::vector<Judgement> const& list)
{
    std::vector<ScenarioFile> files;
    for (auto const& one : list) files.push_back(one.reform);
    std::string text;
    for (auto const& group : group_reforms(files)) {
        text += fmt::format("\n### {}\n\n| reform | passage | switches | the source's claim | by way of | argues about | change (90 % range) "
                            "| up / down / less | verdict |\n|---|---|---|---|---|---|--:|--:|---|\n",
                            group.heading);
        for (auto const* reform : group.reforms) {
            auto const one = std::find_if(list.begin(), list.end(), [&](Judgement const& other) { return other.reform.name == reform->name; });
            text += fmt::format("| `{}` {} | {} | {} | {} | {} | {}, {}; matters from {} {} | {} | {:.2f} / {:.2f} / {:.2f} | {} |\n", reform->name,
                                write_cell(reform->title), reform->implements ? write_cell(write_source(*reform->implements)) : "",
                                write_cell(list_switches(*reform)), write_cell(reform->claim), write_cell(write_chain(*one)), one->label, write_way(*one),
                                config::show(one->smallest), one->unit, write_finding(*one), one->finding.up, one->finding.down,
                                one->finding.small, compare::name_of(one->finding.verdict));
        }
    }
    return text + "\n";
}

std::string write_judgement_json(std::vector<Judgement> const& list)
{
    using Json = nlohmann::ordered_json;
    Json json{{"format", "concordat-judgements"}, {"version", 1}, {"decisive_share", compare::decisive_share}, {"claims", Json::array()}};
    for (auto const& one : list) {
        json["claims"].push_back({{"reform", one.reform.name},
                                  {"outcome", one.reform.argues->outcome},
                                  {"direction", scenario::name_of(one.reform.argues->direction)},
                                  {"smallest_relevant", one.smallest},
                                  {"unit", one.unit},
                                  {"replicates", one.finding.count},
                                  {"mean", write_json_number(one.finding.mean)},
                                  {"q05", write_json_number(one.finding.low)},
                                  {"q95", write_json_number(one.finding.high)},
                                  {"share_up", one.finding.up},
                                  {"share_down", one.finding.down},
                                  {"share_small", one.finding.small},
                                  {"verdict", compare::name_of(one.finding.verdict)}});
        for (auto const& link : one.chain) {
            json["claims"].back()["chain"].push_back({{"outcome", link.link.outcome},
                                                      {"direction", scenario::name_of(link.link.direction)},
                                                      {"mean", write_json_number(link.mean)},
                                                      {"share_as_stated", link.as_stated},
                                                      {"share_other_way", link.other_way}});
        }
        if (one.doses) json["claims"].back()["doses"] = write_doses_json(*one.doses);
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}
}  // namespace concordat::cli
