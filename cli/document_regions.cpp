#include "cli/document_regions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "cli/document_tables.hpp"
#include "cli/option_values.hpp"

namespace concordat::cli
{
namespace
{
constexpr std::string_view opening = "<!-- ";
constexpr std::string_view closing = " -->";
constexpr std::string_view end_mark = "end";
constexpr std::string_view parameters_mark = "parameters: ";

/// What stands between the signs of a comment that fills its line; nothing for any other line.
std::optional<std::string> read_mark(std::string_view line)
{
    if (line.size() < opening.size() + closing.size()) return std::nullopt;
    if (line.substr(0, opening.size()) != opening) return std::nullopt;
    if (line.substr(line.size() - closing.size()) != closing) return std::nullopt;
    return std::string{
        line.substr(opening.size(), line.size() - opening.size() - closing.size())};
}

std::vector<std::string> split_lines(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Folders and groups that a region may name.
std::vector<std::string> list_prefixes(config::ParameterTable const& parameters)
{
    std::vector<std::string> prefixes;
    for (auto const& [path, record] : parameters) {
        for (auto const& prefix : {path.substr(0, path.find('.')), path.substr(0, path.rfind('.'))}) {
            if (prefixes.empty() || prefixes.back() != prefix) prefixes.push_back(prefix);
        }
    }
    return prefixes;
}

/// Writes the regions of one document.
class RegionWriter
{
  public:
    RegionWriter(std::string const& file, WriteRegion const& write, core::Problems& problems)
        : file_{file}, write_{write}, problems_{problems}
    {
    }

    std::string fill(std::vector<std::string> const& lines)
    {
        std::string out;
        for (std::size_t at = 0; at < lines.size(); ++at) {
            out += lines[at] + "\n";
            auto const mark = read_mark(lines[at]);
            if (!mark) continue;
            if (*mark == end_mark) report(at, "this region ends without having begun");
            auto const content = write_(*mark, place(at));
            if (!content) continue;
            auto const end = find_end(lines, at);
            if (end == lines.size()) {
                report(at, fmt::format("the region '{}' has no line '<!-- end -->'", *mark));
                continue;
            }
            out += *content + lines[end] + "\n";
            at = end;
        }
        return out;
    }

  private:
    [[nodiscard]] core::Position place(std::size_t line) const
    {
        return {.file = file_, .line = static_cast<int>(line) + 1, .column = 1};
    }

    void report(std::size_t line, std::string message) { problems_.add(place(line), std::move(message)); }

    /// The line that ends the region; past the last where another one begins or none ends.
    static std::size_t find_end(std::vector<std::string> const& lines, std::size_t from)
    {
        for (auto at = from + 1; at < lines.size(); ++at) {
            if (auto const mark = read_mark(lines[at])) return *mark == end_mark ? at : lines.size();
        }
        return lines.size();
    }

    std::string const& file_;
    WriteRegion const& write_;
    core::Problems& problems_;
};
}  // namespace

std::string fill_regions(std::string const& text, std::string const& file, WriteRegion const& write, core::Problems& problems)
{
    return RegionWriter{file, write, problems}.fill(split_lines(text));
}

std::string fill_regions(std::string const& text, std::string const& file,
                         config::ParameterTable const& parameters, core::Problems& problems,
                         config::ParameterTable const* defaults)
{
    auto const write = [&](std::string const& mark, core::Position const& where) -> std::optional<std::string> {
        if (mark == "steps") return write_steps();
        if (mark == "outcomes") return write_outcome_rows();
        if (mark == "assumptions") return write_assumption_rows(parameters, defaults);
        if (mark.rfind(parameters_mark, 0) != 0) return std::nullopt;
        auto const prefix = mark.substr(parameters_mark.size());
        auto rows = write_parameter_rows(parameters, prefix, defaults);
        if (!rows.empty()) return rows;
        problems.add(where, fmt::format("no parameter's path begins with {}", config::quote(prefix)),
                     suggest(prefix, list_prefixes(parameters)));
        return std::nullopt;
    };
    return fill_regions(text, file, write, problems);
}
}  // namespace concordat::cli
