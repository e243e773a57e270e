#include "sim/store/sha256.hpp"

#include <fmt/format.h>
#include <nettle/sha2.h>

#include <array>
#include <sstream>

#include "sim/store/mapped_file.hpp"

namespace concordat::store
{
std::string sha256_of_file(std::filesystem::path const& path)
{
    MappedFile const file{path};
    auto const bytes = file.bytes();
    sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.size(), reinterpret_cast<std::uint8_t const*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    std::string text;
    for (auto const byte : digest) text += fmt::format("{:02x}", byte);
    return text;
}

std::string write_sums(std::filesystem::path const& folder, std::vector<std::string> const& names)
{
    std::string text;
    for (auto const& name : names) text += fmt::format("{}  {}\n", sha256_of_file(folder / name), name);
    return text;
}

Sums read_sums(std::string const& text)
{
    constexpr std::size_t digits = 2 * SHA256_DIGEST_SIZE;
    constexpr std::string_view gap = "  ";
    Sums sums;
    std::istringstream lines{text};
    for (std::string line; std::getline(lines, line);) {
        bool const is_sum = line.size() > digits + gap.size() && line.compare(digits, gap.size(), gap) == 0 &&
                            line.find_first_not_of("0123456789abcdef") == digits;
        if (is_sum) {
            sums.emplace_back(line.substr(digits + gap.size()), line.substr(0, digits));
        } else {
            sums.emplace_back(line, "");
        }
    }
    return sums;
}
}  // namespace concordat::store
