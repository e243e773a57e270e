#pragma once

#include <fmt/format.h>

#include <string>

#include "models/state/pack.hpp"

namespace concordat::test
{
/// Everything in a pack as text, for comparison.
inline std::string show(state::Pack const& pack)
{
    std::string out = pack.name + "\n";
    auto const number = [](double value) { return fmt::format(" {}", value); };
    for (auto const& r : pack.regions) out += r + ";";
    for (auto const& t : pack.area_types) out += t + ";";
    for (auto const& g : pack.subject_groups) out += g + ";";
    for (auto const& a : pack.areas) {
        out += "\n" + std::to_string(a.id) + a.name + a.code + std::to_string(a.region.index()) + std::to_string(a.type) +
               std::to_string(a.two_tier) + std::to_string(a.districts) + number(a.population) + number(a.deprivation);
        for (auto const n : a.neighbours) out += " " + std::to_string(n.index());
    }
    for (auto const& i : pack.indicators) {
        out += "\n" + std::to_string(i.number) + i.name + std::to_string(i.subject_group) +
               std::to_string(i.department.index()) + std::to_string(static_cast<int>(i.link)) +
               std::to_string(i.perception) + std::to_string(i.place_survey) + std::to_string(i.statutory) +
               std::to_string(static_cast<int>(i.polarity)) + std::to_string(i.published_count) + number(i.trend) +
               number(i.trend_spread) + number(i.noise) + number(i.natural_spread) + i.natural_unit +
               number(i.social_value);
    }
    for (auto const& d : pack.departments) out += "\n" + d.code + d.name;
    for (auto const& p : pack.partners) {
        out += "\n" + p.code + p.name + std::to_string(p.voice_only) + std::to_string(p.duty_to_cooperate) +
               std::to_string(p.two_tier_only) + number(p.reputation) + number(p.grant_dependence);
        for (auto const d : p.national_line) out += " " + std::to_string(d.index());
    }
    for (auto const& s : pack.named_spillovers) {
        out += "\n" + std::to_string(s.from.index()) + ">" + std::to_string(s.to.index()) + number(s.value);
    }
    for (Eigen::Index j = 0; j < pack.base_share.rows(); ++j) {
        out += "\n";
        for (Eigen::Index p = 0; p < pack.base_share.cols(); ++p) out += number(pack.base_share(j, p)) + " ";
    }
    for (Eigen::Index j = 0; j < pack.fitted_salience.size(); ++j) out += " " + number(pack.fitted_salience[j]);
    return out;
}

/// A table with its rows in the opposite order, the header first.
inline std::string reverse_rows(std::string const& text)
{
    auto const header_end = text.find('\n') + 1;
    std::string reversed;
    for (auto at = header_end; at < text.size();) {
        auto const end = text.find('\n', at) + 1;
        reversed.insert(0, text.substr(at, end - at));
        at = end;
    }
    return text.substr(0, header_end) + reversed;
}
}  // namespace concordat::test
