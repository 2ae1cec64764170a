/** Under which name the session of a moderator is kept in the storage of its tab. Imports nothing: the page looks here first. */
export const sessionName = 'no-but-why-moderator';
