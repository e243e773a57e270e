#include "sim/store/state_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <fstream>
#include <vector>

#include "sim/core/problem.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::store
{
namespace
{
using testing::HasSubstr;

/// Two tables of three doubles in all.
std::string make_record(double value)
{
    std::string record(3 * sizeof(double), '\0');
    std::vector<double> const doubles{value, value + 1.0, value + 2.0};
    std::memcpy(record.data(), doubles.data(), record.size());
    return record;
}

class StateFile : public testing::Test
{
  protected:
    StateOrigin origin{.program_version = "1.2",
                       .scenario = "history",
                       .pack = "england",
                       .pack_files = {{"areas.csv", "ab"}},
                       .master_seed = 18446744073709551615ULL,
                       .population_seed = 7,
                       .replicates = 3,
                       .rounds = {"one", "two"},
                       .fields = {{"trust", 1, 1}, {"need", 1, 2}}};
    test::TemporaryFolder folder{};
    std::filesystem::path file = folder / "saved.state";

    /// Saves states 10, 20, 30 in the order given.
    void save(std::vector<std::uint32_t> const& order)
    {
        StateFileWriter writer{file, origin};
        for (auto const replicate : order) writer.put(replicate, make_record(10.0 * (replicate + 1)));
        ASSERT_TRUE(writer.finish());
    }

    std::string refusal() const
    {
        try {
            StateFileReader const reader{file};
        } catch (core::InputError const& error) {
            return error.what();
        }
        return "accepted";
    }
    void overwrite(std::string const& text) const { std::ofstream{file, std::ios::binary} << text; }
};

TEST_F(StateFile, GivesStatesBackAsTheyWereWithWhereTheyComeFrom)
{
    save({0, 1, 2});
    StateFileReader const reader{file};
    EXPECT_EQ(reader.origin().scenario, "history");
    EXPECT_EQ(reader.origin().master_seed, origin.master_seed);
    EXPECT_EQ(reader.origin().population_seed, 7U);
    EXPECT_EQ(reader.origin().rounds, origin.rounds);
    EXPECT_EQ(reader.origin().pack_files, origin.pack_files);
    EXPECT_EQ(reader.origin().fields, origin.fields);
    for (std::uint32_t r = 0; r < 3; ++r) {
        auto const bytes = reader.record(r);
        EXPECT_EQ((std::string{reinterpret_cast<char const*>(bytes.data()), bytes.size()}), make_record(10.0 * (r + 1)));
    }
}

TEST_F(StateFile, HasTheSameBytesInWhateverOrderReplicatesAreDone)
{
    save({0, 1, 2});
    auto const in_order = read_file(file);
    save({2, 0, 1});
    EXPECT_EQ(read_file(file), in_order);
}

TEST_F(StateFile, AppearsOnlyWhenAllReplicatesAreThere)
{
    auto const state = make_record(0.0);
    {
        StateFileWriter writer{file, origin};
        writer.put(0, state);
        writer.put(2, state);
        EXPECT_FALSE(writer.finish());
    }
    {
        StateFileWriter writer{file, origin};
        for (std::uint32_t r = 0; r < 3; ++r) writer.put(r, state);
        writer.abandon();
        EXPECT_FALSE(writer.finish());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(StateFile, ThatIsDamagedOrCutShortIsRefused)
{
    save({0, 1, 2});
    auto const whole = read_file(file);
    for (std::size_t const at : {whole.size() / 2, whole.size() - 1, std::size_t{40}}) {
        auto damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ 1);
        overwrite(damaged);
        EXPECT_THAT(refusal(), HasSubstr("is damaged: its checksum does not fit")) << at;
    }
    overwrite(whole.substr(0, whole.size() - 8));
    EXPECT_THAT(refusal(), HasSubstr("is damaged"));
    overwrite(whole.substr(0, 100));
    EXPECT_THAT(refusal(), HasSubstr("is cut short"));
    overwrite("title: A regime\n");
    EXPECT_THAT(refusal(), HasSubstr("is no file of saved states"));
    std::filesystem::remove(file);
    EXPECT_THAT(refusal(), HasSubstr("there is no such file of saved states"));
}
}  // namespace
}  // namespace concordat::store
