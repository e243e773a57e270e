#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/report_file.hpp"
#include "cli/stored_study.hpp"
#include "cli/text_layout.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::cli
{
ExitCode report_study(ReportCommand const& command)
{
    try {
        auto const folder = find_stored_study(command.folder);
        store::StudyReader const study{folder};
        auto const request = read_stored_request(study.plan(), folder);
        auto const written = write_report(request, study, folder, command.out);
        fmt::print("{}Report: {}\n", wrap(written.answer, ""), written.file.string());
        return ExitCode::success;
    } catch (store::StorageError const& error) {
        throw RunFailure{error.what()};
    }
}
}  // namespace concordat::cli
