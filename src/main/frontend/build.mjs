// Bundles scripts and styles into the folder given: ES modules and style sheets with a hash of their content in the name,
// and manifest.json, which maps `fill-in.js` to `fill-in-1A2B3C4D.js`.
import { build } from 'esbuild';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), 'src');
const out = path.resolve(process.argv[2] ?? 'dist');
const entries = ['fill-in.js', 'review.js', 'portal.js', 'zhibao.css', 'favicon.svg'];

await rm(out, { recursive: true, force: true });
await mkdir(out, { recursive: true });
const { metafile } = await build({
  absWorkingDir: source,
  entryPoints: entries,
  outdir: out,
  bundle: true,
  format: 'esm',
  target: ['es2020', 'chrome88', 'firefox85', 'safari15'],
  minify: true,
  loader: { '.svg': 'copy' },
  charset: 'utf8',
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  metafile: true,
});
const manifest = {};
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[entryPoint] = path.basename(file);
}
await writeFile(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(Object.values(manifest).join('\n'));
