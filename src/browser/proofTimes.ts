/**
 * Milliseconds until a worker has to say that it is there, and after that until it has to have solved something: longer than
 * its solver takes to give up. Not imported from there, because pages fetch solver.ts only where there is no worker.
 */
export const untilHere = 5_000;
export const untilSolved = 100_000;

/** Until a proof of work is given up, whoever solves it: what a person is told of its end (survey/Outbox.astro). */
export const untilGivenUp = untilHere + untilSolved;

/** Part of a proof-of-work challenge: when it was given, from when on and until when the server takes a solution. */
interface Signed {
  /** Seconds since 1970 by the server’s clock, like the two below. */
  readonly expiresAt?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A solution that would run out on its way is as good as one that has. */
const marginSeconds = 30;

const numberIn = (data: Signed['data'], name: string): number | undefined => {
  const value = data?.[name];
  return typeof value === 'number' ? value : undefined;
};

/**
 * From when and until when a solution can be sent, on the same clock as `asked` and `got`: one that nobody can set, such as
 * performance.now(). Of the server’s times only differences are used.
 * @param asked when the challenge was asked for, in milliseconds
 * @param got when it had come
 */
export function proofTimes({ expiresAt, data }: Signed, asked: number, got: number) {
  const given = numberIn(data, 'iat');
  const notBefore = numberIn(data, 'nbf');
  const lasts = given === undefined || expiresAt === undefined ? 0 : expiresAt - given - marginSeconds;
  const early = given === undefined || notBefore === undefined ? 0 : notBefore - given;
  return { from: got + early * 1000, until: asked + lasts * 1000 };
}
