#include "cli/library.hpp"

#include <cstdlib>

#include "sim/config/parameter_file.hpp"

namespace concordat::cli
{
std::filesystem::path find_scenarios(LibraryRequest const& request)
{
    if (!request.scenarios.empty()) return request.scenarios;
    if (char const* const folder = std::getenv("CONCORDAT_SCENARIOS"); folder && *folder) {
        return folder;
    }
    return CONCORDAT_SCENARIOS_DIR;
}

Library load_library(LibraryRequest const& request, core::Problems& problems)
{
    auto const root = find_scenarios(request);
    std::error_code ignored;
    if (!std::filesystem::is_directory(root, ignored)) {
        problems.add({.file = root.generic_string()}, "there is no folder of scenarios",
                     "give it with --scenarios DIR or the variable CONCORDAT_SCENARIOS");
        problems.throw_if_any();
    }
    scenario::Catalogue catalogue{root, problems};
    return {std::move(catalogue), config::load_parameters(root / "parameters", problems)};
}
}  // namespace concordat::cli
