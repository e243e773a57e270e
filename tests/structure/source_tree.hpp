#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace concordat::test
{
inline std::filesystem::path project_folder() { return CONCORDAT_SOURCE_DIR; }

inline std::string read_text(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// A source with its lines as they stand, and the same lines without comments and texts.
struct SourceFile
{
    std::string path{};    ///< from the project's root, with '/'
    std::string folder{};  ///< "sim/core", "models/delivery", "cli", "tests/sim/core"
    std::vector<std::string> lines{};
    std::vector<std::string> code{};

    [[nodiscard]] bool is_header() const { return path.ends_with(".hpp"); }
    [[nodiscard]] std::string stem() const { return std::filesystem::path{path}.stem().string(); }
    [[nodiscard]] bool under(std::string_view parent) const { return path.starts_with(std::string{parent} + "/"); }
    [[nodiscard]] std::string at(std::size_t line) const { return path + ":" + std::to_string(line + 1); }
};

inline std::vector<std::string> split_lines(std::string const& text)
{
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find('\n', at), text.size());
        lines.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return lines;
}

/// Blanks out comments and what stands between quotes; raw texts too. Line breaks stay.
inline std::string strip_words(std::string const& text)
{
    std::string out;
    auto const skip = [&](std::size_t from, std::size_t to) {
        for (auto k = from; k < std::min(to, text.size()); ++k) out += text[k] == '\n' ? '\n' : ' ';
        return to;
    };
    auto const past = [&](std::string_view what, std::size_t from) {
        auto const found = text.find(what, from);
        return found == std::string::npos ? text.size() : found + what.size();
    };
    for (std::size_t at = 0; at < text.size();) {
        if (text.compare(at, 2, "//") == 0) {
            at = skip(at, std::min(text.find('\n', at), text.size()));
        } else if (text.compare(at, 2, "/*") == 0) {
            at = skip(at, past("*/", at + 2));
        } else if (text.compare(at, 2, "R\"") == 0) {
            auto const open = text.find('(', at);
            std::string close{")"};
            close.append(text, at + 2, open - at - 2).append("\"");
            at = skip(at, past(close, open));
        } else if (text.compare(at, 3, "'\"'") == 0) {
            at = skip(at, at + 3);
        } else if (text[at] == '"') {
            auto end = at + 1;
            while (end < text.size() && text[end] != '"' && text[end] != '\n') end += text[end] == '\\' ? 2 : 1;
            at = skip(at, end + 1);
        } else {
            out += text[at++];
        }
    }
    return out;
}

/// Every header and source below the top folders, in the order of their paths.
inline std::vector<SourceFile> const& source_files()
{
    static std::vector<SourceFile> const all = [] {
        std::vector<SourceFile> found;
        for (std::string const top : {"analysis", "cli", "models", "sim", "tests"}) {
            if (!std::filesystem::exists(project_folder() / top)) continue;
            for (auto const& entry : std::filesystem::recursive_directory_iterator{project_folder() / top}) {
                auto const ending = entry.path().extension();
                if (ending != ".hpp" && ending != ".cpp") continue;
                auto const relative = std::filesystem::relative(entry.path(), project_folder());
                auto const text = read_text(entry.path());
                found.push_back({.path = relative.generic_string(),
                                 .folder = relative.parent_path().generic_string(),
                                 .lines = split_lines(text),
                                 .code = split_lines(strip_words(text))});
            }
        }
        std::sort(found.begin(), found.end(), [](auto const& a, auto const& b) { return a.path < b.path; });
        return found;
    }();
    return all;
}

/// What a file includes: the names between quotes and those between angle brackets.
struct Includes
{
    std::vector<std::string> own{};
    std::vector<std::string> foreign{};
};

inline Includes includes_of(SourceFile const& file)
{
    static std::regex const pattern{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    Includes found;
    for (auto const& line : file.lines) {
        std::smatch match;
        if (!std::regex_search(line, match, pattern)) continue;
        (match[1] == "<" ? found.foreign : found.own).push_back(match[2]);
    }
    return found;
}

/// "path:line: code" of every line whose code matches.
inline std::vector<std::string> find_lines(SourceFile const& file, std::regex const& pattern)
{
    std::vector<std::string> found;
    for (std::size_t k = 0; k < file.code.size(); ++k) {
        if (std::regex_search(file.code[k], pattern)) found.push_back(file.at(k) + ": " + file.lines[k]);
    }
    return found;
}

inline std::string join(std::vector<std::string> const& lines)
{
    std::string out;
    for (auto const& line : lines) out += "\n  " + line;
    return out;
}

/// Folders of the policy model whose members are mechanisms.
inline std::vector<std::string> const& mechanism_folders()
{
    static std::vector<std::string> const names{
        "models/population", "models/whitehall",   "models/demands", "models/selection", "models/levels",   "models/incentives", "models/behaviour",
        "models/delivery",   "models/inspection", "models/measurement", "models/gaming", "models/politics", "models/learning", "models/welfare"};
    return names;
}
}  // namespace concordat::test
