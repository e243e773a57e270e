#pragma once

#include <vector>

#include "analysis/report/report_facts.hpp"

namespace concordat::cli
{
/// Which of the model's outcomes a report shows together.
[[nodiscard]] std::vector<report::ThemeFact> list_report_themes();
}  // namespace concordat::cli
