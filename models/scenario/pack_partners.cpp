#include "models/scenario/pack_partners.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "models/scenario/pack_lookup.hpp"
#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
using config::CsvRow;
using config::CsvTable;

constexpr char const* council = "council";

struct NumberedPartner
{
    int id{};
    state::Partner partner{};
};

state::Partner read_partner(CsvRow const& row, std::vector<std::string> const& departments)
{
    state::Partner partner;
    partner.code = row.text("code").value_or("");
    partner.name = row.text("name").value_or("");
    partner.voice_only = row.flag("voice_only").value_or(false);
    partner.duty_to_cooperate = row.flag("duty_to_cooperate").value_or(false);
    auto const reputation = row.number("reputation", {0, 1, "share of the council's"});
    partner.reputation = reputation.value_or(0);
    partner.grant_dependence = row.number("grant_dependence", {0, 1, "share of spending"}).value_or(0);
    partner.two_tier_only = row.flag("two_tier_only").value_or(false);
    if (!departments.empty()) {
        for (int const line : row.choices("national_line", "department", departments)) {
            partner.national_line.push_back(state::DepartmentId{line});
        }
    }
    std::sort(partner.national_line.begin(), partner.national_line.end());
    if (partner.code != council) return partner;
    if (partner.voice_only) row.report("voice_only", "the council cannot be a partner with a voice only");
    if (partner.two_tier_only) row.report("two_tier_only", "the council exists in every area");
    if (reputation && *reputation != 1) {
        row.report("reputation", "the council's reputation is the unit and must be 1");
    }
    return partner;
}

/// Shares of one row. The sum is taken in the order of partners.
std::optional<Eigen::ArrayXd> read_shares(CsvRow const& row, state::Pack const& pack, std::string const& whose)
{
    Eigen::ArrayXd shares = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(pack.partners.size()));
    bool complete = true;
    double sum = 0;
    for (std::size_t p = 0; p < pack.partners.size(); ++p) {
        auto const& partner = pack.partners[p];
        auto const share = row.number(partner.code, {0, 1, "share"});
        if (!share) {
            complete = false;
            continue;
        }
        if (partner.voice_only && *share > 0) {
            row.report(partner.code, fmt::format("{} has a voice only, so its share must be 0", partner.code));
            complete = false;
        }
        shares[static_cast<Eigen::Index>(p)] = *share;
        sum += *share;
    }
    if (!complete) return std::nullopt;
    constexpr double rounding = 1e-9;
    if (std::abs(sum - 1) > rounding) {
        row.report(pack.partners.front().code, fmt::format("the shares of {} sum to {:.10g} instead of 1", whose, sum));
        return std::nullopt;
    }
    return shares;
}

std::vector<config::CsvColumn> share_columns(state::Pack const& pack, std::string const& key)
{
    std::vector<config::CsvColumn> columns{{key}, {"reason"}};
    for (auto const& code : partner_codes(pack)) columns.push_back({code});
    return columns;
}

void read_department_shares(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    auto const table = folder.read("base_shares", share_columns(pack, "department"));
    if (!table) return;
    auto const codes = department_codes(pack);
    UniqueKeys keys{"department"};
    std::set<int> seen;
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const department = read_reference(row, "department", "department", codes);
        (void)row.text("reason");
        if (!department) continue;
        auto const& code = codes[static_cast<std::size_t>(*department)];
        keys.add(row, "department", code);
        seen.insert(*department);
        auto const shares = read_shares(row, pack, fmt::format("department {}", code));
        if (!shares) continue;
        for (std::size_t j = 0; j < pack.indicators.size(); ++j) {
            if (pack.indicators[j].department.index() != *department) continue;
            pack.base_share.row(static_cast<Eigen::Index>(j)) = shares->transpose();
        }
    }
    std::set<int> missing;
    for (auto const& indicator : pack.indicators) {
        auto const department = indicator.department;
        if (department.valid() && seen.count(department.index()) == 0) missing.insert(department.index());
    }
    for (int const department : missing) {
        auto const& code = codes[static_cast<std::size_t>(department)];
        problems.add({table->file()}, fmt::format("no row for department {}, which leads indicators", code));
    }
}

