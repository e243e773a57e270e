#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

namespace concordat::cli
{
/// A part of an effect: a change of the reform, or a mechanism of the model.
struct EffectPart
{
    std::string name{};    ///< path of a parameter, or name of a channel
    std::string title{};   ///< for people
    std::string detail{};  ///< what its presence or absence means
};

/// One way of taking an effect apart: which scenarios of the study show which parts together.
struct EffectSplit
{
    std::string kind{};  ///< changes or mechanisms
    std::vector<EffectPart> parts{};
    /// [n_coalition] baseline and reform with the parts of a coalition, as [index] of scenarios; in the
    /// order of decompose::list_coalitions
    std::vector<std::pair<std::size_t, std::size_t>> runs{};
};

/// What a decomposition asks of its study.
struct DecompositionRecord
{
    std::size_t baseline{};  ///< [index] of a scenario
    std::size_t reform{};    ///< [index] of a scenario
    std::vector<std::string> outcomes{};
    std::vector<EffectSplit> splits{};
};

[[nodiscard]] nlohmann::ordered_json decomposition_to_json(DecompositionRecord const& record);
/// \throws std::exception if the JSON is no such object
[[nodiscard]] DecompositionRecord decomposition_from_json(nlohmann::ordered_json const& json);
}  // namespace concordat::cli
