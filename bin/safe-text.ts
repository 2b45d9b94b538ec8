/** Control characters, and what turns the direction of a text: a terminal obeys them. Line breaks and tabs stay. */
const CONTROLS = /(?![\n\t])[\p{Cc}\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text for a terminal and a log, whatever stood in the files that it was made from: no control character, and no line
 * that a CI reads as a command (`::error::`, `##vso[…]`, `##teamcity[…]`, `section_start:`).
 */
export const safeText = (text: string): string =>
  text
    .replace(CONTROLS, '\uFFFD')
    .replace(/^([ \t]*):(?=:)/gm, '$1: ')
    .replace(/#(?=#\w*\[)/g, '# ')
    .replace(/^([ \t]*)(?=section_(?:start|end):|--- |\+\+\+ |~~~ |\^\^\^ )/gm, '$1. ');

/** JSON that a terminal and a CI read as nothing else, and every program as the same data. */
export const safeJson = (value: unknown): string =>
  `${JSON.stringify(value, null, 2)
    .replace(CONTROLS, (one) => `\\u${(one.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`)
    .replace(/##/g, '#\\u0023')
    .replace(/::/g, ':\\u003a')}\n`;
