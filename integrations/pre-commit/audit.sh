#!/bin/sh
# The pre-commit hook: audits the repository that is being committed to. Further options come from "args" of the hook.
set -u

home=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/../.." && pwd) || exit 2
exec "$home/poolwright" audit "$@" .
