#pragma once

#include <functional>
#include <optional>
#include <string>

#include "sim/config/parameter.hpp"
#include "sim/core/problem.hpp"

namespace concordat::cli
{
/// What the program writes into a region; nothing where the mark is none of the writer's, or is wrong, which the
/// writer has reported.
using WriteRegion = std::function<std::optional<std::string>(std::string const& mark, core::Position const& where)>;

/// \param file names the document in messages
/// \returns the text with every region that `write` knows written anew; regions with a problem stay as they were
[[nodiscard]] std::string fill_regions(std::string const& text, std::string const& file, WriteRegion const& write,
                                       core::Problems& problems);

/// A document with the program's own tables in it, so that what people read cannot drift from what
/// the program does. Between a line `<!-- KIND -->` and the next line `<!-- end -->` stands what
/// the program wrote:
///
///     parameters: PREFIX   every parameter whose path is PREFIX or begins with `PREFIX.`
///     assumptions          what is judged and not known, by reliability
///     steps                the steps of a round
///     outcomes             what is recorded
///
/// \param file names the document in messages
/// \param defaults of parameters that are a scenario's (document_tables.hpp); else nullptr
/// \returns the text with every region written anew; regions with a problem stay as they were
[[nodiscard]] std::string fill_regions(std::string const& text, std::string const& file,
                                       config::ParameterTable const& parameters,
                                       core::Problems& problems,
                                       config::ParameterTable const* defaults = nullptr);
}  // namespace concordat::cli
