#pragma once

#include <string>
#include <vector>

namespace concordat::bench
{
/// Cost of one elementary operation on 4,096 aligned doubles, best of 30 runs.
struct KernelCosts
{
    double normal{};        ///< [ns] Philox draw and inverse normal
    double uniform{};       ///< [ns] Philox draw
    double root{};          ///< [ns] square root
    double division{};      ///< [ns]
    double exponential{};   ///< [ns]
    double multiply_add{};  ///< [ns] one product and one sum
    // The C library's scalar functions, for comparison
    double libm_exponential{};
    double libm_logarithm{};
    double logarithm{};
};

[[nodiscard]] KernelCosts measure_kernels();
}  // namespace concordat::bench
