#pragma once

#include "cli/exit_code.hpp"
#include "cli/requests.hpp"

namespace concordat::cli
{
/// The subcommands. Each prints its answer and throws core::InputError for bad input.
[[nodiscard]] ExitCode run_study(StudyCommand const& command);
[[nodiscard]] ExitCode resume_study(ResumeCommand const& command);
[[nodiscard]] ExitCode report_study(ReportCommand const& command);
[[nodiscard]] ExitCode export_study(ExportCommand const& command);
[[nodiscard]] ExitCode rerun(RerunCommand const& command);
[[nodiscard]] ExitCode write_qa(QaCommand const& command);
[[nodiscard]] ExitCode check_study(CheckCommand const& command);
[[nodiscard]] ExitCode calibrate(CalibrateCommand const& command);
[[nodiscard]] ExitCode discover(DiscoverCommand const& command);
[[nodiscard]] ExitCode validate_model(ValidateModelCommand const& command);
[[nodiscard]] ExitCode judge_reforms(JudgeCommand const& command);
[[nodiscard]] ExitCode list_scenarios(ListCommand const& command);
[[nodiscard]] ExitCode write_reform_skeleton(ReformCommand const& command);
[[nodiscard]] ExitCode show_scenario(ShowCommand const& command);
[[nodiscard]] ExitCode validate_files(ValidateCommand const& command);
[[nodiscard]] ExitCode explain(ExplainCommand const& command);
[[nodiscard]] ExitCode fit_salience(FitSalienceCommand const& command);
[[nodiscard]] ExitCode trace(TraceCommand const& command);
[[nodiscard]] ExitCode verify(VerifyCommand const& command);
[[nodiscard]] ExitCode print_version(VersionCommand const& command);
}  // namespace concordat::cli
