#include "models/delivery/technology.hpp"

#include <algorithm>

#include "sim/core/check.hpp"

namespace concordat::delivery
{
Technology::Technology(state::Pack const& pack, double council_share, LineScope lines)
    : partners_{static_cast<int>(pack.partner_count())},
      indicators_{static_cast<int>(pack.indicator_count())},
      departments_{static_cast<int>(pack.departments.size())},
      partner_{pack.partners}
{
    core::require(partners_ >= 1 && partners_ <= max_partners, "a pack has 1 to 16 partners");
    auto const size = static_cast<std::size_t>(2 * indicators_ * partners_);
    share_.assign(size, 0.0);
    split_.assign(size, 0.0);
    national_.assign(static_cast<std::size_t>(indicators_ * partners_), 0);
    for (int j = 0; j < indicators_; ++j) {
        auto const& indicator = pack.indicators[j];
        department_.push_back(indicator.department.index());
        bool const in_scope = lines == LineScope::all_indicators ||
                              indicator.link == state::NationalLink::public_service_agreement;
        for (int p = 0; p < partners_; ++p) {
            auto const& line = pack.partners[p].national_line;
            bool const covered = std::find(line.begin(), line.end(), indicator.department) != line.end();
            national_[static_cast<std::size_t>(j * partners_ + p)] = covered && in_scope ? 1 : 0;
            double const given = pack.base_share(j, p);
            share_[at(1, j, p)] = given;
            share_[at(0, j, pack.partners[p].two_tier_only ? 0 : p)] += given;
        }
        for (int tier = 0; tier < 2; ++tier) {
            double others = 0.0;
            for (int p = 1; p < partners_; ++p) others += share_[at(tier, j, p)];
            split_[at(tier, j, 0)] = others > 0.0 ? council_share : 1.0;
            for (int p = 1; p < partners_ && others > 0.0; ++p) {
                split_[at(tier, j, p)] = (1.0 - council_share) * share_[at(tier, j, p)] / others;
            }
        }
        std::uint32_t bits = 0;
        for (int p = 0; p < partners_; ++p) {
            if (share_[at(0, j, p)] > 0.0 || share_[at(1, j, p)] > 0.0) {
                producer_.push_back(p);
                pair_share_.push_back({share_[at(0, j, p)], share_[at(1, j, p)]});
                bits |= 1U << p;
            }
        }
        pairs_before_.push_back(producer_.size());
        bits_.push_back(bits);
    }
    list_partners();
}

void Technology::list_partners()
{
    for (int d = 0; d < departments_; ++d) {
        std::uint32_t bits = 0;
        for (int j = 0; j < indicators_; ++j) bits |= department_[j] == d ? bits_[j] : 0;
        auto& list = partners_of_.emplace_back();
        for (int p = 0; p < partners_; ++p) {
            if ((bits >> p & 1U) != 0) list.push_back(p);
        }
    }
    for (int p = 0; p < partners_; ++p) {
        for (int d = 0; d < departments_; ++d) {
            auto const& list = partners_of_[static_cast<std::size_t>(d)];
            if (std::find(list.begin(), list.end(), p) == list.end()) continue;
            cells_.push_back({.at = static_cast<std::size_t>(p * departments_ + d), .partner = p});
        }
    }
}
}  // namespace concordat::delivery
