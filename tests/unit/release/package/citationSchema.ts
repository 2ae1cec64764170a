/**
 * What version 1.2.0 of the Citation File Format demands of the keys that we use
 * (https://citation-file-format.github.io/1.2.0/schema), said in short; any other key is refused.
 */
const text = { type: 'string', minLength: 1 };
const url = { type: 'string', format: 'uri', pattern: '^(https|http|ftp|sftp)://.+' };

export const citationSchema = {
  $schema: 'http://json-schema.org/draft-07/schema',
  type: 'object',
  required: ['authors', 'cff-version', 'message', 'title'],
  properties: {
    'cff-version': { type: 'string', pattern: String.raw`^1\.2\.0$` },
    message: text,
    type: { enum: ['dataset', 'software'] },
    title: text,
    abstract: text,
    authors: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: {
        type: 'object',
        required: ['name'],
        properties: { name: text, website: url },
        additionalProperties: false,
      },
    },
    version: { anyOf: [text, { type: 'number' }] },
    'date-released': {
      type: 'string',
      format: 'date',
      pattern: '^[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])$',
    },
    // The list of SPDX, shortened to the one licence of these data (https://spdx.org/licenses/CC-BY-4.0.html).
    license: { enum: ['CC-BY-4.0'] },
    url,
    references: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['authors', 'title', 'type'],
        properties: {
          type: { enum: ['article'] },
          title: text,
          authors: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['name'],
              properties: { name: text },
              additionalProperties: false,
            },
          },
          notes: text,
        },
        additionalProperties: false,
      },
    },
    commit: text,
  },
  additionalProperties: false,
};
