#!/bin/sh
# Judges in a CI, tells the report in the forms that a CI shows, and ends as `run` ends.
#   FWCTL_DRIVER, FWCTL_MODEL   files, as for run --driver and --model
#   FWCTL_ADAPTER               a program that speaks the adapter protocol, with its arguments
#   FWCTL_ARGUMENTS             more options of `run`
#   FWCTL_OUT                   the folder of the report; conformance when it is not set
# What may be several words is split at blanks; nothing is expanded in it.
set -uf
kit="$(dirname "$0")/../../dist/kit/cli/main.js"
out="${FWCTL_OUT:-conformance}"

set --
[ -z "${FWCTL_DRIVER:-}" ] || set -- "$@" --driver "$FWCTL_DRIVER"
[ -z "${FWCTL_MODEL:-}" ] || set -- "$@" --model "$FWCTL_MODEL"
# shellcheck disable=SC2086
set -- "$@" ${FWCTL_ARGUMENTS:-} --out "$out"
# shellcheck disable=SC2086
[ -z "${FWCTL_ADAPTER:-}" ] || set -- "$@" -- $FWCTL_ADAPTER

# Those of an earlier run would be taken for forms of this one.
rm -f "$out/report.html" "$out/report.sarif" "$out/badge.json"
node "$kit" run "$@"
status=$?
# Otherwise there is no report of this run.
[ "$status" -le 2 ] || exit "$status"

node "$kit" render "$out" --format html --out "$out/report.html" || exit 3
node "$kit" render "$out" --format sarif --out "$out/report.sarif" || exit 3
node "$kit" render "$out" --format badge --out "$out/badge.json" || exit 3
if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
  node "$kit" render "$out" --format github-summary >> "$GITHUB_STEP_SUMMARY" || exit 3
  node "$kit" render "$out" --format github-annotations || exit 3
fi
exit "$status"
