#include "models/scenario/pack_folder.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

namespace concordat::scenario
{
namespace
{
/// What was calibrated on the pack, and is none of its data (ensemble.hpp).
constexpr std::string_view ensemble_name = "ensemble";
}  // namespace

std::optional<config::CsvTable> PackFolder::read(std::string const& name, std::vector<config::CsvColumn> const& columns)
{
    auto table = config::CsvTable::read(path_ / (name + ".csv"), columns, *problems_);
    if (table) headers_[name] = table->column_names();
    return table;
}

bool PackFolder::has(std::string const& name) const { return std::filesystem::exists(path_ / (name + ".csv")); }

void PackFolder::check_names() const
{
    std::vector<std::filesystem::path> found;
    for (auto const& entry : std::filesystem::directory_iterator{path_}) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    auto const& known = table_names();
    for (auto const& file : found) {
        auto const name = file.stem().string();
        if (file.extension() != ".csv" || name == ensemble_name || std::find(known.begin(), known.end(), name) != known.end()) continue;
        auto const nearest = core::nearest_name(name, known);
        problems_->add({file.string()}, "is no table of a data pack",
                       nearest.empty() ? fmt::format("tables are {}", fmt::join(known, ", "))
                                       : fmt::format("did you mean '{}.csv'?", nearest));
    }
}

std::vector<std::string> const& PackFolder::table_names()
{
    static std::vector<std::string> const names{"areas", "base_share_overrides", "base_shares", "departments", "groups",
                                                "indicators", "neighbours", "partners", "psas", "recession", "salience", "spillovers",
                                                "tiles"};
    return names;
}
}  // namespace concordat::scenario
