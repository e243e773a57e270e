#include "sim/config/source_reading.hpp"

#include <fmt/format.h>

#include <limits>

#include "sim/config/mapping_reader.hpp"
#include "sim/config/number_text.hpp"

namespace concordat::config
{
namespace
{
int read_line(std::string const& text, std::string const& what, core::Position const& where,
              core::Problems& problems)
{
    auto const line = read_integer(text).value;
    if (line && *line >= 1 && *line <= std::numeric_limits<int>::max())
        return static_cast<int>(*line);
    problems.add(where, fmt::format("'line' of {} = {} is not a line number (1, 2, ...)", what,
                                    quote(text)));
    return 0;
}

Source read_document_source(MappingReader& in, Node const& node, std::string const& what,
                            core::Problems& problems)
{
    Source source;
    source.title = in.text("title", Need::required).value_or("");
    source.seed = in.text("seed", Need::optional).value_or("");
    source.url = in.text("url", Need::optional).value_or("");
    if (auto const line = in.text("line", Need::optional)) {
        source.line = read_line(*line, what, node.find("line")->where, problems);
        if (node.find("seed") == nullptr) {
            problems.add(node.find("line")->where,
                         fmt::format("{} has a 'line' but no 'seed' that it counts in", what));
        }
    }
    return source;
}
}  // namespace

Source read_source(Node const& node, std::string const& what, Assumption assumption,
                   core::Problems& problems)
{
    if (assumption == Assumption::allowed && node.find("assumption") != nullptr) {
        MappingReader in{node, what, node.where, {"assumption"}, problems};
        return {.assumption = in.text("assumption", Need::required).value_or("")};
    }
    std::vector<std::string_view> keys{"title", "seed", "line", "url"};
    if (assumption == Assumption::allowed) keys.push_back("assumption");
    MappingReader in{node, what, node.where, keys, problems};
    return read_document_source(in, node, what, problems);
}

std::string show(Source const& source)
{
    if (!source.assumption.empty()) return "assumption: " + source.assumption;
    auto text = source.title;
    if (source.line > 0) {
        text += fmt::format(" ({}, line {})", source.seed, source.line);
    } else if (!source.seed.empty()) {
        text += fmt::format(" ({})", source.seed);
    }
    if (!source.url.empty()) text += ", " + source.url;
    return text;
}
}  // namespace concordat::config
