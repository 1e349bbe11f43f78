#!/bin/sh
# Image step 2: server and web pages.
set -eu
node tools/bootstrap.mjs --build
test -s dist/api/main.js
test -s dist/api/source-maps.js
test -s dist/api/migrate.js
test -s dist/web/index.html
