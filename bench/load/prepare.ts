/** Comments that the thread has; a page of it shows fewer. */
export const COMMENTS = 200;

/** Of which thread a page is read. */
export const thread = { kind: 'essay', thread: 'measured' } as const;

/**
 * What a database is given before it is asked: a thread to read, and limits out of reach of one caller. Proofs are asked for and
 * checked like all, but the first try solves them: what a visitor’s device works is not measured here.
 */
export const prepareSql = `
  update private.setting set value = least(1000000, most)::text
    where name like '%\\_limit' or name like '%\\_brake\\_per\\_minute' or name like '%\\_usual';
  update private.setting set value = '0' where name = 'minimum_seconds';
  update private.setting set value = '1' where name in ('pow_cost', 'pow_counters');
  insert into private.thread (kind, id, last_place) values ('${thread.kind}', '${thread.thread}', ${COMMENTS});
  insert into private.comment (id, thread_kind, thread_id, parent, depth, role, text, letters_hash, state, place, root_place)
    select gen_random_uuid(), '${thread.kind}', '${thread.thread}', null, 0, 'other',
      'They said nothing, and then they said it again: ' || n, '\\x00', 'approved', n, n
    from generate_series(1, ${COMMENTS}) as n;
  analyze private.comment;`;
