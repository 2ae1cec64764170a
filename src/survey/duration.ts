/**
 * How long answering took, stored as one of five bands of active time: an exact number of seconds could identify a
 * person (protocol 6.2, 3.3 P10).
 */
export const durations = [
  { code: 'under_1', below: 60 },
  { code: 'm1_2', below: 120 },
  { code: 'm2_4', below: 240 },
  { code: 'm4_8', below: 480 },
  { code: 'm8_plus', below: undefined },
] as const satisfies readonly { code: string; /** Seconds. */ below: number | undefined }[];

/** The longest that counts, in seconds: a day. A page that was open for longer sends this. */
export const longestSeconds = 86_400;
