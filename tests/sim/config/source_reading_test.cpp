#include "sim/config/source_reading.hpp"

#include <gtest/gtest.h>

namespace concordat::config
{
namespace
{
std::string read_and_show(std::string text)
{
    core::Problems problems;
    auto const document = parse_document("x.yaml", std::move(text), problems);
    auto const source = read_source(document->root, "the source", Assumption::allowed, problems);
    return problems.empty() ? show(source) : problems.text();
}

TEST(SourceReading, ShowsADocumentOrAnAssumption)
{
    EXPECT_EQ(read_and_show("{title: Grant, seed: grant.txt, line: 5}"),
              "Grant (grant.txt, line 5)");
    EXPECT_EQ(read_and_show("{title: Grant, seed: grant.txt}"), "Grant (grant.txt)");
    EXPECT_EQ(read_and_show("{title: Grant, url: 'https://example.org'}"),
              "Grant, https://example.org");
    EXPECT_EQ(read_and_show("{assumption: none is known}"), "assumption: none is known");
}
}  // namespace
}  // namespace concordat::config
