#include <fmt/format.h>

#include <filesystem>

#include "analysis/discovery/prim.hpp"
#include "cli/commands.hpp"
#include "cli/discovery_text.hpp"
#include "cli/stored_study.hpp"
#include "sim/store/file.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
namespace
{
namespace fs = std::filesystem;
constexpr std::uint64_t halves_seed = 1;  ///< of the random halves, which do not jump between calls

/// Where the answer is kept; empty paths: it is not.
struct Targets
{
    fs::path chart{};
    fs::path table{};
};

Targets choose_targets(DiscoverCommand const& command, core::Problems& problems)
{
    if (command.out.empty()) return {};
    fs::path const out{command.out};
    Targets targets{.chart = out / "discovery.svg", .table = out / "discovery.csv"};
    std::error_code ignored;
    if (out.extension() == ".svg") {
        targets = {.chart = out, .table = {}};
        auto const folder = fs::absolute(out).parent_path();
        if (!fs::is_directory(folder, ignored)) problems.add({.file = command.out}, fmt::format("there is no folder {}", folder.string()));
    } else if (fs::exists(out, ignored) && !fs::is_directory(out, ignored)) {
        problems.add({.file = command.out}, "is a file", "name a folder, or a file that ends with .svg");
    }
    for (auto const& file : {targets.chart, targets.table}) {
        if (command.replace || file.empty() || !fs::exists(file, ignored)) continue;
        problems.add({.file = file.generic_string()}, "exists already; nothing is overwritten", "choose another name, or give --force");
    }
    return targets;
}

void keep(DiscoveryAnswer const& answer, Targets const& targets)
{
    if (targets.chart.empty()) return;
    std::error_code error;
    if (!targets.table.empty()) fs::create_directories(targets.table.parent_path(), error);
    if (error) store::throw_system_error(targets.table.parent_path(), "make the folder", error.value());
    store::write_file_durably(targets.chart, draw_discovery(answer));
    if (!targets.table.empty()) store::write_file_durably(targets.table, write_discovery_table(answer));
}

ExitCode answer_question(DiscoverCommand const& command)
{
    core::Problems problems;
    auto const folder = find_stored_study(command.folder);
    store::StudyReader const study{folder};
    auto const request = read_stored_request(study.plan(), folder);
    auto const question = read_question(command, request, study, problems);
    auto const targets = choose_targets(command, problems);
    problems.throw_if_any();
    auto const points = gather_points(question, request, study, command.library);
    if (points.points.empty()) throw RunFailure{fmt::format("{} exists in no replicate of both scenarios", question.outcome->name)};
    DiscoveryAnswer const answer{.request = request,
                                 .question = question,
                                 .points = points,
                                 .boxes = discovery::find_boxes(points.points, points.of_interest, {}, halves_seed)};
    keep(answer, targets);
    fmt::print("{}", command.json ? write_discovery_json(answer) : write_discovery_text(answer));
    if (!targets.chart.empty() && !command.json) fmt::print("Chart: {}\n", targets.chart.string());
    return ExitCode::success;
}
}  // namespace

ExitCode discover(DiscoverCommand const& command)
{
    try {
        return answer_question(command);
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
