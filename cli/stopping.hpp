#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "analysis/compare/stopping_rule.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"
#include "sim/engine/progress.hpp"

namespace concordat::cli
{
/// Reads --until and --min-replicates; what is wrong with them goes to `problems`.
[[nodiscard]] PrecisionRequest read_until(StudyCommand const& command, core::Problems& problems);

/// The rule that a study ends by, fed with the replicates that are there; nothing where it has none.
/// \param place of the study's files
[[nodiscard]] std::optional<compare::StoppingRule> make_stopping_rule(StudyRequest const& request,
                                                                      std::filesystem::path const& place);

/// How many replicates the rule needed, or what is missing.
[[nodiscard]] std::string describe_stopping(StudyRequest const& request, compare::StoppingRule const& rule);

/// Shows a study with a rule as far as it is likely to go, and not as far as it may go.
class PrecisionProgress final : public engine::ProgressObserver
{
  public:
    /// \param rule nullptr: what is heard is passed on as it is
    /// \param scenarios [count]
    PrecisionProgress(engine::ProgressObserver& display, compare::StoppingRule const* rule, std::size_t scenarios)
        : display_{display}, rule_{rule}, scenarios_{scenarios}
    {
    }
    void on_progress(engine::Progress const& progress) override;

  private:
    engine::ProgressObserver& display_;
    compare::StoppingRule const* rule_;
    std::size_t scenarios_;
};

/// The request of a study that is to have `replicates` in all, whatever their precision.
[[nodiscard]] StudyRequest grow_request(StudyRequest request, std::uint32_t replicates);
}  // namespace concordat::cli
