#include "cli/scenario_choice.hpp"

#include <utility>

namespace concordat::cli
{
std::vector<scenario::Expression> parse_scenarios(std::vector<std::string> const& given,
                                                  Library const& library, BareReforms bare,
                                                  core::Problems& problems)
{
    std::vector<scenario::Expression> expressions;
    std::optional<scenario::Expression> base;
    for (std::size_t i = 0; i < given.size(); ++i) {
        bool const may_be_bare = i > 0 && bare == BareReforms::act_on_first;
        if (may_be_bare && !base) {
            // Without a base a bare reform cannot be judged; its name can.
            core::Problems about_name;
            scenario::check_first_name(given[i], library.catalogue, about_name);
            problems.append(about_name);
            continue;
        }
        auto expression = scenario::parse_expression(given[i], library.catalogue, problems,
                                                     may_be_bare ? &*base : nullptr);
        if (!expression) continue;
        if (i == 0) base = expression;
        expressions.push_back(std::move(*expression));
    }
    return expressions;
}

std::vector<scenario::Override> parse_sets(std::vector<std::string> const& given,
                                           core::Problems& problems)
{
    std::vector<scenario::Override> overrides;
    for (auto const& text : given) {
        if (auto one = scenario::parse_override(text, problems)) {
            overrides.push_back(std::move(*one));
        }
    }
    return overrides;
}
}  // namespace concordat::cli
