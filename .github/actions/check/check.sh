#!/usr/bin/env bash
# The step of action.yml: from its inputs to a command line. Ends with the exit code of the check.
set -u
arguments=(--format github "--format=sarif=$SARIF" "--fail-on=$FAIL_ON")
[ -z "$CONFIG" ] || arguments+=("--config=$CONFIG")
[ -z "$BASELINE" ] || arguments+=("--baseline=$BASELINE")
[ -z "$CHANGED_SINCE" ] || arguments+=("--changed-since=$CHANGED_SINCE")
[ -z "$MAX_WARNINGS" ] || arguments+=("--max-warnings=$MAX_WARNINGS")
[ "$REDACT" != true ] || arguments+=(--redact)
paths=()
while IFS= read -r path; do
  [ -z "$path" ] || paths+=("$path")
done <<< "$PATHS"

rulesengine check "${arguments[@]}" -- "${paths[@]}"
code=$?
echo "exit-code=$code" >> "$GITHUB_OUTPUT"
exit "$code"
