#include "models/scenario/study_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "models/scenario/catalogue.hpp"
#include "models/scenario/design_reading.hpp"
#include "sim/config/document.hpp"
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
using config::NodeKind;

std::optional<Reference> read_reference(MappingReader& in, Node const& node, std::string_view key, Need need)
{
    auto text = in.text(key, need);
    if (!text) return std::nullopt;
    return Reference{std::move(*text), node.find(key)->where};
}

/// Paths in an expression start at the study's folder.
std::string move_paths(std::string const& expression, std::filesystem::path const& folder)
{
    std::string moved;
    for (std::size_t start = 0; start <= expression.size();) {
        auto const end = std::min(expression.find('+', start), expression.size());
        auto part = expression.substr(start, end - start);
        auto const first = part.find_first_not_of(" \t");
        part = first == std::string::npos ? std::string{} : part.substr(first, part.find_last_not_of(" \t") - first + 1);
        if (is_path(part)) part = (folder / part).lexically_normal().generic_string();
        if (start > 0) moved += '+';
        moved += part;
        start = end + 1;
    }
    return moved;
}

std::optional<StudyEntry> read_entry(Node const& node, core::Problems& problems)
{
    if (node.kind == NodeKind::scalar && !node.text.empty()) return StudyEntry{{node.text, node.where}, {}};
    auto const problems_before = problems.size();
    if (node.kind != NodeKind::mapping) {
        problems.add(node.where, "a scenario of a study is an expression such as ifg_18, or {scenario: ifg_18, label: \"...\"}");
        return std::nullopt;
    }
    MappingReader in{node, "scenario", node.where, {"scenario", "label"}, problems};
    StudyEntry entry{read_reference(in, node, "scenario", Need::required).value_or(Reference{}),
                     in.text("label", Need::optional).value_or("")};
    if (problems.size() != problems_before) return std::nullopt;
    return entry;
}

std::vector<StudyEntry> read_entries(Node const* list, std::filesystem::path const& folder, core::Problems& problems)
{
    std::vector<StudyEntry> entries;
    if (list == nullptr) return entries;
    for (auto const& item : list->items) {
        auto entry = read_entry(item, problems);
        if (!entry) continue;
        entry->expression.text = move_paths(entry->expression.text, folder);
        entries.push_back(std::move(*entry));
    }
    return entries;
}

std::vector<Reference> read_words(Node const* list, std::string_view what, core::Problems& problems)
{
    std::vector<Reference> words;
    std::set<std::string> known;
    if (list == nullptr) return words;
    for (auto const& item : list->items) {
        if (item.kind != NodeKind::scalar || item.text.empty()) {
            problems.add(item.where, fmt::format("'{}' lists words", what));
        } else if (!known.insert(item.text).second) {
            problems.add(item.where, fmt::format("{} stands twice in '{}'", config::quote(item.text), what));
        } else {
            words.push_back({item.text, item.where});
        }
    }
    return words;
}

void check_replicates(std::optional<Reference> const& given, core::Problems& problems)
{
    constexpr std::int64_t most = 100'000'000;
    if (!given) return;
    auto const reading = config::read_integer(given->text);
    if (reading.value && *reading.value >= 1 && *reading.value <= most) return;
    problems.add(given->where, fmt::format("'replicates' is a whole number from 1 to {}, not {}", most, config::quote(given->text)));
}

void check_seed(std::optional<Reference> const& given, core::Problems& problems)
{
    if (!given) return;
    std::uint64_t seed{};
    auto const* const end = given->text.data() + given->text.size();
    auto const [stopped, error] = std::from_chars(given->text.data(), end, seed);
    if (error == std::errc{} && stopped == end) return;
    problems.add(given->where, fmt::format("'seed' is a whole number from 0 to 2^64 - 1, not {}", config::quote(given->text)));
}

void check_any_run(StudyFile const& study, Node const& root, core::Problems& problems)
{
    bool const fixed = study.design && study.design->baseline == PointBaseline::fixed;
    if (!study.scenarios.empty() || (study.design && !fixed)) return;
    if (root.find("scenarios") == nullptr && root.find("design") == nullptr) {
        problems.add(root.where, "the study has neither 'scenarios' nor a 'design': there is nothing to compare");
    } else if (root.find("design") == nullptr || fixed) {
        problems.add(root.where, "the study has no scenario to compare with its baseline",
                     "under a fixed baseline name the scenario that the design acts on, such as the baseline itself");
    }
}

void read_keys(StudyFile& study, Node const& root, config::ParameterTable const& parameters, core::Problems& problems)
{
    auto const problems_before = problems.size();
    MappingReader in{root,
                     fmt::format("study '{}'", study.name),
                     root.where,
                     {"title", "question", "source", "baseline", "scenarios", "replicates", "until", "time_limit", "seed",
                      "outcomes", "record", "design", "notes"},
                     problems};
    study.title = in.text("title", Need::required).value_or("");
    study.question = in.text("question", Need::required).value_or("");
    study.notes = in.text("notes", Need::optional).value_or("");
    if (auto const* source = in.mapping("source", Need::optional)) {
        study.source = config::read_source(*source, "'source'", config::Assumption::allowed, problems);
    }
    auto const folder = study.path.parent_path();
    study.baseline = read_reference(in, root, "baseline", Need::required).value_or(Reference{});
    if (!study.baseline.text.empty()) study.baseline.text = move_paths(study.baseline.text, folder);
    study.scenarios = read_entries(in.sequence("scenarios", Need::optional), folder, problems);
    study.replicates = read_reference(in, root, "replicates", Need::optional);
    study.until = read_reference(in, root, "until", Need::optional);
    study.time_limit = read_reference(in, root, "time_limit", Need::optional);
    study.seed = read_reference(in, root, "seed", Need::optional);
    study.outcomes = read_words(in.sequence("outcomes", Need::optional), "outcomes", problems);
    study.record = read_words(in.sequence("record", Need::optional), "record", problems);
    if (auto const* design = in.mapping("design", Need::optional)) {
        study.design = read_design(*design, study.path.filename().string(), parameters, problems);
    }
    check_replicates(study.replicates, problems);
    check_seed(study.seed, problems);
    if (problems.size() == problems_before) check_any_run(study, root, problems);
}
}  // namespace

std::optional<StudyFile> read_study(std::filesystem::path const& path, config::ParameterTable const& parameters,
                                    core::Problems& problems)
{
    auto document = config::read_document(path, problems);
    if (!document) return std::nullopt;
    if (document->root.kind != NodeKind::mapping) {
        problems.add(document->root.where, fmt::format("a study is a mapping (title: ...), not {}",
                                                       config::describe(document->root.kind)));
        return std::nullopt;
    }
    StudyFile study{.name = path.stem().string(), .path = path, .text = std::move(document->text)};
    read_keys(study, document->root, parameters, problems);
    return study;
}
}  // namespace concordat::scenario
