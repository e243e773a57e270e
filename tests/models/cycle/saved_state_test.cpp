#include "models/cycle/saved_state.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "sim/core/problem.hpp"
#include "sim/store/file.hpp"
#include "tests/support/temporary_folder.hpp"

namespace concordat::cycle
{
namespace
{
using testing::HasSubstr;

CarriedState make_state(double value)
{
    CarriedState state;
    state.resize(8, 3, 2);
    double next = value;
    state.visit([&](char const*, auto& table) {
        for (Eigen::Index i = 0; i < table.size(); ++i) table.data()[i] = next++;
    });
    return state;
}

bool equal(CarriedState& first, CarriedState& second)
{
    std::vector<double> one, other;
    auto const into = [](std::vector<double>& list) {
        return [&list](char const*, auto const& table) { list.insert(list.end(), table.data(), table.data() + table.size()); };
    };
    first.visit(into(one));
    second.visit(into(other));
    return one == other;
}

class SavedStates : public testing::Test
{
  protected:
    StateOrigin origin{.program_version = "1.2",
                       .scenario = "history",
                       .pack = "england",
                       .pack_files = {{"areas.csv", "ab"}},
                       .master_seed = 18446744073709551615ULL,
                       .population_seed = 7,
                       .replicates = 3,
                       .rounds = {"one", "two"}};
    test::TemporaryFolder folder{};
    std::filesystem::path file = folder / "saved.state";

    /// Saves states 10, 20, 30 in the order given.
    void save(std::vector<std::uint32_t> const& order)
    {
        auto shape = make_state(0.0);
        StateWriter writer{file, origin, shape};
        for (auto const replicate : order) {
            auto state = make_state(10.0 * (replicate + 1));
            writer.put(replicate, state);
        }
        ASSERT_TRUE(writer.finish());
    }

    std::string refusal() const
    {
        try {
            StateReader const reader{file};
        } catch (core::InputError const& error) {
            return error.what();
        }
        return "accepted";
    }
    void overwrite(std::string const& text) const { std::ofstream{file, std::ios::binary} << text; }
};

TEST_F(SavedStates, ComeBackAsTheyWereWithWhereTheyComeFrom)
{
    save({0, 1, 2});
    StateReader const reader{file};
    EXPECT_EQ(reader.origin().scenario, "history");
    EXPECT_EQ(reader.origin().master_seed, origin.master_seed);
    EXPECT_EQ(reader.origin().population_seed, 7U);
    EXPECT_EQ(reader.origin().rounds, origin.rounds);
    EXPECT_EQ(reader.origin().pack_files, origin.pack_files);
    for (std::uint32_t r = 0; r < 3; ++r) {
        auto loaded = make_state(-1.0), expected = make_state(10.0 * (r + 1));
        ASSERT_TRUE(reader.fits(loaded));
        reader.load(r, loaded);
        EXPECT_TRUE(equal(loaded, expected)) << r;
    }
}

TEST_F(SavedStates, HaveTheSameBytesInWhateverOrderReplicatesAreDone)
{
    save({0, 1, 2});
    auto const in_order = store::read_file(file);
    save({2, 0, 1});
    EXPECT_EQ(store::read_file(file), in_order);
}

TEST_F(SavedStates, OfAnotherShapeDoNotFit)
{
    save({0, 1, 2});
    StateReader const reader{file};
    CarriedState other;
    other.resize(16, 3, 2);
    EXPECT_FALSE(reader.fits(other));
}

TEST_F(SavedStates, AppearOnlyWhenAllReplicatesAreThere)
{
    auto state = make_state(0.0);
    {
        StateWriter writer{file, origin, state};
        writer.put(0, state);
        writer.put(2, state);
        EXPECT_FALSE(writer.finish());
    }
    {
        StateWriter writer{file, origin, state};
        for (std::uint32_t r = 0; r < 3; ++r) writer.put(r, state);
        writer.abandon();
        EXPECT_FALSE(writer.finish());
    }
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST_F(SavedStates, ThatAreDamagedOrCutShortAreRefused)
{
    save({0, 1, 2});
    auto const whole = store::read_file(file);
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
}  // namespace concordat::cycle
