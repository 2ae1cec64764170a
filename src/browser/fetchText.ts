import { NoReply, Unreadable } from '../api/notDone.ts';
import { inTime } from './inTime.ts';

/** A file of the site as a text. A failed fetch can be tried again as it is. @throws NoReply, or Unreadable */
export const fetchText = (path: string): Promise<string> =>
  inTime(async (signal) => {
    let status: number;
    try {
      const response = await fetch(path, { credentials: 'omit', signal });
      if (response.ok) return await response.text();
      ({ status } = response);
    } catch (error) {
      throw new NoReply(path, { cause: error });
    }
    throw new Unreadable(path, status, '');
  });
