#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <utility>
#include <vector>

namespace concordat::cli
{
/// What a study file says beside its runs, so that answers and reports can say what was asked.
struct StudyDescription
{
    std::string name{};
    std::string file{};  ///< as the user named it
    std::string title{};
    std::string question{};
    std::string source{};                 ///< in a line; may be empty
    std::string notes{};                  ///< may be empty
    std::vector<std::string> outcomes{};  ///< that answers show; empty: the usual ones
};

/// A design point as results name it by its number.
struct DesignPointRecord
{
    int number{};
    std::string name{};                                         ///< may be empty
    std::vector<std::pair<std::string, std::string>> values{};  ///< path and value, in the design's order
};

/// The design of a study.
struct DesignRecord
{
    std::string kind{};  ///< table, grid, list, zip or sample
    bool fixed_baseline{};  ///< one baseline without the points' values, and not one at each point
    std::vector<DesignPointRecord> points{};
};

[[nodiscard]] nlohmann::ordered_json description_to_json(StudyDescription const& study);
/// \throws std::exception if the JSON is no such object
[[nodiscard]] StudyDescription description_from_json(nlohmann::ordered_json const& json);
[[nodiscard]] nlohmann::ordered_json design_to_json(DesignRecord const& design);
[[nodiscard]] DesignRecord design_from_json(nlohmann::ordered_json const& json);
}  // namespace concordat::cli
