#include "analysis/chart/svg.hpp"

#include <algorithm>
#include <cmath>

#include "sim/core/characters.hpp"
#include "sim/core/check.hpp"

namespace concordat::chart
{
namespace
{
/// The smallest of 1, 2, 5 times a power of ten that is not below `least`.
double round_up(double least)
{
    double power = 1.0;
    while (power > least) power /= 10.0;
    while (power * 10.0 <= least) power *= 10.0;
    for (double const step : {1.0, 2.0, 5.0}) {
        if (step * power >= least) return step * power;
    }
    return 10.0 * power;
}
}  // namespace

std::string escape(std::string const& text)
{
    std::string out;
    for (char const c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

std::vector<std::string> wrap(std::string const& text, std::size_t most)
{
    std::vector<std::string> lines;
    std::size_t begin = 0;
    while ((begin = text.find_first_not_of(" \n", begin)) != std::string::npos) {
        auto const end = std::min(text.find_first_of(" \n", begin), text.size());
        auto const word = text.substr(begin, end - begin);
        begin = end;
        if (lines.empty() || core::count_characters(lines.back()) + 1 + core::count_characters(word) > most) {
            lines.push_back(word);
        } else {
            lines.back() += " " + word;
        }
    }
    return lines;
}

void Scale::include(double value)
{
    if (!std::isfinite(value)) return;
    low_ = is_empty_ ? value : std::min(low_, value);
    high_ = is_empty_ ? value : std::max(high_, value);
    is_empty_ = false;
}

double Scale::at(double value) const
{
    double const share = high_ > low_ ? (value - low_) / (high_ - low_) : 0.5;
    return begin_ + share * (end_ - begin_);
}

std::vector<double> list_ticks(double low, double high, std::size_t most)
{
    core::require(std::isfinite(low) && std::isfinite(high) && low <= high && most >= 2, "an axis has finite ends");
    if (low == high) return {low};
    double step = round_up(high / static_cast<double>(most) - low / static_cast<double>(most));
    while (std::ceil(high / step) - std::floor(low / step) > static_cast<double>(most)) step = round_up(1.5 * step);
    double const first = std::floor(low / step);
    auto const steps = static_cast<std::size_t>(std::ceil(high / step) - first);
    std::vector<double> ticks;
    for (std::size_t k = 0; k <= steps; ++k) ticks.push_back((first + static_cast<double>(k)) * step + 0.0);  // + 0: no minus zero
    return ticks;
}
}  // namespace concordat::chart
