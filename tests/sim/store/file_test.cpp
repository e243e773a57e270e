#include "sim/store/file.hpp"

#include <gtest/gtest.h>

#include "tests/support/temporary_folder.hpp"

namespace concordat::store
{
namespace
{
/// Goes into a folder and comes back.
class Visit
{
  public:
    explicit Visit(std::filesystem::path const& folder) : home_{std::filesystem::current_path()}
    {
        std::filesystem::current_path(folder);
    }
    ~Visit() { std::filesystem::current_path(home_); }
    Visit(Visit const&) = delete;
    Visit& operator=(Visit const&) = delete;

  private:
    std::filesystem::path home_;
};

TEST(File, IsWrittenDurablyByABareNameInThePresentFolder)
{
    test::TemporaryFolder const folder;
    Visit const visit{folder.path()};
    write_file_durably("moves.csv", "a,b\n");
    EXPECT_EQ(read_file("moves.csv"), "a,b\n");
    write_file_durably("moves.csv", "c\n");
    EXPECT_EQ(read_file(folder / "moves.csv"), "c\n");
    EXPECT_FALSE(std::filesystem::exists(folder / "moves.csv.tmp"));
}
}  // namespace
}  // namespace concordat::store
