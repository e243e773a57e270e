#pragma once

#include <cstdlib>
#include <sstream>

#include "tests/cli/program.hpp"

namespace concordat::test
{
/// What stands between two lines of backticks in a document of docs/tutorials.
struct Block
{
    std::string language{};  ///< as behind the first backticks
    std::string text{};      ///< every line with its end
    int line{};              ///< of the first backticks, from 1
};

inline std::vector<std::string> split_lines(std::string const& text)
{
    std::istringstream in{text};
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

/// All blocks of a tutorial in order.
inline std::vector<Block> read_blocks(std::string const& tutorial)
{
    std::string const fence = "```";
    std::vector<Block> blocks;
    bool inside = false;
    int number = 0;
    for (auto const& line : split_lines(read_text(std::filesystem::path{CONCORDAT_SOURCE_DIR} / "docs/tutorials" / tutorial))) {
        ++number;
        if (line.rfind(fence, 0) == 0) {
            inside = !inside;
            if (inside) blocks.push_back({line.substr(fence.size()), {}, number});
        } else if (inside) {
            blocks.back().text += line + "\n";
        }
    }
    return blocks;
}

/// Runs a script in a folder, with the built program on the path as `concordat`.
inline Ended run_script(TemporaryFolder const& folder, std::string const& interpreter, std::string const& code)
{
    std::ofstream{folder / "script", std::ios::binary} << code;
    auto const line = "cd '" + folder.path().string() + "' && PATH=\"" CONCORDAT_BINARY_DIR ":$PATH\" " + interpreter +
                      " script > printed 2> said";
    int const status = std::system(line.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_text(folder / "printed"),
            read_text(folder / "said")};
}
}  // namespace concordat::test
