#!/usr/bin/env node
// The command line. Its code is TypeScript, which Node 20 cannot run: it is bundled once, when it is first used or
// when the sources have changed. Where there are no sources, as in the image, the bundle is there already.
import { existsSync, readFileSync } from 'node:fs';

/** Ends with 2 and a sentence. @param {string} sentence */
function give(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** @type {Record<string, string>} */
const REASONS = {
  EACCES: 'there is no permission to write',
  EPERM: 'there is no permission to write',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

// A pipe that closes early wants no more: that is no error.
process.stdout.on('error', (error) => {
  if (codeOf(error) === 'EPIPE') process.exit();
  give(`The result cannot be written: ${REASONS[codeOf(error)] ?? error.message}.`);
});
process.stderr.on('error', () => {});

const bundler = new URL('../scripts/bundle.mjs', import.meta.url);
try {
  if (existsSync(bundler)) await (await import(bundler.href)).bundleCommand();
} catch (error) {
  const reason = REASONS[codeOf(error)];
  if (!reason) throw error;
  give(
    `values-large is built in its own folder bin/.bundle when it is first used, and ${reason} there.`,
  );
}

const { runCommand } = await import(new URL('.bundle/command-line.js', import.meta.url).href);
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

const { code, output, errors } = await runCommand(process.argv.slice(2), version);
process.exitCode = code;
process.stderr.write(errors);
process.stdout.write(output);
