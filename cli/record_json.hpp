#pragma once

#include <nlohmann/json_fwd.hpp>

#include "sim/config/parameter.hpp"

namespace concordat::cli
{
/// Values keep their type; an infinite one is the text ".inf" or "-.inf".
[[nodiscard]] nlohmann::ordered_json value_to_json(config::Value const& value);
/// \throws std::exception if it is no value of that type
[[nodiscard]] config::Value value_from_json(nlohmann::ordered_json const& json,
                                            config::ParameterType type);

[[nodiscard]] nlohmann::ordered_json source_to_json(config::Source const& source);

/// A parameter with its unit, range and source, as it stands in its file.
[[nodiscard]] nlohmann::ordered_json record_to_json(config::ParameterRecord const& record);
[[nodiscard]] config::ParameterRecord record_from_json(nlohmann::ordered_json const& json);

/// The value that a scenario gives a parameter, and who changed it why.
[[nodiscard]] nlohmann::ordered_json change_to_json(config::ParameterRecord const& record);
void apply_change_from_json(nlohmann::ordered_json const& json, config::ParameterTable& table);
}  // namespace concordat::cli
