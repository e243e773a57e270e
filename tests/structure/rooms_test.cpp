// What may be used in one room only: libraries, printing, the clock, the environment.
#include <gtest/gtest.h>

#include "tests/structure/source_tree.hpp"

namespace concordat::test
{
namespace
{
bool stands_in(SourceFile const& file, std::vector<std::string> const& rooms)
{
    return std::any_of(rooms.begin(), rooms.end(), [&](auto const& room) { return file.under(room); });
}

struct Library
{
    std::string name{};
    std::string include{};  ///< how the names of its headers begin
    std::vector<std::string> rooms{};
};

TEST(Rooms, EachLibraryIsUsedWhereItBelongs)
{
    std::vector<Library> const libraries{
        {"yaml-cpp", "yaml-cpp/", {"sim/config"}},
        {"libcsv", "csv.h", {"sim/config"}},
        {"oneTBB", "oneapi/", {"sim/engine"}},
        {"oneTBB", "tbb/", {"sim/engine"}},
        {"Random123", "Random123/", {"sim/random", "tests"}},
        {"Boost.Random", "boost/random", {"sim/random", "tests"}},
        {"the standard library's generators", "random", {"cli", "tests"}},
        {"xxHash", "xxhash.h", {"sim/store"}},
        {"netCDF", "netcdf.h", {"sim/store", "tests"}},
        {"nlohmann-json", "nlohmann/", {"sim/store", "analysis/report", "cli", "tests"}},
        {"CLI11", "CLI/", {"cli"}},
    };
    for (auto const& file : source_files()) {
        for (auto const& include : includes_of(file).foreign) {
            for (auto const& library : libraries) {
                bool const is_folder = library.include.ends_with('/') || library.include.find('/') != std::string::npos;
                bool const used = is_folder ? include.starts_with(library.include) : include == library.include;
                EXPECT_FALSE(used && !stands_in(file, library.rooms))
                    << file.path << " uses " << library.name << " (<" << include << ">)";
            }
        }
    }
}

struct Habit
{
    std::string name{};
    std::regex pattern{};
    std::vector<std::string> rooms{};
};

TEST(Rooms, OnlyTheProgramPrintsExitsAndLooksAround)
{
    std::vector<Habit> const habits{
        {"prints",
         std::regex{R"(\bstd::(cout|cerr|clog)\b|(^|[^A-Za-z0-9_])(std::)?(v?f?printf|f?puts|putchar|perror)\s*\(|\bfmt::print\b)"},
         {"cli", "tests"}},
        {"ends the program",
         std::regex{R"(\bstd::(quick_exit|exit|_Exit|abort|terminate)\b|(^|[^A-Za-z0-9_.>:])(::)?_?(exit|abort)\s*\(\s*[0-9E)])"},
         {"cli", "tests"}},
        {"reads the environment", std::regex{R"(\b(secure_)?getenv\b|\benviron\b)"}, {"cli", "tests"}},
        {"reads the calendar",
         std::regex{R"(\bsystem_clock\b|\bhigh_resolution_clock\b|\bgettimeofday\b|\bclock_gettime\b|\bstd::time\s*\()"},
         {"cli", "tests/bench"}},
        {"draws what cannot be repeated", std::regex{R"(\brandom_device\b|\bs?rand\s*\()"}, {"cli", "tests"}},
    };
    for (auto const& file : source_files()) {
        for (auto const& habit : habits) {
            if (stands_in(file, habit.rooms)) continue;
            auto const found = find_lines(file, habit.pattern);
            EXPECT_TRUE(found.empty()) << "this " << habit.name << ":" << join(found);
        }
    }
}

TEST(Rooms, NoModelKeepsStateOutsideItsObjects)
{
    // A static that is not const outlives a cell and would tie replicates or threads together.
    std::regex const kept{R"(^\s*(inline\s+)?(static|thread_local)\s+(?!assert|constexpr|const\b)[^()]*(=|;|\{))"};
    std::regex const constant{R"(\bconst\b|\bconstexpr\b)"};
    for (auto const& file : source_files()) {
        if (!file.under("models") && !file.under("analysis")) continue;
        std::vector<std::string> found;
        for (std::size_t k = 0; k < file.code.size(); ++k) {
            auto const& line = file.code[k];
            if (std::regex_search(line, kept) && !std::regex_search(line, constant)) found.push_back(file.at(k) + ": " + line);
        }
        EXPECT_TRUE(found.empty()) << join(found);
    }
}
}  // namespace
}  // namespace concordat::test
