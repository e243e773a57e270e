#pragma once

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <vector>

#include "models/state/pack.hpp"

namespace concordat::test
{
/// Everything in a pack as text, for comparison.
inline std::string show(state::Pack const& pack)
{
    auto out = fmt::format("{}\n{}\n{}\n{}\n", pack.name, fmt::join(pack.regions, ";"), fmt::join(pack.area_types, ";"),
                           fmt::join(pack.subject_groups, ";"));
    auto const to = std::back_inserter(out);
    for (auto const& a : pack.areas) {
        fmt::format_to(to, "\n{} {} {} {} {} {} {} {} {}:", a.id, a.name, a.code, a.region.index(), a.type, a.two_tier,
                       a.districts, a.population, a.deprivation);
        for (auto const n : a.neighbours) fmt::format_to(to, " {}", n.index());
    }
    for (auto const& i : pack.indicators) {
        fmt::format_to(to, "\n{} {} {} {} {} {} {} {} {} {} {} {} {} {} {} {}", i.number, i.name, i.subject_group,
                       i.department.index(), static_cast<int>(i.link), i.perception, i.place_survey, i.statutory,
                       static_cast<int>(i.polarity), i.published_count, i.trend, i.trend_spread, i.noise, i.natural_spread,
                       i.natural_unit, i.social_value);
    }
    for (auto const& i : pack.indicators) fmt::format_to(to, "\n{}", i.service_agreement);
    for (auto const& a : pack.service_agreements) {
        fmt::format_to(to, "\n{} {} {} {}:", a.number, a.title, a.lead.index(), a.priority);
        for (auto const d : a.contributors) fmt::format_to(to, " {}", d.index());
    }
    for (auto const& d : pack.departments) fmt::format_to(to, "\n{} {}", d.code, d.name);
    for (auto const& p : pack.partners) {
        fmt::format_to(to, "\n{} {} {} {} {} {} {}:", p.code, p.name, p.voice_only, p.duty_to_cooperate, p.reputation,
                       p.grant_dependence, p.two_tier_only);
        for (auto const d : p.national_line) fmt::format_to(to, " {}", d.index());
    }
    for (auto const& s : pack.named_spillovers) {
        fmt::format_to(to, "\n{} to {}: {}", s.from.index(), s.to.index(), s.value);
    }
    for (Eigen::Index j = 0; j < pack.base_share.rows(); ++j) {
        fmt::format_to(to, "\n");
        for (Eigen::Index p = 0; p < pack.base_share.cols(); ++p) fmt::format_to(to, "{} ", pack.base_share(j, p));
    }
    for (Eigen::Index j = 0; j < pack.fitted_salience.size(); ++j) fmt::format_to(to, " {}", pack.fitted_salience[j]);
    for (Eigen::Index j = 0; j < pack.recession_effect.size(); ++j) fmt::format_to(to, " {}", pack.recession_effect[j]);
    return out;
}

/// A table with its rows in the opposite order, the header first.
inline std::string reverse_rows(std::string const& text)
{
    auto const header_end = text.find('\n') + 1;
    std::vector<std::string> rows;
    for (auto at = header_end; at < text.size();) {
        auto const end = text.find('\n', at) + 1;
        rows.push_back(text.substr(at, end - at));
        at = end;
    }
    return fmt::format("{}{}", text.substr(0, header_end), fmt::join(rows.rbegin(), rows.rend(), ""));
}
}  // namespace concordat::test
