/** Says whether the sign-in service failed to answer, where it could have refused. @param error as auth-js gives it */
export const isNoReply = ({
  name,
  status = 0,
}: {
  readonly name: string;
  readonly status?: number | undefined;
}): boolean => name === 'AuthRetryableFetchError' || status >= 500;
