#include "models/scenario/pack_notes.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "sim/config/csv_wording.hpp"
#include "sim/config/document.hpp"
#include "sim/config/mapping_reader.hpp"
#include "sim/config/source_reading.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;
using config::NodeKind;

std::string notes_file(PackFolder const& folder) { return (folder.path() / "pack.yaml").string(); }

ColumnNote read_column(std::string const& table, config::Key const& key, Node const& node, core::Problems& problems)
{
    auto const what = fmt::format("column '{}.{}'", table, key.text);
    MappingReader in{node, what, key.where, {"description", "unit", "source"}, problems};
    ColumnNote note{.name = key.text};
    note.description = in.text("description", Need::required).value_or("");
    note.unit = in.text("unit", Need::required).value_or("");
    if (auto const* source = in.mapping("source", Need::required)) {
        note.source = config::read_source(*source, "source of " + what, config::Assumption::allowed, problems);
    }
    return note;
}

TableNote read_table_note(config::Key const& key, Node const& node, core::Problems& problems)
{
    MappingReader in{node, fmt::format("table '{}'", key.text), key.where, {"description", "columns"}, problems};
    TableNote note{.name = key.text, .where = key.where};
    note.description = in.text("description", Need::required).value_or("");
    if (auto const* columns = in.mapping("columns", Need::required)) {
        for (std::size_t k = 0; k < columns->keys.size(); ++k) {
            note.columns.push_back(read_column(key.text, columns->keys[k], columns->items[k], problems));
        }
    }
    return note;
}

std::vector<std::string> read_attributions(Node const& list, core::Problems& problems)
{
    std::vector<std::string> statements;
    for (auto const& item : list.items) {
        if (item.kind != NodeKind::scalar || item.text.empty()) {
            problems.add(item.where, "an attribution is a text");
        } else {
            statements.push_back(item.text);
        }
    }
    return statements;
}

void check_table(TableNote const& note, std::vector<std::string> const& header, core::Problems& problems)
{
    std::vector<std::string> noted;
    for (auto const& column : note.columns) {
        noted.push_back(column.name);
        if (std::find(header.begin(), header.end(), column.name) != header.end()) continue;
        auto message = fmt::format("{}.csv has no column '{}', which is explained here", note.name, column.name);
        problems.add(note.where, std::move(message), config::suggest(column.name, header));
    }
    for (auto const& name : header) {
        if (std::find(noted.begin(), noted.end(), name) != noted.end()) continue;
        problems.add(note.where,
                     fmt::format("column '{}' of {}.csv has no description, unit and source", name, note.name));
    }
}
}  // namespace

PackNotes read_pack_notes(PackFolder& folder)
{
    auto& problems = folder.problems();
    PackNotes notes;
    auto const document = config::read_document(folder.path() / "pack.yaml", problems);
    if (!document) return notes;
    MappingReader in{document->root, "data pack", {document->file, 1, 1},
                     {"name", "title", "description", "licence", "attributions", "tables"}, problems};
    notes.name = in.text("name", Need::required).value_or("");
    notes.title = in.text("title", Need::required).value_or("");
    notes.description = in.text("description", Need::required).value_or("");
    notes.licence = in.text("licence", Need::required).value_or("");
    if (auto const* list = in.sequence("attributions", Need::optional)) {
        notes.attributions = read_attributions(*list, problems);
    }
    if (auto const* tables = in.mapping("tables", Need::required)) {
        for (std::size_t k = 0; k < tables->keys.size(); ++k) {
            notes.tables.push_back(read_table_note(tables->keys[k], tables->items[k], problems));
        }
    }
    return notes;
}

void check_notes(PackNotes const& notes, PackFolder const& folder)
{
    auto& problems = folder.problems();
    auto const& known = PackFolder::table_names();
    for (auto const& note : notes.tables) {
        if (std::find(known.begin(), known.end(), note.name) == known.end()) {
            problems.add(note.where, fmt::format("unknown table '{}'", note.name), config::suggest(note.name, known));
        } else if (auto const found = folder.headers().find(note.name); found != folder.headers().end()) {
            check_table(note, found->second, problems);
        }
    }
    for (auto const& [name, header] : folder.headers()) {
        auto const explains = [&table = name](auto const& note) { return note.name == table; };
        if (std::none_of(notes.tables.begin(), notes.tables.end(), explains)) {
            problems.add({notes_file(folder)}, fmt::format("table '{}' is not explained", name));
        }
    }
}
}  // namespace concordat::scenario
