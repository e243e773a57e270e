#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sim/store/schema.hpp"

namespace concordat::store
{
/// How a scenario is called in the results.
struct ScenarioLabel
{
    std::string name{};
    std::string design_point{};  ///< empty unless the study has a design
};

/// What a study is: everything that has to be known to go on with it. Kept as `plan.json`.
struct StudyPlan
{
    std::vector<ScenarioLabel> scenarios{};
    Schema schema{};
    std::uint64_t seed{};             ///< master seed of all streams
    std::uint32_t first_replicate{};  ///< [index]
    std::uint32_t replicates{};       ///< [count] wanted
    std::string request{"{}"};        ///< JSON object of the caller: command, scenario texts, options

    [[nodiscard]] std::uint32_t end_replicate() const { return first_replicate + replicates; }
    [[nodiscard]] std::size_t row_size() const { return schema.column_count(); }  ///< [doubles per cell]
    /// [doubles per replicate] shape [n_scenario, n_column]
    [[nodiscard]] std::size_t replicate_size() const { return scenarios.size() * row_size(); }
    [[nodiscard]] bool has_design_points() const;
};

[[nodiscard]] std::string plan_to_json(StudyPlan const& plan);
/// \throws StorageError naming `file` if the text is not a plan of this version
[[nodiscard]] StudyPlan plan_from_json(std::string_view text, std::filesystem::path const& file);

/// 64 bits that tell the blocks of this study from those of any other: scenarios, schema, seed, first replicate.
[[nodiscard]] std::uint64_t fingerprint(StudyPlan const& plan);
}  // namespace concordat::store
