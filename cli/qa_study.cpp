#include "cli/qa_study.hpp"

#include <fmt/format.h>

#include "cli/findings.hpp"

namespace concordat::cli
{
std::vector<NamedRound> name_rounds(StudyRequest const& request)
{
    std::vector<NamedRound> list;
    for (std::size_t s = 0; s < request.scenarios.size(); ++s) {
        auto const& one = request.scenarios[s];
        auto name = short_name(request, s);
        if (!one.design_point.empty()) name += fmt::format(" at point {}", one.design_point);
        for (std::size_t k = 0; k < one.rounds.size(); ++k) {
            auto const round = one.rounds.size() == 1 ? std::string{} : fmt::format(", round {}: {}", k + 1, one.rounds[k].name);
            list.push_back({name + round, s, k});
        }
    }
    return list;
}
}  // namespace concordat::cli
