#include "sim/store/netcdf_file.hpp"

#include <fmt/format.h>
#include <netcdf.h>

#include <limits>
#include <utility>

#include "sim/core/check.hpp"
#include "sim/store/storage_error.hpp"

namespace concordat::store
{
namespace
{
constexpr int deflate_level = 1;  // doubles of simulated results hardly shrink more at a higher one
}  // namespace

NetcdfFile::NetcdfFile(std::filesystem::path path) : path_{std::move(path)}
{
    // An absolute path is never taken for an address on the network.
    auto const name = std::filesystem::absolute(path_).string();
    check(nc_create(name.c_str(), NC_NETCDF4 | NC_CLOBBER, &id_), "write");
}

NetcdfFile::~NetcdfFile()
{
    if (id_ >= 0) static_cast<void>(nc_close(id_));  // the file is given up: there is nobody to tell
}

void NetcdfFile::check(int status, char const* action) const
{
    if (status == NC_NOERR) return;
    throw StorageError{path_, fmt::format("cannot {}: {}", action, nc_strerror(status))};
}

int NetcdfFile::add_dimension(std::string const& name, std::size_t size)
{
    core::require(size > 0, "a dimension of a netCDF file has a length");
    int id = 0;
    check(nc_def_dim(id_, name.c_str(), size, &id), "declare a dimension");
    return id;
}

int NetcdfFile::add_variable(std::string const& name, int type, std::vector<int> const& dimensions)
{
    int id = 0;
    check(nc_def_var(id_, name.c_str(), type, static_cast<int>(dimensions.size()), dimensions.data(), &id),
          "declare a variable");
    return id;
}

int NetcdfFile::add_numbers(std::string const& name, std::vector<int> const& dimensions,
                            std::vector<std::size_t> const& chunk)
{
    constexpr int yes = 1;
    constexpr double missing = std::numeric_limits<double>::quiet_NaN();
    int const id = add_variable(name, NC_DOUBLE, dimensions);
    check(nc_def_var_chunking(id_, id, NC_CHUNKED, chunk.data()), "set the chunks of a variable");
    check(nc_def_var_deflate(id_, id, yes, yes, deflate_level), "set the compression of a variable");
    check(nc_def_var_fill(id_, id, NC_FILL, &missing), "set the missing value of a variable");
    // Whole chunks are written at once, so that none has to be kept in memory.
    check(nc_set_var_chunk_cache(id_, id, 0, 0, 0.0F), "set the memory of a variable");
    return id;
}

int NetcdfFile::add_small_numbers(std::string const& name, int dimension)
{
    return add_variable(name, NC_DOUBLE, {dimension});
}

int NetcdfFile::add_whole_numbers(std::string const& name, int dimension)
{
    return add_variable(name, NC_INT, {dimension});
}

int NetcdfFile::add_texts(std::string const& name, int dimension) { return add_variable(name, NC_STRING, {dimension}); }

void NetcdfFile::set_attribute(int variable, std::string const& name, std::string const& text)
{
    static_assert(whole_file == NC_GLOBAL);
    if (text.empty()) return;
    check(nc_put_att_text(id_, variable, name.c_str(), text.size(), text.data()), "write an attribute");
}

void NetcdfFile::end_declarations() { check(nc_enddef(id_), "write"); }

void NetcdfFile::put_numbers(int variable, std::vector<std::size_t> const& start, std::vector<std::size_t> const& count,
                             std::span<double const> values)
{
    std::size_t size = 1;
    for (auto const length : count) size *= length;
    core::require(size == values.size(), "a hyperslab has one value per place");
    check(nc_put_vara_double(id_, variable, start.data(), count.data(), values.data()), "write");
}

void NetcdfFile::put_small_numbers(int variable, std::span<double const> values)
{
    check(nc_put_var_double(id_, variable, values.data()), "write");
}

void NetcdfFile::put_whole_numbers(int variable, std::span<int const> values)
{
    check(nc_put_var_int(id_, variable, values.data()), "write");
}

void NetcdfFile::put_texts(int variable, std::vector<std::string> const& texts)
{
    std::vector<char const*> pointers;
    for (auto const& text : texts) pointers.push_back(text.c_str());
    check(nc_put_var_string(id_, variable, pointers.data()), "write");
}

void NetcdfFile::close() { check(nc_close(std::exchange(id_, -1)), "write"); }
}  // namespace concordat::store
