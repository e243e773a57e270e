#include "sim/store/study_reader.hpp"

#include <gtest/gtest.h>

#include "sim/store/storage_error.hpp"
#include "tests/support/temporary_folder.hpp"
#include "tests/support/toy_study.hpp"

namespace concordat::store
{
namespace
{
TEST(StudyReader, ReturnsEveryValueThatWasWritten)
{
    test::TemporaryFolder const folder;
    test::write_toy_study(folder / "study", 9);
    StudyReader const study{folder / "study"};
    ASSERT_EQ(study.replicates().size(), 9U);
    for (std::size_t s = 0; s < 3; ++s) {
        for (std::size_t c = 0; c < 4; ++c) {
            auto const values = study.column(s, c);
            for (std::uint32_t r = 0; r < 9; ++r) {
                auto const expected = test::toy_value(r, s, c);
                EXPECT_TRUE(values[r] == expected || (std::isnan(values[r]) && std::isnan(expected)));
            }
        }
    }
}

TEST(StudyReader, ReadsAStudyUnderWay)
{
    test::TemporaryFolder const folder;
    auto const writer = StudyWriter::create(folder / "study", test::make_toy_plan(9));
    EXPECT_TRUE(StudyReader{folder / "study.partial"}.replicates().empty());
    test::add_toy_replicates(*writer, 4);
    writer->flush();
    EXPECT_EQ(StudyReader{folder / "study.partial"}.replicates().size(), 4U);
}

TEST(StudyReader, SaysWhereThereIsNoStudy)
{
    test::TemporaryFolder const folder;
    EXPECT_THROW(StudyReader{folder.path()}, StorageError);
    EXPECT_THROW(StudyReader{folder / "nowhere"}, StorageError);
}
}  // namespace
}  // namespace concordat::store
