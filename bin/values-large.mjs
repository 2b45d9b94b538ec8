#!/usr/bin/env node
// The command line. Its code is TypeScript, which Node 20 cannot run: it is bundled once, when it is first used or
// when the sources have changed. Where there are no sources, as in the image, the bundle is there already.
import { existsSync, readFileSync } from 'node:fs';

const bundler = new URL('../scripts/bundle.mjs', import.meta.url);
if (existsSync(bundler)) await (await import(bundler.href)).bundleCommand();

const { runCommand } = await import(new URL('.bundle/command-line.js', import.meta.url).href);

const { code, output, errors } = runCommand(process.argv.slice(2), {
  exists: existsSync,
  read(/** @type {string} */ file) {
    try {
      return readFileSync(file === '-' ? 0 : file, 'utf8');
    } catch {
      throw new Error(`${file === '-' ? 'Standard input' : file} cannot be read.`);
    }
  },
});
process.stderr.write(errors);
process.stdout.write(output);
process.exitCode = code;
