/** What is drawn, in a square of 16. A name that a state or a kind of limit needs and that is not here is a type error. */
const PATHS = {
  caution: 'M8 2 15 14H1zM8 6.5v3.2M8 11.8v.1',
  'to-fill-in': 'm2.7 13.3.7-3.1 7.4-7.4 2.4 2.4-7.4 7.4zM9.1 4.5l2.4 2.4',
  accepted: 'M13.6 7a5.8 5.8 0 1 1-3.3-4.3M5.2 7.6l2.6 2.6L14 3.6',
  limit: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM8 7.4v3.6M8 4.9V5',
  problem: 'M5.2 1.8h5.6l3.4 3.4v5.6l-3.4 3.4H5.2l-3.4-3.4V5.2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  help: 'M8 1.8a6.2 6.2 0 1 0 .01 0zM6.2 6.4a1.9 1.9 0 1 1 2.7 1.7c-.7.4-.9.7-.9 1.4M8 11.6v.1',
  ok: 'm2.5 8.5 3.5 3.5 7.5-8',
  changed: 'M2 9.2c1.6-3.4 4-3.4 6-1.2s4.4 2.2 6-1.2',
  reached: 'm2.5 8.5 3.5 3.5 7.5-8',
  differs: 'M3 6h10M3 10h10M11 2.5 5 13.5',
  nowhere: 'M8 2.2a5.8 5.8 0 1 0 .01 0zM4 12l8-8',
  present: 'M8 7.2a.8.8 0 1 0 .01 0zM8 6.4a1.6 1.6 0 1 0 .01 0z',
  listed: 'M8 4.4a3.6 3.6 0 1 0 .01 0z',
  unknown: 'M5.3 6a2.7 2.7 0 1 1 4 2.3C8.3 8.9 8 9.3 8 10.3M8 13.2v.1',
  'not-listed': 'M3.5 8h9',
  chevron: 'm6 3.5 4.5 4.5L6 12.5',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6h7a3.7 3.7 0 0 1 0 7.4H6',
  redo: 'm10.5 3 3 3-3 3M13.5 6h-7a3.7 3.7 0 0 0 0 7.4H10',
  reset: 'M2.5 8a5.5 5.5 0 1 0 1.8-4.1M2.5 2v3h3',
  open: 'M8 10.5v-8M5 5.5l3-3 3 3M2.5 10v3.5h11V10',
  check: 'm2 4 1.3 1.3L5.5 3M2 10.5l1.3 1.3 2.2-2.3M8.5 4.5H14M8.5 11H14',
  compare: 'm10.5 2.5 3 3-3 3M13.5 5.5H4M5.5 7.5l-3 3 3 3M2.5 10.5H12',
  theme: 'M8 2.3a5.7 5.7 0 1 0 .01 0zM8 2.3v11.4M10 3.2v9.6M12 4.5v7',
  search: 'M7 2.5a4.5 4.5 0 1 0 .01 0zM10.5 10.5 14 14',
  left: 'M13.5 8h-11M6.5 4l-4 4 4 4',
  right: 'M2.5 8h11M9.5 4l4 4-4 4',
  download: 'M8 2.5v8M5 7.5l3 3 3-3M2.5 13.5h11',
  fold: 'M3.5 6 8 10.5 12.5 6',
  taller: 'M8 2v12M5 5l3-3 3 3M5 11l3 3 3-3',
  more: 'M3 7.3a.7.7 0 1 0 .01 0zM8 7.3a.7.7 0 1 0 .01 0zM13 7.3a.7.7 0 1 0 .01 0z',
  list: 'M6 4h8M6 8h8M6 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1',
  file: 'M3.5 1.8H9l3.5 3.5v8.9h-9zM9 1.8v3.5h3.5',
};

export type IconName = keyof typeof PATHS;

/** A sign in the colour of the text beside it, which says the same in words. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className={`icon icon-${name}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
