#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "cli/validation_findings.hpp"

namespace concordat::cli
{
/// How the model stands to what is known of it.
struct ValidationAnswer
{
    ValidationPlan const& plan;
    std::vector<std::vector<ValidationFinding>> const& findings;  ///< shape [behaviour][row]
    std::size_t replicates{};  ///< [count] that are complete
};

/// For a person: a table for each section, and how many facts hold.
[[nodiscard]] std::string write_validation_text(ValidationAnswer const& answer);
/// validation.csv: a row for each fact and rule of behaviour.
[[nodiscard]] std::string write_validation_table(ValidationAnswer const& answer);
/// validation.md: the tables as a page has them.
[[nodiscard]] std::string write_validation_page(ValidationAnswer const& answer);
}  // namespace concordat::cli
