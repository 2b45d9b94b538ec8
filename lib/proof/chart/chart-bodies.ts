import type { UserValue } from '@/lib/domain/user-files';
import { lineCounter } from '../line-counter';
import type { ChartFile } from './chart-file';
import type { ChartPart } from './chart-parts';
import { parseTemplate } from './template/parse-template';
import { type Template, TemplateProblem } from './template/template';
import type { Bodies, Body } from './walk/walker';

interface ChartBodies extends Bodies {
  /** Files that cannot be read: they may read any value. */
  readonly unread: readonly {
    readonly file: string;
    readonly line: number;
    readonly why: string;
  }[];
}

/** Reads every template of a chart and its subcharts. Yields behind each file. */
export function* readBodies(parts: readonly ChartPart[]): Generator<undefined, ChartBodies> {
  const defines = new Map<string, Body[]>();
  const texts: Body[] = [];
  const unread: { file: string; line: number; why: string }[] = [];
  let isComposing = false;
  const files = parts.flatMap((part) => part.files.map((file) => ({ ...file, part })));
  const templates = files.filter(({ path, part }) => isTemplate(path, part));
  const hasTpl = templates.some(({ text }) => /\btpl\b/.test(text));
  const hasFiles = templates.some(({ text }) => /\.Files\b/.test(text));

  const addDefine = (name: string, body: Body) =>
    defines.set(name, [...(defines.get(name) ?? []), body]);
  const addTemplate = (file: string, { body, defines: named }: Template) => {
    for (const one of named) addDefine(one.name, { file, statements: one.body });
    return { file, statements: body };
  };
  /** A text that may be given to `tpl`: one that is no template may still be put into one. */
  const addText = (file: string, text: string, line: number) => {
    if (!hasTpl) return;
    const template = parseTemplate('\n'.repeat(line - 1) + text);
    if (template instanceof TemplateProblem) {
      isComposing ||= /\{\{[^}]*(?:\.Values\b|\binclude\b|\btemplate\b)/.test(text);
      return;
    }
    texts.push(addTemplate(file, template));
    isComposing ||= template.isComposing;
    for (const one of template.texts) addText(file, one.text, one.line);
  };

  for (const { path, text } of templates) {
    const template = parseTemplate(text);
    if (template instanceof TemplateProblem) {
      unread.push({ file: path, line: template.line, why: template.message });
    } else {
      addDefine(path, addTemplate(path, template));
      for (const one of template.texts) addText(path, one.text, one.line);
      isComposing ||= template.isComposing;
    }
    yield;
  }
  for (const { folder, values, files: own } of hasTpl ? parts : []) {
    const file = own.find(({ path }) => path === `${folder}values.yaml`);
    if (file) for (const text of textsIn(values)) addText(file.path, text, lineIn(file, text));
    yield;
  }
  for (const { path, text, part } of hasFiles ? files : []) {
    if (!isTemplate(path, part) && text.includes('{{') && !NO_SOURCE.test(path)) {
      addText(path, text, 1);
    }
  }
  return { defines, texts, isComposing, unread };
}

/** Files beside the templates that charts do not render. */
const NO_SOURCE = /(?:^|\/)values[^/]*\.ya?ml$|\.(?:md|gotmpl)$/;

/** Whether Helm reads a file as a template. */
export const isTemplate = (path: string, { folder }: ChartPart): boolean =>
  path.startsWith(`${folder}templates/`);

/** Texts among values that hold a template. */
function textsIn(value: UserValue | undefined): string[] {
  if (typeof value === 'string') return value.includes('{{') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** The line of a file in which the template of one of its values stands. */
function lineIn({ text: all }: ChartFile, text: string): number {
  const first = /\{\{.*/.exec(text)?.[0] ?? text;
  return lineCounter(all)(all.indexOf(first));
}
