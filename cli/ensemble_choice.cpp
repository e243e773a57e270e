#include "cli/ensemble_choice.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <utility>

#include "models/scenario/ensemble.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr char const* fixed = "fixed";
constexpr char const* of_pack = "ensemble";

std::filesystem::path find_own(StudyRequest const& request) { return request.pack.folder / ensemble_file; }

bool has_own(StudyRequest const& request)
{
    std::error_code ignored;
    return !request.pack.folder.empty() && std::filesystem::is_regular_file(find_own(request), ignored);
}

/// Decompositions and sensitivities move assumptions or switches themselves; states were saved under fixed ones.
bool takes_ensemble_unasked(StudyCommand const& command)
{
    return command.compares && !command.decomposition && !command.sensitivity && command.from_state.empty();
}

/// \returns the file; empty: none
std::filesystem::path find_file(StudyCommand const& command, StudyRequest const& request, core::Problems& problems)
{
    auto const& word = command.assumptions;
    if (word == fixed) return {};
    if (word.empty()) return takes_ensemble_unasked(command) && has_own(request) ? find_own(request) : std::filesystem::path{};
    if (word != of_pack) return word;
    if (has_own(request)) return find_own(request);
    problems.add({.file = "--assumptions"}, fmt::format("the data pack {} has no ensemble", config::quote(request.pack.name)),
                 "--assumptions fixed, or a file of points");
    return {};
}
}  // namespace

void choose_ensemble(StudyCommand const& command, Library const& library, StudyRequest& request, core::Problems& problems)
{
    auto const file = find_file(command, request, problems);
    if (file.empty()) return;
    if (!command.from_state.empty()) {
        problems.add({.file = "--assumptions"}, "replicates that go on from saved states keep the assumptions under which these were saved",
                     "--assumptions fixed");
        return;
    }
    auto ensemble = scenario::read_ensemble(file, library.parameters, problems);
    if (!ensemble) return;
    bool const own = file == find_own(request);
    if (own) ensemble->name = fmt::format("{}/{}", request.pack.name, ensemble_file);
    request.ensemble = std::move(*ensemble);
}

std::string repeat_assumptions(StudyCommand const& command, StudyRequest const& request)
{
    if (!command.assumptions.empty()) return command.assumptions;
    if (!takes_ensemble_unasked(command)) return {};
    return request.ensemble ? of_pack : fixed;
}
}  // namespace concordat::cli
