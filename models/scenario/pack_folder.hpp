#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "sim/config/csv_table.hpp"

namespace concordat::scenario
{
/// The files of a data pack, and the columns that its tables turned out to have.
class PackFolder
{
  public:
    /// \param problems collects what is wrong with the files; must outlive the folder
    PackFolder(std::filesystem::path path, core::Problems& problems) : path_{std::move(path)}, problems_{&problems} {}

    /// \param name without ".csv"
    [[nodiscard]] std::optional<config::CsvTable> read(std::string const& name,
                                                       std::vector<config::CsvColumn> const& columns);
    [[nodiscard]] bool has(std::string const& name) const;

    /// Reports tables with a name that no pack has: a misspelt optional table would otherwise be
    /// left out without a word.
    void check_names() const;

    [[nodiscard]] std::filesystem::path const& path() const { return path_; }
    [[nodiscard]] core::Problems& problems() const { return *problems_; }
    /// Column names of every table that was read, by table name.
    [[nodiscard]] std::map<std::string, std::vector<std::string>> const& headers() const { return headers_; }

    /// Names of the tables that a pack may have.
    [[nodiscard]] static std::vector<std::string> const& table_names();

  private:
    std::filesystem::path path_;
    core::Problems* problems_;
    std::map<std::string, std::vector<std::string>> headers_{};
};
}  // namespace concordat::scenario
