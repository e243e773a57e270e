#pragma once

#include <string>

namespace concordat::cli
{
/// The Markdown text with links into the project's documents as plain words, "[text](methods/cycle.md)" as
/// "text (docs/methods/cycle.md)", so that the text can be read away from them. Addresses in the net and
/// anchors within the text stay links.
[[nodiscard]] std::string write_plain_links(std::string const& text);
}  // namespace concordat::cli
