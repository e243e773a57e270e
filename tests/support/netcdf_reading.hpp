#pragma once

#include <netcdf.h>

#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace concordat::test
{
/// Reads a netCDF file with the library's own calls; throws what it says is wrong.
class NetcdfReading
{
  public:
    explicit NetcdfReading(std::filesystem::path const& path) { check(nc_open(path.c_str(), NC_NOWRITE, &id_)); }
    NetcdfReading(NetcdfReading const&) = delete;
    NetcdfReading& operator=(NetcdfReading const&) = delete;
    ~NetcdfReading() { static_cast<void>(nc_close(id_)); }

    std::vector<std::string> dimensions(std::string const& variable) const
    {
        std::vector<std::string> names;
        for (int const d : dimension_ids(variable)) {
            char name[NC_MAX_NAME + 1]{};
            check(nc_inq_dimname(id_, d, name));
            names.emplace_back(name);
        }
        return names;
    }
    std::vector<std::size_t> shape(std::string const& variable) const
    {
        std::vector<std::size_t> lengths;
        for (int const d : dimension_ids(variable)) {
            lengths.emplace_back();
            check(nc_inq_dimlen(id_, d, &lengths.back()));
        }
        return lengths;
    }
    std::vector<double> numbers(std::string const& variable) const
    {
        std::vector<double> values(size(variable));
        check(nc_get_var_double(id_, find(variable), values.data()));
        return values;
    }
    std::vector<std::string> texts(std::string const& variable) const
    {
        std::vector<char*> pointers(size(variable));
        check(nc_get_var_string(id_, find(variable), pointers.data()));
        std::vector<std::string> texts{pointers.begin(), pointers.end()};
        check(nc_free_string(pointers.size(), pointers.data()));
        return texts;
    }
    /// Of the file where no variable is named; empty where there is none.
    std::string attribute(std::string const& variable, std::string const& name) const
    {
        int const of = variable.empty() ? NC_GLOBAL : find(variable);
        std::size_t length = 0;
        if (nc_inq_attlen(id_, of, name.c_str(), &length) != NC_NOERR) return {};
        std::string text(length, ' ');
        check(nc_get_att_text(id_, of, name.c_str(), text.data()));
        return text;
    }
    bool has(std::string const& variable) const
    {
        int of = 0;
        return nc_inq_varid(id_, variable.c_str(), &of) == NC_NOERR;
    }

  private:
    static void check(int status)
    {
        if (status != NC_NOERR) throw std::runtime_error{nc_strerror(status)};
    }
    int find(std::string const& variable) const
    {
        int of = 0;
        check(nc_inq_varid(id_, variable.c_str(), &of));
        return of;
    }
    std::vector<int> dimension_ids(std::string const& variable) const
    {
        int count = 0;
        check(nc_inq_varndims(id_, find(variable), &count));
        std::vector<int> ids(static_cast<std::size_t>(count));
        check(nc_inq_vardimid(id_, find(variable), ids.data()));
        return ids;
    }
    std::size_t size(std::string const& variable) const
    {
        std::size_t product = 1;
        for (auto const length : shape(variable)) product *= length;
        return product;
    }

    int id_{};
};
}  // namespace concordat::test
