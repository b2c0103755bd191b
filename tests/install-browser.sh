#!/usr/bin/env bash
# Makes sure that Chromium is here, which the tests of the report pages drive: Debian and its kin install it; elsewhere it says what to do.
set -u
for name in "${CHROMIUM:-chromium}" chromium chromium-browser google-chrome; do
  command -v "$name" > /dev/null 2>&1 && exit 0
done
if command -v apt-get > /dev/null 2>&1 && [ "$(id -u)" -eq 0 ]; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null && exit 0
fi
echo "Chromium is missing and cannot be installed from here: install it (Debian: apt-get install chromium) or name it in CHROMIUM=/path/to/it" >&2
exit 1
