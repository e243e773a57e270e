#pragma once

#include <cstddef>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/mapped_file.hpp"

namespace concordat::store
{
/// A table of doubles that every saved state holds.
struct StateField
{
    std::string name{};
    std::int64_t rows{};
    std::int64_t columns{};
    friend bool operator==(StateField const&, StateField const&) = default;
};

/// Where saved states come from, and what they hold. A file of states is a line that names the
/// format, a line of JSON with this, the tables of each replicate, and a checksum of all that.
struct StateOrigin
{
    std::string program_version{};
    std::string scenario{};
    std::string pack{};                                             ///< name of the data pack
    std::vector<std::pair<std::string, std::string>> pack_files{};  ///< name and hash, by name
    std::uint64_t master_seed{};        ///< of the luck
    std::uint64_t population_seed{};    ///< of the population; the master seed unless a state was branched
    std::uint32_t replicates{};         ///< [count] 0 .. replicates - 1 are there
    std::vector<std::string> rounds{};  ///< names of the rounds that were run, in order
    std::vector<StateField> fields{};

    /// [bytes] of one replicate
    [[nodiscard]] std::size_t record_size() const;
};

/// Writes the states of all replicates to one file, which appears under its name when it is
/// complete. Calls from several threads are allowed; the bytes do not depend on their order.
class StateFileWriter
{
  public:
    /// \throws StorageError if the file cannot be made
    StateFileWriter(std::filesystem::path const& path, StateOrigin const& origin);
    ~StateFileWriter();
    StateFileWriter(StateFileWriter const&) = delete;
    StateFileWriter& operator=(StateFileWriter const&) = delete;

    /// Disk errors are kept for `finish`. \pre the record has the size that the fields say
    void put(std::uint32_t replicate, std::string record);
    /// A replicate failed: no file will come of this.
    void abandon();
    /// Gives the file its name. \returns false where replicates are missing; then there is no file
    /// \throws StorageError if the disk failed now or in `put`
    [[nodiscard]] bool finish();

  private:
    void append(std::string_view bytes);
    void write_in_order();

    std::filesystem::path path_;
    std::filesystem::path partial_;
    File file_;
    Hasher hasher_{};
    std::mutex mutex_{};
    std::map<std::uint32_t, std::string> waiting_{};  ///< records whose predecessors are missing
    std::uint32_t next_{};
    std::uint32_t replicates_{};
    std::size_t record_size_{};  ///< [bytes]
    bool abandoned_{};
    bool finished_{};
    std::exception_ptr failure_{};
};

/// Reads a file of states. Immutable; shared by threads.
class StateFileReader
{
  public:
    /// \throws core::InputError if it is no such file, cut short or damaged
    explicit StateFileReader(std::filesystem::path const& path);

    [[nodiscard]] StateOrigin const& origin() const { return origin_; }
    [[nodiscard]] std::string const& hash() const { return hash_; }  ///< [hex] of the content
    /// \pre there is such a replicate
    [[nodiscard]] std::span<std::byte const> record(std::uint32_t replicate) const;

  private:
    MappedFile file_;
    StateOrigin origin_{};
    std::size_t begin_{};  ///< [bytes] before the first record
    std::string hash_{};
};
}  // namespace concordat::store
