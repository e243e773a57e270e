#include "cli/state_files.hpp"

#include <fmt/format.h>

#include "cli/option_values.hpp"
#include "models/cycle/history.hpp"
#include "models/cycle/saved_state.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
std::optional<FoundState> find_state(StudyCommand const& command, core::Problems& problems)
{
    if (command.from_state.empty()) return std::nullopt;
    try {
        store::StateFileReader const reader{command.from_state};
        auto const file = std::filesystem::absolute(command.from_state).lexically_normal();
        return FoundState{{file, reader.hash()}, reader.origin()};
    } catch (core::InputError const& error) {
        problems.append(error.problems());
        return std::nullopt;
    }
}

void check_state(FoundState const& state, StudyRequest const& request, std::int64_t replicates,
                 core::Problems& problems)
{
    auto const file = state.use.file.generic_string();
    auto const& origin = state.origin;
    if (replicates > origin.replicates) {
        problems.add({.file = file},
                     fmt::format("holds {} replicates; {} are asked for", origin.replicates, replicates),
                     fmt::format("give --replicates {}", origin.replicates));
    }
    if (!request.pack.files.empty() && origin.pack_files != request.pack.files) {
        problems.add({.file = file},
                     fmt::format("rests on another data pack: {} as it was then, not {} as it is in {}",
                                 config::quote(origin.pack), config::quote(request.pack.name),
                                 request.pack.folder.generic_string()));
    }
}

std::size_t read_saving(StudyCommand const& command, StudyRequest const& request, core::Problems& problems)
{
    if (command.save_state.empty()) {
        if (!command.save_after.empty()) {
            problems.add({.file = "--save-after"}, "there is no file to save the states in", "give --save-state FILE");
        }
        return 0;
    }
    if (request.scenarios.size() > 1) {
        problems.add({.file = "--save-state"}, "the states of one scenario at one design point are saved, not of several");
    }
    std::error_code ignored;
    if (!command.replace && std::filesystem::exists(command.save_state, ignored)) {
        problems.add({.file = command.save_state}, "exists already", "choose another name, or replace it with --force");
    }
    if (request.scenarios.empty()) return 0;
    auto const rounds = static_cast<std::int64_t>(request.round_count());
    if (command.save_after.empty()) return static_cast<std::size_t>(rounds);
    return static_cast<std::size_t>(read_count("--save-after", command.save_after, 1, rounds, problems));
}

std::unique_ptr<store::StateFileWriter> make_state_writer(StudyCommand const& command, StudyRequest const& request,
                                                      ModelSet const& models, std::size_t after, std::uint64_t seed,
                                                      std::uint32_t replicates)
{
    auto const& scenario = request.scenarios.front();
    store::StateOrigin origin{.program_version = request.version,
                              .scenario = scenario.name,
                              .pack = request.pack.name,
                              .pack_files = request.pack.files,
                              .master_seed = seed,
                              .population_seed = seed,
                              .replicates = replicates};
    if (auto const* const before = models.state()) {
        origin.population_seed = before->origin().population_seed;
        origin.rounds = before->origin().rounds;
    }
    for (std::size_t k = 0; k < after; ++k) origin.rounds.push_back(scenario.rounds[k].name);
    cycle::CarriedState shape;
    models.history(0).furnish(shape);
    origin.fields = cycle::list_fields(shape);
    return std::make_unique<store::StateFileWriter>(command.save_state, origin);
}
}  // namespace concordat::cli
