import { describe, expect, it } from 'vitest';
import { catalog } from '@/lib/catalog/catalog';
import { type Given, readingOf } from '@/tests/support/reading';
import { topology, topologyText } from './topology';
import { escapeXml, TOPOLOGY_CSS, topologySvg } from './topology-svg';

const modelOf = (given: Given = {}) => topology(catalog, readingOf(given));

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

describe('topologySvg', () => {
  it('is well-formed, with a box, a label and an arrow for each, and the same in words', () => {
    const model = modelOf();
    const svg = topologySvg(model);
    const names = elementsOf(svg);
    expect(names.join(' ')).not.toMatch(/script|image|foreignObject/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|@import|href/);
    // the paper, the boxes, the legend
    expect(names.filter((one) => one === 'rect')).toHaveLength(1 + model.boxes.length + 3);
    for (const { title } of model.boxes) expect(svg).toContain(`>${title}<`);
    expect(svg.split('class="kt-arrow"')).toHaveLength(model.arrows.length + 1);
    expect(svg).toContain('role="img" aria-labelledby="kt-title kt-desc"');
    expect(svg).toContain(`<desc id="kt-desc">${escapeXml(topologyText(model))}</desc>`);
  });

  it('keeps every text within the width of a phone’s column, long names in several lines', () => {
    const given = {
      'kafka.brokers': 'kafka-bootstrap.a-very-long-name.eu-central-1.example.com:9092,b:9092',
    };
    for (const [, line = ''] of topologySvg(modelOf(given)).matchAll(/<text[^>]*>([^<]*)</g)) {
      expect(line.length, line).toBeLessThanOrEqual(70);
    }
    expect(topologySvg(modelOf(given))).toContain('>kafka-bootstrap.a-very-long<');
  });

  it('takes the meaning from a hostile name', () => {
    const hostile = '</svg><script>alert(1)</script>" onload="x \'&amp; ]]>';
    const given = { 'interactionStore.backend': 'scylla', 'scylla.localDataCenter': hostile };
    const svg = topologySvg(modelOf(given));
    expect(svg).toContain(escapeXml(hostile));
    expect(elementsOf(svg)).not.toContain('script');
    expect(svg).not.toMatch(/<script|"x|&amp;/);
  });
});

describe('its colours', () => {
  it('have a rule for every class that is used, and differ by more than colour', () => {
    const used = [...topologySvg(modelOf()).matchAll(/class="([^"]+)"/g)].flatMap(([, all = '']) =>
      all.split(' '),
    );
    for (const name of new Set(used)) expect(TOPOLOGY_CSS, name).toContain(`.${name}`);
    expect(TOPOLOGY_CSS).toMatch(/\.kt-operator\{[^}]*stroke-dasharray:5 3/);
    expect(TOPOLOGY_CSS).toMatch(/\.kt-off\{[^}]*stroke-dasharray:1\.5 3/);
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
    const fillsOf = (name: string) => {
      const fill = new RegExp(`${name}[^{}]*\\{[^}]*fill:light-dark\\(([^)]+)\\)`);
      return fill.exec(TOPOLOGY_CSS)?.[1]?.split(',') ?? [];
    };
    for (const theme of [0, 1]) {
      for (const text of ['plain', 'quiet', 'caution']) {
        for (const ground of ['paper', 'chart', 'operator']) {
          const [one = '', other = ''] = [fillsOf(text)[theme], fillsOf(ground)[theme]];
          expect(contrast(one, other), `${theme} ${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
        }
      }
    }
  });
});

it('escapes text for XML, and leaves out what XML cannot hold', () => {
  expect(escapeXml('a\u0000b\u0008c\uFFFEd\uD800e')).toBe('abcde');
  expect(escapeXml('<a href="x">&\'😀')).toBe('&#60;a href=&#34;x&#34;&#62;&#38;&#39;😀');
});
