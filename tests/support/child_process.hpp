#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <functional>

namespace concordat::test
{
/// A copy of this process that does one thing: what is to be killed, starved or locked out.
class ChildProcess
{
  public:
    /// \param work runs in the child; its value is the child's exit status, 99 if it throws
    explicit ChildProcess(std::function<int()> const& work) : id_{::fork()}
    {
        if (id_ != 0) return;
        int status = 99;
        try {
            status = work();
        } catch (...) {
        }
        ::_exit(status);
    }
    ~ChildProcess()
    {
        if (id_ > 0) kill_and_wait();
    }
    ChildProcess(ChildProcess const&) = delete;
    ChildProcess& operator=(ChildProcess const&) = delete;

    /// kill -9. \return whether it came before the child had ended
    bool kill_and_wait()
    {
        ::kill(id_, SIGKILL);
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return WIFSIGNALED(status);
    }

    /// \return the exit status, or -1 if the child did not end by itself
    int wait()
    {
        int status = 0;
        ::waitpid(id_, &status, 0);
        id_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

  private:
    pid_t id_;
};
}  // namespace concordat::test
