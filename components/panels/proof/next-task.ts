/** Lets the page draw and take keys before the work goes on. */
export const nextTask = (): Promise<void> => new Promise((resume) => setTimeout(resume));
