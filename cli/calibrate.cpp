#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <utility>
#include <vector>

#include "analysis/calibration/history_match.hpp"
#include "cli/calibration_ensemble.hpp"
#include "cli/calibration_plan.hpp"
#include "cli/calibration_wave.hpp"
#include "cli/commands.hpp"
#include "cli/interrupt.hpp"
#include "cli/option_values.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/file.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;
using calibration::QuadraticEmulator;

constexpr char const* settings_name = "calibration.json";
constexpr std::uint32_t luck_of_a_wave = 100'000'000;  ///< [count] replicates that one wave may use
constexpr std::uint32_t member_replicates = 4;         ///< [count] of each point of the ensemble
constexpr double spare_members = 2.0;                  ///< a third or so is ruled out by their own runs
constexpr std::size_t choice_per_member = 8;           ///< [count] survivors from which balanced points are taken

/// Removes what a calibration wrote, and nothing that somebody else put beside it.
void remove_calibration(fs::path const& folder)
{
    std::vector<fs::path> own;
    for (auto const& entry : fs::directory_iterator{folder}) {
        auto const name = entry.path().filename().string();
        bool const is_own = name.rfind("wave_", 0) == 0 || name.rfind("members", 0) == 0 || name == "ensemble.csv" ||
                            name == "ensemble.yaml" || name == settings_name;
        if (is_own) own.push_back(entry.path());
    }
    for (auto const& path : own) fs::remove_all(path);
}

/// A stopped calibration goes on; another one is not touched.
void claim_folder(CalibrateCommand const& command, CalibrationPlan const& plan)
{
    fs::path const folder{command.folder};
    auto const file = folder / settings_name;
    std::error_code error;
    if (fs::exists(file)) {
        if (store::read_file(file) == plan.describe()) return;
        if (!command.replace) {
            throw RunFailure{fmt::format("{} holds another calibration: other facts, settings, parameters or seed\n"
                                         "    --force replaces it; --seed goes on with one whose seed was drawn",
                                         command.folder)};
        }
        remove_calibration(folder);
    } else if (fs::exists(folder) && !fs::is_empty(folder)) {
        throw RunFailure{fmt::format("{} is no calibration's folder, and is not empty", command.folder)};
    }
    fs::create_directories(folder, error);
    if (error) store::throw_system_error(folder, "make the folder", error.value());
    store::write_file_durably(file, plan.describe());
}

/// Runs waves and keeps what they taught.
class Calibrator
{
  public:
    Calibrator(CalibrateCommand const& command, CalibrationPlan const& plan, SessionSettings const& settings)
        : folder_{command.folder}, plan_{plan}, settings_{settings}
    {
    }

    /// \returns whether all is done; if not, the same command goes on
    bool run()
    {
        for (std::size_t w = 0; w < plan_.waves; ++w) {
            auto const start = draw(plan_.points, plan_.seed + w);
            auto end = run_wave(plan_, fmt::format("wave_{}", w + 1), start.points, plan_.replicates,
                                static_cast<std::uint32_t>(w) * luck_of_a_wave, folder_, settings_, guard_.stop_flag());
            if (end.status != engine::RunStatus::complete) return false;
            learn(start, end);
        }
        return choose_members();
    }

    [[nodiscard]] CalibrationResult const& result() const { return result_; }
    [[nodiscard]] int signal() const { return guard_.signal(); }

  private:
    calibration::Survivors draw(std::size_t wanted, std::uint64_t seed) const
    {
        auto survivors = calibration::draw_survivors(waves_, plan_.facts, plan_.file.assumptions.size(), wanted, plan_.cutoff, seed);
        if (!survivors.points.empty()) return survivors;
        throw RunFailure{fmt::format("no point survives {} wave{}: under these assumptions and their ranges the facts cannot all hold\n"
                                     "    widen ranges, state larger discrepancies, or leave a fact out; {} has every run",
                                     waves_.size(), waves_.size() == 1 ? "" : "s", folder_.string())};
    }

    void learn(calibration::Survivors const& start, WaveEnd const& end)
    {
        calibration::Wave wave;
        WaveFinding finding{.points = start.points.size(), .share = start.share, .method = start.method};
        for (std::size_t k = 0; k < plan_.facts.size(); ++k) {
            wave.emulators.push_back(fit(end.runs, k));
            finding.explained.push_back(wave.emulators.back().explained());
        }
        for (std::size_t k = 0; k < end.runs.values.size(); ++k) finding.means.push_back(judge(plan_, end.runs, k).mean);
        if (plan_.file.balance) balance_ = fit(end.runs, plan_.facts.size());
        waves_.push_back(std::move(wave));
        result_.waves.push_back(std::move(finding));
        say(end);
    }

    QuadraticEmulator fit(WaveRuns const& runs, std::size_t quantity) const
    {
        return QuadraticEmulator::fit(runs.units, runs.means(quantity), plan_.seed, runs.luck_of_means(quantity));
    }

    void say(WaveEnd const& end) const
    {
        if (settings_.quiet) return;
        auto const& wave = result_.waves.back();
        auto const worst = std::min_element(wave.explained.begin(), wave.explained.end());
        fmt::print(stderr, "wave {}: {} points, {:.3g} % of the prior; emulators explain {:.0f} % and more of what was run ({} least)",
                   result_.waves.size(), wave.points, 100.0 * wave.share, 100.0 * std::max(*worst, 0.0),
                   plan_.facts[static_cast<std::size_t>(worst - wave.explained.begin())].name);
        if (end.seconds > 0.0) fmt::print(stderr, "; {:.0f} rounds a second", static_cast<double>(end.rounds) / end.seconds);
        if (end.failed > 0) fmt::print(stderr, "; {} rounds failed", end.failed);
        fmt::print(stderr, "\n");
    }

