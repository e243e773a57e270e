#pragma once

#include <cstdint>
#include <exception>
#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "models/cycle/carried_state.hpp"
#include "sim/store/file.hpp"
#include "sim/store/hash.hpp"
#include "sim/store/mapped_file.hpp"

namespace concordat::cycle
{
/// Where saved states come from. A file of states is a line that names the format, a line of JSON
/// with this, the tables of each replicate as doubles, and a checksum of all that.
struct StateOrigin
{
    std::string program_version{};
    std::string scenario{};
    std::string pack{};                                             ///< name of the data pack
    std::vector<std::pair<std::string, std::string>> pack_files{};  ///< name and hash, by name
    std::uint64_t master_seed{};      ///< of the luck
    std::uint64_t population_seed{};  ///< of the population; the master seed unless a state was branched
    std::uint32_t replicates{};       ///< [count] 0 .. replicates - 1 are there
    std::vector<std::string> rounds{};  ///< names of the rounds that were run, in order
};

/// Writes the states of all replicates to one file, which appears under its name when it is
/// complete. Calls from several threads are allowed; the bytes do not depend on their order.
class StateWriter
{
  public:
    /// \param shape any state of the right sizes
    /// \throws store::StorageError if the file cannot be made
    StateWriter(std::filesystem::path path, StateOrigin const& origin, CarriedState& shape);
    ~StateWriter();
    StateWriter(StateWriter const&) = delete;
    StateWriter& operator=(StateWriter const&) = delete;

    /// Disk errors are kept for `finish`.
    void put(std::uint32_t replicate, CarriedState& state);
    /// A replicate failed: no file will come of this.
    void abandon();
    /// Gives the file its name. \returns false where replicates are missing; then there is no file
    /// \throws store::StorageError if the disk failed now or in `put`
    [[nodiscard]] bool finish();

  private:
    void append(std::string_view bytes);
    void write_in_order();

    std::filesystem::path path_;
    std::filesystem::path partial_;
    store::File file_;
    store::Hasher hasher_{};
    std::mutex mutex_{};
    std::map<std::uint32_t, std::string> waiting_{};  ///< records whose predecessors are missing
    std::uint32_t next_{};
    std::uint32_t replicates_{};
    bool abandoned_{};
    bool finished_{};
    std::exception_ptr failure_{};
};

/// Reads a file of states. Immutable; shared by threads.
class StateReader
{
  public:
    /// \throws core::InputError if it is no such file, cut short or damaged
    explicit StateReader(std::filesystem::path const& path);

    [[nodiscard]] StateOrigin const& origin() const { return origin_; }
    [[nodiscard]] std::string const& hash() const { return hash_; }  ///< [hex] of the whole file
    /// Whether states have the tables and sizes of this one.
    [[nodiscard]] bool fits(CarriedState& shape) const;
    /// \pre fits, and there is such a replicate
    void load(std::uint32_t replicate, CarriedState& state) const;

  private:
    store::MappedFile file_;
    StateOrigin origin_{};
    std::string fields_{};      ///< names and sizes of the tables
    std::size_t begin_{};       ///< [bytes] before the first record
    std::size_t record_size_{}; ///< [bytes]
    std::string hash_{};
};
}  // namespace concordat::cycle
