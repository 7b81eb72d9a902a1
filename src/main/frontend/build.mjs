// Bundles scripts and styles into the folder given: ES modules and style sheets with a hash of their content in the name,
// and manifest.json, which maps `fill-in.js` to `fill-in-1A2B3C4D.js`. The font of printed reports goes beside the templates.
import { build } from 'esbuild';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const source = path.join(path.dirname(fileURLToPath(import.meta.url)), 'src');
const out = path.resolve(process.argv[2] ?? 'dist');
const entries = ['fill-in.js', 'review.js', 'portal.js', 'rules.js', 'sw.js', 'audit.js', 'zhibao.css', 'audit.css',
  'favicon.svg', 'process-editor.js', 'decision-editor.js', 'model-compare.js', 'workshop.css'];

// of the formats of the editors' fonts, the one that every browser of today takes
const oneFontFormat = {
  name: 'one-font-format',
  setup(builder) {
    builder.onLoad({ filter: /-font[/\\]css[/\\][a-z]+\.css$/ }, async ({ path: file }) => {
      const css = await readFile(file, 'utf8');
      const [woff2] = /url\([^)]*\.woff2[^)]*\)/.exec(css);
      return { loader: 'css', contents: css.replace(/(@font-face\s*\{)[^}]*font-family:\s*('[^']*')[^}]*\}/,
        (whole, start, family) => start + ' font-family: ' + family + '; src: ' + woff2 + " format('woff2'); }") };
    });
  },
};

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
  loader: { '.svg': 'copy', '.txt': 'text', '.woff2': 'file' },
  plugins: [oneFontFormat],
  charset: 'utf8',
  legalComments: 'none',
  entryNames: '[name]-[hash]',
  metafile: true,
});
const manifest = {};
for (const [file, { entryPoint }] of Object.entries(metafile.outputs)) {
  if (entryPoint) manifest[entryPoint] = path.basename(file);
}
const font = createRequire(import.meta.url)
  .resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf');
const print = path.resolve(out, '../../print');
await mkdir(print, { recursive: true });
// without the radicals, which share glyphs with characters: text copied from a report would hold the radicals instead
const printed = [[0x20, 0x17f], [0x370, 0x3ff], [0x2000, 0x2bff], [0x3000, 0x303f], [0x3400, 0x9fff], [0xff00, 0xffef]];
const characters = printed.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, i) => from + i));
await writeFile(path.join(print, 'NotoSerifSC.ttf'), await subsetFont(await readFile(font),
  String.fromCodePoint(...characters.slice(0, 20000)) + String.fromCodePoint(...characters.slice(20000)),
  // without ligatures, which would come back as something else when text, a SHA-256 say, is copied from a report
  { targetFormat: 'sfnt', preserveNameIds: [0, 1, 2, 13, 14], keepFeatures: [] }));
await writeFile(path.join(out, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
console.log(Object.values(manifest).join('\n'));
