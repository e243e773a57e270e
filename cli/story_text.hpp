#pragma once

#include <string>

#include "models/story/story.hpp"

namespace concordat::cli
{
/// A story for a person: chapters with their passages indented below.
[[nodiscard]] std::string write_story(story::Story const& story);

/// Two stories of one area: what is the same once and over the whole width, what differs in two
/// columns with `|` between them, `<` where only the left one has it, `>` where only the right.
[[nodiscard]] std::string write_stories(story::Story const& left, story::Story const& right);
}  // namespace concordat::cli
