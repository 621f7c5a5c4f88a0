# shellcheck shell=bash
# Sourced by installer/run.sh and tests/run.sh: makes sure that what the build needs is there.

step() { printf '==> %s\n' "$*"; }
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

# What the build needs, then what the program needs to run: the journal's driver, the windowing plugins, the
# authorities that vouch for the providers' servers, and letters to write with.
otpdesk_packages=(
    g++ cmake ninja-build qt6-base-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
    libqt6sql6-sqlite qt6-qpa-plugins ca-certificates fonts-dejavu-core
)

# The packages that are not installed, on systems with dpkg.
missing_packages() {
    local package
    for package in "${otpdesk_packages[@]}"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)" = installed ] \
            || printf '%s\n' "$package"
    done
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

install_with_apt() {
    local missing
    mapfile -t missing < <(missing_packages)
    if [ "${#missing[@]}" -eq 0 ]; then
        step "All packages are installed"
        return
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "packages are missing, and installing them needs root or sudo. As root, run
         apt-get install ${missing[*]}
       and start this script again."
    fi
    step "Installing ${missing[*]}"
    as_root apt-get update || step "The package lists could not be fetched: going on with those that are here"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}" \
        || fail "apt-get could not install the packages (see above): ${missing[*]}"
}

check_by_hand() {
    local tool absent=()
    for tool in c++ cmake ninja; do
        command -v "$tool" >/dev/null || absent+=("$tool")
    done
    [ "${#absent[@]}" -eq 0 ] && return
    fail "not found: ${absent[*]}. Install a C++20 compiler, CMake 3.22 or newer, Ninja, and Qt 6.4 or newer with
       its base, SQLite driver and translation tools, for example:
         Fedora:   sudo dnf install gcc-c++ cmake ninja-build qt6-qtbase-devel qt6-qttools-devel
         Arch:     sudo pacman -S gcc cmake ninja qt6-base qt6-tools
         openSUSE: sudo zypper install gcc-c++ cmake ninja qt6-base-devel qt6-sql-sqlite qt6-tools-devel qt6-linguist-devel
         macOS:    brew install cmake ninja qt"
}

install_dependencies() {
    step "Looking for what the build needs"
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        install_with_apt
    else
        check_by_hand
    fi
}

# configure DIR CMAKE-ARGUMENT...
configure() {
    local dir=$1 launcher=()
    shift
    if command -v ccache >/dev/null; then
        launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
        export CCACHE_SLOPPINESS=pch_defines,time_macros # it leaves files with precompiled headers alone without
    fi
    step "Configuring $dir"
    cmake -S . -B "$dir" -G Ninja ${launcher[@]+"${launcher[@]}"} "$@" || fail "CMake could not configure $dir (see above)"
}

# build DIR [TARGET...]
build() {
    local dir=$1
    shift
    step "Building $dir"
    cmake --build "$dir" ${1:+--target "$@"} || fail "the build failed (see above)"
}
