/** The id of an answer's control, which its label points at. */
export const controlId = (key: string) => `control-${key}`;

/** The id of what an answer's field says beneath it. */
export const helpId = (key: string) => `help-${key}`;

/** The id of an answer's error. */
export const errorId = (key: string) => `error-${key}`;
