#include "models/scenario/scenario_file.hpp"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"
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

constexpr std::int64_t earliest_year = 1000;
constexpr std::int64_t latest_year = 9999;

std::optional<int> read_year(MappingReader& in, Node const& root, core::Problems& problems)
{
    auto const text = in.text("from", Need::required);
    if (!text) return std::nullopt;
    auto const reading = config::read_integer(*text);
    if (reading.value && *reading.value >= earliest_year && *reading.value <= latest_year) {
        return static_cast<int>(*reading.value);
    }
    problems.add(root.find("from")->where, fmt::format("'from' of a round is a year of four digits, not {}",
                                                       config::quote(*text)));
    return std::nullopt;
}

std::optional<RoundEntry> read_round(Node const& node, core::Problems& problems)
{
    auto const problems_before = problems.size();
    MappingReader in{node, "round", node.where, {"regime", "from", "name", "note"}, problems};
    if (node.kind != config::NodeKind::mapping) return std::nullopt;
    RoundEntry round;
    round.regime = read_reference(in, node, "regime", Need::required).value_or(Reference{});
    round.name = in.text("name", Need::optional).value_or("");
    round.note = in.text("note", Need::optional).value_or("");
    round.from = read_year(in, node, problems).value_or(0);
    if (problems.size() != problems_before) return std::nullopt;
    return round;
}

std::vector<RoundEntry> read_rounds(Node const& list, core::Problems& problems)
{
    std::vector<RoundEntry> rounds;
    if (list.items.empty()) problems.add(list.where, "a history has at least one round");
    for (auto const& item : list.items) {
        auto round = read_round(item, problems);
        if (!round) continue;
        if (!rounds.empty() && round->from <= rounds.back().from) {
            problems.add(item.find("from")->where, fmt::format("a round from {} follows one from {}", round->from,
                                                               rounds.back().from),
                         "rounds stand in the order of their years");
        }
        rounds.push_back(std::move(*round));
    }
    return rounds;
}

std::vector<Reference> read_names(Node const& list, std::string_view what, core::Problems& problems)
{
    std::vector<Reference> names;
    for (auto const& item : list.items) {
        if (item.kind == config::NodeKind::scalar && !item.text.empty()) {
            names.push_back({item.text, item.where});
        } else {
            problems.add(item.where, std::string{what});
        }
    }
    return names;
}

std::vector<Reference> read_acts_on(Node const& list, core::Problems& problems)
{
    if (list.items.empty()) {
        problems.add(list.where, "'rounds' names no round", "leave it out, and the reform acts on every round");
    }
    return read_names(list, "'rounds' of a reform lists names of rounds", problems);
}

std::vector<Reference> read_includes(Node const& list, core::Problems& problems)
{
    if (list.items.empty()) problems.add(list.where, "'includes' names no reform");
    return read_names(list, "'includes' lists names of reforms", problems);
}

void read_common(ScenarioFile& file, MappingReader& in, Need implements, Need changes,
                 core::Problems& problems)
{
    file.title = in.text("title", Need::required).value_or("");
    file.description = in.text("description", Need::optional).value_or("");
    file.notes = in.text("notes", Need::optional).value_or("");
    file.words = in.text("words", Need::optional).value_or("");
    if (auto const* list = in.sequence("includes", Need::optional)) file.includes = read_includes(*list, problems);
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
                     {"title", "description", "pack", "extends", "implements", "words", "guide", "rounds", "includes", "changes",
                      "notes"},
                     problems};
    bool const inherits = root.find("extends") != nullptr;
    file.pack = read_reference(in, root, "pack", inherits ? Need::optional : Need::required);
    file.extends = read_reference(in, root, "extends", Need::optional);
    file.guide = in.text("guide", Need::optional).value_or("");
    if (auto const* list = in.sequence("rounds", Need::optional)) file.rounds = read_rounds(*list, problems);
    read_common(file, in, Need::optional, Need::optional, problems);
}

void read_reform_keys(ScenarioFile& file, Node const& root, Need implements,
                      core::Problems& problems)
{
    file.kind = FileKind::reform;
    MappingReader in{root,
                     fmt::format("reform '{}'", file.name),
                     root.where,
                     {"title", "description", "claim", "argues", "chain", "implements", "words", "rounds", "includes", "changes", "notes"},
                     problems};
    file.claim = in.text("claim", Need::optional).value_or("");
    if (auto const* list = in.sequence("rounds", Need::optional)) file.acts_on = read_acts_on(*list, problems);
    if (auto const* node = in.mapping("argues", Need::optional)) file.argues = read_argument(*node, problems);
    if (auto const* node = in.mapping("chain", Need::optional)) file.chain = read_chain(*node, problems);
    bool const package = root.find("includes") != nullptr;
    read_common(file, in, implements, package ? Need::optional : Need::required, problems);
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
