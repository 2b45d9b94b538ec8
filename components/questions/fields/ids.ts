/** The id of an answer's control, which its label points at. */
export const controlId = (key: string) => `control-${key}`;

/** The id of what an answer's field says beneath it. */
export const helpId = (key: string) => `help-${key}`;

/** The id of what a render made of an answer. */
export const proofId = (key: string) => `proof-${key}`;

/** The id of an answer's error. */
export const errorId = (key: string) => `error-${key}`;

/** What describes an answer's control: its error, its help, and what a render made of it. */
export const described = (key: string, isWrong: boolean, isMarked: boolean) =>
  `${isWrong ? `${errorId(key)} ` : ''}${helpId(key)}${isMarked ? ` ${proofId(key)}` : ''}`;
