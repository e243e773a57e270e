#include "sim/store/block.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstring>

#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
using Bytes = std::vector<std::byte>;

Bytes start_of_file()
{
    auto const magic = std::as_bytes(std::span{block_file_magic});
    return {magic.begin(), magic.end()};
}

void add_block(Bytes& file, StudyPlan const& plan, std::uint32_t first, std::uint32_t count,
               std::vector<CellFailure> const& failures = {})
{
    std::vector<double> values;
    for (auto r = first; r < first + count; ++r) {
        auto const more = test::toy_values(plan, r);
        values.insert(values.end(), more.begin(), more.end());
    }
    auto const block = encode_block(plan, fingerprint(plan), first, values, failures);
    file.insert(file.end(), block.begin(), block.end());
}

/// Three blocks of 2, 1 and 3 replicates, a failure in the second.
Bytes make_file(StudyPlan const& plan)
{
    auto file = start_of_file();
    add_block(file, plan, 0, 2);
    add_block(file, plan, 2, 1, {{2, 1, "no equilibrium"}});
    add_block(file, plan, 3, 3);
    return file;
}

TEST(Block, IsReadBackAsWritten)
{
    auto const plan = test::make_toy_plan(6);
    auto const file = make_file(plan);
    auto const scan = scan_blocks(plan, file);
    EXPECT_EQ(scan.damage, "");
    EXPECT_EQ(scan.good_bytes, file.size());
    ASSERT_EQ(scan.blocks.size(), 3U);
    EXPECT_EQ(scan.blocks[2].first_replicate, 3U);
    EXPECT_EQ(scan.blocks[2].replicates, 3U);
    EXPECT_EQ(scan.failures, (std::vector<CellFailure>{{2, 1, "no equilibrium"}}));
    auto const expected = test::toy_values(plan, 0);
    EXPECT_EQ(std::memcmp(file.data() + scan.blocks[0].values_offset(), expected.data(), expected.size() * 8), 0);
}

TEST(Block, CutOffAnywhereLeavesThoseBefore)
{
    auto const plan = test::make_toy_plan(6);
    auto const file = make_file(plan);
    auto const whole = scan_blocks(plan, file);
    for (std::size_t size = 0; size < file.size(); ++size) {
        auto const scan = scan_blocks(plan, std::span{file}.first(size));
        auto const complete = std::count_if(whole.blocks.begin(), whole.blocks.end(),
                                            [&](auto const& b) { return b.offset + b.bytes <= size; });
        ASSERT_EQ(scan.blocks.size(), static_cast<std::size_t>(complete)) << "cut at " << size;
        ASSERT_EQ(scan.damage.empty(), scan.good_bytes == size && size > 0) << "cut at " << size;
    }
}

TEST(Block, WithAnyByteChangedIsDroppedWithAllAfterIt)
{
    auto const plan = test::make_toy_plan(6);
    auto const file = make_file(plan);
    auto const whole = scan_blocks(plan, file);
    for (std::size_t at = 0; at < file.size(); ++at) {
        auto broken = file;
        broken[at] ^= std::byte{0x10};
        auto const scan = scan_blocks(plan, broken);
        auto const before = std::count_if(whole.blocks.begin(), whole.blocks.end(),
                                          [&](auto const& b) { return b.offset + b.bytes <= at; });
        ASSERT_EQ(scan.blocks.size(), static_cast<std::size_t>(before)) << "byte " << at;
        ASSERT_FALSE(scan.damage.empty()) << "byte " << at;
    }
}

TEST(Block, OfAnotherStudyIsRefused)
{
    auto const plan = test::make_toy_plan(6);
    auto other = plan;
    other.seed = 1;
    EXPECT_EQ(scan_blocks(other, make_file(plan)).damage, "a block belongs to another study");
}

TEST(Block, OfReplicatesThatDoNotFollowIsRefused)
{
    auto const plan = test::make_toy_plan(6);
    auto gap = start_of_file();
    add_block(gap, plan, 0, 2);
    add_block(gap, plan, 3, 1);
    EXPECT_EQ(scan_blocks(plan, gap).blocks.size(), 1U);
    auto beyond = start_of_file();
    add_block(beyond, plan, 0, 7);
    EXPECT_EQ(scan_blocks(plan, beyond).blocks.size(), 0U);
}
}  // namespace
}  // namespace concordat::store
