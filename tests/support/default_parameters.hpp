#pragma once

#include "sim/config/parameter_file.hpp"

namespace concordat::support
{
/// The parameters as the project ships them. \throws core::InputError if any is wrong
inline config::ParameterTable load_default_parameters()
{
    core::Problems problems;
    auto table = config::load_parameters(CONCORDAT_SOURCE_DIR "/scenarios/parameters", problems);
    problems.throw_if_any();
    return table;
}
}  // namespace concordat::support
