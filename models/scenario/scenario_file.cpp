#include "models/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/source_reading.hpp"

namespace concordat::scenario
{
namespace
{
using config::MappingReader;
using config::Need;
using config::Node;

std::optional<Reference> read_reference(MappingReader& in, Node const& root, std::string_view key,
                                        Need need)
{
    auto text = in.text(key, need);
    if (!text) return std::nullopt;
    return Reference{std::move(*text), root.find(key)->where};
}

std::vector<Change> read_changes(Node const& list, core::Problems& problems)
{
    std::vector<Change> changes;
    std::map<std::string, core::Position> first_use;
    for (auto const& item : list.items) {
        auto change = read_change(item, problems);
        if (!change) continue;
        auto const [first, is_new] = first_use.emplace(change->path, change->path_where);
        if (!is_new) {
            problems.add(change->path_where, fmt::format("{} is changed twice", change->path),
                         fmt::format("it stands at {}:{} already", first->second.line,
                                     first->second.column));
        }
        changes.push_back(std::move(*change));
    }
    return changes;
}

void read_common(ScenarioFile& file, MappingReader& in, Need implements, Need changes,
                 core::Problems& problems)
{
    file.title = in.text("title", Need::required).value_or("");
    file.description = in.text("description", Need::optional).value_or("");
    file.notes = in.text("notes", Need::optional).value_or("");
    if (auto const* source = in.mapping("implements", implements)) {
        file.implements =
            config::read_source(*source, "'implements'", config::Assumption::refused, problems);
    }
    if (auto const* list = in.sequence("changes", changes))
        file.changes = read_changes(*list, problems);
}

void read_regime_keys(ScenarioFile& file, Node const& root, core::Problems& problems)
{
    file.kind = FileKind::regime;
    MappingReader in{root,
                     fmt::format("regime '{}'", file.name),
                     root.where,
                     {"title", "description", "pack", "extends", "implements", "changes", "notes"},
                     problems};
    bool const inherits = root.find("extends") != nullptr;
    file.pack = read_reference(in, root, "pack", inherits ? Need::optional : Need::required);
    file.extends = read_reference(in, root, "extends", Need::optional);
    read_common(file, in, Need::optional, Need::optional, problems);
}

void read_reform_keys(ScenarioFile& file, Node const& root, Need implements,
                      core::Problems& problems)
{
    file.kind = FileKind::reform;
    MappingReader in{root,
                     fmt::format("reform '{}'", file.name),
                     root.where,
                     {"title", "description", "claim", "implements", "changes", "notes"},
                     problems};
    file.claim = in.text("claim", Need::optional).value_or("");
    read_common(file, in, implements, Need::required, problems);
}

/// Reads a file with `read_keys(file, root)`; nothing is returned if it has any problem.
template <class ReadKeys>
std::optional<ScenarioFile> read_file(std::filesystem::path const& path, core::Problems& problems,
                                      ReadKeys read_keys)
{
    auto const problems_before = problems.size();
    auto document = config::read_document(path, problems);
    if (!document) return std::nullopt;
    ScenarioFile file;
    file.path = path;
    file.name = path.stem().string();
    file.text = std::move(document->text);
    if (document->root.kind == config::NodeKind::mapping) {
        read_keys(file, document->root);
    } else {
        problems.add(document->root.where,
                     fmt::format("a regime or reform is a mapping (title: ...), not {}",
                                 config::describe(document->root.kind)));
    }
    if (problems.size() != problems_before) return std::nullopt;
    return file;
}
}  // namespace

std::optional<ScenarioFile> read_regime(std::filesystem::path const& path, core::Problems& problems)
{
    return read_file(path, problems, [&](ScenarioFile& file, Node const& root) {
        read_regime_keys(file, root, problems);
    });
}

std::optional<ScenarioFile> read_reform(std::filesystem::path const& path, core::Problems& problems)
{
    return read_file(path, problems, [&](ScenarioFile& file, Node const& root) {
        read_reform_keys(file, root, Need::required, problems);
    });
}

std::optional<ScenarioFile> read_own_file(std::filesystem::path const& path,
                                          core::Problems& problems)
{
    return read_file(path, problems, [&](ScenarioFile& file, Node const& root) {
        bool const regime = root.find("pack") != nullptr || root.find("extends") != nullptr;
        if (regime) {
            read_regime_keys(file, root, problems);
        } else {
            read_reform_keys(file, root, Need::optional, problems);
        }
    });
}
}  // namespace concordat::scenario
