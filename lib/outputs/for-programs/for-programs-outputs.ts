import type { Output } from '../output';

/** The routes and their parameters, for programs. */
export const openApiOutput: Output = {
  name: 'openapi',
  title: 'OpenAPI',
  file: {
    name: 'openapi.json',
    contentType: 'application/json',
    about: 'the HTTP routes and every parameter, as OpenAPI 3.1',
    takesNoAnswers: true,
    load: async () => (await import('./openapi')).openApi,
  },
};

/** The same in words, for agents. */
export const llmsTextOutput: Output = {
  name: 'llms-txt',
  title: 'For agents',
  file: {
    name: 'llms.txt',
    contentType: 'text/plain; charset=utf-8',
    about: 'the same for agents, in words',
    takesNoAnswers: true,
    load: async () => (await import('./llms-text')).llmsText,
  },
};
