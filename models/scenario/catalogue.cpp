#include "models/scenario/catalogue.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <utility>

#include "sim/config/value.hpp"

namespace concordat::scenario
{
namespace
{
namespace fs = std::filesystem;
using config::quote;

std::string_view name_of(FileKind kind)
{
    return kind == FileKind::regime ? "regime" : "reform";
}

bool may_stand(FileKind kind, Place place)
{
    return place == Place::either || (place == Place::regime) == (kind == FileKind::regime);
}

std::vector<std::string> list_names(std::vector<CatalogueEntry> const& entries)
{
    std::vector<std::string> names;
    for (auto const& entry : entries) names.push_back(entry.name);
    return names;
}

/// Says what is wrong when a file of the other kind stands at a place.
void report_misplaced(std::string const& name, FileKind kind, core::Position const& where,
                      core::Problems& problems)
{
    if (kind == FileKind::reform) {
        problems.add(where,
                     fmt::format("{} is a reform; a scenario begins with a regime", quote(name)),
                     fmt::format("write REGIME+{}", name));
    } else {
        problems.add(where, fmt::format("{} is a regime; only reforms follow '+'", quote(name)));
    }
}
}  // namespace

bool is_path(std::string_view given)
{
    return given.find('/') != std::string_view::npos || given.ends_with(".yaml") ||
           given.ends_with(".yml");
}

bool is_name(std::string_view name)
{
    constexpr auto allowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-.";
    return !name.empty() && name.find_first_not_of(allowed) == std::string_view::npos;
}

Catalogue::Catalogue(fs::path root, core::Problems& problems) : root_{std::move(root)}
{
    add_folder("regimes", {.kind = FileKind::regime}, problems);
    if (fs::is_directory(root_ / "cases")) add_folder("cases", {.kind = FileKind::regime, .is_case = true}, problems);
    add_folder("reforms", {.kind = FileKind::reform}, problems);
    if (fs::is_directory(root_ / "reforms/variants")) {
        add_folder("reforms/variants", {.kind = FileKind::reform, .is_variant = true}, problems);
    }
    add_studies();
}

void Catalogue::add_studies()
{
    std::error_code ignored;
    for (fs::directory_iterator entry{root_ / "studies", ignored};
         !ignored && entry != fs::directory_iterator{}; entry.increment(ignored)) {
        if (entry->path().extension() != ".yaml") continue;
        studies_.push_back({entry->path().stem().string(), entry->path()});
    }
    std::sort(studies_.begin(), studies_.end(), [](auto const& a, auto const& b) { return a.name < b.name; });
}

std::optional<fs::path> Catalogue::find_study(std::string_view given, core::Problems& problems) const
{
    if (is_path(given)) return fs::path{given};
    std::vector<std::string> names, begun;
    for (auto const& study : studies_) {
        if (study.name == given) return study.path;
        names.push_back(study.name);
        if (!given.empty() && study.name.compare(0, given.size(), given) == 0) begun.push_back(study.name);
    }
    if (begun.size() == 1) return root_ / "studies" / (begun.front() + ".yaml");
    if (begun.size() > 1) {
        problems.add({}, fmt::format("{} is ambiguous", quote(std::string{given})),
                     fmt::format("it begins {}", fmt::join(begun, ", ")));
        return std::nullopt;
    }
    auto const nearest = core::nearest_name(given, names);
    problems.add({}, fmt::format("unknown study {}", quote(std::string{given})),
                 nearest.empty() ? fmt::format("there are {}; a file is given by a path with '/' or .yaml",
                                               fmt::join(names, ", "))
                                 : fmt::format("did you mean '{}'?", nearest));
    return std::nullopt;
}

void Catalogue::add_folder(std::string const& folder, CatalogueEntry const& like, core::Problems& problems)
{
    auto const path = root_ / folder;
    std::error_code error;
    std::vector<CatalogueEntry> found;
    fs::directory_iterator entry{path, error};
    for (; !error && entry != fs::directory_iterator{}; entry.increment(error)) {
        if (entry->path().extension() != ".yaml") continue;
        found.push_back(like);
        found.back().name = entry->path().stem().string();
        found.back().path = entry->path();
    }
    if (error)
        problems.add({.file = path.generic_string()},
                     fmt::format("cannot be read ({})", error.message()));
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.name < b.name; });
    for (auto& one : found) {
        auto const file = one.path.generic_string();
        auto const same =
            std::find_if(entries_.begin(), entries_.end(),
                         [&](CatalogueEntry const& other) { return other.name == one.name; });
        if (!is_name(one.name)) {
            problems.add({.file = file}, "a name is made of letters, digits, '_', '-' and '.'");
        } else if (same != entries_.end()) {
            problems.add({.file = file},
                         fmt::format("{} is the name of a {} already", quote(one.name), name_of(same->kind)));
        } else {
            entries_.push_back(std::move(one));
        }
    }
}

std::vector<CatalogueEntry> Catalogue::match(std::string_view given, Place place) const
{
    std::vector<CatalogueEntry> matches, variants;
    for (auto const& entry : entries_) {
        if (!may_stand(entry.kind, place)) continue;
        if (entry.name == given) return {entry};
        if (given.empty() || entry.name.compare(0, given.size(), given) != 0) continue;
        (entry.is_variant ? variants : matches).push_back(entry);
    }
    return matches.empty() ? variants : matches;
}

