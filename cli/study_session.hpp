#pragma once

#include <filesystem>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/exit_code.hpp"
#include "cli/model_set.hpp"
#include "cli/study_request.hpp"
#include "sim/engine/run_cells.hpp"
#include "sim/store/study_writer.hpp"

namespace concordat::cli
{
/// What may differ between two runs of one study without a change in its results.
struct SessionSettings
{
    int threads{1};
    double time_limit{std::numeric_limits<double>::infinity()};  ///< [s]
    bool json{};
    bool quiet{};
    std::vector<std::string> command_line{};  ///< of this invocation
};

/// A folder that goes with the object.
class ScratchFolder
{
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(ScratchFolder const&) = delete;
    ScratchFolder& operator=(ScratchFolder const&) = delete;
    [[nodiscard]] std::filesystem::path const& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// Whether the study outlives the program.
enum class Keeping
{
    kept,
    discarded
};

/// Runs what is left of a study, puts it away, and prints the answer.
///
/// \param folder of the study, as the user named it
/// \param saving states that are saved on the way; their file is finished here
/// \returns how the program ends
/// \throws RunFailure if the disk fails; what was stored before stays
[[nodiscard]] ExitCode run_session(StudyRequest const& request, ModelSet const& models,
                                   std::unique_ptr<store::StudyWriter> writer,
                                   std::filesystem::path const& folder, Keeping keeping,
                                   SessionSettings const& settings, StateSaving saving = {});
}  // namespace concordat::cli
