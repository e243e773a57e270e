#include "cli/reform_list.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "cli/source_text.hpp"
#include "cli/text_layout.hpp"

namespace concordat::cli
{
namespace
{
using scenario::ScenarioFile;

std::string key_of(ScenarioFile const& file)
{
    if (!file.implements) return {};
    return file.implements->seed.empty() ? file.implements->title : file.implements->seed;
}

int line_of(ScenarioFile const& file) { return file.implements ? file.implements->line : 0; }

/// What all titles begin with, up to a comma or a colon.
std::string write_heading(std::vector<ScenarioFile const*> const& reforms)
{
    if (!reforms.front()->implements) return "Without a document";
    std::string common = reforms.front()->implements->title;
    for (auto const* reform : reforms) {
        auto const& title = reform->implements->title;
        auto const [here, there] = std::mismatch(common.begin(), common.end(), title.begin(), title.end());
        if (here != common.end() || there != title.end()) common.erase(here, common.end());
        while (!common.empty() && common.size() < title.size() && title[common.size()] != ',' && title[common.size()] != ':') {
            auto const cut = common.find_last_of(",:");
            common.erase(cut == std::string::npos ? 0 : cut);
        }
    }
    return common.empty() ? key_of(*reforms.front()) : common;
}

std::string write_reform(ScenarioFile const& file, Telling telling)
{
    auto text = fmt::format("  {}\n{}", file.name, wrap(file.title, "      "));
    if (telling == Telling::in_short) text += wrap(file.claim, "      ");
    if (file.implements) text += wrap(write_source(*file.implements), "      ");
    return text;
}
}  // namespace

std::vector<ReformGroup> group_reforms(std::vector<ScenarioFile> const& files)
{
    std::vector<ReformGroup> groups;
    for (auto const& file : files) {
        if (file.kind != scenario::FileKind::reform) continue;
        auto const known = std::find_if(groups.begin(), groups.end(), [&](ReformGroup const& group) {
            return key_of(*group.reforms.front()) == key_of(file);
        });
        auto& group = known != groups.end() ? *known : groups.emplace_back();
        group.reforms.push_back(&file);
    }
    for (auto& group : groups) {
        std::stable_sort(group.reforms.begin(), group.reforms.end(),
                         [](auto const* a, auto const* b) { return line_of(*a) < line_of(*b); });
        group.heading = write_heading(group.reforms);
    }
    std::stable_partition(groups.begin(), groups.end(),
                          [](ReformGroup const& group) { return group.reforms.front()->implements.has_value(); });
    return groups;
}

std::string write_reforms(std::vector<ScenarioFile> const& files, Telling telling)
{
    std::string text;
    for (auto const& group : group_reforms(files)) {
        text += fmt::format("{}{}\n", text.empty() ? "" : "\n", group.heading);
        for (auto const* reform : group.reforms) text += write_reform(*reform, telling);
    }
    return text;
}
}  // namespace concordat::cli
