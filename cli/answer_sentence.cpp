#include "cli/answer_sentence.hpp"

#include <fmt/format.h>

#include "cli/assumption_words.hpp"
#include "cli/design_text.hpp"
#include "cli/findings.hpp"
#include "cli/number_format.hpp"

namespace concordat::cli
{
namespace
{
using store::Direction;

struct Effect
{
    std::size_t scenario{};
    compare::PairedDifference paired{};
};

/// Reforms of the first design point that has any: a fixed baseline stands at none.
std::vector<std::size_t> list_reforms(StudyRequest const& request)
{
    std::vector<std::size_t> list;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        bool const here = list.empty() || one.design_point == request.scenarios[list.front()].design_point;
        if (here && one.baseline != s) list.push_back(s);
    }
    return list;
}

/// Which of several design points the sentence is about.
std::string write_point(StudyRequest const& request, std::size_t scenario)
{
    auto const& points = request.design.points;
    if (points.size() < 2) return {};
    auto const& number = request.scenarios[scenario].design_point;
    return fmt::format(", at design point {} of {} ({})", number, points.size(), describe_point(points.at(std::stoul(number) - 1)));
}

double signed_effect(compare::PairedDifference const& paired, Direction direction)
{
    return direction == Direction::lower_is_better ? -paired.difference.mean : paired.difference.mean;
}

Effect find_best(StudyRequest const& request, StudyView const& view, store::Outcome const& outcome)
{
    Effect best;
    bool any = false;
    for (auto const s : list_reforms(request)) {
        auto const paired = view.compare(request.scenarios[s].baseline, s, outcome.name);
        if (any && !(signed_effect(paired, outcome.direction) > signed_effect(best.paired, outcome.direction))) continue;
        best = {s, paired};
        any = true;
    }
    return best;
}

std::string name_title(StudyRequest const& request, std::size_t scenario)
{
    return fmt::format("\u201c{}\u201d", short_title(request, scenario));
}

/// "raises", "lowers" ... and whether that is to the better.
std::string write_claim(StudyRequest const& request, Effect const& best, store::Outcome const& outcome,
                        std::size_t reforms)
{
    auto const name = name_title(request, best.scenario);
    bool const lower = outcome.direction == Direction::lower_is_better;
    auto const* const verb = lower ? "lower" : "raise";
    if (best.paired.finding != compare::Finding::differs) {
        return reforms == 1 ? fmt::format("{} leaves {} as it is", name, outcome.label)
                            : fmt::format("None of {} reforms {}s {}; {} leaves it as it is", reforms, verb, outcome.label, name);
    }
    bool const better = signed_effect(best.paired, outcome.direction) > 0.0;
    if (reforms == 1) return fmt::format("{} {}s {}:", name, better == lower ? "lower" : "raise", outcome.label);
    if (better) return fmt::format("Of {} reforms, {} {}s {} most:", reforms, name, verb, outcome.label);
    return fmt::format("None of {} reforms {}s {}; {} comes closest:", reforms, verb, outcome.label, name);
}

std::string write_numbers(StudyRequest const& request, Effect const& best, store::Outcome const& outcome, std::size_t replicates)
{
    auto const& change = best.paired.difference;
    auto const unit = shorten_unit(outcome.unit);
    auto text = fmt::format(" {} {} on the baseline's {} (90 % of replicates lie in {}, {}; Monte Carlo standard error {}",
                            write_change(change.mean, outcome.decimals), unit,
                            write_number(best.paired.baseline.mean, outcome.decimals),
                            write_change_range(change.low, change.high, outcome.decimals), name_causes(request),
                            write_error(change.standard_error, outcome.decimals));
    if (outcome.direction != Direction::neither) {
        text += fmt::format("; better in {} of {} replicate{}", write_percent(best.paired.probability_better), replicates,
                            replicates == 1 ? "" : "s");
    }
    return text + ")";
}

std::string write_cost(StudyRequest const& request, StudyView const& view, Effect const& best,
                       store::Outcome const& main)
{
    auto const& cost = view.outcome("exchequer_cost");
    if (cost.name == main.name) return {};
    auto const paired = view.compare(request.scenarios[best.scenario].baseline, best.scenario, cost.name);
    if (paired.finding == compare::Finding::no_difference) return fmt::format(", and leaves {} as it is", cost.label);
    if (paired.finding == compare::Finding::not_measured) return {};
    return fmt::format(", and changes {} by {} {}", cost.label, write_change(paired.difference.mean, cost.decimals),
                       shorten_unit(cost.unit));
}

/// Without a baseline: what each scenario comes to.
std::string write_levels(StudyRequest const& request, StudyView const& view, store::Outcome const& outcome)
{
    std::string text;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        if (request.scenarios[s].design_point != request.scenarios.front().design_point) continue;
        auto const values = view.summarise(s, outcome.name);
        text += fmt::format("{}{}: {} of {} {} (90 % of replicates lie in {}, {}; Monte Carlo standard error {})",
                            text.empty() ? "" : "; ", request.scenarios[s].title, outcome.label,
                            write_number(values.mean, outcome.decimals), shorten_unit(outcome.unit),
                            write_range(values.low, values.high, outcome.decimals), name_causes(request),
                            write_error(values.standard_error, outcome.decimals));
    }
    return text + ".";
}
}  // namespace

std::string write_question(StudyRequest const& request)
{
    auto const reforms = list_reforms(request);
    auto const& first = request.scenarios.front();
    if (request.sensitivity) {
        return reforms.empty() ? fmt::format("Which assumptions does \u201c{}\u201d hang on?", first.title)
                               : fmt::format("Which assumptions does the effect of {} on \u201c{}\u201d hang on?",
                                             name_title(request, reforms.front()), first.title);
    }
    if (reforms.empty()) return fmt::format("What comes of \u201c{}\u201d?", first.title);
    auto const& baseline = request.scenarios[request.scenarios[reforms.front()].baseline];
    if (reforms.size() == 1) {
        return fmt::format("What would {} change, against \u201c{}\u201d?", name_title(request, reforms.front()), baseline.title);
    }
    return fmt::format("What would {} reforms change, against \u201c{}\u201d?", reforms.size(), baseline.title);
}

std::string write_answer_sentence(StudyRequest const& request, StudyView const& view, std::size_t replicates)
{
    auto const& outcome = *choose_outcomes(request, view).front();
    auto const reforms = list_reforms(request).size();
    if (reforms == 0) return write_levels(request, view, outcome);
    auto const best = find_best(request, view, outcome);
    auto text = write_claim(request, best, outcome, reforms);
    if (best.paired.finding == compare::Finding::differs) text += write_numbers(request, best, outcome, replicates);
    return text + write_cost(request, view, best, outcome) + write_point(request, best.scenario) + ".";
}
}  // namespace concordat::cli
