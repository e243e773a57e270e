#include <fmt/format.h>

#include <cstdio>
#include <exception>

#include "cli/command_line.hpp"
#include "cli/commands.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
namespace
{
/// One function per subcommand.
struct Dispatch
{
    ExitCode operator()(Finished const& finished) const
    {
        return finished.code == 0 ? ExitCode::success : ExitCode::bad_input;
    }
    ExitCode operator()(StudyCommand const& command) const { return run_study(command); }
    ExitCode operator()(ResumeCommand const& command) const { return resume_study(command); }
    ExitCode operator()(ReportCommand const& command) const { return report_study(command); }
    ExitCode operator()(ExportCommand const& command) const { return export_study(command); }
    ExitCode operator()(RerunCommand const& command) const { return rerun(command); }
    ExitCode operator()(QaCommand const& command) const { return write_qa(command); }
    ExitCode operator()(CheckCommand const& command) const { return check_study(command); }
    ExitCode operator()(CalibrateCommand const& command) const { return calibrate(command); }
    ExitCode operator()(DiscoverCommand const& command) const { return discover(command); }
    ExitCode operator()(ValidateModelCommand const& command) const { return validate_model(command); }
    ExitCode operator()(JudgeCommand const& command) const { return judge_reforms(command); }
    ExitCode operator()(ListCommand const& command) const { return list_scenarios(command); }
    ExitCode operator()(ReformCommand const& command) const { return write_reform_skeleton(command); }
    ExitCode operator()(ShowCommand const& command) const { return show_scenario(command); }
    ExitCode operator()(ValidateCommand const& command) const { return validate_files(command); }
    ExitCode operator()(ExplainCommand const& command) const { return explain(command); }
    ExitCode operator()(FitSalienceCommand const& command) const { return fit_salience(command); }
    ExitCode operator()(TraceCommand const& command) const { return trace(command); }
    ExitCode operator()(VerifyCommand const& command) const { return verify(command); }
    ExitCode operator()(VersionCommand const& command) const { return print_version(command); }
};

ExitCode run_program(int argc, char const* const* argv)
{
    try {
        auto const code = std::visit(Dispatch{}, read_command_line(argc, argv));
        if (std::fflush(stdout) != 0) throw RunFailure{"standard output cannot be written"};
        return code;
    } catch (RunFailure const& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return ExitCode::failure;
    } catch (core::InputError const& error) {
        fmt::print(stderr, "{}\n", error.what());
        return ExitCode::bad_input;
    } catch (std::exception const& error) {
        fmt::print(stderr, "concordat cannot go on: {}\n", error.what());
        return ExitCode::failure;
    }
}
}  // namespace
}  // namespace concordat::cli

int main(int argc, char** argv)
{
    return static_cast<int>(concordat::cli::run_program(argc, argv));
}
