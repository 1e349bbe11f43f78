import { setSourceMapsSupport } from 'node:module';

/**
 * Loaded before a program of the API: stack traces name our own files and lines. `--enable-source-maps` would also keep
 * the maps of every package in memory, 50 MB that nobody reads (docs/performance.md).
 */
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
