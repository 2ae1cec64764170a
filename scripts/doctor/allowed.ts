const visitor = [
  'challenge(request jsonb)',
  // Decision 0010: every visitor may read a thread, comment, report, and use a receipt code.
  'comment(request jsonb)',
  // Decision 0012: every visitor may fetch a feed by GET.
  'comment_feed(kind text DEFAULT NULL::text, thread text DEFAULT NULL::text, site text DEFAULT NULL::text, apikey text DEFAULT NULL::text)',
  'comment_state(request jsonb)',
  'correct_response(request jsonb)',
  // Protocol 1.2: whoever does not fit sends no answers and is counted, with nothing else.
  'count_screened_out(request jsonb)',
  // Decision 0023: whoever builds the pages may know which migrations the database has had, with no other key.
  'database_version()',
  'edit_comment(request jsonb)',
  // Decision 0035: every visitor may read what was said lately, and how much in each thread.
  'latest_comments(request jsonb)',
  'read_response(request jsonb)',
  'read_thread(request jsonb)',
  'remove_comment(request jsonb)',
  'report_comment(request jsonb)',
  'submit_response(request jsonb)',
  // Decision 0022: by GET, and of use only to who has the token.
  'waiting_feed(token text DEFAULT NULL::text, apikey text DEFAULT NULL::text)',
  'withdraw_response(request jsonb)',
];

/** Decision 0010: any signed-in account may call these, and each call refuses all but moderators. */
const moderator = ['moderate(request jsonb)', 'moderation_queue(request jsonb)'];

/** What an owner's commands do, with the secret key. */
const owner = [
  'bursts()',
  // Decision 0023: what the doctor looks at.
  'calling_network()',
  'change_settings(request jsonb)',
  'decide_burst(request jsonb)',
  'granted()',
  'load_sample(request jsonb)',
  // Decision 0010: who may moderate is decided with the secret key.
  'make_moderator(request jsonb)',
  'moderators()',
  'record_backup(responses integer)',
  'record_release(request jsonb)',
  'release_ledger()',
  'remove_moderator(request jsonb)',
  'renew_waiting_feed(page text)',
  'settings()',
  'status()',
  'tally(only_made_up boolean, since date[], before date)',
];

/** What each role of the API may call, written out by hand: a function that appears here without a decision is a defect. */
export const allowed = {
  anon: visitor,
  authenticated: [...visitor, ...moderator].sort(),
  service_role: owner,
} as const satisfies Readonly<Record<string, readonly string[]>>;
