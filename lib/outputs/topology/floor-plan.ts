/**
 * The fixed plan, all on a grid of 4: the chart's tiers in a column on the left, what the operator provides in one on
 * the right, and between them a lane for each of those, into which every tier that uses it turns. Calls from tier to
 * tier run in lanes of their own, left of the first column.
 */
export const WIDTH = 768;
/** Where the frames begin, and the first box in one. */
export const TOP = 72;
export const FRAME_HEAD = 32;
/** Between two boxes of a column. */
export const GAP = 12;
/** Between two lines that leave a box. */
export const STUB = 20;
/** The two frames, and their boxes' distance from them. */
export const LEFT = { x: 40, width: 276 };
export const RIGHT = { x: 496, width: 264 };
export const INNER = 12;
/** What stands on a line that leaves a tier. */
export const LABEL = { x: LEFT.x + LEFT.width + 8, room: 84 };
/** The first lane of each kind and how far apart the next ones are, going left. */
export const LANES = { right: RIGHT.x - 16, apart: 16 };
export const CALL_LANES = { right: LEFT.x - 12, apart: 12 };
