#include "models/cycle/saved_state.hpp"

#include <gtest/gtest.h>

namespace concordat::cycle
{
namespace
{
/// A state whose numbers all differ.
CarriedState make_state(double first, std::int64_t areas = 8)
{
    CarriedState state;
    state.resize(areas, 3, 2);
    state.visit([&](char const*, auto& table) {
        for (Eigen::Index i = 0; i < table.size(); ++i) table.data()[i] = first++;
    });
    return state;
}

TEST(SavedState, EveryNumberComesBackFromARecord)
{
    auto const whole = make_state(1.0);
    auto state = whole;
    auto const record = write_record(state);
    auto other = make_state(-1000.0);
    read_record(std::as_bytes(std::span{record}), other);
    EXPECT_EQ(write_record(other), record);
    EXPECT_TRUE((other.need == whole.need).all());
    EXPECT_TRUE((other.standing.asking_habit == whole.standing.asking_habit).all());
}

TEST(SavedState, FieldsTellTheSizeOfARecordAndOneShapeFromAnother)
{
    auto state = make_state(0.0), larger = make_state(0.0, 16);
    store::StateOrigin const origin{.fields = list_fields(state)};
    EXPECT_EQ(write_record(state).size(), origin.record_size());
    EXPECT_EQ(origin.fields.front().name, "trust");
    EXPECT_FALSE(origin.fields == list_fields(larger));
}

TEST(SavedState, ARecordOfAnotherSizeIsAMistakeOfTheProgram)
{
    auto state = make_state(0.0);
    auto const record = write_record(state);
    auto const bytes = std::as_bytes(std::span{record});
    EXPECT_THROW(read_record(bytes.first(bytes.size() - 8), state), std::logic_error);
    auto larger = make_state(0.0, 16);
    EXPECT_THROW(read_record(bytes, larger), std::logic_error);
}
}  // namespace
}  // namespace concordat::cycle
