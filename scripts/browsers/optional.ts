/** Newer built-ins that may be used all the same, by name, and what happens where they are missing. */
export const optional: Readonly<Record<string, string>> = {
  createPolicy: 'Trusted Types: a browser without them asks for no policy',
  locks: 'components/survey/client/oneTab.ts asks first: without them every tab has the survey',
  showModal:
    '/moderate/ alone has dialogs: Safari before 15.4 neither lists its keys nor decides about many comments at once',
  close: 'of the same dialogs',
  repeat: 'Safari on iOS does not say whether a key is held down, and has no need to',
  share: 'components/charts/client/shareSheet.ts asks first: without it the button is not there',
  canShare: 'of the same sheet, which asks first: without it the sheet gets the address alone',
  ClipboardItem: 'components/charts/client/copyPicture.ts asks first: without it the button is not there',
  write: 'of the same button',
  submitter: 'components/thread/client/discussion.ts: without it the form stands for its button',
  // Of packages, each of which asks first.
  BroadcastChannel: 'supabase-js, on /moderate/: tells other tabs of a session, in a try',
  captureStackTrace: 'Zod: an error without it has a longer stack',
  parseCreationOptionsFromJSON: 'supabase-js: passkeys, of which this site uses none',
  parseRequestOptionsFromJSON: 'supabase-js: the same',
  // No built-ins: functions of that name.
  callback: 'supabase-js',
  changed: 'ours, of forms',
  check: 'Zod',
  fallback: 'Valibot',
};
