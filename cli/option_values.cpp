#include "cli/option_values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <random>
#include <thread>

#include "sim/config/number_text.hpp"
#include "sim/config/value.hpp"

namespace concordat::cli
{
namespace
{
constexpr int most_threads = 1024;

std::uint64_t draw_seed()
{
    // Nine digits: easy to type again, and far more than anybody will run.
    constexpr std::uint64_t most = 999'999'999;
    std::random_device device;
    return std::uniform_int_distribution<std::uint64_t>{1, most}(device);
}
}  // namespace

std::int64_t read_count(std::string const& option, std::string const& text, std::int64_t low,
                        std::int64_t high, core::Problems& problems)
{
    auto const reading = config::read_integer(text);
    if (reading.value && *reading.value >= low && *reading.value <= high) return *reading.value;
    problems.add({.file = option}, reading.value
                                       ? fmt::format("{} is outside [{}, {}]", text, low, high)
                                       : reading.complaint);
    return low;
}

std::uint64_t read_seed(std::string const& text, core::Problems& problems)
{
    if (text.empty()) return draw_seed();
    std::uint64_t seed{};
    auto const* const end = text.data() + text.size();
    auto const [stopped, error] = std::from_chars(text.data(), end, seed);
    if (error == std::errc{} && stopped == end) return seed;
    problems.add({.file = "--seed"},
                 fmt::format("{} is not a whole number from 0 to 2^64 - 1", config::quote(text)));
    return 0;
}

int read_threads(std::string const& text, core::Problems& problems)
{
    if (!text.empty()) {
        return static_cast<int>(read_count("--threads", text, 1, most_threads, problems));
    }
    auto const cores = static_cast<int>(std::thread::hardware_concurrency());
    return cores > 0 ? cores : 1;
}

double read_duration(std::string const& option, std::string const& text, core::Problems& problems)
{
    struct Unit
    {
        char const* name;
        double seconds;
    };
    constexpr std::array<Unit, 3> units{{{"s", 1}, {"min", 60}, {"h", 3600}}};
    if (text.empty()) return std::numeric_limits<double>::infinity();
    for (auto const& unit : units) {
        if (!text.ends_with(unit.name)) continue;
        auto const reading = config::read_number(text.substr(0, text.size() - std::string_view{unit.name}.size()));
        if (reading.value && std::isfinite(*reading.value) && *reading.value > 0) return *reading.value * unit.seconds;
    }
    problems.add({.file = option}, fmt::format("{} is not a time", config::quote(text)),
                 "a number and s, min or h, such as 90s or 10min");
    return std::numeric_limits<double>::infinity();
}

std::vector<std::string> split_words(std::string const& text)
{
    std::vector<std::string> words;
    for (std::size_t start = 0; start <= text.size();) {
        auto const end = std::min(text.find(',', start), text.size());
        auto const word = text.substr(start, end - start);
        auto const first = word.find_first_not_of(' ');
        words.push_back(first == std::string::npos
                            ? std::string{}
                            : word.substr(first, word.find_last_not_of(' ') - first + 1));
        start = end + 1;
    }
    return words;
}

std::string suggest(std::string const& given, std::vector<std::string> const& known)
{
    auto const nearest = core::nearest_name(given, known);
    return nearest.empty() ? std::string{} : fmt::format("did you mean '{}'?", nearest);
}
}  // namespace concordat::cli
