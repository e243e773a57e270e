#include "cli/machine.hpp"

#include <chrono>
#include <ctime>
#include <fstream>
#include <thread>

namespace concordat::cli
{
Machine describe_machine()
{
    Machine machine{.cores = static_cast<int>(std::thread::hardware_concurrency())};
    std::ifstream info{"/proc/cpuinfo"};
    for (std::string line; std::getline(info, line);) {
        if (line.rfind("model name", 0) != 0) continue;
        auto const colon = line.find(": ");
        if (colon != std::string::npos) machine.processor = line.substr(colon + 2);
        break;
    }
    return machine;
}

double read_clock()
{
    auto const now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration<double>{now}.count();
}

std::string write_time_of_day()
{
    std::time_t const now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    char text[sizeof "2008-06-27T09:30:00Z"];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}
}  // namespace concordat::cli
