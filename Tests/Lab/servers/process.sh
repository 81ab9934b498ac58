# A server of the lab as a process; to be sourced.

# begin PID-FILE LOG COMMAND...: in a session of its own, its process id kept.
begin() {
    local file=$1 log=$2
    shift 2
    setsid "$@" </dev/null >"$log" 2>&1 &
    echo $! >"$file"
}

# end PID-FILE MARK: only a process whose command line has the mark, for the id may be another's by now.
end() {
    [ -f "$1" ] || return 0
    local pid
    pid=$(cat "$1")
    rm -f "$1"
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -qF "$2" || return 0
    kill "$pid"
    for _ in $(seq 100); do [ -d "/proc/$pid" ] || return 0; sleep 0.05; done
    kill -9 "$pid"
}

# await ADDRESS PORT: until it listens, for ten seconds.
await() {
    for _ in $(seq 200); do
        if (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; then return 0; fi
        sleep 0.05
    done
    return 1
}
