#pragma once

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "tests/support/temporary_folder.hpp"

namespace concordat::test
{
inline std::string read_text(std::filesystem::path const& path)
{
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

/// How the program ended.
struct Ended
{
    int code{};  ///< exit code; 128 + n after signal n
    std::string out{};
    std::string err{};

    [[nodiscard]] bool says(std::string const& text) const
    {
        return out.find(text) != std::string::npos || err.find(text) != std::string::npos;
    }
};

/// The built program as a child process, its output in files of a temporary folder.
class Program
{
  public:
    using Environment = std::map<std::string, std::string>;

    explicit Program(std::vector<std::string> arguments, Environment const& environment = {})
    {
        arguments.insert(arguments.begin(), CONCORDAT_BINARY_DIR "/concordat");
        std::vector<char*> argv;
        for (auto& one : arguments) argv.push_back(one.data());
        argv.push_back(nullptr);
        auto const out = (folder_ / "out").string();
        auto const err = (folder_ / "err").string();
        id_ = ::fork();
        if (id_ != 0) return;
        redirect(out, STDOUT_FILENO);
        redirect(err, STDERR_FILENO);
        for (auto const& [name, value] : environment) ::setenv(name.c_str(), value.c_str(), 1);
        ::execv(argv[0], argv.data());
        ::_exit(127);
    }
    ~Program()
    {
        if (id_ <= 0) return;
        ::kill(id_, SIGKILL);
        (void)wait();
    }
    Program(Program const&) = delete;
    Program& operator=(Program const&) = delete;

    void send(int signal) const { ::kill(id_, signal); }

    Ended wait()
    {
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status),
                read_text(folder_ / "out"), read_text(folder_ / "err")};
    }

  private:
    static void redirect(std::string const& path, int descriptor)
    {
        int const file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
        if (file < 0 || ::dup2(file, descriptor) < 0) ::_exit(127);
    }

    TemporaryFolder folder_{};
    pid_t id_{};
};

inline Ended run(std::vector<std::string> arguments, Program::Environment const& environment = {})
{
    return Program{std::move(arguments), environment}.wait();
}

/// Waits until something is there, at most half a minute.
template <class Condition>
void wait_until(Condition const& holds)
{
    for (int i = 0; i < 6000; ++i) {
        if (holds()) return;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    throw std::runtime_error{"waited in vain"};
}
}  // namespace concordat::test
