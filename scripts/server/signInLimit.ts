/** Milliseconds, as Supabase’s own limit counts (supabase/config.toml, auth.rate_limit). */
const span = 5 * 60_000;

/**
 * Limits sign-ins that are refused; one that succeeds counts for nothing.
 * @param most refused ones in five minutes
 * @returns makes an attempt, or none and undefined when there were too many
 */
export function signInLimit(
  most: number,
): (attempt: () => Promise<Response>) => Promise<Response | undefined> {
  let refusedAt: number[] = [];
  let underWay = 0;
  return async (attempt) => {
    refusedAt = refusedAt.filter((at) => performance.now() - at < span);
    if (refusedAt.length + underWay >= most) return undefined;
    underWay += 1;
    try {
      const answer = await attempt();
      if (!answer.ok) refusedAt.push(performance.now());
      return answer;
    } finally {
      underWay -= 1;
    }
  };
}

export const isSignIn = (request: Request): boolean => {
  const { pathname, searchParams } = new URL(request.url);
  return pathname === '/auth/v1/token' && searchParams.get('grant_type') === 'password';
};

/** The answer to one attempt too many, in the words of Supabase’s Auth. */
export const tooManySignIns = (): Response =>
  Response.json(
    {
      code: 429,
      error_code: 'over_request_rate_limit',
      msg: 'Too many wrong passwords: try again in five minutes.',
    },
    { status: 429, headers: { 'retry-after': String(span / 1000) } },
  );
