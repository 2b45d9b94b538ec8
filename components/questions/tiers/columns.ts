/** The table's columns: tier, pods, two requests, two limits, the honest limits. */
export const COLUMNS = 7;

/** The id of what a tier's row opens to. */
export const detailsId = (id: string) => `details-${id}`;
