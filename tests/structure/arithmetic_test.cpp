// What results are made of: the same bits on every machine (docs/decisions/0001-same-bytes.md).
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
/// Where the C library's functions or Eigen's sums may stand, and why.
std::map<std::string, std::string> const& exceptions()
{
    static std::map<std::string, std::string> const table{
        {"sim/core/elementary.cpp", "the room of the elementary functions"},
        {"sim/core/elementary_lanes.hpp", "the room of the elementary functions"},
    };
    return table;
}

bool feeds_results(SourceFile const& file)
{
    return (file.under("sim") || file.under("models")) && !exceptions().contains(file.path);
}

constexpr char const* elementary =
    "(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|erf|erfc|cbrt|hypot|"
    "[tl]gamma)";

TEST(Arithmetic, ElementaryFunctionsComeFromOneRoom)
{
    std::regex const standard{std::string{R"((std|std::experimental|stdx|Eigen|Eigen::numext)::)"} + elementary + R"(f?\s*\()"};
    std::regex const bare{std::string{R"((^|[^A-Za-z0-9_:.>]))"} + elementary + R"(f?\s*\()"};
    std::regex const of_arrays{std::string{R"(\.)"} + elementary + R"(\s*\()"};
    for (auto const& file : source_files()) {
        if (!feeds_results(file)) continue;
        EXPECT_EQ(join(find_lines(file, standard)), "");
        EXPECT_EQ(join(find_lines(file, of_arrays)), "");
        // Inside its own namespace the room's functions go without a prefix.
        if (!file.under("sim/core")) {
            EXPECT_EQ(join(find_lines(file, bare)), "");
        }
    }
}

TEST(Arithmetic, SumsAreFormedInAFixedOrder)
{
    std::regex const reduction{
        R"(\.(sum|dot|norm|squaredNorm|stableNorm|prod|mean|trace|lpNorm)\s*(<[^>]*>)?\(|std::(transform_)?reduce\b|std::execution\b|parallel_reduce)"};
    for (auto const& file : source_files()) {
        if (feeds_results(file)) {
            EXPECT_EQ(join(find_lines(file, reduction)), "");
        }
    }
}

TEST(Arithmetic, NoFlagLoosensRounding)
{
    std::string flags;
    for (auto const& line : split_lines(read_text(project_folder() / "CMakeLists.txt"))) {
        flags += line.substr(0, line.find('#')) + "\n";
    }
    EXPECT_NE(flags.find("-ffp-contract=off"), std::string::npos);
    for (auto const* flag : {"-march=native", "-Ofast", "-ffast-math", "-funsafe", "-fassociative"}) {
        EXPECT_EQ(flags.find(flag), std::string::npos) << flag;
    }
    std::regex const rounding{R"(\bfma\s*\(|fesetround|rsqrt|_mm\d*_r(cp|sqrt))"};
    for (auto const& file : source_files()) {
        if (feeds_results(file)) {
            EXPECT_EQ(join(find_lines(file, rounding)), "");
        }
    }
}

/// Undefined symbols of a library, or nothing where `nm` is missing.
std::set<std::string> undefined_symbols(std::filesystem::path const& library)
{
    std::set<std::string> found;
    std::string const command = "nm -u --no-sort '" + library.string() + "' 2>/dev/null";
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> const pipe{::popen(command.c_str(), "r"), ::pclose};
    char line[4096];
    while (pipe && std::fgets(line, sizeof line, pipe.get()) != nullptr) {
        std::string const text{line};
        auto const last = text.find_last_not_of(" \n");
        auto const begin = text.find_last_of(" \t", last);
        if (last != std::string::npos && begin != std::string::npos) found.insert(text.substr(begin + 1, last - begin));
    }
    return found;
}

TEST(Arithmetic, LibrariesOfTheModelCallNoElementaryFunctionOfTheCLibrary)
{
    int looked_at = 0;
    std::regex const name{std::string{"(__)?"} + elementary + "f?(_finite)?"};
    for (auto const& entry : std::filesystem::directory_iterator{CONCORDAT_BINARY_DIR}) {
        auto const file = entry.path().filename().string();
        bool const wanted = (file.starts_with("libmodels_") || file == "libsim_core.a" || file == "libsim_random.a") &&
                            file.ends_with(".a");
        if (!wanted) continue;
        auto const symbols = undefined_symbols(entry.path());
        looked_at += symbols.empty() ? 0 : 1;
        for (auto const& symbol : symbols) EXPECT_FALSE(std::regex_match(symbol, name)) << file << " calls " << symbol;
    }
    if (looked_at == 0) GTEST_SKIP() << "no libraries, or no nm to read them";
}
}  // namespace
}  // namespace concordat::test
