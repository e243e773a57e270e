#include "cli/rerun_values.hpp"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <optional>

#include "cli/exit_code.hpp"
#include "sim/store/csv.hpp"

namespace concordat::cli
{
namespace
{
/// Not equal as numbers but as stored: a zero keeps its sign; what does not exist is one thing.
bool is_same(double a, double b)
{
    if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

/// Where a column of one schema stands in another that counts other groupings.
std::optional<std::size_t> find_column(store::Schema const& from, std::size_t column, store::Schema const& to)
{
    auto place = from.column(column);
    auto const outcome = to.find_outcome(from.outcome_of(column).name);
    auto const grouping = to.find_grouping(from.groupings.at(static_cast<std::size_t>(place.grouping)).name);
    if (!outcome || !grouping) return std::nullopt;
    // Periods are the same rounds in the same order, but years may be left out: they are known by place.
    auto const& period = from.periods.at(static_cast<std::size_t>(place.period));
    for (std::size_t p = 0; p < to.periods.size(); ++p) {
        if (to.periods[p].round != period.round || to.periods[p].year != period.year) continue;
        return to.find({*outcome, *grouping, place.group, static_cast<int>(p)});
    }
    return std::nullopt;
}

std::string write_difference(store::Schema const& schema, std::size_t column, double stored, double again)
{
    auto const write = [](double value) { return std::isnan(value) ? std::string{"nothing"} : store::number_text(value); };
    return fmt::format("{} of {} in {}: stored {}, now {}", schema.outcome_of(column).name, schema.group_text(column),
                       schema.period_name(column), write(stored), write(again));
}

void compare(Repetition& one, store::Schema const& stored, store::Schema const& again)
{
    for (std::size_t c = 0; c < one.stored.size(); ++c) {
        auto const place = find_column(stored, c, again);
        if (!place) continue;
        ++one.compared;
        if (is_same(one.stored[c], one.again[*place])) continue;
        if (one.different++ == 0) one.first = write_difference(stored, c, one.stored[c], one.again[*place]);
    }
}
}  // namespace

std::vector<Repetition> repeat_cells(RerunChoice const& choice, ModelSet const& models, store::StudyReader const& study)
{
    auto const& plan = study.plan();
    auto const worker = make_worker_factory(models, plan.seed)();
    std::vector<Repetition> list;
    for (std::size_t k = 0; k < choice.scenarios.size(); ++k) {
        Repetition one{.scenario = choice.scenarios[k], .stored = study.row(choice.position, choice.scenarios[k])};
        one.again.resize(models.schema().column_count());
        try {
            worker->run({choice.replicate, static_cast<std::uint32_t>(k)}, one.again);
        } catch (std::exception const& error) {
            throw RunFailure{fmt::format("replicate {} of {} fails now: {}", choice.replicate,
                                         plan.scenarios[one.scenario].name, error.what())};
        }
        compare(one, plan.schema, models.schema());
        list.push_back(std::move(one));
    }
    return list;
}
}  // namespace concordat::cli
