import type { Connection, Row } from './database.ts';

const ours = `(select oid from pg_namespace where nspname in ('private', 'public'))`;

const queries = {
  columns: `select attrelid::regclass::text as of, attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required,
      pg_get_expr(adbin, adrelid) as value, col_description(attrelid, attnum) as comment
    from pg_attribute join pg_class on pg_class.oid = attrelid left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where relnamespace in ${ours} and relkind = 'r' and attnum > 0 and not attisdropped`,
  constraints: `select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as is, convalidated as valid
    from pg_constraint where connamespace in ${ours}`,
  indexes: `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as is
    from pg_index join pg_class on pg_class.oid = indexrelid where relnamespace in ${ours}`,
  triggers: `select tgname as name, pg_get_triggerdef(oid) as is from pg_trigger where not tgisinternal`,
  tables: `select oid::regclass::text as name, relrowsecurity as secured, relpersistence as kept, relacl::text as rights, obj_description(oid) as comment
    from pg_class where relnamespace in ${ours} and relkind = 'r'`,
  functions: `select oid::regprocedure::text as name, pg_get_functiondef(oid) as is, proacl::text as rights, obj_description(oid) as comment
    from pg_proc where pronamespace in ${ours}`,
  // In order: two types of the same values in another order are not the same.
  types: `select enumtypid::regtype::text as name, array_agg(enumlabel::text order by enumsortorder) as is
    from pg_enum join pg_type on pg_type.oid = enumtypid where typnamespace in ${ours} group by enumtypid`,
} as const;

/** Everything that migrations make in our two schemas, sorted, without the order of columns. */
export async function catalogOf(database: Connection): Promise<Record<keyof typeof queries, Row[]>> {
  const read = async (query: string) =>
    (
      await database.sql(`select to_jsonb(one) as one from (${query}) as one order by to_jsonb(one)::text`)
    ).map(({ one }) => one as Row);
  return {
    columns: await read(queries.columns),
    constraints: await read(queries.constraints),
    indexes: await read(queries.indexes),
    triggers: await read(queries.triggers),
    tables: await read(queries.tables),
    functions: await read(queries.functions),
    types: await read(queries.types),
  };
}
