#include "cli/calibration_wave.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <utility>

#include "cli/machine.hpp"
#include "cli/model_set.hpp"
#include "cli/progress_display.hpp"
#include "cli/study_view.hpp"
#include "sim/config/csv_table.hpp"
#include "sim/engine/study_sink.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::cli
{
namespace
{
using scenario::Quantity;

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

/// A name under which results never clash with those of a study.
std::filesystem::path table_of(std::filesystem::path const& folder, std::string const& name) { return folder / (name + ".csv"); }

std::vector<Quantity> list_quantities(CalibrationPlan const& plan)
{
    std::vector<Quantity> list;
    for (auto const& fact : plan.file.facts) list.push_back(fact.quantity);
    if (plan.file.balance) list.push_back(plan.file.balance->quantity);
    return list;
}

std::vector<std::string> list_names(CalibrationPlan const& plan)
{
    std::vector<std::string> names;
    for (auto const& fact : plan.file.facts) names.push_back(fact.name);
    if (plan.file.balance) names.push_back(plan.file.balance->name);
    return names;
}

/// One value per replicate of the study.
std::vector<double> measure(CalibrationPlan const& plan, StudyView const& view, Quantity const& quantity)
{
    auto values = view.values(plan.find_scenario(quantity.of), quantity.outcome);
    if (!quantity.less.empty()) {
        auto const taken = view.values(plan.find_scenario(quantity.less), quantity.outcome);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] -= taken[i];
    }
    if (!quantity.over.empty()) {
        auto const whole = view.values(plan.find_scenario(quantity.over), quantity.outcome);
        for (std::size_t i = 0; i < values.size(); ++i) values[i] /= whole[i];
    }
    for (auto& value : values) value = std::isfinite(value) ? value : missing;
    return values;
}

/// Puts the values of the replicates that are there in their places.
std::vector<std::vector<double>> collect(CalibrationPlan const& plan, store::StudyReader const& study, std::size_t runs)
{
    StudyView const view{study};
    std::vector<std::vector<double>> all;
    for (auto const& quantity : list_quantities(plan)) {
        auto const found = measure(plan, view, quantity);
        std::vector<double> values(runs, missing);
        for (std::size_t i = 0; i < found.size(); ++i) values[study.replicates()[i] - study.plan().first_replicate] = found[i];
        all.push_back(std::move(values));
    }
    return all;
}

store::Table write_wave(CalibrationPlan const& plan, WaveRuns const& runs)
{
    store::Table table{.header = {"point", "replicate"}};
    for (auto const& one : plan.file.assumptions) table.header.push_back(one.space.path);
    for (auto const& name : list_names(plan)) table.header.push_back(name);
    for (std::size_t r = 0; r < runs.units.size() * runs.replicates; ++r) {
        auto const point = r % runs.units.size();
        std::vector<std::string> row{std::to_string(point + 1), std::to_string(r / runs.units.size())};
        for (double const value : plan.values_at(runs.units[point])) row.push_back(store::number_text(value));
        for (auto const& values : runs.values) row.push_back(store::number_text(values[r]));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// Whether a row is of the point that this calibration has there.
bool is_at(config::CsvRow const& row, CalibrationPlan const& plan, std::vector<double> const& values)
{
    for (std::size_t d = 0; d < values.size(); ++d) {
        if (row.text(plan.file.assumptions[d].space.path).value_or("") != store::number_text(values[d])) return false;
    }
    return true;
}

/// \throws RunFailure if the table is not what this calibration would have written
std::vector<std::vector<double>> read_wave(CalibrationPlan const& plan, std::vector<std::vector<double>> const& units,
                                           std::filesystem::path const& file, std::size_t runs)
{
    core::Problems problems;
    RunFailure const stranger{fmt::format("{}: is not the wave that this calibration left there\n    --force begins anew", file.string())};
    std::vector<config::CsvColumn> columns{{"point"}, {"replicate"}};
    for (auto const& one : plan.file.assumptions) columns.push_back({one.space.path});
    auto const names = list_names(plan);
    for (auto const& name : names) columns.push_back({name});
    auto const table = config::CsvTable::read(file, columns, problems);
    if (!table || !problems.empty() || table->row_count() != runs) {
        throw stranger;
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<std::vector<double>> all(names.size());
    for (std::size_t i = 0; i < runs; ++i) {
        auto const row = table->row(i, problems);
        if (!is_at(row, plan, plan.values_at(units[i % units.size()]))) throw stranger;
        for (std::size_t k = 0; k < names.size(); ++k) {
            bool const is_there = !row.is_empty(names[k]);
            all[k].push_back(is_there ? row.number(names[k], {-infinity, infinity, {}}).value_or(missing) : missing);
        }
    }
    problems.throw_if_any();
    return all;
}

store::StudyPlan make_study(StudyRequest const& request, ModelSet const& models, std::uint64_t seed, std::uint32_t first,
                            std::size_t runs)
{
    store::StudyPlan study{.schema = models.schema(),
                           .seed = seed,
                           .first_replicate = first,
                           .replicates = static_cast<std::uint32_t>(runs),
                           .request = request_to_json(request)};
    for (auto const& scenario : request.scenarios) study.scenarios.push_back({scenario.name, scenario.design_point});
    return study;
}

/// Goes on with what an earlier run left, or begins.
std::unique_ptr<store::StudyWriter> open_study(std::filesystem::path const& folder, store::StudyPlan const& study)
{
    if (store::StudyFolder{folder}.has_partial()) {
        auto writer = store::StudyWriter::resume(folder);
        if (store::plan_to_json(writer->plan()) == store::plan_to_json(study)) return writer;
    }
    return store::StudyWriter::create(folder, study, store::Existing::replace);
}

/// The first number of luck of at least `first` that belongs to point 1.
std::uint32_t align(std::uint32_t first, std::size_t points)
{
    auto const n = static_cast<std::uint32_t>(points);
    return (first + n - 1) / n * n;
}
}  // namespace

std::vector<double> WaveRuns::means(std::size_t quantity) const
{
    std::vector<double> means(units.size(), 0.0);
    for (std::size_t p = 0; p < units.size(); ++p) {
        for (std::size_t r = 0; r < replicates; ++r) means[p] += values[quantity][p + r * units.size()];
        means[p] /= replicates;
    }
    return means;
}

double WaveRuns::luck_of_means(std::size_t quantity) const
{
    if (replicates < 2) return 0.0;
    auto const mean = means(quantity);
    double squares = 0.0;
    double points = 0.0;
    for (std::size_t p = 0; p < units.size(); ++p) {
        if (std::isnan(mean[p])) continue;
        for (std::size_t r = 0; r < replicates; ++r) {
            double const away = values[quantity][p + r * units.size()] - mean[p];
            squares += away * away;
        }
        points += 1.0;
    }
    double const spare = static_cast<double>(replicates) - 1.0;
    return points == 0.0 ? 0.0 : squares / (points * spare) / static_cast<double>(replicates);
}

WaveEnd run_wave(CalibrationPlan const& plan, std::string const& name, std::vector<std::vector<double>> const& units,
                 std::uint32_t replicates, std::uint32_t first_replicate, std::filesystem::path const& folder,
                 SessionSettings const& settings, std::atomic<bool> const* stop)
{
    auto const runs = units.size() * replicates;
    WaveEnd end{.runs = {.units = units, .replicates = replicates}};
    auto const file = table_of(folder, name);
    if (std::filesystem::exists(file)) {
        end.runs.values = read_wave(plan, units, file, runs);
        return end;
    }
    auto request = plan.request;
    request.ensemble = plan.make_ensemble(name, units);
    ModelSet const models{request};
    auto const study = make_study(request, models, plan.seed, align(first_replicate, units.size()), runs);
    auto writer = open_study(folder / name, study);
    engine::RunPlan const cells{.first_replicate = writer->next_replicate(),
                                .replicates = study.end_replicate() - writer->next_replicate(),
                                .scenarios = static_cast<std::uint32_t>(study.scenarios.size()),
                                .columns = static_cast<std::uint32_t>(study.row_size()),
                                .threads = settings.threads,
                                .failure_policy = engine::FailurePolicy::finish_and_report};
    double const start = read_clock();
    {
        engine::StudySink sink{*writer, read_clock};
        ProgressDisplay display{choose_progress_style(settings.quiet)};
        auto const executor = engine::make_tbb_executor();
        auto const report = engine::run_cells(cells, make_worker_factory(models, plan.seed), sink, *executor,
                                              {.stop = stop, .progress = &display, .clock = read_clock, .time_limit = settings.time_limit});
        end.status = report.status;
        end.rounds = static_cast<std::size_t>(report.replicates) * study.scenarios.size();
    }
    end.seconds = read_clock() - start;
    writer->flush();
    if (end.status != engine::RunStatus::complete) return end;
    auto const partial = store::StudyFolder{folder / name}.partial();
    {
        store::StudyReader const reader{partial};
        end.failed = reader.failures().size();
        end.runs.values = collect(plan, reader, runs);
    }
    store::write_file_durably(file, store::write_csv(write_wave(plan, end.runs)));
    writer.reset();
    std::filesystem::remove_all(partial);
    return end;
}
}  // namespace concordat::cli
