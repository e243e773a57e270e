#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>

#include "cli/model_set.hpp"
#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/state_file.hpp"

namespace concordat::cli
{
/// Saved states that a study is to go on from.
struct FoundState
{
    StateUse use{};
    store::StateOrigin origin{};
};

/// The file of --from-state, whole and undamaged; what is wrong with it goes to `problems`.
[[nodiscard]] std::optional<FoundState> find_state(StudyCommand const& command, core::Problems& problems);

/// Whether states can be gone on from with this pack and so many replicates.
void check_state(FoundState const& state, StudyRequest const& request, std::int64_t replicates,
                 core::Problems& problems);

/// [count] rounds of the study after which --save-state wants the states; 0: never.
[[nodiscard]] std::size_t read_saving(StudyCommand const& command, StudyRequest const& request,
                                      core::Problems& problems);

/// The writer for the states of a study, with all that they come from.
[[nodiscard]] std::unique_ptr<store::StateFileWriter> make_state_writer(StudyCommand const& command,
                                                                    StudyRequest const& request,
                                                                    ModelSet const& models, std::size_t after,
                                                                    std::uint64_t seed, std::uint32_t replicates);
}  // namespace concordat::cli
