#include "sim/store/block_layout.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sim/store/mapped_file.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
TEST(BlockLayout, KeepsEveryReplicateAndFailureOnceInBlocksOfAnySize)
{
    test::TemporaryFolder const folder;
    auto const plan = test::make_toy_plan(7);
    std::vector<CellFailure> const failures{{1, 0, "a"}, {1, 2, "b"}, {3, 1, "c"}, {6, 0, "d"}};
    {
        auto const writer = StudyWriter::create(folder / "study", plan);
        for (std::uint32_t r = 0; r < 7; ++r) {
            std::vector<CellFailure> mine;
            for (auto const& failure : failures) {
                if (failure.replicate == r) mine.push_back(failure);
            }
            writer->add(r, test::toy_values(plan, r), mine);
            if (r % 3 == 0) writer->flush();
        }
    }
    MappedFile const source{folder / "study.partial/results.blk"};
    for (std::uint32_t const per_block : {1U, 2U, 3U, 7U, 100U}) {
        auto const path = folder / std::to_string(per_block);
        auto target = File::create_new(path);
        auto const places = rewrite_blocks(plan, source.bytes(), target, per_block);
        MappedFile const rewritten{path};
        auto const scan = scan_blocks(plan, rewritten.bytes());
        EXPECT_EQ(scan.damage, "");
        EXPECT_EQ(scan.failures, failures);
        EXPECT_EQ(scan.blocks.size(), (7 + per_block - 1) / per_block);
        EXPECT_EQ(places.back().offset, scan.blocks.back().offset);
        EXPECT_TRUE(is_settled(places, per_block));
    }
}

TEST(BlockLayout, IsSettledWhenAllBlocksButTheLastAreFull)
{
    auto const settled = [](std::vector<BlockPlace> const& places) { return is_settled(places, 4); };
    auto const block = [](std::uint32_t replicates) { return BlockPlace{.replicates = replicates}; };
    EXPECT_TRUE(settled({}));
    EXPECT_TRUE(settled({block(4), block(4)}));
    EXPECT_TRUE(settled({block(4), block(1)}));
    EXPECT_FALSE(settled({block(1), block(4)}));
    EXPECT_FALSE(settled({block(2), block(2)}));
}
}  // namespace
}  // namespace concordat::store