void Catalogue::report_unknown(std::string_view given, Place place, core::Position const& where,
                               core::Problems& problems) const
{
    auto const elsewhere = match(given, Place::either);
    if (elsewhere.size() == 1)
        return report_misplaced(elsewhere[0].name, elsewhere[0].kind, where, problems);
    std::vector<std::string> names;
    for (auto const& entry : entries_) {
        if (may_stand(entry.kind, place)) names.push_back(entry.name);
    }
    auto const what = place == Place::either
                          ? "regime or reform"
                          : name_of(place == Place::regime ? FileKind::regime : FileKind::reform);
    auto const nearest = core::nearest_name(given, names);
    problems.add(where, fmt::format("unknown {} {}", what, quote(std::string{given})),
                 nearest.empty()
                     ? fmt::format("there are {}; a file is given by a path with '/' or .yaml",
                                   fmt::join(names, ", "))
                     : fmt::format("did you mean '{}'?", nearest));
}

std::optional<ScenarioFile> Catalogue::find(std::string_view given, Place place,
                                            core::Position const& where,
                                            core::Problems& problems) const
{
    if (is_path(given)) return read_path(given, place, where, problems);
    auto const matches = match(given, place);
    if (matches.size() == 1) return read_entry(matches[0], problems);
    if (matches.empty()) {
        report_unknown(given, place, where, problems);
    } else {
        problems.add(where, fmt::format("{} is ambiguous", quote(std::string{given})),
                     fmt::format("it begins {}", fmt::join(list_names(matches), ", ")));
    }
    return std::nullopt;
}

std::optional<ScenarioFile> Catalogue::read_path(std::string_view given, Place place,
                                                 core::Position const& where,
                                                 core::Problems& problems) const
{
    fs::path const path{given};
    auto const known =
        std::find_if(entries_.begin(), entries_.end(), [&](CatalogueEntry const& entry) {
            std::error_code ignored;
            return fs::equivalent(entry.path, path, ignored);
        });
    auto file =
        known != entries_.end() ? read_entry(*known, problems) : read_own_file(path, problems);
    if (!file) return std::nullopt;
    if (!may_stand(file->kind, place)) {
        report_misplaced(std::string{given}, file->kind, where, problems);
        return std::nullopt;
    }
    if (known != entries_.end()) return file;
    auto const names = list_names(entries_);
    if (!is_name(file->name)) {
        problems.add({.file = path.generic_string()},
                     "rename this file: letters, digits, '_', '-' and '.' only");
        return std::nullopt;
    }
    if (std::find(names.begin(), names.end(), file->name) != names.end()) {
        problems.add(
            {.file = path.generic_string()},
            fmt::format("rename this file: {} is a name of the catalogue", quote(file->name)));
        return std::nullopt;
    }
    return file;
}

std::vector<ScenarioFile> Catalogue::find_ancestry(ScenarioFile regime,
                                                   core::Problems& problems) const
{
    std::vector<ScenarioFile> ancestry{std::move(regime)};
    while (ancestry.back().extends) {
        auto const& child = ancestry.back();
        auto given = child.extends->text;
        auto const where = child.extends->where;
        if (is_path(given)) given = (child.path.parent_path() / given).generic_string();
        auto parent = find(given, Place::regime, where, problems);
        if (!parent) break;
        bool const circle =
            std::any_of(ancestry.begin(), ancestry.end(), [&](ScenarioFile const& file) {
                std::error_code ignored;
                return fs::equivalent(file.path, parent->path, ignored);
            });
        if (circle) {
            problems.add(where, fmt::format("'extends' goes in a circle: {} comes back",
                                            quote(parent->name)));
            break;
        }
        ancestry.push_back(std::move(*parent));
    }
    std::reverse(ancestry.begin(), ancestry.end());
    return ancestry;
}

std::optional<fs::path> Catalogue::find_pack(Reference const& pack, fs::path const& regime,
                                             core::Problems& problems) const
{
    bool const by_path = pack.text.find('/') != std::string::npos;
    auto const folder = (by_path ? regime.parent_path() : root_) / pack.text;
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return folder.lexically_normal();
    std::vector<std::string> known;
    for (fs::directory_iterator entry{root_, ignored};
         !ignored && entry != fs::directory_iterator{}; entry.increment(ignored)) {
        auto const name = entry->path().filename().string();
        bool const ours =
            name == "parameters" || name == "regimes" || name == "reforms" || name == "studies" || name == "cases";
        if (entry->is_directory() && !ours) known.push_back(name);
    }
    std::sort(known.begin(), known.end());
    auto const nearest = by_path ? std::string{} : core::nearest_name(pack.text, known);
    problems.add(pack.where, fmt::format("there is no data pack {}", quote(pack.text)),
                 nearest.empty() ? fmt::format("looked for the folder {}",
                                               folder.lexically_normal().generic_string())
                                 : fmt::format("did you mean '{}'?", nearest));
    return std::nullopt;
}

std::optional<ScenarioFile> read_entry(CatalogueEntry const& entry, core::Problems& problems)
{
    return entry.kind == FileKind::regime ? read_regime(entry.path, problems)
                                          : read_reform(entry.path, problems);
}
}  // namespace concordat::scenario
