import type { Output } from '../output';

/** What must exist before the overlay is applied. */
export const preflightOutput: Output = {
  name: 'preflight',
  title: 'Preflight',
  tab: { place: 4, panel: 'preflight' },
  file: {
    name: 'PREFLIGHT.md',
    contentType: 'text/markdown; charset=utf-8',
    about: 'what must exist before the overlay is applied, with a command that proves each item',
    load: async () => (await import('./preflight')).preflightMarkdown,
  },
};

/** The same items as a script. */
export const preflightScriptOutput: Output = {
  name: 'preflight-script',
  title: 'Preflight script',
  file: {
    name: 'preflight.sh',
    contentType: 'text/x-shellscript; charset=utf-8',
    about: 'the commands of PREFLIGHT.md that only read, as a script that says what is missing',
    load: async () => (await import('./preflight-script')).preflightScript,
  },
};
