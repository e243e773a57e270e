#pragma once

#include "sim/config/document.hpp"
#include "sim/config/parameter.hpp"

namespace concordat::config
{
enum class Assumption
{
    allowed,
    refused
};

/// Reads {title, seed?, line?, url?} or {assumption: reason}.
/// \param what names the owner in messages, such as "source of parameter 'a.b.c'"
[[nodiscard]] Source read_source(Node const& node, std::string const& what, Assumption assumption,
                                 core::Problems& problems);

/// "Performance Art (2008), section 6.5 (ifg_performance_art.txt, line 4055)" or
/// "assumption: why".
[[nodiscard]] std::string show(Source const& source);
}  // namespace concordat::config
