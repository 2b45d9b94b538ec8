import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { completeAnswers } from '@/lib/domain/evaluate';
import { readAnswers } from '@/lib/reading/reading';
import { topology } from './topology';
import { type Theme, topologyCss } from './topology-css';
import { escapeXml, topologySvg } from './topology-svg';
import { topologyText } from './topology-text';

const modelOf = (given: Record<string, string> = {}) =>
  topology(catalog, readAnswers(catalog, completeAnswers(catalog, given)));

/** Names of the elements, in order, or what is wrong: a strict reader of the XML that we write. */
function elementsOf(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const token = /<(\/?)([a-zA-Z]+)((?: [a-zA-Z-]+="[^"<]*")*)(\/?)>|([^<]+)|</g;
  for (const [whole, closing, name = '', , empty, text] of xml.matchAll(token)) {
    if (text !== undefined) {
      if (/&(?!(?:#\d+|amp|lt|gt|quot|apos);)/.test(text)) throw new Error(`entity in ${text}`);
    } else if (name === '') throw new Error(`${whole} is no tag`);
    else if (closing) {
      if (open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    } else {
      names.push(name);
      if (!empty) open.push(name);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> stays open`);
  return names;
}

const hostile = '</svg><script>alert(1)</script>" onload="x \'&amp; ]]>';

describe('topologySvg', () => {
  it('is well-formed, with a box, a label and an arrow for each', () => {
    const model = modelOf();
    const names = elementsOf(topologySvg(model));
    const count = (name: string) => names.filter((one) => one === name).length;
    expect(count('script') + count('image') + count('foreignObject')).toBe(0);
    const labels = model.boxes.flatMap((box) => box.labels).length;
    const drawn = model.arrows.filter(({ label }) => label?.text).length;
    const marks = [...model.marks, ...model.boxes.flatMap((box) => box.marks)].length;
    const others =
      model.heading.length + (model.marksTitle ? 1 : 0) + model.frames.length + model.legend.length;
    expect(count('text')).toBe(labels + drawn + marks + others);
  });

  it('needs nothing from elsewhere', () => {
    const svg = topologySvg(modelOf());
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
  });

  it('says the same to those who do not see it', () => {
    const model = modelOf();
    const svg = topologySvg(model);
    expect(svg).toContain('role="img" aria-labelledby="kt-title kt-desc"');
    expect(svg).toContain(`<desc id="kt-desc">${escapeXml(topologyText(model))}</desc>`);
  });

  it('takes the meaning from a hostile name', () => {
    const given = { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': hostile };
    for (const theme of ['auto', 'page'] as const) {
      const svg = topologySvg(modelOf(given), theme);
      expect(svg).toContain(escapeXml(hostile));
      expect(elementsOf(svg)).not.toContain('script');
      expect(svg).not.toMatch(/<script|"x|&amp;/);
    }
  });

  it('is the same for the same answers, in LF with one newline at its end', () => {
    const svg = topologySvg(modelOf());
    expect(svg).toBe(topologySvg(modelOf()));
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    expect(svg).not.toContain('\r');
  });
});

describe('its colours', () => {
  const styled = (theme: Theme) => topologySvg(modelOf(), theme);

  it('follow the system, stand light on paper, and are light where light-dark() is unknown', () => {
    expect(styled('auto')).toContain('fill:#ffffff;fill:light-dark(#ffffff,#151b1e)');
    expect(styled('auto')).toContain('.kt-topology{color-scheme:light dark}');
    expect(styled('auto')).toContain('@media print{.kt-topology{color-scheme:light}}');
  });

  it('can be fixed', () => {
    expect(styled('light')).not.toMatch(/light-dark|#151b1e/);
    expect(styled('dark')).not.toMatch(/light-dark|#ffffff/);
  });

  it('can be left to the page, which then needs no style in the picture', () => {
    expect(styled('page')).not.toMatch(/<style|style=/);
    expect(topologyCss('page')).toContain('light-dark(');
    expect(topologyCss('page')).not.toContain('color-scheme');
  });

  it('have a rule for every class that is used', () => {
    const rules = topologyCss();
    const used = [...styled('page').matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) =>
      all.split(' '),
    );
    for (const name of new Set(used)) expect(rules, name).toContain(`.${name}`);
  });

  it('differ by more than colour', () => {
    expect(topologyCss('light')).toMatch(/\.kt-operator\{[^}]*stroke-dasharray:5 3/);
    expect(topologyCss('light')).toMatch(/\.kt-off\{[^}]*stroke-dasharray:1\.5 3/);
  });

  it('give every text 4.5:1 on what it stands on', () => {
    const luminance = (hex: string) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const contrast = (one: string, other: string) => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    for (const theme of ['light', 'dark'] as const) {
      const fillOf = (name: string) =>
        new RegExp(`${name}\\{[^}]*fill:(#[0-9a-f]{6})`).exec(topologyCss(theme))?.[1] ?? '';
      const grounds = ['paper', 'frame', 'chart', 'operator'].map(fillOf);
      for (const text of ['plain', 'quiet', 'caution'].map(fillOf)) {
        for (const ground of grounds) {
          expect(contrast(text, ground), `${theme} ${text} on ${ground}`).toBeGreaterThanOrEqual(
            4.5,
          );
        }
      }
    }
  });
});

describe('escapeXml', () => {
  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\u0008c\uFFFEd\uD800e')).toBe('abcde');
    expect(escapeXml('<a href="x">&\'😀')).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;😀');
  });
});
