#include "cli/null_test.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "cli/model_set.hpp"

namespace concordat::cli
{
namespace
{
/// The scenario that runs first, and the baseline as a reform of itself.
StudyRequest make_request(StudyRequest const& request, StudyScenario const& other, StudyScenario baseline)
{
    StudyRequest own{.version = request.version,
                     .command = request.command,
                     .groupings = request.groupings,
                     .pack = request.pack,
                     .from_state = request.from_state,
                     .parameters = request.parameters,
                     .scenarios = {other, std::move(baseline)},
                     .ensemble = request.ensemble};
    own.scenarios.front().baseline = 1;
    own.scenarios.back().baseline = 1;
    own.scenarios.back().title += " + no change";
    return request_from_json(request_to_json(own));
}

/// A scenario that is compared, the last one: [index], or nothing.
std::optional<std::size_t> find_compared(StudyRequest const& request)
{
    for (std::size_t s = request.scenarios.size(); s-- > 0;) {
        if (request.scenarios[s].baseline != s) return s;
    }
    return std::nullopt;
}
}  // namespace

std::optional<compare::NullReform> test_null_reform(StudyRequest const& request, store::StudyReader const& study)
{
    auto const compared = find_compared(request);
    if (!compared || study.replicates().empty()) return std::nullopt;
    auto const& reform = request.scenarios[*compared];
    auto const& baseline = request.scenarios[reform.baseline];
    ModelSet const models{make_request(request, reform, baseline)};
    auto const worker = make_worker_factory(models, study.plan().seed)();
    auto const replicate = study.replicates().front();
    // A cell that fails leaves its row without values, and so differs from what is stored.
    std::vector<double> again(study.plan().row_size(), std::numeric_limits<double>::quiet_NaN());
    try {
        for (std::uint32_t scenario = 0; scenario < 2; ++scenario) worker->run({replicate, scenario}, again);
    } catch (std::exception const&) {
        std::fill(again.begin(), again.end(), std::numeric_limits<double>::quiet_NaN());
    }
    auto result = compare::compare_rows(study.plan().schema, study.row(0, reform.baseline), again);
    result.baseline = baseline.name;
    result.replicate = replicate;
    return result;
}

std::string describe_failure(compare::NullReform const& result)
{
    return fmt::format(
        "the null reform failed: {}, run again in replicate {} as a reform that changes nothing, differs from itself in "
        "{} of {} results; the first is {}\n"
        "    differences between scenarios cannot be trusted: this is a mistake in the program, please report it\n",
        result.baseline, result.replicate, result.different, result.columns, result.first_difference);
}
}  // namespace concordat::cli
