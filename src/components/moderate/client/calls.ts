/** Everything that talks to the server: fetched, with supabase-js, when somebody signs in. */
export { moderate } from '../../../moderation/moderate.ts';
export { readQueue } from '../../../moderation/readQueue.ts';
export { confirmSecondFactor, newSecondFactor, secondFactor } from '../../../moderation/secondFactor.ts';
export { signIn } from '../../../moderation/signIn.ts';
export { signOut } from '../../../moderation/signOut.ts';
