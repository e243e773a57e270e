#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "cli/requests.hpp"
#include "cli/study_request.hpp"
#include "cli/validation_series.hpp"
#include "models/scenario/validation_file.hpp"
#include "models/state/pack.hpp"
#include "sim/core/problem.hpp"
#include "sim/store/schema.hpp"

namespace concordat::cli
{
/// What a fact says of the model.
enum class FactUse
{
    held_out,   ///< nothing was fitted to it
    implied,    ///< not fitted itself, but what was fitted implies it
    fitted,     ///< a fact of the calibration
    prediction  ///< not known
};
[[nodiscard]] char const* name_of(FactUse use);

/// A fact in one scenario.
struct ValidationRow
{
    std::string name{};
    std::string section{};
    FactUse use{FactUse::held_out};
    scenario::MeasuredQuantity quantity{};
    scenario::Knowledge knowledge{};
    double low{};   ///< [unit of the quantity] the value, the bound or the lower end; of a fitted value that of its 90 % interval
    double high{};  ///< the upper end
    double known{};  ///< the value itself
    std::string published{};  ///< in words; may be empty
    std::string source{};
};

/// Everything that decides the result of a validation.
struct ValidationPlan
{
    std::vector<ValidationRow> rows{};
    std::vector<SeriesFinding> series{};  ///< published ones beside the file, which need no run
    std::vector<std::string> names{};  ///< [scenario] as facts call them
    StudyRequest request{};            ///< the file's scenarios in its order, once for each behaviour
    std::uint32_t replicates{};        ///< [count]
    std::uint64_t seed{};

    /// Rules of behaviour; one empty name where scenarios have their own.
    [[nodiscard]] std::vector<std::string> behaviours() const;
    /// [index] of a scenario of the request
    [[nodiscard]] std::size_t find_scenario(std::string const& name, std::size_t behaviour) const;
};

/// Reads facts and scenarios; all that is wrong is added to `problems`.
[[nodiscard]] ValidationPlan plan_validation(ValidateModelCommand const& command, core::Problems& problems);

/// Reports groups that the results do not have, and curves that the pack has not published.
void check_groups(ValidationPlan const& plan, store::Schema const& schema, state::Pack const& pack, core::Problems& problems);
}  // namespace concordat::cli
