// Packs the built web pages once, so that the server does not pack them at every request.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

const SMALLEST_BYTES = 1024;
const TEXT = /\.(js|css|html|svg|json|txt|webmanifest)$/;
const folder = 'dist/web';

for (const entry of fs.readdirSync(folder, { recursive: true, withFileTypes: true })) {
  const file = path.join(entry.parentPath, entry.name);
  if (!entry.isFile() || !TEXT.test(file) || fs.statSync(file).size < SMALLEST_BYTES) continue;
  const content = fs.readFileSync(file);
  const quality = { params: { [zlib.constants.BROTLI_PARAM_SIZE_HINT]: content.length } };
  fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(content, quality));
  fs.writeFileSync(`${file}.gz`, zlib.gzipSync(content, { level: 9 }));
}
