#include <algorithm>

#include "cli/qa_papers.hpp"
#include "cli/source_text.hpp"
#include "models/scenario/pack_notes.hpp"
#include "sim/store/csv.hpp"
#include "sim/store/sha256.hpp"

namespace concordat::cli
{
namespace
{
/// What pack.yaml says, if the pack is still what the study read.
scenario::PackNotes read_notes(PackIdentity const& pack, bool unchanged)
{
    if (!unchanged) return {};
    core::Problems problems;
    scenario::PackFolder folder{pack.folder, problems};
    return scenario::read_pack_notes(folder);
}

std::vector<std::string> describe_column(scenario::ColumnNote const& column)
{
    bool const assumed = !column.source.assumption.empty();
    return {column.name, column.description, column.unit, assumed ? "assumption" : "source",
            assumed ? column.source.assumption : write_source(column.source)};
}
}  // namespace

std::string write_data_table(QaStudy const& qa)
{
    auto const& pack = qa.request.pack;
    std::error_code ignored;
    bool const unchanged = std::filesystem::is_directory(pack.folder, ignored) && hash_folder(pack.folder) == pack.files;
    auto const notes = read_notes(pack, unchanged);
    store::Table table{.header = {"pack", "file", "xxh3_128", "sha256", "what_it_is", "column", "meaning", "unit", "basis",
                                  "source_or_reason"}};
    for (auto const& [name, hash] : pack.files) {
        auto const note = std::find_if(notes.tables.begin(), notes.tables.end(),
                                       [&, &file = name](auto const& one) { return one.name + ".csv" == file; });
        bool const noted = note != notes.tables.end();
        std::vector<std::string> const file{pack.name, name, hash, unchanged ? store::sha256_of_file(pack.folder / name) : "",
                                            noted ? note->description : name == "pack.yaml" ? notes.title : ""};
        auto columns = noted ? note->columns : std::vector<scenario::ColumnNote>{};
        if (columns.empty()) table.rows.push_back({file[0], file[1], file[2], file[3], file[4], "", "", "", "", ""});
        for (auto const& column : columns) {
            auto row = file;
            for (auto& cell : describe_column(column)) row.push_back(std::move(cell));
            table.rows.push_back(std::move(row));
        }
    }
    return store::write_csv(table);
}
}  // namespace concordat::cli
