"""Sets the program up and opens it, or passes its tests: `python3 packaging/dev.py run` and `python3 packaging/dev.py test`.

Only the standard library, and nothing a very old Python could not read, so that it can say what is wrong.
"""

import ctypes
import hashlib
import os
import shutil
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
LOCKS = {"run": "requirements-runtime.lock", "test": "requirements.lock"}
OLDEST = (3, 11)
WINDOWS = os.name == "nt"
PYTHON = os.path.join(VENV, "Scripts", "python.exe") if WINDOWS else os.path.join(VENV, "bin", "python")

# What Qt needs of the system: library -> package for apt, dnf, pacman, zypper.
LIBRARIES = {
    "libglib-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    "libgthread-2.0.so.0": ("libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    "libEGL.so.1": ("libegl1", "libglvnd-egl", "libglvnd", "libEGL1"),
    "libGL.so.1": ("libgl1", "libglvnd-glx", "libglvnd", "libGL1"),
    "libX11.so.6": ("libx11-6", "libX11", "libx11", "libX11-6"),
    "libdbus-1.so.3": ("libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    "libfontconfig.so.1": ("libfontconfig1", "fontconfig", "fontconfig", "fontconfig"),
    "libfreetype.so.6": ("libfreetype6", "freetype", "freetype2", "libfreetype6"),
    "libxkbcommon.so.0": ("libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
    "libX11-xcb.so.1": ("libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    "libxcb-cursor.so.0": ("libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    "libxcb-icccm.so.4": ("libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    "libxcb-image.so.0": ("libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"),
    "libxcb-randr.so.0": ("libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    "libxcb-render-util.so.0": ("libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil", "libxcb-render-util0"),
    "libxcb-shape.so.0": ("libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    "libxcb-sync.so.1": ("libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    "libxcb-util.so.1": ("libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    "libxcb-xfixes.so.0": ("libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    "libxcb-xkb.so.1": ("libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", "libxkbcommon-x11-0"),
    "libwayland-client.so.0": ("libwayland-client0", "libwayland-client", "wayland", "libwayland-client0"),
    "libwayland-cursor.so.0": ("libwayland-cursor0", "libwayland-cursor", "wayland", "libwayland-cursor0"),
    "libwayland-egl.so.1": ("libwayland-egl1", "libwayland-egl", "wayland", "libwayland-egl1"),
}
INSTALLERS = (("apt-get", "apt-get install -y"), ("dnf", "dnf install"), ("pacman", "pacman -S"), ("zypper", "zypper install"))


def say(words):
    sys.stderr.write(words + "\n")
    sys.stderr.flush()


def fail(words):
    say(words)
    sys.exit(3)


def fit_python():
    """Go on in a Python that is new enough, if one is on this machine."""
    if sys.version_info >= OLDEST:
        return
    for minor in (13, 12, 11, 14):
        found = shutil.which("python3.%d" % minor)
        if found and subprocess.call([found, "-c", "import sys; sys.exit(sys.version_info < (3, 11))"]) == 0:
            os.execv(found, [found, os.path.abspath(__file__)] + sys.argv[1:])
    fail("Networking Desk needs Python 3.11 or newer; this is %s. Install a newer one and try again." % sys.version.split()[0])


def as_root():
    return hasattr(os, "geteuid") and os.geteuid() == 0


def apt(packages):
    """Install Debian packages; only called as root."""
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    say("Installing from the system: " + " ".join(packages))
    subprocess.call(["apt-get", "update", "-qq"], env=quiet, stdout=subprocess.DEVNULL)
    return subprocess.call(["apt-get", "install", "-y", "-qq", "--no-install-recommends"] + packages, env=quiet, stdout=subprocess.DEVNULL) == 0


def make_venv():
    if os.path.exists(VENV):
        if not os.path.exists(os.path.join(VENV, "pyvenv.cfg")):
            fail("%s is there and is no virtual environment. Move it away and try again." % VENV)
        shutil.rmtree(VENV)
    say("Making the virtual environment in .venv (once; about half a minute)")
    if subprocess.call([sys.executable, "-m", "venv", VENV], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return
    shutil.rmtree(VENV, ignore_errors=True)
    packages = ["python3-venv", "python%d.%d-venv" % sys.version_info[:2]]
    if as_root() and shutil.which("apt-get") and (apt(packages) or apt(packages[:1])):
        subprocess.check_call([sys.executable, "-m", "venv", VENV])
        return
    fail("This Python cannot make a virtual environment. On Debian and Ubuntu: sudo apt-get install %s" % " ".join(packages))


def stamp_of(lock):
    with open(lock, "rb") as file:
        return hashlib.sha256(file.read() + sys.version.encode() + ROOT.encode()).hexdigest()


def install(what):
    """Bring the environment to the lock; nothing is done when the stamp says that it is there already."""
    stamps = {name: os.path.join(VENV, "stamp-" + name) for name in LOCKS}
    for name in ("test", "run") if what == "run" else ("test",):
        lock = os.path.join(ROOT, "packaging", LOCKS[name])
        if os.path.exists(stamps[name]):
            with open(stamps[name]) as file:
                if file.read() == stamp_of(lock):
                    return
    lock = os.path.join(ROOT, "packaging", LOCKS[what])
    fresh = os.path.exists(stamps["run"]) and open(stamps["run"]).read() == stamp_of(os.path.join(ROOT, "packaging", LOCKS["run"]))
    if not fresh:
        make_venv()
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-input", "--require-hashes", "--only-binary", ":all:", "--no-deps"]
    if subprocess.call(command + ["-r", lock]) != 0:
        fail("The packages could not be installed. Is there a network? Nothing else was changed.")
    with open(stamps[what], "w") as file:  # last, so that an interrupted set-up is done again
        file.write(stamp_of(lock))


def system_libraries():
    """Make sure of the shared libraries that Qt needs on Linux."""
    if not sys.platform.startswith("linux"):
        return
    missing = []
    for library in LIBRARIES:
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(library)
    if not missing:
        return
    if as_root() and shutil.which("apt-get") and apt(sorted({LIBRARIES[m][0] for m in missing})):
        return
    for column, (tool, command) in enumerate(INSTALLERS):
        if shutil.which(tool):
            fail("Some system libraries are missing. Install them with:\n  sudo %s %s" % (command, " ".join(sorted({LIBRARIES[m][column] for m in missing}))))
    fail("Some system libraries are missing: " + " ".join(missing))


def display_answers():
    """Whether there is a screen to open a window on."""
    if not sys.platform.startswith("linux") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    if not os.environ.get("DISPLAY"):
        return False
    try:
        x11 = ctypes.CDLL("libX11.so.6")
        x11.XOpenDisplay.restype = ctypes.c_void_p
        return bool(x11.XOpenDisplay(None))
    except OSError:
        return False


def run(arguments):
    command = [PYTHON, "-m", "networking_desk"] + arguments
    environment = dict(os.environ, PYTHONPATH=ROOT + os.pathsep * bool(os.environ.get("PYTHONPATH")) + os.environ.get("PYTHONPATH", ""))
    if not arguments and not display_answers():
        picture = os.path.join(ROOT, "networking-desk.png")
        environment["QT_QPA_PLATFORM"] = "offscreen"
        code = subprocess.call(command + ["--picture", picture], env=environment)
        if code == 0:
            say("There is no screen here, so the window was opened off screen once. Its picture: " + picture)
        return code
    return subprocess.call(command, env=environment)


def test(arguments):
    return subprocess.call([PYTHON, "-m", "pytest"] + arguments, cwd=ROOT)


def lock():
    """Make the locks again from pyproject.toml; for developers who have uv."""
    options = ["--universal", "--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links", "--python-version", "3.11", "--quiet"]
    for name, groups in (("requirements-runtime.lock", []), ("requirements.lock", ["--group", "pyproject.toml:dev"])):
        out = os.path.join("packaging", name)
        subprocess.check_call(["uv", "pip", "compile", "pyproject.toml"] + groups + options + ["-o", out], cwd=ROOT)
    return 0


def main():
    verbs = {"run": run, "test": test}
    what = sys.argv[1] if len(sys.argv) > 1 else ""
    if what == "lock":
        return lock()
    if what not in verbs:
        say("Usage: python3 packaging/dev.py run [what the program takes]\n       python3 packaging/dev.py test [what pytest takes]\n       python3 packaging/dev.py lock")
        return 2
    fit_python()
    install(what)
    system_libraries()
    return verbs[what](sys.argv[2:])


if __name__ == "__main__":
    sys.exit(main())
