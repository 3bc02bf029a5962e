#!/usr/bin/env bash
# Installs what a test needs and is missing, as root on Debian: `installPackages.sh browsers` or `redis`. Exits with 69 where it cannot.
set -euo pipefail

packages=()
add_if_missing() { command -v "$1" > /dev/null || packages+=("$2"); }
case "$1" in
  browsers)
    add_if_missing firefox-esr firefox-esr
    add_if_missing WebKitWebDriver webkit2gtk-driver
    add_if_missing Xvfb xvfb
    add_if_missing xdotool xdotool
    ;;
  redis) add_if_missing redis-server redis-server ;;
  *)
    echo "usage: installPackages.sh browsers|redis"
    exit 64
    ;;
esac
if [ ${#packages[@]} = 0 ]; then exit; fi

if [ "$(id -u)" != 0 ] || ! grep -qx 'ID=debian' /etc/os-release 2> /dev/null; then
  echo "test:$1 cannot run here without: ${packages[*]}. On Debian, run: sudo bash scripts/installPackages.sh $1"
  exit 69
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -qq -y "${packages[@]}" < /dev/null > /dev/null