void read_share_overrides(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("base_share_overrides")) return;
    auto const table = folder.read("base_share_overrides", share_columns(pack, "indicator"));
    if (!table) return;
    auto const index = indicator_index(pack);
    UniqueKeys keys{"indicator"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const indicator = read_id(row, "indicator", "indicator", index);
        (void)row.text("reason");
        if (!indicator) continue;
        int const number = pack.indicators[static_cast<std::size_t>(*indicator)].number;
        keys.add(row, "indicator", std::to_string(number));
        if (auto const shares = read_shares(row, pack, fmt::format("indicator {}", number))) {
            pack.base_share.row(*indicator) = shares->transpose();
        }
    }
}
}  // namespace

void read_partners(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    std::vector<config::CsvColumn> const columns{{"id"}, {"code"}, {"name"}, {"voice_only"}, {"duty_to_cooperate"},
                                                 {"reputation"}, {"grant_dependence"}, {"national_line"},
                                                 {"two_tier_only"}};
    auto const before = problems.size();
    auto const table = folder.read("partners", columns);
    if (!table) return;
    auto const departments = department_codes(pack);
    UniqueKeys ids{"partner id"};
    UniqueKeys codes{"partner code"};
    UniqueKeys names{"partner name"};
    std::vector<NumberedPartner> partners;
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const id = row.integer("id", {0, 1000, "stable number, 0 is the council"});
        auto partner = read_partner(row, departments);
        if (id) ids.add(row, "id", std::to_string(*id));
        if (!partner.code.empty()) codes.add(row, "code", partner.code);
        if (!partner.name.empty()) names.add(row, "name", partner.name);
        if (id && (*id == 0) != (partner.code == council)) {
            row.report("code", fmt::format("partner {} is '{}'; id 0 belongs to '{}' and to nobody else", *id,
                                           partner.code, council));
        }
        partners.push_back({id.value_or(0), std::move(partner)});
    }
    std::sort(partners.begin(), partners.end(), [](auto const& a, auto const& b) { return a.id < b.id; });
    for (auto& [id, partner] : partners) pack.partners.push_back(std::move(partner));
    if (problems.size() == before && !partners.empty() && pack.partners.front().code != council) {
        problems.add({table->file()}, "there is no partner 'council'");
    }
}

void read_base_shares(PackFolder& folder, state::Pack& pack)
{
    pack.base_share = Eigen::ArrayXXd::Zero(static_cast<Eigen::Index>(pack.indicators.size()),
                                            static_cast<Eigen::Index>(pack.partners.size()));
    read_department_shares(folder, pack);
    read_share_overrides(folder, pack);
}

void read_spillovers(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("spillovers")) return;
    auto const table = folder.read("spillovers", {{"from"}, {"to"}, {"value"}, {"reason"}});
    if (!table) return;
    auto const index = indicator_index(pack);
    UniqueKeys pairs{"pair"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto const from = read_id(row, "from", "indicator", index);
        auto const to = read_id(row, "to", "indicator", index);
        auto const value = row.number("value", {-1, 1, "sigma of the second for a sigma of the first"});
        (void)row.text("reason");
        if (!from || !to || !value) continue;
        if (*from == *to) row.report("to", "an indicator has no spillover on itself");
        auto const number = [&](int j) { return pack.indicators[static_cast<std::size_t>(j)].number; };
        pairs.add(row, "from", fmt::format("{} to {}", number(*from), number(*to)));
        pack.named_spillovers.push_back({state::IndicatorId{*from}, state::IndicatorId{*to}, *value});
    }
    std::sort(pack.named_spillovers.begin(), pack.named_spillovers.end(),
              [](auto const& a, auto const& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
}
}  // namespace concordat::scenario
