#!/bin/sh
# Image step 1: the packages. Needs package.json, package-lock.json and the zero-dependency tools only.
set -eu
node tools/bootstrap.mjs
