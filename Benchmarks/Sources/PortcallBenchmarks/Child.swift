#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A command that runs with its output thrown away.
///
/// Not Foundation's `Process`: that one looks for the end of its child every 50 ms.
struct Child {
    private var id: pid_t = 0

    struct Failure: Error {
        let command: String
        let code: Int32
    }

    init(_ command: [String]) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        var arguments = command.map { strdup($0) } + [nil]
        defer { for argument in arguments { free(argument) } }
        let code = posix_spawnp(&id, command[0], &actions, nil, &arguments, environ)
        guard code == 0 else { throw Failure(command: command[0], code: code) }
    }

    func wait() throws {
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 {
            guard errno == EINTR else { throw Failure(command: "waitpid", code: errno) }
        }
    }
}
