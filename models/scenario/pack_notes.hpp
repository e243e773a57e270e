#pragma once

#include <string>
#include <vector>

#include "models/scenario/pack_folder.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::scenario
{
/// What pack.yaml says of one column.
struct ColumnNote
{
    std::string name{};
    std::string description{};
    std::string unit{};
    config::Source source{};
};

struct TableNote
{
    std::string name{};
    std::string description{};
    std::vector<ColumnNote> columns{};
    core::Position where{};
};

/// What pack.yaml says of a pack: what it is, who may use it, and where every column comes from.
struct PackNotes
{
    std::string name{};  ///< short, for folders and results
    std::string title{};
    std::string description{};
    std::string licence{};
    std::vector<std::string> attributions{};  ///< statements that the licences of the sources ask for
    std::vector<TableNote> tables{};
};

/// Reads pack.yaml.
[[nodiscard]] PackNotes read_pack_notes(PackFolder& folder);

/// Reports every column of a table that was read and that the notes do not explain, and every
/// note on a column that does not exist.
void check_notes(PackNotes const& notes, PackFolder const& folder);
}  // namespace concordat::scenario
