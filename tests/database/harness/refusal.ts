export interface Refusal {
  /** SQLSTATE, such as 42501 (not allowed) or PGRST (our own sentence with a status). */
  code: string;
  message: string;
  detail: string | undefined;
}

/** Why the database refused. Fails when it did not refuse, or when what failed was not the database. */
export async function refusal(statement: Promise<unknown>): Promise<Refusal> {
  const outcome: unknown = await statement.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome === undefined) throw new Error('The database accepted a statement that it must refuse.');
  if (!(outcome instanceof Error) || !('code' in outcome) || typeof outcome.code !== 'string') {
    throw new Error('What failed was not the database; the cause says what.', { cause: outcome });
  }
  const detail = 'detail' in outcome && typeof outcome.detail === 'string' ? outcome.detail : undefined;
  return { code: outcome.code, message: outcome.message, detail };
}
