#include <fmt/format.h>

#include <array>

#include "cli/commands.hpp"
#include "cli/library.hpp"
#include "cli/outcome_choice.hpp"
#include "models/scenario/pack_reader.hpp"
#include "models/scenario/validation.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::array<char const*, 9> kind_names{
    "a regime", "a reform", "a parameter file", "a table of design points", "a study", "a list of mechanisms",
    "a list of assumptions", "a calibration", "a list of facts"};

/// \returns what a sound folder holds
std::string check_pack(std::filesystem::path const& folder, core::Problems& problems)
{
    try {
        auto const pack = scenario::read_pack(folder);
        return fmt::format("a data pack of {} areas, {} indicators and {} partners",
                           pack.area_count(), pack.indicator_count(), pack.partner_count());
    } catch (core::InputError const& error) {
        problems.append(error.problems());
        return {};
    }
}

/// What a reform argues about must be an outcome of the model. \pre the file can be read
void check_claim(std::filesystem::path const& file, Library const& library, core::Problems& problems)
{
    core::Problems said;  // by the check of the file before
    auto const path = file.has_parent_path() ? file : "." / file;  // so that it is no name
    auto const reform = library.catalogue.find(path.generic_string(), scenario::Place::either, {}, said);
    if (!reform) return;
    if (reform->argues) scenario::check_argument(*reform->argues, list_outcome_names(), problems);
    scenario::check_chain(reform->chain, list_outcome_names(), problems);
}

std::string check_file(std::filesystem::path const& file, Library const& library,
                       core::Problems& problems)
{
    std::error_code ignored;
    if (std::filesystem::is_directory(file, ignored)) return check_pack(file, problems);
    auto const kind =
        scenario::validate_file(file, library.catalogue, library.parameters, problems);
    if (kind == scenario::InputKind::reform) check_claim(file, library, problems);
    return kind ? kind_names.at(static_cast<std::size_t>(*kind)) : std::string{};
}
}  // namespace

ExitCode validate_files(ValidateCommand const& command)
{
    core::Problems problems;
    auto const library = load_library(command.library, problems);
    for (auto const& file : command.files) {
        core::Problems own;
        auto const what = check_file(file, library, own);
        if (own.empty()) fmt::print("{}: {}, no problem found\n", file, what);
        problems.append(own);
    }
    problems.throw_if_any();
    return ExitCode::success;
}
}  // namespace concordat::cli
