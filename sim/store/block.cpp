#include "sim/store/block.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "sim/core/check.hpp"
#include "sim/store/hash.hpp"

namespace concordat::store
{
namespace
{
static_assert(std::endian::native == std::endian::little, "blocks are written as they lie in memory");

/// As it stands in the file: no padding, fields in this order.
struct Header
{
    std::array<char, 8> magic{'C', 'C', 'D', 'B', 'L', 'K', '0', '1'};
    std::uint32_t first_replicate{};
    std::uint32_t replicates{};
    std::uint32_t scenarios{};
    std::uint32_t columns{};
    std::uint32_t failures{};
    std::uint32_t reserved{};
    std::uint64_t payload_bytes{};  ///< values, failures, zeros up to a multiple of 8
    std::uint64_t plan_fingerprint{};
    Digest checksum{};              ///< of the header with this field zero, then the payload
};
static_assert(sizeof(Header) == 64);

void append(std::vector<std::byte>& out, void const* data, std::size_t bytes)
{
    auto const before = out.size();
    out.resize(before + bytes);
    if (bytes > 0) std::memcpy(out.data() + before, data, bytes);
}

void append_failure(std::vector<std::byte>& out, CellFailure const& failure)
{
    std::array<std::uint32_t, 3> const head{failure.replicate, failure.scenario,
                                            static_cast<std::uint32_t>(failure.message.size())};
    append(out, head.data(), sizeof head);
    append(out, failure.message.data(), failure.message.size());
}

Digest checksum_of(Header header, std::span<std::byte const> payload)
{
    header.checksum = {};
    Hasher hasher;
    hasher.add(std::as_bytes(std::span{&header, 1}));
    hasher.add(payload);
    return hasher.digest();
}

/// Reads the failures behind the values. \return false if they do not fit
bool read_failures(std::span<std::byte const> bytes, std::uint32_t count, std::vector<CellFailure>& out)
{
    for (std::uint32_t i = 0; i < count; ++i) {
        std::array<std::uint32_t, 3> head{};
        if (bytes.size() < sizeof head) return false;
        std::memcpy(head.data(), bytes.data(), sizeof head);
        bytes = bytes.subspan(sizeof head);
        if (bytes.size() < head[2]) return false;
        out.push_back({head[0], head[1], std::string{reinterpret_cast<char const*>(bytes.data()), head[2]}});
        bytes = bytes.subspan(head[2]);
    }
    return true;
}

/// Reads the blocks of one file in order.
class Scanner
{
  public:
    Scanner(StudyPlan const& plan, std::span<std::byte const> file)
        : plan_{plan}, file_{file}, fingerprint_{fingerprint(plan)}, next_replicate_{plan.first_replicate}
    {
    }

    BlockScan scan()
    {
        if (file_.size() < block_file_magic.size() ||
            std::memcmp(file_.data(), block_file_magic.data(), block_file_magic.size()) != 0) {
            result_.damage = "the file's first bytes are not those of a block file";
            return result_;
        }
        result_.good_bytes = block_file_magic.size();
        while (result_.damage.empty() && result_.good_bytes < file_.size()) result_.damage = take_block();
        return result_;
    }

  private:
    /// Takes the block at `good_bytes`. \return what is wrong with it
    std::string take_block()
    {
        auto const rest = file_.subspan(result_.good_bytes);
        Header header;
        if (rest.size() < sizeof header) return "a block's header is cut off";
        std::memcpy(&header, rest.data(), sizeof header);
        if (auto const wrong = check(header); !wrong.empty()) return wrong;
        if (header.payload_bytes > rest.size() - sizeof header) return "a block is cut off";
        auto const payload = rest.subspan(sizeof header, header.payload_bytes);
        if (checksum_of(header, payload) != header.checksum) return "a block's checksum is wrong";
        std::vector<CellFailure> failures;
        if (!read_failures(payload.subspan(value_bytes(header)), header.failures, failures)) {
            return "a block's list of failures is wrong";
        }
        keep(header, failures);
        return {};
    }

    [[nodiscard]] std::string check(Header const& header) const
    {
        if (header.magic != Header{}.magic) return "there is no block where one should begin";
        if (header.plan_fingerprint != fingerprint_ || header.scenarios != plan_.scenarios.size() ||
            header.columns != plan_.row_size()) {
            return "a block belongs to another study";
        }
        if (header.first_replicate != next_replicate_ || header.replicates == 0 ||
            header.replicates > plan_.end_replicate() - next_replicate_) {
            return "a block's replicates do not follow on those before";
        }
        if (value_bytes(header) > header.payload_bytes) return "a block's size is wrong";
        return {};
    }

    [[nodiscard]] std::uint64_t value_bytes(Header const& header) const
    {
        return header.replicates * plan_.replicate_size() * sizeof(double);
    }

    void keep(Header const& header, std::vector<CellFailure> const& failures)
    {
        auto const bytes = sizeof(Header) + header.payload_bytes;
        result_.blocks.push_back({result_.good_bytes, bytes, header.first_replicate, header.replicates});
        result_.failures.insert(result_.failures.end(), failures.begin(), failures.end());
        result_.good_bytes += bytes;
        next_replicate_ += header.replicates;
    }

    StudyPlan const& plan_;
    std::span<std::byte const> file_;
    std::uint64_t fingerprint_;
    std::uint32_t next_replicate_;
    BlockScan result_{};
};
}  // namespace

std::uint64_t BlockPlace::values_offset() const { return offset + sizeof(Header); }

std::vector<std::byte> encode_block(StudyPlan const& plan, std::uint64_t plan_fingerprint, std::uint32_t first_replicate,
                                    std::span<double const> values, std::span<CellFailure const> failures)
{
    auto const per_replicate = plan.replicate_size();
    core::require(per_replicate > 0 && !values.empty() && values.size() % per_replicate == 0,
                  "a block holds whole replicates");
    std::vector<std::byte> out(sizeof(Header));
    append(out, values.data(), values.size_bytes());
    for (auto const& failure : failures) append_failure(out, failure);
    out.resize((out.size() + 7) / 8 * 8);
    Header header;
    header.first_replicate = first_replicate;
    header.replicates = static_cast<std::uint32_t>(values.size() / per_replicate);
    header.scenarios = static_cast<std::uint32_t>(plan.scenarios.size());
    header.columns = static_cast<std::uint32_t>(plan.row_size());
    header.failures = static_cast<std::uint32_t>(failures.size());
    header.payload_bytes = out.size() - sizeof header;
    header.plan_fingerprint = plan_fingerprint;
    header.checksum = checksum_of(header, std::span{out}.subspan(sizeof header));
    std::memcpy(out.data(), &header, sizeof header);
    return out;
}

BlockScan scan_blocks(StudyPlan const& plan, std::span<std::byte const> file) { return Scanner{plan, file}.scan(); }
}  // namespace concordat::store
