#!/bin/sh
# The step of the GitHub Action: one audit, as text for the log, SARIF for code scanning and Markdown for the summary of the job.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$0")/../.." && pwd) || exit 2
sarif=${INPUT_SARIF:-poolwright.sarif}
summary=${GITHUB_STEP_SUMMARY:-/dev/null}
output=${GITHUB_OUTPUT:-/dev/null}
page=$(mktemp) || exit 2
trap 'rm -f "$page"' EXIT

set -f # paths and options are separated at spaces, never expanded
set -- audit --format text --format "sarif=$sarif" --format "markdown=$page" --fail-on "${INPUT_FAIL_ON:-high}"
[ -n "${INPUT_BASELINE:-}" ] && set -- "$@" --baseline "$INPUT_BASELINE"
# shellcheck disable=SC2086
set -- "$@" ${INPUT_ARGS:-} ${INPUT_PATHS:-.}

"$home/poolwright" "$@"
code=$?
cat "$page" >>"$summary"
{
    echo "sarif=$sarif"
    echo "exit-code=$code"
} >>"$output"
exit "$code"
