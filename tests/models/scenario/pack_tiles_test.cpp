#include "models/scenario/pack_tiles.hpp"

#include <gtest/gtest.h>

#include <set>

#include "models/scenario/pack_reader.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::scenario
{
namespace
{
state::Pack two_areas()
{
    state::Pack pack;
    pack.areas = {{.id = 3, .name = "Leeds"}, {.id = 7, .name = "Kent"}};
    return pack;
}

struct Reading
{
    std::vector<Tile> tiles{};
    std::string messages{};
};

Reading read(std::string const& text)
{
    test::TemporaryFolder const folder;
    folder.write("tiles.csv", text);
    core::Problems problems;
    PackFolder files{folder.path(), problems};
    Reading reading{read_tiles(files, two_areas()), {}};
    for (auto const& one : problems.list()) {
        reading.messages += std::to_string(one.where.line) + ": " + one.message + "\n";
    }
    return reading;
}

TEST(PackTiles, GiveEveryAreaItsSquareWhateverTheOrderOfRows)
{
    auto const reading = read("area,column,row\n7,2,5\n3,1,0\n");
    EXPECT_EQ(reading.messages, "");
    ASSERT_EQ(reading.tiles.size(), 2U);
    EXPECT_EQ(reading.tiles[0].column, 1);
    EXPECT_EQ(reading.tiles[1].row, 5);
}

TEST(PackTiles, NameAreasWithoutASquareAndSquaresOfTwoAreas)
{
    EXPECT_NE(read("area,column,row\n7,2,5\n").messages.find("area 3 has no square"), std::string::npos);
    EXPECT_NE(read("area,column,row\n7,2,5\n3,2,5\n").messages.find("3: square '2, 5' stands twice"), std::string::npos);
    EXPECT_NE(read("area,column,row\n7,2,5\n7,1,5\n3,0,0\n").messages.find("area '7' stands twice"), std::string::npos);
    EXPECT_NE(read("area,column,row\n7,2,-5\n3,1,0\n").messages.find("row = -5"), std::string::npos);
}

TEST(PackTiles, AreLeftOutOfAPackWithoutAMap)
{
    test::TemporaryFolder const folder;
    core::Problems problems;
    PackFolder files{folder.path(), problems};
    EXPECT_TRUE(read_tiles(files, two_areas()).empty());
    EXPECT_TRUE(problems.empty());
}

TEST(PackTiles, OfEnglandPutTheEndsOfTheCountryWhereTheyAreAndKeepRegionsInOnePiece)
{
    std::filesystem::path const path = CONCORDAT_SOURCE_DIR "/scenarios/england_2008";
    auto const pack = read_pack(path);
    core::Problems problems;
    PackFolder folder{path, problems};
    auto const tiles = read_tiles(folder, pack);
    ASSERT_EQ(tiles.size(), pack.area_count());
    auto const of = [&](std::string const& name) {
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            if (pack.areas[i].name == name) return tiles[i];
        }
        return Tile{};
    };
    EXPECT_EQ(of("Northumberland").row, 0);
    EXPECT_GT(of("Kent").column, of("Cornwall").column + 8);
    EXPECT_GT(of("Cornwall").row, of("Liverpool").row + 5);
    EXPECT_GT(of("Camden").column, of("Bristol").column);
    EXPECT_GT(of("Norfolk").column, of("Birmingham").column);

    for (std::size_t r = 0; r < pack.regions.size(); ++r) {
        std::set<std::pair<int, int>> left;
        for (std::size_t i = 0; i < tiles.size(); ++i) {
            if (pack.areas[i].region.index() == static_cast<int>(r)) left.emplace(tiles[i].column, tiles[i].row);
        }
        std::vector<std::pair<int, int>> reached{*left.begin()};
        left.erase(left.begin());
        for (std::size_t k = 0; k < reached.size(); ++k) {
            auto const [x, y] = reached[k];
            for (auto const& next : {std::pair{x + 1, y}, {x - 1, y}, {x, y + 1}, {x, y - 1}}) {
                if (left.erase(next) > 0) reached.push_back(next);
            }
        }
        EXPECT_TRUE(left.empty()) << pack.regions[r] << " is in parts";
    }
}
}  // namespace
}  // namespace concordat::scenario
