/** Everything that talks to the server: loaded, with supabase-js, at the first call. */
export { moderate, moderateMany } from '../../../api/moderation/moderate.ts';
export { readQueue } from '../../../api/moderation/readQueue.ts';
export { confirmSecondFactor, newSecondFactor, secondFactor } from '../../../api/moderation/secondFactor.ts';
export { signIn } from '../../../api/moderation/signIn.ts';
export { signOut } from '../../../api/moderation/signOut.ts';
