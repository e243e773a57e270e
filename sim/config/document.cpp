#include "sim/config/document.hpp"

#include <fmt/format.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

#include "sim/config/text_file.hpp"
#include "sim/config/tree_builder.hpp"

namespace concordat::config
{
namespace
{
/// What the parser's usual complaints mean to somebody who edits a scenario.
constexpr std::array<std::pair<std::string_view, std::string_view>, 12> plain_words{{
    {"end of map not found", "this line does not fit the mapping around it; check the indentation"},
    {"illegal map value",
     "unexpected ':'; put text that holds ': ' in quotes, and check the indentation"},
    {"end of sequence not found",
     "this line does not fit the list around it; check the indentation"},
    {"end of sequence flow not found", "a '[' is not closed by ']'"},
    {"end of map flow not found", "a '{' is not closed by '}'"},
    {"illegal flow end", "a closing bracket has no opening one"},
    {"illegal EOF in scalar", "a quoted text is not closed"},
    {"illegal block entry", "unexpected '- '; check the indentation"},
    {"illegal map key", "unexpected '? '"},
    {"illegal document indicator in scalar", "a quoted text is not closed before '---' or '...'"},
    {"unknown token", "a value cannot begin with this character; put it in quotes"},
    {"unknown escape character: ",
     "unknown escape after '\\'; use single quotes for text with backslashes"},
}};

std::string explain(std::string const& message)
{
    for (auto const& [theirs, ours] : plain_words) {
        if (message.compare(0, theirs.size(), theirs) == 0)
            return fmt::format("not valid YAML: {}", ours);
    }
    return fmt::format("not valid YAML: {}", message);
}

/// With "\n" at the end of lines; nothing where a carriage return stands alone.
std::optional<std::string> normalise_lines(std::string const& file, std::string const& text,
                                           core::Problems& problems)
{
    std::string lines;
    lines.reserve(text.size());
    int line = 1;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') ++line;
        if (text[i] != '\r') {
            lines += text[i];
        } else if (i + 1 == text.size() || text[i + 1] != '\n') {
            problems.add({file, line},
                         "a carriage return stands alone; end lines with a line feed");
            return std::nullopt;
        }
    }
    return lines;
}

/// yaml-cpp takes some tabs at the start of lines for spaces and refuses others.
bool check_indentation(std::string const& file, std::string_view lines, core::Problems& problems)
{
    int line = 1;
    for (std::size_t start = 0; start < lines.size(); ++line) {
        auto const end = std::min(lines.find('\n', start), lines.size());
        auto const first = lines.substr(start, end - start).find_first_not_of(' ');
        if (first < end - start && lines[start + first] == '\t') {
            problems.add({file, line, static_cast<int>(first) + 1},
                         "a tab indents this line; use spaces");
            return false;
        }
        start = end + 1;
    }
    return true;
}

/// Refuses deep brackets before the parser sees them: it would queue all of them first. Brackets in
/// text count too, which no honest text notices.
bool check_brackets(std::string const& file, std::string_view lines, std::size_t limit,
                    core::Problems& problems)
{
    std::size_t depth = 0;
    int line = 1;
    for (char const c : lines) {
        if (c == '\n') ++line;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        if ((c == '[' || c == '{') && ++depth > limit) {
            problems.add({file, line},
                         fmt::format("brackets are nested more than {} levels deep", limit));
            return false;
        }
    }
    return true;
}

bool parse_events(std::string const& lines, TreeBuilder& builder, core::Problems& problems)
{
    std::istringstream in{lines};
    try {
        YAML::Parser parser{in};
        while (parser.HandleNextDocument(builder)) {
        }
    } catch (TreeBuilder::Stop const&) {
        return false;
    } catch (YAML::Exception const& error) {
        problems.add(builder.place(error.mark), explain(error.msg));
        return false;
    }
    return builder.is_faithful();
}
}  // namespace

Node const* Node::find(std::string_view key) const
{
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (keys[i].text == key) return &items[i];
    }
    return nullptr;
}

std::optional<Document> read_document(std::filesystem::path const& path, core::Problems& problems)
{
    auto text = read_text_file(path, problems);
    if (!text) return std::nullopt;
    return parse_document(path.generic_string(), std::move(*text), problems);
}

std::optional<Document> parse_document(std::string file, std::string text, core::Problems& problems,
                                       DocumentLimits limits)
{
    Document document{std::move(file), std::move(text), {}};
    auto const lines = normalise_lines(document.file, document.text, problems);
    if (!lines || !check_indentation(document.file, *lines, problems)) return std::nullopt;
    if (!check_brackets(document.file, *lines, limits.depth, problems)) return std::nullopt;
    TreeBuilder builder{document, *lines, limits, problems};
    if (!parse_events(*lines, builder, problems)) return std::nullopt;
    if (!builder.has_document() || document.root.kind == NodeKind::null) {
        problems.add({.file = document.file}, "the file is empty");
        return std::nullopt;
    }
    return document;
}

std::string_view describe(NodeKind kind)
{
    switch (kind) {
        case NodeKind::null:
            return "nothing";
        case NodeKind::scalar:
            return "text";
        case NodeKind::sequence:
            return "a list";
        case NodeKind::mapping:
            return "a mapping";
    }
    return "";
}
}  // namespace concordat::config
