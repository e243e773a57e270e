#include "models/whitehall/common_agency.hpp"

#include <algorithm>
#include <vector>

#include "sim/core/check.hpp"

namespace concordat::whitehall
{
namespace
{
/// What partner p produces for each department, in indicators.
std::vector<double> measure_work(state::Pack const& pack, Eigen::Index partner)
{
    std::vector<double> work(pack.departments.size(), 0.0);
    if (pack.base_share.size() == 0) return work;
    for (std::size_t j = 0; j < pack.indicator_count(); ++j) {
        auto const department = pack.indicators[j].department;
        if (!department.valid()) continue;
        work[static_cast<std::size_t>(department.index())] += pack.base_share(static_cast<Eigen::Index>(j), partner);
    }
    return work;
}

void fill_lines(state::Pack const& pack, CommonAgencyParams const& params, Eigen::Index partner,
                state::AreaTable& lines)
{
    auto const& formal = pack.partners[static_cast<std::size_t>(partner)].national_line;
    auto const is_formal = [&](std::size_t d) {
        return std::find(formal.begin(), formal.end(), state::DepartmentId{static_cast<int>(d)}) != formal.end();
    };
    auto const work = measure_work(pack, partner);
    double all = 0.0;
    for (double const part : work) all += part;
    std::vector<std::size_t> principals;
    std::vector<double> values;
    double sum = 0.0;
    for (std::size_t d = 0; d < work.size(); ++d) {
        bool const presses = work[d] > 0.0 && work[d] >= params.min_share.value() * all;
        if (!is_formal(d) && !presses) continue;
        principals.push_back(d);
        values.push_back(work[d]);
        sum += work[d];
    }
    if (sum == 0.0) return;  // nobody has work done here: the line is as it is
    for (double& value : values) value *= static_cast<double>(values.size()) / sum;
    std::vector<double> slopes(values.size());
    share_agent(values, params.risk, slopes);
    for (std::size_t k = 0; k < principals.size(); ++k) {
        if (!is_formal(principals[k])) continue;
        lines(static_cast<Eigen::Index>(principals[k]), partner) = (1.0 + params.risk) * slopes[k];
    }
}
}  // namespace

void share_agent(std::span<double const> values, double risk, std::span<double> slopes)
{
    core::require(values.size() == slopes.size() && risk >= 0.0, "every principal has a value and gets a slope");
    double sum = 0.0;
    for (double const value : values) sum += value;
    double const together = sum / (1.0 + static_cast<double>(values.size()) * risk);
    for (std::size_t i = 0; i < values.size(); ++i) slopes[i] = values[i] - risk * together;
}

state::AreaTable find_national_lines(state::Pack const& pack, CommonAgencyParams const& params)
{
    state::AreaTable lines = state::AreaTable::Ones(static_cast<Eigen::Index>(pack.departments.size()),
                                                    static_cast<Eigen::Index>(pack.partner_count()));
    if (!params.enabled) return lines;
    for (Eigen::Index p = 0; p < lines.cols(); ++p) fill_lines(pack, params, p, lines);
    return lines;
}
}  // namespace concordat::whitehall
