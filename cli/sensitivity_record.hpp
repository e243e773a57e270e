#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace concordat::cli
{
enum class SensitivityMethod
{
    morris,  ///< elementary effects: which assumptions matter at all, for few runs
    sobol    ///< shares of the variance: how much, alone and with others
};

/// An assumption that is moved.
struct MovedAssumption
{
    std::string path{};
    std::string label{};   ///< for tables and charts
    std::string values{};  ///< "0.3 to 0.8", or words
    std::string reason{};  ///< why it is uncertain; may be empty
};

/// What a sensitivity analysis asks of its study; the design points stand in the study's design.
struct SensitivityRecord
{
    SensitivityMethod method{SensitivityMethod::morris};
    std::size_t base{};         ///< [count] trajectories, or base points
    std::uint64_t seed{1};      ///< of the design's points, not of luck
    std::vector<MovedAssumption> assumptions{};
    std::vector<std::string> outcomes{};
};

[[nodiscard]] char const* name_of(SensitivityMethod method);
[[nodiscard]] nlohmann::ordered_json sensitivity_to_json(SensitivityRecord const& record);
/// \throws std::exception if the JSON is no such object
[[nodiscard]] SensitivityRecord sensitivity_from_json(nlohmann::ordered_json const& json);
}  // namespace concordat::cli
