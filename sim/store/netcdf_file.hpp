#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace concordat::store
{
/// A netCDF-4 file that is being written, by one thread: first everything is declared, then the
/// numbers are put in. The same calls give the same bytes with the same libraries.
/// Every function throws `StorageError` with the path and the library's reason.
///
/// Source: netCDF-4 (doi:10.5065/D6H70CW6), which is HDF5 with named dimensions; the names of
/// attributes follow the CF conventions 1.8.
class NetcdfFile
{
  public:
    explicit NetcdfFile(std::filesystem::path path);  ///< a file that is there is cleared
    NetcdfFile(NetcdfFile const&) = delete;
    NetcdfFile& operator=(NetcdfFile const&) = delete;
    ~NetcdfFile();

    static constexpr int whole_file = -1;  ///< stands for the file where an attribute's variable is asked for

    [[nodiscard]] int add_dimension(std::string const& name, std::size_t size);
    /// Doubles in chunks, shuffled and deflated; NaN stands for a missing one.
    [[nodiscard]] int add_numbers(std::string const& name, std::vector<int> const& dimensions,
                                  std::vector<std::size_t> const& chunk);
    [[nodiscard]] int add_small_numbers(std::string const& name, int dimension);
    [[nodiscard]] int add_whole_numbers(std::string const& name, int dimension);
    [[nodiscard]] int add_texts(std::string const& name, int dimension);
    /// An empty text is left out.
    void set_attribute(int variable, std::string const& name, std::string const& text);
    void end_declarations();

    /// \param start, count of a hyperslab, one per dimension
    void put_numbers(int variable, std::vector<std::size_t> const& start, std::vector<std::size_t> const& count,
                     std::span<double const> values);
    void put_small_numbers(int variable, std::span<double const> values);
    void put_whole_numbers(int variable, std::span<int const> values);
    void put_texts(int variable, std::vector<std::string> const& texts);

    /// Writes what is still in memory. Nothing can be put in afterwards.
    void close();

  private:
    [[nodiscard]] int add_variable(std::string const& name, int type, std::vector<int> const& dimensions);
    void check(int status, char const* action) const;

    std::filesystem::path path_;
    int id_{-1};
};
}  // namespace concordat::store
