#!/usr/bin/env bash
# Install the system packages that are missing, where that is allowed (root, or sudo that asks for no password); else say clearly what will not work without them.
# Usage: system.sh python|demo|bench|all
set -uo pipefail

need() { # package, probe command, what does not work without it
  if ! eval "$2" >/dev/null 2>&1; then
    packages+=("$1")
    reasons+=("  $1: without it, $3")
  fi
}

packages=()
reasons=()
case "${1:-all}" in
  python)
    need python3-venv false "uv cannot be installed" ;;
  demo | all | bench)
    need tesseract-ocr "command -v tesseract" "scanned pages stay unread"
    need tesseract-ocr-eng "tesseract --list-langs | grep -qx eng" "English scans stay unread"
    need tesseract-ocr-fas "tesseract --list-langs | grep -qx fas" "Persian scans stay unread"
    need tesseract-ocr-ara "tesseract --list-langs | grep -qx ara" "Arabic scans stay unread"
    need tesseract-ocr-osd "tesseract --list-langs | grep -qx osd" "scans that lie on their side stay unread"
    need poppler-utils "command -v pdftotext" "right-to-left PDF pages have no second reader and are OCRed"
    need libseccomp2 "ldconfig -p | grep -q libseccomp.so.2" "readers of hostile files are not held by a filter on system calls"
    archive=libarchive13
    apt-cache show libarchive13t64 >/dev/null 2>&1 && archive=libarchive13t64
    need "$archive" "ldconfig -p | grep -q libarchive.so.13" "7z, RAR, CAB, ISO and other archives stay unread" ;;
esac
if [ "${1:-all}" = bench ]; then
  for package in fonts-farsiweb fonts-sil-scheherazade fonts-kacst-one; do
    need "$package" "dpkg -s $package" "pages in its typefaces are left out of the OCR figures"
  done
  need g++ "command -v g++" "PyICU cannot be built and the other tools for names are left out of the comparison"
  need pkg-config "command -v pkg-config" "PyICU cannot be built and the other tools for names are left out of the comparison"
  need libicu-dev "pkg-config --exists icu-i18n" "PyICU cannot be built and the other tools for names are left out of the comparison"
fi
if [ "${1:-all}" != demo ] && [ "${1:-all}" != python ]; then
  need chromium "command -v chromium" "the browser tests are skipped"
  need postgresql "ls /usr/lib/postgresql/*/bin/postgres" "the tests on PostgreSQL are skipped"
  need fonts-hosny-amiri "ls /usr/share/fonts/opentype/fonts-hosny-amiri || fc-list | grep -qi amiri" "some tests of Arabic-script pages are skipped"
  need libreoffice-writer-nogui "command -v soffice || ls /usr/lib/libreoffice/program/soffice.bin" "old Word files (.doc) stay unread and their tests are skipped"
  need libreoffice-calc-nogui "ls /usr/lib/libreoffice/program/libsclo.so" "old spreadsheets of other makers stay unread"
  need libreoffice-impress-nogui "ls /usr/lib/libreoffice/program/libsdlo.so" "old slides (.ppt) stay unread and their tests are skipped"
  need fonts-noto-core "ls /usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf || fc-list | grep -qi 'Noto Naskh'" "screenshots lack Arabic-script fonts"
fi
[ ${#packages[@]} -eq 0 ] && exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  if sudo -n true 2>/dev/null; then as_root=(sudo -n); else as_root=(false); fi
fi
if command -v apt-get >/dev/null && "${as_root[@]}" true 2>/dev/null; then
  echo "Installing system packages: ${packages[*]}" >&2
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq --no-install-recommends ${packages[*]}" >/dev/null 2>&1 && exit 0
  echo "apt-get could not install them." >&2
fi
{
  echo "These system packages are missing, and you may not install them from here:"
  printf '%s\n' "${reasons[@]}"
  echo "Ask for: apt-get install ${packages[*]}"
  echo "Everything else works."
} >&2
exit 0
