#pragma once

#include <string>

#include "cli/answer.hpp"

namespace concordat::cli
{
/// The answer of `decompose` for a person: a table and a waterfall of text for every outcome.
[[nodiscard]] std::string write_decomposition_text(Answer const& answer);

/// The same for a program: one JSON object whose members docs/methods/program.md lists.
[[nodiscard]] std::string write_decomposition_json(Answer const& answer);
}  // namespace concordat::cli
