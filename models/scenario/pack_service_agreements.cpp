#include "models/scenario/pack_service_agreements.hpp"

#include <algorithm>

#include "models/scenario/pack_lookup.hpp"
#include "models/scenario/pack_support.hpp"

namespace concordat::scenario
{
namespace
{
state::ServiceAgreement read_agreement(config::CsvRow const& row, std::vector<std::string> const& departments)
{
    state::ServiceAgreement agreement;
    agreement.number = row.integer("number", id_range()).value_or(0);
    agreement.title = row.text("title").value_or("");
    agreement.priority = row.flag("priority").value_or(false);
    (void)row.text("reason");
    if (departments.empty()) return agreement;
    if (!row.is_empty("lead")) {
        agreement.lead = state::DepartmentId{row.choice("lead", "department", departments).value_or(-1)};
    }
    for (int const contributor : row.choices("contributors", "department", departments)) {
        agreement.contributors.emplace_back(contributor);
    }
    std::sort(agreement.contributors.begin(), agreement.contributors.end());
    auto const& all = agreement.contributors;
    if (agreement.lead.valid() && std::find(all.begin(), all.end(), agreement.lead) != all.end()) {
        row.report("contributors", "the lead department contributes already");
    }
    return agreement;
}
}  // namespace

void read_service_agreements(PackFolder& folder, state::Pack& pack)
{
    auto& problems = folder.problems();
    if (!folder.has("psas")) return;
    auto const table =
        folder.read("psas", {{"number"}, {"title"}, {"lead"}, {"contributors"}, {"priority"}, {"reason"}});
    if (!table) return;
    auto const departments = department_codes(pack);
    UniqueKeys numbers{"public service agreement"};
    UniqueKeys titles{"title"};
    for (std::size_t r = 0; r < table->row_count(); ++r) {
        auto const row = table->row(r, problems);
        auto agreement = read_agreement(row, departments);
        if (agreement.number > 0) numbers.add(row, "number", std::to_string(agreement.number));
        if (!agreement.title.empty()) titles.add(row, "title", agreement.title);
        pack.service_agreements.push_back(std::move(agreement));
    }
    std::sort(pack.service_agreements.begin(), pack.service_agreements.end(),
              [](auto const& a, auto const& b) { return a.number < b.number; });
}
}  // namespace concordat::scenario
