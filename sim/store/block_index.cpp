#include "sim/store/block_index.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "sim/store/file.hpp"

namespace concordat::store
{
namespace
{
/// The sum of a line's last two numbers; 0 if it is not a line of the index.
std::uint64_t end_of_block(std::string_view line)
{
    std::uint64_t fields[4]{};
    auto const* position = line.data();
    auto const* const end = line.data() + line.size();
    for (auto& field : fields) {
        auto const [next, error] = std::from_chars(position, end, field);
        if (error != std::errc{}) return 0;
        position = next == end ? next : next + 1;
    }
    return fields[2] + fields[3];
}
}  // namespace

std::string index_line(BlockPlace const& place)
{
    return fmt::format("{} {} {} {}\n", place.first_replicate, place.replicates, place.offset, place.bytes);
}

std::string index_text(std::vector<BlockPlace> const& places)
{
    std::string text;
    for (auto const& place : places) text += index_line(place);
    return text;
}

std::uint64_t read_index(std::filesystem::path const& path)
{
    if (!std::filesystem::exists(path)) return 0;
    auto const text = read_file(path);
    std::uint64_t last = 0;
    for (std::size_t start = 0, end = text.find('\n'); end != std::string::npos; end = text.find('\n', start)) {
        last = std::max(last, end_of_block(std::string_view{text}.substr(start, end - start)));
        start = end + 1;
    }
    return last;
}
}  // namespace concordat::store
