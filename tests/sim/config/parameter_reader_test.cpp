#include "sim/config/parameter_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace concordat::config
{
namespace
{
using testing::ElementsAre;
using testing::HasSubstr;

ParameterRecord make_record(ParameterType type, Value value, std::string unit = {},
                            std::vector<std::string> choices = {})
{
    ParameterRecord record;
    record.type = type;
    record.value = std::move(value);
    record.unit = std::move(unit);
    record.choices = std::move(choices);
    return record;
}

ParameterTable make_table()
{
    ParameterTable table;
    table["audit.detection"] = make_record(ParameterType::number, 0.25, "probability");
    table["cap.per_area"] = make_record(ParameterType::integer, std::int64_t{35}, "indicators");
    table["grant.per_target"] = make_record(ParameterType::number, 40000.0, "GBP/target");
    table["grant.scheme"] =
        make_record(ParameterType::word, std::string{"threshold"}, {}, {"none", "threshold"});
    table["noise.common"] = make_record(ParameterType::number, 0.5, "sigma");
    table["pool.open"] = make_record(ParameterType::flag, true);
    return table;
}

template <class Call>
std::string complaint(Call call)
{
    try {
        call();
    } catch (std::logic_error const& error) {
        return error.what();
    }
    return "no complaint";
}

enum class Scheme
{
    none,
    threshold
};

TEST(ParameterReader, HandsOutEveryTypeAndKnowsWhatNobodyAskedFor)
{
    auto const table = make_table();
    ParameterReader in{table};
    EXPECT_EQ(in.unused().size(), 6U);
    EXPECT_EQ(in.share("audit.detection"), core::Share{0.25});
    EXPECT_EQ(in.integer("cap.per_area"), 35);
    EXPECT_EQ(in.pounds("grant.per_target"), core::Pounds{40000});
    EXPECT_EQ(in.word("grant.scheme"), "threshold");
    EXPECT_THAT(in.unused(), ElementsAre("noise.common", "pool.open"));
    EXPECT_EQ(in.sigma("noise.common"), core::Sigma{0.5});
    EXPECT_EQ(in.number("noise.common"), 0.5);
    EXPECT_TRUE(in.flag("pool.open"));
    EXPECT_THAT(in.unused(), ElementsAre());
}

TEST(ParameterReader, MapsChoicesToEnumeratorsAndInsistsThatAllAreCovered)
{
    auto const table = make_table();
    ParameterReader in{table};
    using Name = std::pair<std::string_view, Scheme>;
    EXPECT_EQ(in.choice("grant.scheme", std::array{Name{"none", Scheme::none},
                                                   Name{"threshold", Scheme::threshold}}),
              Scheme::threshold);
    EXPECT_THAT(
        complaint([&] {
            (void)in.choice("grant.scheme", std::array{Name{"threshold", Scheme::threshold}});
        }),
        HasSubstr("choice 'none' of parameter 'grant.scheme' has no enumerator"));
    EXPECT_THAT(complaint([&] {
                    (void)in.choice(
                        "grant.scheme",
                        std::array{Name{"none", Scheme::none}, Name{"other", Scheme::none},
                                   Name{"threshold", Scheme::threshold}});
                }),
                HasSubstr("an enumerator is missing in the choices"));
}

TEST(ParameterReader, TreatsAWrongPathTypeOrUnitAsAProgrammersMistake)
{
    auto const table = make_table();
    ParameterReader in{table};
    EXPECT_THAT(complaint([&] { (void)in.number("grant.per_targt"); }),
                HasSubstr("no parameter 'grant.per_targt'"));
    EXPECT_THAT(complaint([&] { (void)in.number("cap.per_area"); }),
                HasSubstr("parameter 'cap.per_area' is an integer, not a number"));
    EXPECT_THAT(complaint([&] { (void)in.pounds("noise.common"); }),
                HasSubstr("parameter 'noise.common' is in 'sigma', not in 'GBP'"));
    EXPECT_EQ(in.unused().size(), 5U)
        << "a failed unit check still counts as asked for; the others do not";
}
}  // namespace
}  // namespace concordat::config
