import { json, type Output } from '../output';

/** The JSON Schema of every overlay that can be made. */
export const schemaOutput: Output = {
  name: 'schema',
  title: 'JSON Schema',
  file: {
    name: 'values-large.schema.json',
    contentType: 'application/schema+json',
    about: 'a JSON Schema that finds values of the wrong kind or out of bounds, not misspelt keys',
    load: async () => {
      const { overlaySchema } = await import('./overlay-schema');
      return ({ catalog, reading }) => json(overlaySchema(catalog, reading.userFiles.map));
    },
  },
};
