#include "cli/source_text.hpp"

#include <fmt/format.h>

#include <filesystem>

namespace concordat::cli
{
std::string write_source(config::Source const& source)
{
    if (!source.assumption.empty()) return "assumption: " + source.assumption;
    auto text = source.title;
    if (!source.seed.empty() && source.line > 0) {
        text += fmt::format(" ({}, line {})", source.seed, source.line);
    } else if (!source.seed.empty()) {
        text += fmt::format(" ({})", source.seed);
    }
    if (!source.url.empty()) text += " " + source.url;
    return text;
}

std::string write_position(core::Position const& where)
{
    std::error_code ignored;
    auto const here = std::filesystem::current_path(ignored).generic_string() + "/";
    auto const file = where.file.rfind(here, 0) == 0 ? where.file.substr(here.size()) : where.file;
    if (where.line == 0) return file;
    return fmt::format("{}:{}:{}", file, where.line, where.column);
}

std::string write_value(config::Value const& value, std::string const& unit)
{
    auto const text = config::show(value);
    return unit.empty() || unit == "1" ? text : text + " " + unit;
}
}  // namespace concordat::cli
