#!/bin/sh
# Starts a program of the API with its secrets read from files: SETTING_FILE becomes SETTING.
# A database address may carry the place holder PASSWORD, which the matching secret fills.
set -eu

read_secret() {
  file=$(printenv "$1_FILE" || true)
  [ -n "$file" ] || return 0
  [ -r "$file" ] || { echo "Die Datei $file für $1 ist nicht lesbar." >&2; exit 1; }
  value=$(cat "$file")
  [ -n "$value" ] || { echo "Die Datei $file für $1 ist leer." >&2; exit 1; }
  export "$1=$value"
}

fill_address() {
  address=$(printenv "$1" || true)
  secret=$(printenv "$2" || true)
  case "$address" in
    *:PASSWORD@*) export "$1=${address%%:PASSWORD@*}:$secret@${address#*:PASSWORD@}" ;;
  esac
}

for name in ETATLOTSE_OWNER_PASSWORD ETATLOTSE_APP_PASSWORD ETATLOTSE_PUBLIC_PASSWORD; do read_secret "$name"; done
fill_address DATABASE_URL ETATLOTSE_OWNER_PASSWORD
fill_address DATABASE_APP_URL ETATLOTSE_APP_PASSWORD
fill_address DATABASE_PUBLIC_URL ETATLOTSE_PUBLIC_PASSWORD

case "$1" in
  migrate)
    unset ETATLOTSE_OWNER_PASSWORD
    exec node --require ./dist/api/source-maps.js dist/api/migrate.js
    ;;
  api)
    unset DATABASE_URL ETATLOTSE_OWNER_PASSWORD ETATLOTSE_APP_PASSWORD ETATLOTSE_PUBLIC_PASSWORD
    exec node --require ./dist/api/source-maps.js --max-semi-space-size=16 dist/api/main.js
    ;;
  *)
    echo "Unbekanntes Programm: $1 (migrate oder api)" >&2
    exit 1
    ;;
esac
