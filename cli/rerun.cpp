#include <fmt/format.h>

#include <algorithm>
#include <cstdio>

#include "cli/area_choice.hpp"
#include "cli/area_story.hpp"
#include "cli/commands.hpp"
#include "cli/option_values.hpp"
#include "cli/rerun_text.hpp"
#include "cli/rerun_values.hpp"
#include "cli/stored_study.hpp"
#include "cli/study_session.hpp"
#include "models/cycle/history.hpp"
#include "sim/store/file.hpp"
#include "sim/store/state_file.hpp"
#include "sim/store/study_writer.hpp"
#include "sim/store/wide_csv.hpp"

namespace concordat::cli
{
namespace
{
/// Writes the values that were run again, as `export --csv` writes those that are stored.
void write_values(std::filesystem::path const& file, StudyRequest const& request, ModelSet const& models,
                  store::StudyPlan const& stored, std::uint32_t replicate, std::vector<Repetition> const& cells)
{
    store::StudyPlan plan{.schema = models.schema(), .seed = stored.seed, .first_replicate = replicate, .replicates = 1};
    std::vector<double> values;
    for (std::size_t k = 0; k < cells.size(); ++k) {
        plan.scenarios.push_back({request.scenarios[k].name, request.scenarios[k].design_point});
        values.insert(values.end(), cells[k].again.begin(), cells[k].again.end());
    }
    ScratchFolder const scratch;
    auto const folder = scratch.path() / "study";
    auto const writer = store::StudyWriter::create(folder, plan);
    writer->add(replicate, values);
    writer->flush();
    auto const rows = store::write_wide_csv(store::StudyReader{store::StudyFolder{folder}.partial()}, file);
    fmt::print("\n{} rows written to {}\n", rows, file.string());
}

void write_moves(std::string const& file, AreaStory const& story)
{
    auto const table = story.moves();
    store::write_file_durably(file, store::write_csv(table));
    fmt::print("\n{} moves written to {}\n", table.rows.size(), file);
}

/// \returns whether every number came out again
bool report_repetition(StudyRequest const& request, std::vector<Repetition> const& cells)
{
    auto const differs = [](Repetition const& one) { return one.different > 0; };
    if (std::none_of(cells.begin(), cells.end(), differs)) {
        fmt::print("\n{}", describe_repetition(cells));
        return true;
    }
    std::fflush(stdout);
    for (auto const& one : cells) {
        if (one.different == 0) continue;
        fmt::print(stderr, "{}: {} of {} stored numbers do not come out again; the first is {}\n",
                   request.scenarios[one.scenario].name, one.different, one.compared, one.first);
    }
    if (request.version != CONCORDAT_VERSION) {
        fmt::print(stderr, "the study was run by version {} of the program, this is version {}\n", request.version,
                   CONCORDAT_VERSION);
    } else {
        fmt::print(stderr, "concordat check says whether the study's files are as they were written\n");
    }
    return false;
}

}  // namespace

ExitCode rerun(RerunCommand const& command)
{
    auto const folder = find_stored_study(command.folder);
    store::StudyReader const study{folder};
    auto const request = read_stored_request(study.plan(), folder);
    core::Problems problems;
    auto const choice = choose_rerun(command, request, study, problems);
    problems.throw_if_any();
    check_pack(request.pack);
    auto narrowed = choice.narrow(request);
    if (!command.groupings.empty()) narrowed.groupings = split_words(command.groupings);
    ModelSet const models{narrowed};
    bool const story = !command.area.empty();
    int const area = story ? find_area(models.history(0).round(0).pack(), command.area, problems) : 0;
    problems.throw_if_any();

    auto const cells = repeat_cells(choice, models, study);
    if (story) {
        AreaStory const told{narrowed, models, {study.plan().seed, choice.replicate}, area};
        fmt::print("{}", told.text());
        if (!command.table.empty()) write_moves(command.table, told);
    } else {
        fmt::print("{}", write_repetition(request, study.plan(), command.folder, choice.replicate, cells, models.schema()));
        if (!command.table.empty()) write_values(command.table, narrowed, models, study.plan(), choice.replicate, cells);
    }
    return report_repetition(request, cells) ? ExitCode::success : ExitCode::failure;
}
}  // namespace concordat::cli
