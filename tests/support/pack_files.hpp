#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "models/scenario/pack_reader.hpp"
#include "sim/core/problem.hpp"
#include "tests/support/temporary_folder.hpp"

/// A small valid pack as texts, edits that spoil it, and what the reader says of them.
namespace concordat::test
{
using Files = std::map<std::string, std::string>;

/// pack.yaml for tables with these columns.
inline std::string explain(std::map<std::string, std::vector<std::string>> const& tables)
{
    std::string text = "name: toy\ntitle: Toy\ndescription: A small pack.\nlicence: none\ntables:\n";
    for (auto const& [table, columns] : tables) {
        text += fmt::format("  {}:\n    description: d\n    columns:\n", table);
        for (auto const& column : columns) {
            text += fmt::format("      {}: {{description: d, unit: u, source: {{assumption: test}}}}\n", column);
        }
    }
    return text;
}

inline Files toy_files()
{
    Files files;
    files["groups.csv"] =
        "kind,name\nregion,South\nregion,North\narea_type,town\nsubject_group,Safety\nsubject_group,Health\n";
    files["areas.csv"] =
        "id,name,code,region,type,two_tier,districts,population,deprivation\n"
        "7,Mayford,E7,South,town,no,0,1000,10\n"
        "3,Ashby,E3,North,town,yes,2,2000,30\n"
        "5,Brook,E5,South,town,no,0,3000,20\n";
    files["neighbours.csv"] = "area,rank,neighbour\n3,1,5\n3,2,7\n5,2,3\n5,1,7\n7,1,5\n";
    files["departments.csv"] = "code,name\nHO,Home Office\nDH,Health\n";
    files["indicators.csv"] =
        "number,name,subject_group,department,link,psa,perception,place_survey,statutory,polarity,published_count,"
        "natural_spread,natural_unit\n"
        "12,Crime,Safety,HO,psa,23,no,no,no,lower,2,,\n"
        "4,Healthy,Health,DH,dso,,yes,yes,no,higher,1,2.5,visits\n"
        "9,Tests,Health,DH,none,,no,no,yes,unclear,,,\n";
    files["partners.csv"] =
        "id,code,name,voice_only,duty_to_cooperate,reputation,grant_dependence,national_line,two_tier_only\n"
        "2,business,Business,yes,no,0,0,,no\n"
        "0,council,Council,no,yes,1,.75,,no\n"
        "1,police,Police,no,yes,.5,.8,HO;DH,no\n";
    files["base_shares.csv"] =
        "department,reason,council,police,business\nHO,why,.25,.75,0\nDH,why,.5,.5,0\n";
    files["base_share_overrides.csv"] = "indicator,reason,business,council,police\n4,why,0,1,0\n";
    files["spillovers.csv"] = "from,to,value,reason\n12,9,-.1,why\n4,12,.2,why\n";
    files["recession.csv"] = "number,effect,reason\n12,-1,why\n4,.5,why\n";
    files["salience.csv"] = "number,salience,covariate_part,residual\n4,1,1,0\n12,-1,0,-1\n9,.5,.5,0\n";
    files["pack.yaml"] = explain(
        {{"groups", {"kind", "name"}},
         {"areas", {"id", "name", "code", "region", "type", "two_tier", "districts", "population", "deprivation"}},
         {"neighbours", {"area", "rank", "neighbour"}},
         {"departments", {"code", "name"}},
         {"indicators", {"number", "name", "subject_group", "department", "link", "psa", "perception", "place_survey",
                         "statutory", "polarity", "published_count", "natural_spread", "natural_unit"}},
         {"partners", {"id", "code", "name", "voice_only", "duty_to_cooperate", "reputation", "grant_dependence",
                       "national_line", "two_tier_only"}},
         {"base_shares", {"department", "reason", "council", "police", "business"}},
         {"base_share_overrides", {"indicator", "reason", "council", "police", "business"}},
         {"spillovers", {"from", "to", "value", "reason"}},
         {"recession", {"number", "effect", "reason"}},
         {"salience", {"number", "salience", "covariate_part", "residual"}}});
    return files;
}

inline void write_files(TemporaryFolder const& folder, Files const& files)
{
    for (auto const& [name, text] : files) folder.write(name, text);
}

inline state::Pack read_toy(Files const& files)
{
    TemporaryFolder const folder;
    write_files(folder, files);
    return scenario::read_pack(folder.path());
}

/// The messages that a pack gives, without the folder and the closing line.
inline std::string messages(Files const& files)
{
    TemporaryFolder const folder;
    write_files(folder, files);
    try {
        (void)scenario::read_pack(folder.path());
    } catch (core::InputError const& error) {
        auto const text = folder.shorten(error.what());
        return text.substr(0, text.rfind('\n'));
    }
    return "no problem";
}

/// One edit of a valid pack and what it must lead to.
struct Mistake
{
    std::string file{};
    std::string from{};
    std::string to{};
    std::string message{};
};

inline Files edit(Files files, Mistake const& mistake)
{
    auto& text = files.at(mistake.file);
    auto const at = text.find(mistake.from);
    if (at == std::string::npos) throw std::logic_error{"the edit finds nothing: " + mistake.from};
    text.replace(at, mistake.from.size(), mistake.to);
    return files;
}

inline void expect_messages(std::vector<Mistake> const& mistakes)
{
    for (auto const& mistake : mistakes) {
        EXPECT_EQ(messages(edit(toy_files(), mistake)), mistake.message) << mistake.from << " -> " << mistake.to;
    }
}
}  // namespace concordat::test
