/**
 * `auto` follows the reader's system, `light` and `dark` do not; `page` brings no style and takes
 * {@link topologyCss} from the page that it stands in.
 */
export type Theme = 'auto' | 'light' | 'dark' | 'page';

const PALETTE = {
  paper: ['#ffffff', '#151b1e'],
  frame: ['#f4f6f7', '#0e1214'],
  box: ['#ffffff', '#1b2327'],
  line: ['#7d8a92', '#6d7b83'],
  faint: ['#c3ccd1', '#3a464c'],
  text: ['#141a1d', '#e4eaed'],
  quiet: ['#4f5d65', '#9fadb5'],
  accent: ['#0b6470', '#62c6d2'],
  soft: ['#e3f1f3', '#123036'],
  caution: ['#8a4b00', '#f1b65c'],
} as const;

type Colour = keyof typeof PALETTE;

const SANS = 'ui-sans-serif,system-ui,sans-serif';
const MONO = "ui-monospace,'SF Mono','Cascadia Mono','DejaVu Sans Mono',monospace";

/**
 * Rules for the classes of the picture, all of which begin with `kt-`. Those for a page leave it to the page whether
 * it is light or dark (by `color-scheme`).
 */
export function topologyCss(theme: Theme = 'auto'): string {
  const colour = (property: string, name: Colour) => {
    const [light, dark] = PALETTE[name];
    if (theme === 'light' || theme === 'dark')
      return `${property}:${theme === 'light' ? light : dark}`;
    // Programs that do not know light-dark() keep the first.
    return `${property}:${light};${property}:light-dark(${light},${dark})`;
  };
  const fill = (name: Colour) => colour('fill', name);
  const stroke = (name: Colour, width: number) => `${colour('stroke', name)};stroke-width:${width}`;
  return [
    theme === 'auto' ? '.kt-topology{color-scheme:light dark}' : '',
    theme === 'auto' ? '@media print{.kt-topology{color-scheme:light}}' : '',
    `.kt-paper{${fill('paper')}}`,
    `.kt-frame{${fill('frame')};${stroke('faint', 1)}}`,
    `.kt-chart{${fill('box')};${stroke('line', 1.25)}}`,
    `.kt-operator{${fill('soft')};${stroke('accent', 1.25)};stroke-dasharray:5 3}`,
    `.kt-off{fill:none;${stroke('faint', 1.25)};stroke-dasharray:1.5 3}`,
    `.kt-arrow{fill:none;${stroke('line', 1.25)}}`,
    `.kt-head{${fill('line')}}`,
    `.kt-text{font-family:${SANS}}`,
    '.kt-bold{font-weight:600}',
    `.kt-mono{font-family:${MONO}}`,
    `.kt-strong,.kt-plain{${fill('text')}}`,
    `.kt-quiet{${fill('quiet')}}`,
    `.kt-caution{${fill('caution')}}`,
    `.kt-limit{fill:none;${stroke('quiet', 1.5)}}`,
  ].join('');
}
