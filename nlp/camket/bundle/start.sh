#!/bin/sh
# Mở trang camket. Lần đầu cài từ thư mục này, không cần mạng.
#   sh mo-camket.sh [THƯ_MỤC_LÀM_VIỆC] [tùy chọn của "camket serve"]
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
place="$here/moi-truong"
if [ ! -w "$here" ]; then
  place="${XDG_DATA_HOME:-$HOME/.local/share}/camket/moi-truong"
fi
mark="$place/camket-@version@"

find_python() {
  for name in python@python@ python3 python; do
    if command -v "$name" >/dev/null 2>&1 &&
      "$name" -c 'import sys; sys.exit("%d.%d" % sys.version_info[:2] != "@python@")' 2>/dev/null; then
      command -v "$name"
      return
    fi
  done
}

# A folder that was moved or copied from another machine may hold an environment that no longer runs.
if [ ! -f "$mark" ] || ! "$place/bin/python" -c 'import camket' 2>/dev/null; then
  python=$(find_python)
  if [ -z "$python" ]; then
    echo "Cần Python @python@ trên máy này. Hãy nhờ quản trị cài gói python@python@ và python@python@-venv rồi chạy lại." >&2
    exit 2
  fi
  echo "Đang cài camket @version@ (chỉ lần đầu, vài phút)…"
  rm -rf "$place"
  mkdir -p "$(dirname -- "$place")"
  if ! "$python" -m venv "$place"; then
    echo "Không tạo được môi trường Python. Hãy nhờ quản trị cài gói python@python@-venv rồi chạy lại." >&2
    exit 2
  fi
  "$place/bin/python" -m pip install --quiet --disable-pip-version-check --no-cache-dir --no-index \
    --find-links "$here/wheels" "camket[web]==@version@"
  : >"$mark"
fi

folder="$here/du-lieu"
if [ $# -gt 0 ] && [ "${1#-}" = "$1" ]; then
  folder=$1
  shift
elif [ ! -w "$here" ]; then
  folder="$HOME/camket"
fi
mkdir -p "$folder"
exec "$place/bin/python" -m camket serve "$folder" "$@"
