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
 * From when and until when a solution can be sent, by this device’s clock, in milliseconds since 1970. Only differences
 * of the server’s times are used: the two clocks need not agree.
 * @param asked when the challenge was asked for
 * @param got when it had come
 */
export function proofTimes({ expiresAt, data }: Signed, asked: number, got: number) {
  const given = numberIn(data, 'iat');
  const notBefore = numberIn(data, 'nbf');
  const lasts = given === undefined || expiresAt === undefined ? 0 : expiresAt - given - marginSeconds;
  const early = given === undefined || notBefore === undefined ? 0 : notBefore - given;
  return { from: got + early * 1000, until: asked + lasts * 1000 };
}
