/**
 * What the profile of the Data Package standard, version 2.0, demands of a descriptor
 * (https://datapackage.org/profiles/2.0/datapackage.json, read at commit 015ab8c of the standard’s repository), for the
 * properties and kinds of field that we use. The published file is 160 kB, nearly all of it explanation and kinds of
 * field that we have none of; its demands are said here in short, with one added: a property that the standard does
 * not know is refused, where the profile lets everything pass, so that a typing mistake is found.
 */
const path = {
  type: 'string',
  pattern: String.raw`^((?=[^./~])(?!file:)((?!\/\.\.\/)(?!\\)(?!:\/\/).)*|(http|ftp)s?:\/\/.*)$`,
};
const text = { type: 'string' };
const texts = { type: 'array', items: text };
const valued = (value: object) => ({
  type: 'array',
  items: {
    type: 'object',
    required: ['value'],
    properties: { value, label: text },
    additionalProperties: false,
  },
});
const eitherForm = (value: object) => ({ anyOf: [{ type: 'array', items: value }, valued(value)] });

const licences = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    anyOf: [{ required: ['name'] }, { required: ['path'] }],
    properties: { name: { type: 'string', pattern: '^([-a-zA-Z0-9._])+$' }, path, title: text },
    additionalProperties: false,
  },
};

const missingValues = eitherForm(text);
const common = {
  name: text,
  title: text,
  description: text,
  example: text,
  format: { enum: ['default'] },
  missingValues,
  rdfType: text,
};

/** One kind of field; only a string may leave its type out. */
const field = (type: string, limits: object, more: object = {}) => ({
  type: 'object',
  required: type === 'string' ? ['name'] : ['name', 'type'],
  properties: {
    ...common,
    type: { enum: [type] },
    constraints: {
      type: 'object',
      properties: { required: { type: 'boolean' }, unique: { type: 'boolean' }, ...limits },
      additionalProperties: false,
    },
    ...more,
  },
  additionalProperties: false,
});

const length = { type: 'integer' };
const ends = (type: string) =>
  Object.fromEntries(
    ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'].map((name) => [
      name,
      { oneOf: [text, { type }] },
    ]),
  );
const ordered = { categoriesOrdered: { type: 'boolean' } };

const fields = {
  type: 'array',
  minItems: 1,
  items: {
    oneOf: [
      field(
        'string',
        { pattern: text, enum: texts, minLength: length, maxLength: length },
        {
          categories: eitherForm(text),
          ...ordered,
          format: { enum: ['default', 'email', 'uri', 'binary', 'uuid'] },
        },
      ),
      field('integer', ends('integer'), { categories: eitherForm({ type: 'integer' }), ...ordered }),
      field('number', ends('number')),
      field('boolean', {}, { trueValues: texts, falseValues: texts }),
      field('date', { minimum: text, maximum: text }, { format: text }),
    ],
  },
};

const names = { type: 'array', minItems: 1, uniqueItems: true, items: text };
const tableSchema = {
  type: 'object',
  required: ['fields'],
  properties: {
    $schema: text,
    fields,
    fieldsMatch: { enum: ['exact', 'equal', 'subset', 'superset', 'partial'] },
    primaryKey: { oneOf: [names, text] },
    uniqueKeys: { type: 'array', minItems: 1, uniqueItems: true, items: names },
    missingValues,
  },
  additionalProperties: false,
};

const resource = {
  type: 'object',
  oneOf: [{ required: ['name', 'data'] }, { required: ['name', 'path'] }],
  properties: {
    $schema: text,
    name: text,
    path: { oneOf: [path, { type: 'array', minItems: 1, items: path }] },
    type: { enum: ['table'] },
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    licenses: licences,
    format: text,
    mediatype: { type: 'string', pattern: '^(.+)/(.+)$' },
    encoding: text,
    bytes: { type: 'integer' },
    hash: { type: 'string', pattern: '^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$' },
    dialect: {
      type: 'object',
      properties: {
        header: { type: 'boolean' },
        delimiter: text,
        lineTerminator: text,
        quoteChar: text,
        doubleQuote: { type: 'boolean' },
      },
      additionalProperties: false,
    },
    schema: tableSchema,
  },
  additionalProperties: false,
};

export const dataPackageProfile = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['resources'],
  properties: {
    $schema: text,
    name: text,
    id: text,
    title: text,
    description: text,
    homepage: { type: 'string', format: 'uri' },
    version: text,
    created: { type: 'string', format: 'date-time' },
    keywords: { type: 'array', minItems: 1, items: text },
    contributors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: {
          title: text,
          path,
          email: { type: 'string', format: 'email' },
          givenName: text,
          familyName: text,
          organization: text,
          roles: { type: 'array', minItems: 1, items: text },
        },
        additionalProperties: false,
      },
    },
    licenses: licences,
    resources: { type: 'array', minItems: 1, items: resource },
  },
  additionalProperties: false,
};