    /// Points that are spread over what is believed of the balanced quantity, as far as it can be foreseen.
    std::vector<std::vector<double>> spread(std::vector<std::vector<double>> const& points, std::size_t wanted) const
    {
        if (!balance_) return {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(std::min(wanted, points.size()))};
        std::vector<double> expected;
        for (auto const& point : points) expected.push_back(balance_->at(point).mean);
        std::vector<std::vector<double>> chosen;
        for (auto const i : calibration::balance(expected, plan_.file.balance->low, plan_.file.balance->high, wanted, plan_.seed)) {
            chosen.push_back(points[i]);
        }
        return chosen;
    }

    /// Whether a point's own runs keep it; what they leave to luck counts as an emulator's doubt does.
    bool is_kept(WaveRuns const& runs, std::vector<std::vector<double>> const& means, std::size_t point) const
    {
        for (std::size_t k = 0; k < plan_.facts.size(); ++k) {
            calibration::Forecast const seen{.mean = means[k][point], .variance = runs.luck_of_means(k)};
            if (std::isnan(seen.mean) || calibration::implausibility(plan_.facts[k], seen) > plan_.cutoff) return false;
        }
        return true;
    }

    bool choose_members()
    {
        auto const many = plan_.file.balance ? choice_per_member * plan_.size : plan_.size;
        auto const wanted = static_cast<std::size_t>(std::ceil(spare_members * static_cast<double>(plan_.size)));
        auto const survivors = draw(std::max(many, wanted), plan_.seed + plan_.waves);
        result_.share = survivors.share;
        result_.moves = calibration::describe_moves(survivors.points);
        auto end = run_wave(plan_, "members", spread(survivors.points, wanted), member_replicates,
                            static_cast<std::uint32_t>(plan_.waves) * luck_of_a_wave, folder_, settings_, guard_.stop_flag());
        if (end.status != engine::RunStatus::complete) return false;
        keep_members(end.runs);
        return true;
    }

    /// Of more points than are wanted, those that are spread most evenly over what is believed of the balanced
    /// quantity, as their own runs have it.
    std::vector<std::size_t> thin(std::vector<std::size_t> points, std::vector<std::vector<double>> const& means) const
    {
        if (points.size() <= plan_.size) return points;
        if (!balance_) {
            points.resize(plan_.size);
            return points;
        }
        std::vector<double> own;
        for (auto const p : points) own.push_back(means[plan_.facts.size()][p]);
        std::vector<std::size_t> chosen;
        for (auto const i : calibration::balance(own, plan_.file.balance->low, plan_.file.balance->high, plan_.size, plan_.seed)) {
            chosen.push_back(points[i]);
        }
        return chosen;
    }

    void keep_members(WaveRuns const& runs)
    {
        std::vector<std::vector<double>> means;
        for (std::size_t k = 0; k < runs.values.size(); ++k) means.push_back(runs.means(k));
        std::vector<std::size_t> kept;
        for (std::size_t p = 0; p < runs.units.size(); ++p) {
            if (is_kept(runs, means, p)) kept.push_back(p);
        }
        result_.tried = runs.units.size();
        result_.refused = runs.units.size() - kept.size();
        kept = thin(std::move(kept), means);
        auto& members = result_.members;
        members.replicates = runs.replicates;
        for (auto const p : kept) members.units.push_back(runs.units[p]);
        for (auto const& values : runs.values) {
            auto& own = members.values.emplace_back();
            for (std::size_t r = 0; r < runs.replicates; ++r) {
                for (auto const p : kept) own.push_back(values[p + r * runs.units.size()]);
            }
        }
    }

    fs::path folder_;
    CalibrationPlan const& plan_;
    SessionSettings const& settings_;
    InterruptGuard guard_{};
    std::vector<calibration::Wave> waves_{};
    std::optional<QuadraticEmulator> balance_{};
    CalibrationResult result_{};
};

ExitCode finish(CalibrationPlan const& plan, CalibrationResult const& result, fs::path const& folder)
{
    if (result.members.units.empty()) {
        throw RunFailure{fmt::format("the runs of the points themselves rule out all of them; {} has every run\n"
                                     "    more --waves or --points make better emulators",
                                     folder.string())};
    }
    store::write_file_durably(folder / "ensemble.csv", write_ensemble(plan, result));
    store::write_file_durably(folder / "ensemble.yaml", describe_ensemble(plan, result));
    fmt::print("{}", write_calibration_answer(plan, result));
    if (result.members.units.size() < plan.size) {
        fmt::print("Only {} of {} points are left: more --waves or --points make better emulators.\n", result.members.units.size(), plan.size);
    }
    fmt::print("ensemble.csv and ensemble.yaml are in {} (repeat with --seed {})\n", folder.string(), plan.seed);
    return ExitCode::success;
}
}  // namespace

ExitCode calibrate(CalibrateCommand const& command)
{
    core::Problems problems;
    auto const plan = plan_calibration(command, problems);
    SessionSettings const settings{.threads = read_threads(command.controls.threads, problems),
                                   .time_limit = read_duration("--time-limit", command.controls.time_limit, problems),
                                   .quiet = command.controls.quiet};
    problems.throw_if_any();
    try {
        claim_folder(command, plan);
        Calibrator calibrator{command, plan, settings};
        if (calibrator.run()) return finish(plan, calibrator.result(), command.folder);
        fmt::print(stderr, "stopped; the same command with --seed {} goes on\n", plan.seed);
        return calibrator.signal() == SIGTERM ? ExitCode::terminated : ExitCode::interrupted;
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
