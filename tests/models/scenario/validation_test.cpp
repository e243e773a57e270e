#include "models/scenario/validation.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/models/scenario/small_library.hpp"

namespace concordat::scenario
{
namespace
{
using testing::HasSubstr;

TEST(Validation, TellsWhatAFileIsAndFindsNothingWrongWithGoodOnes)
{
    SmallLibrary library;
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    auto const parameters = config::load_parameters(library.root() / "parameters", problems);
    auto const validate = [&](std::filesystem::path const& file) {
        return validate_file(file, catalogue, parameters, problems);
    };
    EXPECT_EQ(validate(library.root() / "regimes/lpsa_2001.yaml"), InputKind::regime);
    EXPECT_EQ(validate(library.root() / "reforms/cap_20.yaml"), InputKind::reform);
    EXPECT_EQ(validate(library.root() / "parameters/selection/cap.yaml"),
              InputKind::parameter_file);
    EXPECT_EQ(validate(library.write("design.csv", "selection.cap.per_area\n3\n")),
              InputKind::design_table);
    EXPECT_EQ(validate(library.write("doubts.yaml", "- {over: {selection.cap.per_area: [1, 2]}, label: a, reason: r}\n")),
              InputKind::assumptions);
    EXPECT_EQ(validate(library.write("ways.yaml", "- {channel: a, title: A, off: {selection.cap.per_area: 0}, reason: r}\n")),
              InputKind::channels);
    EXPECT_EQ(validate(library.write("facts.yaml", "scenarios: {a: lpsa_2001}\nfacts: [{name: n, section: s, of: a, quantity: {outcome: picks}}]\n")),
              InputKind::facts);
    EXPECT_TRUE(problems.empty()) << problems.text();
}

TEST(Validation, FindsWhatARunWouldFind)
{
    SmallLibrary library;
    core::Problems problems;
    Catalogue const catalogue{library.root(), problems};
    auto const parameters = config::load_parameters(library.root() / "parameters", problems);
    auto const complain = [&](std::string const& name, std::string const& text) {
        core::Problems found;
        (void)validate_file(library.write(name, text), catalogue, parameters, found);
        return library.shorten(found);
    };
    EXPECT_EQ(
        complain(
            "mine.yaml",
            "title: T\nchanges:\n  - {path: selection.cap.per_area, multiply: 4, reason: r}\n"),
        "mine.yaml:3:46: selection.cap.per_area = 140 (35 x 4) is outside [0, 60] targets (largest "
        "number of "
        "targets in an agreement)");
    EXPECT_THAT(
        complain("own.yaml",
                 "title: T\npack: nowhere\nchanges:\n  - {path: a.b.c, set: 4, reason: r}\n"),
        testing::AllOf(HasSubstr("own.yaml:2:7: there is no data pack 'nowhere'"),
                       HasSubstr("own.yaml:4:12: unknown path 'a.b.c'")));
    EXPECT_THAT(complain("group/file.yaml", "x:\n  value: 3\n"),
                HasSubstr("parameter 'group.file.x' lacks 'description'"));
    EXPECT_THAT(complain("doubts.yaml", "- {over: {selection.cap.per_area: [1, 99]}, label: a, reason: r}\n"),
                HasSubstr("is outside [0, 60]"));
    EXPECT_THAT(complain("broken.yaml", "x: [\n"), HasSubstr("a '[' is not closed by ']'"));
    EXPECT_TRUE(problems.empty());
}
}  // namespace
}  // namespace concordat::scenario
